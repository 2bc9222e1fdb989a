import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RestFailure } from '../src/rest/failure';
import type { RestClient } from '../src/rest/client';
import { CLIENT_ID, fakeRest, setupWith, storedFields } from './fakes';
import { button, openStepTwo, press, settle } from './step-two';

const card = (id: string): HTMLElement => {
	const body = document.getElementById(`wkpbic-portal-${id}`);
	if (!body) {
		throw new Error(`there is no card ${id}`);
	}
	return body;
};
const open = (): string[] => [...document.querySelectorAll('.wkpbic-card.is-open .wkpbic-card__title')].map((title) => title.textContent);
const tick = (title: string): Promise<void> =>
	act(async () => {
		fireEvent.click(screen.getByLabelText(new RegExp(`^Done: ${title}`)));
		await Promise.resolve();
	});
const links = (id: string): string[] => [...card(id).querySelectorAll('a')].map(({ href }) => href);

describe('the portal cards', () => {
	it('are the seven of the manual, the first one open, each with words, a link and a drawing that says what it shows', async () => {
		await openStepTwo();
		const toggles = [...document.querySelectorAll<HTMLButtonElement>('.wkpbic-card__toggle')];
		expect(toggles).toHaveLength(7);
		expect(open()).toEqual(['Sign in to Microsoft’s portal']);
		for (const toggle of toggles) {
			if (toggle.getAttribute('aria-expanded') === 'false') {
				fireEvent.click(toggle);
			}
			const body = document.getElementById(toggle.getAttribute('aria-controls') ?? '');
			const steps = body?.querySelectorAll('.wkpbic-card__steps > li').length ?? 0;
			const marks = [...(body?.querySelectorAll('.wkpbic-drawing__mark > text') ?? [])].map((mark) => mark.textContent);
			expect(steps, toggle.textContent).toBeGreaterThan(1);
			// The numbers in the drawing are those of the sentences.
			expect(marks.map(Number).every((number) => number >= 1 && number <= steps), toggle.textContent).toBe(true);
			expect(body?.querySelector('svg[role=img]')?.getAttribute('aria-label'), toggle.textContent).toMatch(/^Drawing of/);
			expect(body?.querySelector('a')?.href, toggle.textContent).toMatch(/^https:\/\/(portal\.azure|app\.powerbi)\.com\//);
		}
	});

	it('lead to the very app once its client ID is typed, in the cloud that is chosen', async () => {
		await openStepTwo();
		await press(/^4?Make a client secret/);
		expect(links('portal-secret'.replace('portal-', ''))[0]).toBe(
			'https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
		);
		const input = screen.getByLabelText('Application (client) ID', { selector: 'input' });
		fireEvent.change(input, { target: { value: CLIENT_ID } });
		fireEvent.blur(input);
		await settle();
		expect(links('secret')).toEqual([
			`https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${CLIENT_ID}`,
			`https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${CLIENT_ID}`,
		]);
		fireEvent.change(screen.getByLabelText('Microsoft cloud'), { target: { value: 'gcc_high' } });
		await settle();
		expect(links('secret')).toEqual([
			`https://portal.azure.us/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${CLIENT_ID}`,
		]);
	});

	it('show the redirect URI to be copied, character for character', async () => {
		await openStepTwo();
		await press(/^2?Register your shop/);
		expect(card('register').querySelector('.wkpbic-copy__text')?.textContent).toBe(
			'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3',
		);
	});
});

describe('a tick', () => {
	it('claims the items of the card, and the next card opens', async () => {
		const saveClaims = vi.fn<RestClient['saveClaims']>((claims) =>
			Promise.resolve(setupWith({ claims: Object.fromEntries(Object.keys(claims).map((item) => [item, 1])) })),
		);
		await openStepTwo({ rest: fakeRest({ saveClaims }) });
		await tick('Sign in to');
		expect(saveClaims).toHaveBeenCalledExactlyOnceWith({ portal_sign_in: true });
		expect(open()).toEqual(['Register your shop as an app']);
		expect(screen.getByText('1 of 5 done. Tick each card when you are through with it.')).toBeTruthy();
	});

	it('of a card with two items claims both, and takes both away again', async () => {
		const saveClaims = vi.fn<RestClient['saveClaims']>(() => Promise.resolve(setupWith({ claims: { app_created: 1, redirect_uri: 1 } })));
		await openStepTwo({ rest: fakeRest({ saveClaims }) });
		await tick('Register your shop');
		await tick('Register your shop');
		expect(saveClaims.mock.calls).toEqual([[{ app_created: true, redirect_uri: true }], [{ app_created: false, redirect_uri: false }]]);
	});

	it('that the site does not keep is given back, and that is said', async () => {
		const saveClaims = (): Promise<never> => Promise.reject(new RestFailure('site_unreachable', ''));
		await openStepTwo({ rest: fakeRest({ saveClaims }) });
		await tick('Sign in to');
		expect(screen.getByLabelText<HTMLInputElement>(/^Done: Sign in to/).checked).toBe(false);
		expect(document.querySelector('.components-notice.is-error')?.textContent).toContain('Your site did not answer.');
		expect(open()).toEqual(['Sign in to Microsoft’s portal']);
	});

	it('is not asked for where a check has proved it, and is taken away where one has shown the contrary', async () => {
		const evidence = [
			{ check: 'app_token_issued', passed: false, at: 20, code: 'client_secret_wrong', params: {}, item: 'client_secret' },
			{ check: 'redirect_uri_answered', passed: true, at: 20, code: '', params: {}, item: null },
		] as const;
		await openStepTwo({ setup: setupWith({ fields: storedFields(), claims: { client_secret: 10 }, evidence }) });
		expect(screen.queryByLabelText(/^Done: Register your shop/)).toBeNull();
		expect(document.querySelectorAll('.wkpbic-card')[1]?.textContent).toContain('Proved');
		expect(screen.getByLabelText<HTMLInputElement>(/^Done: Make a client secret/).checked).toBe(false);
		expect(button(/Make a client secret/).textContent).toContain('needs another look');
	});
});
