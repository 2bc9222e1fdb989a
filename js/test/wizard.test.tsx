import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RestFailure } from '../src/rest/failure';
import type { Core } from '../src/core/load';
import type { Callback } from '../src/core/door';
import {
	ACCOUNT,
	CLIENT_ID,
	connectedSetup,
	fakeCore,
	fakeRest,
	loaded,
	MESSAGES,
	ownRegistry,
	setupWith,
	storedFields,
	TENANT_ID,
} from './fakes';
import { openWizard, type Situation } from './render';

async function open(situation: Situation): Promise<void> {
	openWizard(situation);
	await act(async () => undefined);
}
const heading = (): HTMLElement => screen.getByRole('heading', { level: 2 });
const press = (name: string): Promise<void> =>
	act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const notices = (): (string | null)[] =>
	[...document.querySelectorAll('.components-notice__content')].map(({ textContent }) => textContent);

describe('steps', () => {
	it('are real links, and the current one is marked', async () => {
		await open({ step: 2 });
		const links = within(screen.getByRole('navigation')).getAllByRole('link');
		expect(links.map((link) => link.getAttribute('href'))).toEqual(
			[1, 2, 3, 4].map((step) => `admin.php?page=wkpbic-setup-wizard&step=${step}`),
		);
		expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'step', null, null]);
	});

	it('change the address and take focus to the heading, back and forward too', async () => {
		await open({ step: 1 });
		expect(document.activeElement).toBe(document.body);
		await press('Start');
		expect(window.location.search).toBe('?page=wkpbic-setup-wizard&step=2');
		expect(document.activeElement).toBe(heading());
		expect(heading().textContent).toBe('Your Microsoft keys');

		await act(async () => {
			window.history.replaceState(null, '', '?page=wkpbic-setup-wizard&step=1');
			window.dispatchEvent(new PopStateEvent('popstate'));
		});
		expect(heading().textContent).toBe('Before you start');
		expect(document.activeElement).toBe(heading());
	});

	it('leave a click with a modifier key to the browser', async () => {
		await open({ step: 1 });
		fireEvent.click(screen.getByRole('link', { name: /Check and finish/ }), { ctrlKey: true });
		expect(heading().textContent).toBe('Before you start');
	});

	it('of other plugins stand among ours; one that breaks takes nothing with it', async () => {
		const registry = ownRegistry();
		registry.steps.register({
			id: 'my-plugin/broken',
			title: () => 'Broken',
			after: 'before-you-start',
			component: () => {
				throw new Error('broken on purpose');
			},
		});
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		await open({ step: 1, registry });
		fireEvent.click(screen.getByRole('link', { name: /Broken/ }));
		expect(window.location.search).toBe('?page=wkpbic-setup-wizard&step=my-plugin%2Fbroken');
		expect(notices()[0]).toContain('my-plugin/broken');
		fireEvent.click(screen.getByRole('link', { name: /Your Microsoft keys/ }));
		expect(screen.getByLabelText('Application (client) ID')).toBeTruthy();
	});

	it('appear when they are registered late', async () => {
		const registry = ownRegistry();
		await open({ step: 1, registry });
		act(() => void registry.steps.register({ id: 'my-plugin/late', title: () => 'Late', component: () => null }));
		expect(screen.getByRole('link', { name: /Late/ })).toBeTruthy();
		expect(screen.getByText('Step 1 of 5')).toBeTruthy();
	});
});

describe('without the core', () => {
	it('one sentence says why, and signing in waits', async () => {
		await open({ step: 3, setup: setupWith({ fields: storedFields() }), loading: Promise.resolve({ ok: false, why: 'csp' }) });
		expect(notices()).toHaveLength(1);
		expect(notices()[0]).toContain(MESSAGES['wasm_blocked_by_csp']);
		expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in with Microsoft' }).disabled).toBe(true);
	});

	it('the redirect URI is still there to copy', async () => {
		await open({ step: 2, loading: Promise.resolve({ ok: false, why: 'no-wasm' }) });
		fireEvent.click(screen.getByText('Register your shop as an app'));
		expect(document.querySelector('#wkpbic-portal-register .wkpbic-copy__text')?.textContent).toBe(
			'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3',
		);
	});
});

