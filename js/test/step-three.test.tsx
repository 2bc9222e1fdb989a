/** Step 3 with the real core: every way on from whatever Microsoft answered. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core } from '../src/core/load';
import { ERROR_CODES } from '../src/generated/contract';
import type { Setup, SignInResult } from '../src/setup';
import { nextActionOf } from '../src/wizard/results/next-action';
import { isUnfinished, rememberLeaving } from '../src/wizard/sign-in/attempt-memory';
import { characterName } from '../src/wizard/sign-in/doctor';
import { missingFields } from '../src/setup';
import { ACCOUNT, connectedSetup, fakeKit, fakeRest, loaded, setupWith, storedFields, TENANT_ID } from './fakes';
import { realCore } from './real-core';
import { openWizard, type Situation } from './render';

let core: Core;
beforeAll(async () => {
	core = await realCore();
});
beforeEach(() => sessionStorage.clear());

const ready = (): Setup => setupWith({ fields: storedFields() });
const failed = (code: string, part: Partial<SignInResult> = {}): Setup => ({
	...ready(),
	sign_in: { outcome: 'failed', code, params: {}, at: 1, microsoft: null, ...part },
});

async function open(setup: Setup, situation: Situation = {}): Promise<void> {
	openWizard({ step: 3, setup, loading: loaded(core), ...situation });
	await act(async () => undefined);
}
const press = (name: string | RegExp): Promise<void> =>
	act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const heading = (): string | null => screen.getByRole('heading', { level: 2 }).textContent;
const notice = (): HTMLElement => {
	const found = document.querySelector<HTMLElement>('.wkpbic-step:not([hidden]) .components-notice');
	if (!found) {
		throw new Error('there is no notice');
	}
	return found;
};
const accepting = () => fakeRest({ startSignIn: vi.fn(() => Promise.resolve()) });

describe('the next action', () => {
	it('exists for every code of the contract', () => {
		expect(ERROR_CODES.map((code) => nextActionOf(code).kind)).not.toContain(undefined);
	});

	it.each([
		['client_secret_wrong', 'Go to your Microsoft keys'],
		['account_not_in_tenant', 'Sign in with another account'],
		['consent_needs_admin', 'Ask your administrator'],
		['code_expired', 'Sign in again'],
		['account_not_work_or_school', 'Sign in with another account'],
		['redirect_uri_insecure', 'Go to “Before you start”'],
		['microsoft_unavailable', 'Try again'],
		['a_code_of_tomorrow', 'Try again'],
	])('after %s is “%s”', async (code, label) => {
		await open(failed(code));
		expect(within(notice()).getByRole('button', { name: label })).toBeTruthy();
	});

	it('after declining is signing in again, or asking somebody who may agree', async () => {
		await open(failed('sign_in_declined'));
		expect(within(notice()).getByRole('button', { name: 'Sign in again' })).toBeTruthy();
		expect(within(notice()).getByRole('button', { name: 'Ask your administrator' })).toBeTruthy();
	});

	it('says who must act and whether waiting helps', async () => {
		await open(failed('consent_needs_admin'));
		expect(notice().textContent).toContain('administrator has to act. Waiting does not help.');
	});

	it('opens the page of Microsoft’s portal for the very app, in a new tab', async () => {
		await open(failed('permissions_missing'));
		const link = within(notice()).getByRole('link', { name: /API permissions/ });
		expect(link.getAttribute('href')).toContain('3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846');
		expect(link.getAttribute('target')).toBe('_blank');
	});

	it('with another account makes Microsoft ask which', async () => {
		const leaveFor = vi.fn<(address: string) => void>();
		await open(failed('account_not_in_tenant'), { rest: accepting(), leaveFor });
		await press('Sign in with another account');
		const address = new URL(leaveFor.mock.calls[0]?.[0] ?? '');
		expect(address.searchParams.get('prompt')).toBe('select_account');
		expect(address.searchParams.has('login_hint')).toBe(false);
	});

	it('names the account that was meant and the directory of the app where the account was the fault', async () => {
		await open(failed('account_not_in_tenant'));
		expect(notice().textContent).toContain(ACCOUNT);
		expect(notice().textContent).toContain(TENANT_ID);
	});

	it('leads to the request for the administrator, unfolded', async () => {
		vi.useFakeTimers();
		await open(failed('consent_needs_admin'), { loadKit: () => new Promise(() => undefined) });
		await press('Ask your administrator');
		act(() => void vi.runAllTimers());
		vi.useRealTimers();
		const details = document.getElementById('wkpbic-admin-request');
		expect(details?.hasAttribute('open')).toBe(true);
		expect(document.activeElement?.tagName).toBe('SUMMARY');
	});
});

describe('which keys are needed', () => {
	const method = (value: string) => ({ ...setupWith().fields, sign_in_method: { value, locked: false } });
	it.each([
		['delegated', ['client_id', 'tenant_id', 'client_secret', 'username']],
		['ropc', ['client_id', 'tenant_id', 'username', 'password']],
		['service_principal', ['client_id', 'tenant_id', 'client_secret']],
	])('for %s', (value, fields) => {
		expect(missingFields(method(value))).toEqual(fields);
	});
});

describe('an attempt that never came back', () => {
	it('is asked about, and leads to the place to paste', async () => {
		rememberLeaving(null);
		await open(ready());
		expect(notice().textContent).toContain('Did Microsoft show an error?');
		await press('Yes, I want to paste it');
		expect(document.getElementById('wkpbic-error-page')?.hasAttribute('open')).toBe(true);
		expect(isUnfinished(null)).toBe(false);
	});

	it('is remembered when the browser leaves, and not before the server has it', async () => {
		const rest = fakeRest({ startSignIn: vi.fn(() => Promise.reject(new Error('no'))) });
		await open(ready(), { rest });
		await press('Sign in with Microsoft');
		expect(isUnfinished(null)).toBe(false);
	});

	it('is over as soon as a newer result is there', async () => {
		rememberLeaving(null);
		await open(failed('code_expired'));
		expect(document.body.textContent).not.toContain('Did Microsoft show an error?');
		expect(isUnfinished(null)).toBe(false);
	});

	it('is asked about again after a second try ended the same way as the first', async () => {
		const before = failed('code_expired');
		rememberLeaving(before.sign_in);
		await open(before);
		expect(document.body.textContent).toContain('Did Microsoft show an error?');
	});

	it('is noticed when the back button shows the page as it was', async () => {
		const rest = fakeRest({ startSignIn: () => Promise.resolve(), readSetup: () => Promise.resolve(ready()) });
		await open(ready(), { rest });
		await press('Sign in with Microsoft');
		expect(document.body.textContent).not.toContain('Did Microsoft show an error?');
		const back = Object.assign(new Event('pageshow'), { persisted: true });
		await act(async () => void window.dispatchEvent(back));
		expect(notice().textContent).toContain('Did Microsoft show an error?');
	});
});

describe('a pasted error page', () => {
	const explain = async (text: string): Promise<HTMLElement> => {
		const panel = document.getElementById('wkpbic-error-page') as HTMLElement;
		fireEvent.change(within(panel).getByLabelText('What Microsoft showed'), { target: { value: text } });
		await act(async () => void fireEvent.submit(panel.querySelector('form') as HTMLFormElement));
		return panel;
	};

	it('gets the same explanation as an answer, with ids to copy', async () => {
		await open(ready());
		const panel = await explain(
			'Sign in\nSorry, but we’re having trouble signing you in.\nAADSTS700016: Application with identifier X was not found\n' +
				'Correlation Id: 1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37 Timestamp: 2026-11-24T05:30:00Z',
		);
		expect(panel.textContent).toContain('client_unknown');
		expect(within(panel).getByRole('button', { name: 'Go to your Microsoft keys' })).toBeTruthy();
		expect(panel.querySelector('dl')?.textContent).toContain('AADSTS700016');
		expect(panel.querySelector('dl')?.textContent).toContain('1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37');
	});

	it('that says nothing gets an honest answer and no action', async () => {
		await open(ready());
		const panel = await explain('my cat walked over the keyboard');
		expect(panel.textContent).toContain('nothing_recognised');
		expect(panel.querySelector('.wkpbic-error-page__answer .wkpbic-actions')).toBeNull();
	});

	it('takes the focus to the answer', async () => {
		await open(ready());
		await explain('AADSTS65004');
		expect(document.activeElement?.className).toContain('wkpbic-error-page__answer');
	});

	it('about the redirect URI brings the doctor, who marks the first differing character', async () => {
		await open(ready());
		await explain('AADSTS50011: The redirect URI specified in the request does not match');
		const azure = 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=2';
		fireEvent.change(screen.getByLabelText('Redirect URI as it stands in Azure'), { target: { value: azure } });
		const finding = document.querySelector('.wkpbic-doctor__finding');
		expect(finding?.textContent).toContain('They part at character 71: Azure has “2”, your shop sends “3”.');
		expect(finding?.getAttribute('role')).toBe('status');
		const marks = [...document.querySelectorAll('.wkpbic-address__mark')].map(({ textContent }) => textContent);
		expect(marks).toEqual(['Here: 2', 'Here: 3']);
	});

	it.each([
		['https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard', 'nothing more', 'address_step_missing'],
		['http://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3', '“:”', 'address_scheme_differs'],
		['https://www.shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3', '“w”', 'address_www_differs'],
	])('says of %s what is wrong and where', async (azure, character, code) => {
		await open(ready());
		await explain('AADSTS50011');
		fireEvent.change(screen.getByLabelText('Redirect URI as it stands in Azure'), { target: { value: azure } });
		const text = document.querySelector('.wkpbic-doctor__finding')?.textContent;
		expect(text).toContain(`Azure has ${character}`);
		expect(text).toContain(code);
	});

	it('of a page with several addresses takes the nearest, and leaves the page out', async () => {
		await open(ready());
		await explain('AADSTS50011');
		const azure = 'https://shop.example:8443/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
		const pasted = `Redirect URIs\nWeb https://other.example/cb\n${azure}\nAdd URI`;
		fireEvent.change(screen.getByLabelText('Redirect URI as it stands in Azure'), { target: { value: pasted } });
		const finding = document.querySelector('.wkpbic-doctor__finding')?.textContent;
		expect(finding).toContain('address_port_differs');
		expect(finding).toContain('Azure has “:”');
		const address = document.querySelector('.wkpbic-address')?.textContent;
		expect(address?.replace('Here: ', '')).toBe(azure);
	});

	it('with two equal addresses says so', async () => {
		await open(ready());
		await explain('AADSTS50011');
		const own = 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
		fireEvent.change(screen.getByLabelText('Redirect URI as it stands in Azure'), { target: { value: own } });
		expect(document.querySelector('.wkpbic-doctor__finding')?.textContent).toContain('the same');
		expect(document.querySelector('.wkpbic-address')).toBeNull();
	});

	it.each([
		[null, 'nothing more'],
		[' ', 'a blank'],
		['\u200b', 'the invisible character U+200B'],
		['\u0301', 'the invisible character U+0301'],
		['é', '“é”'],
	])('names the character %j', (character, name) => {
		expect(characterName(character)).toBe(name);
	});
});

describe('the account', () => {
	it('that signed in and is not the one of step 2 is asked about', async () => {
		const setup = connectedSetup();
		await open({ ...setup, connection: { ...setup.connection, username: 'owner@contoso.example' } });
		expect(notice().textContent).toContain('owner@contoso.example');
		expect(notice().textContent).toContain(TENANT_ID);
		await press('Write owner@contoso.example in step 2');
		expect(heading()).toBe('Your Microsoft keys');
	});

	it('in another case is the same', async () => {
		const setup = connectedSetup();
		await open({ ...setup, connection: { ...setup.connection, username: ACCOUNT.toUpperCase() } });
		expect(document.querySelector('.components-notice')).toBeNull();
	});
});

describe('without a page of Microsoft’s', () => {
	const by = (method: string): Setup => ({
		...ready(),
		fields: {
			...storedFields(),
			password: { has_value: true, stored_at: 1, locked: false },
			sign_in_method: { value: method, locked: false },
		},
	});
	const rung = (state: 'passed' | 'failed', code: string | null) => ({
		results: [{ id: 'token', state, code, params: {}, evidence: {}, milliseconds: 5 }],
		workspaces: null,
	});

	it('the app itself is connected by a check', async () => {
		const rest = fakeRest({
			testConnection: vi.fn(() => Promise.resolve(rung('passed', null))),
			readSetup: () => Promise.resolve(by('service_principal')),
		});
		await open(by('service_principal'), { rest });
		expect(screen.queryByRole('button', { name: 'Sign in with Microsoft' })).toBeNull();
		expect(document.getElementById('wkpbic-admin-request')).toBeNull();
		await press('Connect the app');
		expect(notice().textContent).toContain('Microsoft knows the app');
	});

	it('a refused password leads to step 2, not to a sign-in', async () => {
		const rest = fakeRest({
			testConnection: () => Promise.resolve(rung('failed', 'password_wrong')),
			readSetup: () => Promise.resolve(by('ropc')),
		});
		await open(by('ropc'), { rest });
		await press('Try the password');
		expect(notice().textContent).toContain('password_wrong');
		await act(async () => void fireEvent.click(within(notice()).getByRole('button', { name: 'Go to your Microsoft keys' })));
		expect(heading()).toBe('Your Microsoft keys');
	});
});

describe('the request to the administrator', () => {
	const kit = fakeKit({
		adminRequest: (facts) => ({
			ask: facts.consent_url ? 'admin_ask_consent' : 'admin_ask_register',
			site_name: facts.site_name,
			site_address: 'https://shop.example',
			app_name: facts.app_name,
			client_id: facts.client_id ?? null,
			tenant_id: facts.tenant_id ?? null,
			cloud: facts.cloud,
			redirect_uri: facts.redirect_uri,
			permissions: [{ name: 'Report.Read.All', purpose: 'purpose_show_reports' }],
			limits: ['limit_power_bi_only'],
			who: 'admin_who_may_grant',
			roles: ['Cloud Application Administrator'],
			consent_url: facts.consent_url ?? null,
			undo: [{ phrase: 'undo_revoke_consent', url: 'https://portal.azure.com/#undo' }],
		}),
		mailtoUrl: (subject, body) => ({
			url: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`,
			verdict:
				body.length > 400
					? { level: 'warn', code: 'mailto_long', params: { max: 400, actual: body.length } }
					: { level: 'ok', code: 'ok', params: {} },
		}),
	});
	const unfold = async (setup: Setup, situation: Situation = {}): Promise<HTMLElement> => {
		await open(setup, { loadKit: kit, ...situation });
		const details = document.getElementById('wkpbic-admin-request') as HTMLDetailsElement;
		details.open = true;
		await act(async () => void fireEvent(details, new Event('toggle')));
		return details;
	};

	it('holds link, reasons and the way back', async () => {
		const text = (await unfold(ready())).querySelector('.wkpbic-request__text')?.textContent ?? '';
		for (const part of ['adminconsent?', 'purpose_show_reports', 'limit_power_bi_only', 'admin_who_may_grant', 'https://portal.azure.com/#undo']) {
			expect(text).toContain(part);
		}
	});

	it('is short in the link for the mail program, which cuts long ones', async () => {
		const details = await unfold(ready());
		const href = within(details).getByRole('link', { name: 'Write a mail' }).getAttribute('href') ?? '';
		const body = decodeURIComponent(href.split('&body=')[1] ?? '');
		expect(body).toContain('adminconsent?');
		expect(body).not.toContain('limit_power_bi_only');
	});

	it('asks to register the app while there are no keys', async () => {
		const text = (await unfold(setupWith())).querySelector('.wkpbic-request__text')?.textContent ?? '';
		expect(text).toContain('admin_ask_register');
		expect(text).toContain('step=3');
		expect(text).not.toContain('adminconsent');
	});

	it('prints only itself, and clears away afterwards', async () => {
		const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
		await unfold(ready());
		await press('Print it');
		expect(print).toHaveBeenCalledTimes(1);
		expect(document.body.classList.contains('wkpbic-printing')).toBe(true);
		expect(document.querySelector('.wkpbic-sheet')?.textContent).toContain('adminconsent?');
		act(() => void window.dispatchEvent(new Event('afterprint')));
		expect(document.body.classList.contains('wkpbic-printing')).toBe(false);
		expect(document.querySelector('.wkpbic-sheet')).toBeNull();
	});

	it('says why when the kit cannot be had, and tries again', async () => {
		const loadKit = vi.fn(() => Promise.resolve({ status: 'unavailable', code: 'wasm_network', params: {} } as const));
		const details = await unfold(ready(), { loadKit });
		expect(details.textContent).toContain('wasm_network');
		await act(async () => void fireEvent.click(within(details).getByRole('button', { name: 'Try again' })));
		expect(loadKit).toHaveBeenCalledTimes(2);
	});

	it('notices consent that was reported meanwhile, and says honestly when nothing was', async () => {
		const reported = { check: 'admin_consent_reported', passed: true, at: 1_795_000_000, code: '', params: {}, item: null } as const;
		const readSetup = vi
			.fn()
			.mockResolvedValueOnce(ready())
			.mockResolvedValueOnce({ ...ready(), evidence: [reported] });
		const details = await unfold(ready(), { rest: fakeRest({ readSetup }) });
		await press('Look now');
		expect(details.textContent).toContain('That need not mean no');
		await act(async () => {
			vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
			document.dispatchEvent(new Event('visibilitychange'));
		});
		expect(details.textContent).toContain('Consent was reported');
		expect(readSetup).toHaveBeenCalledTimes(2);
	});
});
