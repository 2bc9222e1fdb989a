import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Kit } from '../src/core/load-kit';
import type { RestClient } from '../src/rest/client';
import { fakeKit, fakeRest, setupWith } from './fakes';
import { openStepTwo, press, settle } from './step-two';

const keepsProgress = (): RestClient => fakeRest({ saveProgress: vi.fn(() => Promise.resolve(setupWith())) });
const choose = (name: RegExp): Promise<void> =>
	act(async () => {
		fireEvent.click(screen.getByLabelText(name));
		await Promise.resolve();
	});
const script = vi.fn<Kit['setupScript']>((facts, kind) => ({
	verdict: { level: 'ok', code: 'ok', params: {} },
	text: `# ${kind} 'a' "b" $c <d> & ${facts.permissions.length} ${facts.secret_lifetime_months}\n`,
	lines: [{ phrase: 'script_facts', first_line: 1, last_line: 12 }],
}));
const shown = (): string | null | undefined => document.querySelector('.wkpbic-script__text')?.textContent;

describe('the three ways', () => {
	it('begin with what step 1 suggested; another choice is kept for everybody', async () => {
		const rest = keepsProgress();
		await openStepTwo({ rest, setup: setupWith({ progress: { answers: {}, route: 'ask_admin' } }) });
		expect(screen.getByLabelText<HTMLInputElement>(/^My admin does it/).checked).toBe(true);
		expect(screen.getByText('Open the request for my administrator').getAttribute('href')).toBe('admin.php?page=wkpbic-setup-wizard&step=3');
		await choose(/^Click by click/);
		expect(rest.saveProgress).toHaveBeenCalledExactlyOnceWith({ route: 'portal_guided' });
		expect(document.querySelectorAll('.wkpbic-card')).toHaveLength(7);
	});

	it('lose nothing that is typed when they are changed', async () => {
		await openStepTwo({ rest: keepsProgress() });
		const input = screen.getByLabelText<HTMLInputElement>('Directory (tenant) ID', { selector: 'input' });
		fireEvent.change(input, { target: { value: 'contoso.example' } });
		await choose(/^My admin does it/);
		expect(input.value).toBe('contoso.example');
	});
});

describe('one command', () => {
	const open = (setupScript: Kit['setupScript'] = script): Promise<void> =>
		openStepTwo({
			rest: keepsProgress(),
			loadKit: fakeKit({ setupScript }),
			setup: setupWith({ progress: { answers: {}, route: 'one_command' } }),
		});

	it('is made of the shop’s facts, for either shell, and says what it does', async () => {
		await open();
		await waitFor(() => expect(shown()).toContain('# bash'));
		expect(script.mock.lastCall?.[0]).toEqual({
			site_name: 'Joe’s shop',
			redirect_uri: 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3',
			cloud: 'global',
			permissions: ['Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.Read.All', 'Dashboard.Read.All', 'Content.Create'],
			secret_lifetime_months: 6,
			app_name: null,
		});
		expect(document.querySelector('.wkpbic-script__lines li')?.textContent).toBe('Lines 1 to 12script_facts');
		fireEvent.click(screen.getByText('PowerShell'));
		await settle();
		expect(shown()).toContain('# power_shell');
		expect(screen.getByText('Open Azure Cloud Shell').getAttribute('href')).toBe('https://portal.azure.com/#cloudshell/');
	});

	it('follows the options', async () => {
		await open();
		await waitFor(() => expect(shown()).toContain('& 5 6'));
		fireEvent.change(screen.getByLabelText('The client secret lives for'), { target: { value: '12' } });
		fireEvent.click(screen.getByLabelText('Content.Create'));
		fireEvent.change(screen.getByLabelText('Name of the app (optional)'), { target: { value: 'Other' } });
		await settle();
		expect(shown()).toContain('& 4 12');
		expect(script.mock.lastCall?.[0].app_name).toBe('Other');
	});

	it('is copied character for character', async () => {
		const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
		vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
		await open();
		await waitFor(() => expect(shown()).toContain('# bash'));
		await press('Copy the command');
		expect(writeText).toHaveBeenCalledExactlyOnceWith(`# bash 'a' "b" $c <d> & 5 6\n`);
		expect(screen.getByText('Copied')).toBeTruthy();
		vi.unstubAllGlobals();
	});

	it('is not shown where the core refuses a fact, and that is said', async () => {
		await open(() => ({ verdict: { level: 'error', code: 'script_name_character', params: {} }, text: null, lines: [] }));
		await waitFor(() => expect(screen.getByText('script_name_character')).toBeTruthy());
		expect(shown()).toBeUndefined();
	});

	it('can be asked for again where its part of the page does not load', async () => {
		const loadKit = vi
			.fn(fakeKit({ setupScript: script }))
			.mockResolvedValueOnce({ status: 'unavailable', code: 'wasm_blocked_by_csp', params: {} });
		await openStepTwo({ rest: keepsProgress(), loadKit, setup: setupWith({ progress: { answers: {}, route: 'one_command' } }) });
		await waitFor(() =>
			expect(document.querySelector('.wkpbic-command .components-notice')?.textContent).toContain('script-src needs wasm-unsafe-eval.'),
		);
		await press('Try again');
		await waitFor(() => expect(shown()).toContain('# bash'));
	});
});