describe('signing in', () => {
	const ready = setupWith({ fields: storedFields() });

	it('names what is missing and leads there', async () => {
		await open({ step: 3, setup: setupWith({ fields: { ...storedFields(), username: { value: '', locked: false } } }) });
		expect(notices()[0]).toContain('Microsoft account (email)');
		expect(notices()[0]).not.toContain('Client secret');
		expect(screen.queryByRole('button', { name: 'Sign in with Microsoft' })).toBeNull();
		await press('Go to your Microsoft keys');
		expect(heading().textContent).toBe('Your Microsoft keys');
	});

	it('hands the attempt to the server before the browser leaves', async () => {
		const core = fakeCore();
		const order: string[] = [];
		const startSignIn = vi.fn(async () => void order.push('server'));
		await open({
			step: 3,
			setup: ready,
			loading: loaded(core),
			rest: fakeRest({ startSignIn }),
			leaveFor: (address) => void order.push(address),
		});
		await press('Sign in with Microsoft');
		expect(order).toEqual(['server', 'https://login.example/authorize']);
		const redirect_uri = 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
		expect(startSignIn).toHaveBeenCalledExactlyOnceWith({
			state: 'the-state',
			code_verifier: 'the-verifier',
			nonce: 'the-nonce',
			redirect_uri,
		});
		expect(core.startSignIn).toHaveBeenCalledExactlyOnceWith({
			cloud: 'global',
			tenant_id: TENANT_ID,
			client_id: CLIENT_ID,
			redirect_uri,
			login_hint: ACCOUNT,
		});
	});

	it('stays when the server refuses, says why, and can be tried again', async () => {
		const leaveFor = vi.fn();
		const rest = fakeRest({ startSignIn: () => Promise.reject(new RestFailure('brand_new', 'Not now.')) });
		await open({ step: 3, setup: ready, rest, leaveFor });
		await press('Sign in with Microsoft');
		expect(leaveFor).not.toHaveBeenCalled();
		expect(notices()).toEqual(['Not now.']);
		expect(screen.getByRole('button', { name: 'Sign in with Microsoft' }).getAttribute('aria-disabled')).toBe('false');
	});

	it('shows a failure with the way to mend it and with details as plain text', async () => {
		const microsoft = {
			error: 'invalid_client',
			error_description: 'AADSTS7000215: <b>Invalid</b> client secret.\r\nTrace ID: 1',
			error_codes: [7000215],
			trace_id: 'trace-1',
			correlation_id: 'correlation-1',
			timestamp: '2026-11-24 05:00:00Z',
		};
		const sign_in = { outcome: 'failed', code: 'client_secret_wrong', params: {}, at: 1, microsoft } as const;
		await open({ step: 3, setup: { ...ready, sign_in } });
		const details = document.querySelector('.wkpbic-details__list');
		expect(details?.textContent).toContain('AADSTS7000215: <b>Invalid</b> client secret.');
		expect(details?.textContent).not.toContain('Trace ID: 1');
		expect(details?.textContent).toContain('correlation-1');
		expect(details?.querySelector('b')).toBeNull();
		const notice = document.querySelector<HTMLElement>('.components-notice');
		fireEvent.click(within(notice ?? document.body).getByRole('button', { name: 'Go to your Microsoft keys' }));
		expect(heading().textContent).toBe('Your Microsoft keys');
	});

	it('leads on to step 4 once connected', async () => {
		const setup = { ...connectedSetup(), sign_in: { outcome: 'signed_in', code: 'signed_in', params: {}, at: 1, microsoft: null } as const };
		await open({ step: 3, setup });
		expect(notices()).toEqual([MESSAGES['signed_in']]);
		await press('Continue');
		expect(heading().textContent).toBe('Check and finish');
	});
});

describe('an answer about admin consent', () => {
	const answered = (callback: Callback): Promise<unknown> => {
		const readCallback: Core['readCallback'] = () => callback;
		return open({ step: 3, setup: setupWith({ fields: storedFields() }), loading: loaded({ ...fakeCore(), readCallback }) });
	};

	it('that is good is told, with a warning when it names another directory', async () => {
		await answered({ kind: 'admin_consent_granted', tenant: 'd0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b', state: null });
		expect(notices()[0]).toContain('Consent for d0c5a1b2');
		expect(notices()[0]).toContain('another directory');
	});

	it('from the right directory needs no warning, in whatever case', async () => {
		await answered({ kind: 'admin_consent_granted', tenant: TENANT_ID.toUpperCase(), state: null });
		expect(notices()[0]).not.toContain('another directory');
	});

	it.each<Callback>([
		{ kind: 'admin_consent_refused', error: 'consent_required', error_description: '<i>AADSTS65004</i>\nmore', state: null },
		{ kind: 'error', error: 'server_error', error_description: '<i>AADSTS65004</i>\nmore', state: null },
	])('or a lost sign-in that is bad shows the first line as text', async (callback) => {
		await answered(callback);
		expect(notices()).toHaveLength(1);
		expect(notices()[0]).toContain('<i>AADSTS65004</i>');
		expect(notices()[0]).not.toContain('more');
	});
});

describe('checking', () => {
	it('says why it failed and shows the state that the server has now', async () => {
		const rest = fakeRest({
			testConnection: () => Promise.reject(new RestFailure('power_bi_forbidden', '')),
			readSetup: () =>
				Promise.resolve(setupWith({ connection: { ...connectedSetup().connection, state: 'sign_in_again' } })),
		});
		await open({ step: 4, setup: connectedSetup(), rest });
		await press('Check the connection');
		expect(notices()).toEqual([MESSAGES['power_bi_forbidden']]);
		expect(screen.getByText('Please sign in again')).toBeTruthy();
	});

	it('is not offered while nobody has signed in', async () => {
		await open({ step: 4 });
		expect(screen.queryByRole('button', { name: 'Check the connection' })).toBeNull();
		await press('Go to step 3 and sign in');
		expect(heading().textContent).toBe('Sign in and consent');
	});

	it('disconnects only after the question', async () => {
		const disconnect = vi.fn(() => Promise.resolve(setupWith({ fields: storedFields() })));
		await open({ step: 4, setup: connectedSetup(), rest: fakeRest({ disconnect }) });
		await press('Disconnect');
		expect(disconnect).not.toHaveBeenCalled();
		await press('Yes, disconnect');
		expect(disconnect).toHaveBeenCalledTimes(1);
		expect(screen.getByText('Not connected yet')).toBeTruthy();
	});
});
