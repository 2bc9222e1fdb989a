/** Step 4 with the real core: the ladder, the checklist, what keeps the connection alive. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core } from '../src/core/load';
import { RestFailure } from '../src/rest/failure';
import type { CheckResult, Setup, TestReport } from '../src/setup';
import { calendarFacts } from '../src/wizard/check-and-finish/calendar-facts';
import { connectedSetup, fakeKit, fakeRest, loaded, setupWith, storedFields } from './fakes';
import { realCore } from './real-core';
import { openWizard, type Situation } from './render';

let core: Core;
beforeAll(async () => {
	core = await realCore();
});

const motion = (reduced: boolean): void => {
	vi.spyOn(window, 'matchMedia').mockImplementation((media) => {
		const nothing = (): void => undefined;
		const matches = media.includes('motion') && reduced;
		return { media, matches, addEventListener: nothing, removeEventListener: nothing } as unknown as MediaQueryList;
	});
};
beforeEach(() => motion(true));

const rung = (id: string, state: CheckResult['state'] = 'passed', code: string | null = null): CheckResult => ({
	id,
	state,
	code,
	params: {},
	evidence: {},
	milliseconds: 12,
});
const workspace = { id: 'a', name: '<b>Sales</b>', is_read_only: false, is_on_dedicated_capacity: false, role: 'Admin' };
const IDS = ['token', 'account', 'permissions_granted', 'power_bi', 'licence', 'workspaces'];
const well = (): TestReport => ({ results: IDS.map((id) => rung(id)), workspaces: [workspace] });

async function open(report: TestReport, setup: Setup = connectedSetup(), situation: Situation = {}): Promise<void> {
	const rest = fakeRest({
		testConnection: vi.fn(() => Promise.resolve(report)),
		readSetup: () => Promise.resolve(setup),
	});
	openWizard({ step: 4, setup, rest, loading: loaded(core), ...situation });
	await act(async () => undefined);
}
const press = (name: string | RegExp): Promise<void> =>
	act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const rungs = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Checks' })).getAllByRole('listitem');

describe('the ladder', () => {
	it('shows each rung, the workspaces with their role, and a calm end', async () => {
		await open(well());
		await press('Check the connection');
		expect(rungs().map(({ className }) => className)).toEqual(IDS.map(() => 'wkpbic-rung is-passed'));
		const list = screen.getByRole('list', { name: 'Workspaces' });
		expect(within(list).getByText('<b>Sales</b>')).toBeTruthy();
		expect(within(list).getByText('Admin')).toBeTruthy();
		expect(screen.getByText('Your shop is connected to Power BI')).toBeTruthy();
	});

	it('shows rungs one after the other to those who like motion', async () => {
		motion(false);
		vi.useFakeTimers();
		await open(well());
		await press('Check the connection');
		const passed = (): number => rungs().filter(({ className }) => className.includes('is-passed')).length;
		expect(passed()).toBe(0);
		act(() => void vi.advanceTimersByTime(180));
		expect(passed()).toBe(1);
		for (let index = 1; index < IDS.length; index += 1) {
			act(() => void vi.advanceTimersByTime(180));
		}
		vi.useRealTimers();
		expect(passed()).toBe(6);
		expect(screen.getByText('Your shop is connected to Power BI')).toBeTruthy();
	});

	it('shows every rung that broke with one action each, says which were not asked, and takes focus to the first', async () => {
		await open({
			results: [
				rung('token'),
				rung('account', 'failed', 'account_differs'),
				rung('permissions_granted', 'failed', 'permissions_not_granted'),
				rung('power_bi'),
				rung('licence', 'unknown'),
				rung('workspaces', 'skipped'),
			],
			workspaces: null,
		});
		await press('Check the connection');
		const [, account, permissions, , licence, workspaces] = rungs();
		expect(account?.textContent).toContain('account_differs');
		expect(within(account as HTMLElement).getAllByRole('button')).toHaveLength(1);
		expect(within(permissions as HTMLElement).getByRole('link', { name: /API permissions/ })).toBeTruthy();
		expect(licence?.textContent).toContain('Nothing has to be done now');
		expect(workspaces?.textContent).toContain('a check above has to pass first');
		expect(account?.contains(document.activeElement)).toBe(true);
		expect(screen.queryByText('Your shop is connected to Power BI')).toBeNull();
	});

	it('that broke takes the calm from “Connected”', async () => {
		await open({ results: [rung('token'), rung('power_bi', 'failed', 'microsoft_unavailable')], workspaces: null });
		const card = (): string => document.querySelector('.wkpbic-connection')?.className ?? '';
		expect(card()).toContain('is-connected');
		await press('Check the connection');
		expect(card()).toContain('is-held-up');
		expect(screen.getByText('Connected, but not everything works yet')).toBeTruthy();
	});

	it('names permissions that were granted beyond the five', async () => {
		const results = well().results.map((result) =>
			result.id === 'permissions_granted' ? { ...result, evidence: { excess: ['Tenant.Read.All', 7] } } : result,
		);
		await open({ results, workspaces: [workspace] });
		await press('Check the connection');
		expect(rungs()[2]?.textContent).toContain('More than needed is granted too: Tenant.Read.All.');
	});

	it('that cannot be climbed says why', async () => {
		const rest = fakeRest({
			testConnection: () => Promise.reject(new RestFailure('brand_new', 'Not now.')),
			readSetup: () => Promise.resolve(connectedSetup()),
		});
		await open(well(), connectedSetup(), { rest });
		await press('Check the connection');
		expect(document.querySelector('.components-notice')?.textContent).toContain('Not now.');
		expect(screen.getByRole('button', { name: 'Check again' })).toBeTruthy();
	});

	it('is offered without a sign-in where the app connects by itself', async () => {
		const fields = { ...storedFields(), sign_in_method: { value: 'service_principal', locked: false } };
		await open(well(), setupWith({ fields }));
		expect(screen.getByRole('button', { name: 'Check the connection' })).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Go to step 3 and sign in' })).toBeNull();
	});
});

describe('the checklist', () => {
	it('shows five values without any secret, and ten items with what proves them', async () => {
		const evidence = [
			{ check: 'signed_in', passed: true, at: 1_795_000_000, code: '', params: {}, item: null },
			{ check: 'permissions_granted', passed: false, at: 1_795_000_000, code: 'permissions_not_granted', params: { permissions: 'Content.Create' }, item: null },
		] as const;
		await open(well(), { ...connectedSetup(), evidence, claims: { public_client_flows: 1_795_000_000 } });
		const items = [...document.querySelectorAll('.wkpbic-checklist li')].map(({ textContent }) => textContent);
		expect(items).toHaveLength(15);
		expect(items[2]).toContain('stored on');
		expect(items.filter((text) => text?.includes('proved on'))).toHaveLength(7);
		expect(items[11]).toContain('These are missing: Content.Create.');
		expect(items[13]).toContain('ticked by you');
	});
});

describe('the end of the secret', () => {
	const dated = (): Setup => ({
		...connectedSetup(),
		fields: { ...storedFields(), client_secret_expires_on: { value: '2027-05-24', locked: false } },
	});

	it('goes into a calendar file', async () => {
		const calendarFile = vi.fn(() => 'BEGIN:VCALENDAR');
		const created = vi.fn<(blob: Blob) => string>(() => 'blob:here');
		Object.assign(URL, { createObjectURL: created, revokeObjectURL: () => undefined });
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
		await open(well(), dated(), { loadKit: fakeKit({ calendarFile }) });
		await press('Put it into my calendar');
		expect(calendarFile).toHaveBeenCalledExactlyOnceWith(
			expect.objectContaining({ expires_on: '2027-05-24', domain: 'shop.example' }),
		);
		expect(created.mock.calls[0]?.[0].type).toBe('text/calendar');
	});

	it('has a time stamp that calendars read', () => {
		const wizard = { site: { admin_url: 'https://shop.example/wp-admin/', name: 'Shop' }, hrefOf: () => 'admin.php?x' };
		const facts = calendarFacts(wizard as never, '2027-05-24', new Date('2026-11-24T05:30:00.123Z'));
		expect(facts.stamp).toBe('20261124T053000Z');
		expect(facts.url).toBe('https://shop.example/wp-admin/admin.php?x');
	});

	it('is asked for where nobody has said it', async () => {
		await open(well());
		expect(screen.queryByRole('button', { name: 'Put it into my calendar' })).toBeNull();
		expect(screen.getByRole('link', { name: 'Enter it in step 2' })).toBeTruthy();
	});

	it('reminds at an address, which is checked before it is saved', async () => {
		const saveFields = vi.fn(() => Promise.resolve(connectedSetup()));
		await open(well(), connectedSetup(), { rest: fakeRest({ saveFields }) });
		const input = screen.getByLabelText('Mail the reminders to');
		fireEvent.change(input, { target: { value: 'nobody' } });
		await press('Save the address');
		expect(saveFields).not.toHaveBeenCalled();
		expect(document.getElementById('wkpbic-reminder-said')?.className).toContain('is-error');
		fireEvent.change(input, { target: { value: ' books@contoso.example ' } });
		await press('Save the address');
		expect(saveFields).toHaveBeenCalledExactlyOnceWith({ reminder_email: 'books@contoso.example' });
	});
});

describe('the support bundle', () => {
	it('is shown before it can be saved', async () => {
		const supportBundle = vi.fn(() => Promise.resolve({ plugin: { version: '0.1.0' } }));
		await open(well(), connectedSetup(), { rest: fakeRest({ supportBundle }) });
		expect(screen.queryByRole('button', { name: 'Download it' })).toBeNull();
		await press('Show what is in it');
		expect(document.querySelector('.wkpbic-bundle')?.textContent).toContain('"version": "0.1.0"');
		expect(screen.getByRole('button', { name: 'Download it' })).toBeTruthy();
	});
});
