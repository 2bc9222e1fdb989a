/** The pages beside the wizard: the connection and the log. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ConnectionPage } from '../src/pages/connection/connection-page';
import { createLogClient, type LogClient } from '../src/pages/log/log-client';
import type { LogEntry, LogPageOf } from '../src/pages/log/log-entry';
import { addressOf, EVERYTHING, filterOf } from '../src/pages/log/log-filter';
import { LogPage } from '../src/pages/log/log-page';
import { readPageBootstrap, type ConnectionBootstrap } from '../src/pages/page-bootstrap';
import { RestFailure } from '../src/rest/failure';
import type { RestClient } from '../src/rest/client';
import type { Setup } from '../src/setup';
import { bootstrapWith, connectedSetup, fakeRest, storedFields } from './fakes';

const bootstrap = (setup: Setup): ConnectionBootstrap => ({ ...bootstrapWith(1, setup), screen: 'connection', may_view_logs: true });

async function openConnection(setup: Setup, rest: RestClient = fakeRest()): Promise<void> {
	render(<ConnectionPage bootstrap={bootstrap(setup)} rest={rest} />);
	await act(async () => undefined);
}
const press = (name: string | RegExp): Promise<void> =>
	act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the connection page', () => {
	it('says who is connected, how, and when the access is renewed', async () => {
		await openConnection(connectedSetup());
		const facts = document.querySelector('.wkpbic-details__list')?.textContent;
		expect(facts).toContain('A person signs in at Microsoft');
		expect(facts).toContain('Next renewal');
		expect(screen.getByText('Connected')).toBeTruthy();
	});

	it('exchanges the secret, and forgets what was typed', async () => {
		const rotateSecret = vi.fn(() => Promise.resolve(connectedSetup()));
		await openConnection(connectedSetup(), fakeRest({ rotateSecret }));
		const input = screen.getByLabelText<HTMLInputElement>('New client secret (Value)');
		expect(input.type).toBe('password');
		fireEvent.change(input, { target: { value: 'Ab12Q~newnewnewnewnewnewnewnewnewnewnew0' } });
		fireEvent.change(screen.getByLabelText('It ends on'), { target: { value: '2028-01-31' } });
		await press('Try it and exchange');
		expect(rotateSecret).toHaveBeenCalledExactlyOnceWith('Ab12Q~newnewnewnewnewnewnewnewnewnewnew0', '2028-01-31');
		expect(input.value).toBe('');
		expect(document.getElementById('wkpbic-rotate-said')?.textContent).toContain('Microsoft accepts the new secret');
	});

	it('keeps what was typed when Microsoft refuses it, and takes the focus there', async () => {
		const refusal = new RestFailure('client_secret_wrong', '', 'client_secret');
		await openConnection(connectedSetup(), fakeRest({ rotateSecret: () => Promise.reject(refusal) }));
		const input = screen.getByLabelText<HTMLInputElement>('New client secret (Value)');
		fireEvent.change(input, { target: { value: 'wrong' } });
		await press('Try it and exchange');
		expect(input.value).toBe('wrong');
		expect(document.activeElement).toBe(input);
		expect(document.getElementById('wkpbic-rotate-said')?.textContent).toContain('Microsoft refuses the secret.');
	});

	it('offers no exchange of a secret that wp-config.php holds, and names the constant', async () => {
		const fields = { ...storedFields(), client_secret: { has_value: true, stored_at: null, locked: true } };
		await openConnection({ ...connectedSetup(), fields });
		expect(screen.queryByLabelText('New client secret (Value)')).toBeNull();
		expect(screen.getByText('WKPBIC_CLIENT_SECRET')).toBeTruthy();
	});

	it('asks which site this is, and takes the answer', async () => {
		const chooseSite = vi.fn(() => Promise.resolve(connectedSetup()));
		const site = { code: 'site_moved', params: {}, choices: ['moved', 'copy'] } as const;
		await openConnection({ ...connectedSetup(), site }, fakeRest({ chooseSite }));
		await press('It has moved: go on here');
		expect(chooseSite).toHaveBeenCalledExactlyOnceWith('moved');
		expect(screen.queryByRole('button', { name: /It is a copy/ })).toBeNull();
	});

	it('gives rights to roles, but takes none from administrators', async () => {
		const roles = {
			administrator: { name: 'Administrator', fixed: true, manage_settings: true, view_logs: true },
			shop_manager: { name: 'Shop manager', fixed: false, manage_settings: false, view_logs: false },
		};
		const saveRoles = vi.fn(() => Promise.resolve({ ...roles, shop_manager: { ...roles.shop_manager, view_logs: true } }));
		const rest = fakeRest({ readRoles: () => Promise.resolve(roles), saveRoles });
		await openConnection({ ...connectedSetup(), may_change_roles: true }, rest);
		expect(screen.getByLabelText<HTMLInputElement>('Administrator may read the log').disabled).toBe(true);
		await act(async () => void fireEvent.click(screen.getByLabelText('Shop manager may read the log')));
		expect(saveRoles).toHaveBeenCalledExactlyOnceWith({ shop_manager: { view_logs: true } });
		expect(screen.getByLabelText<HTMLInputElement>('Shop manager may read the log').checked).toBe(true);
	});
});

const call: LogEntry = {
	id: 7,
	at: 1_795_000_000,
	kind: 'call',
	event: 'token',
	code: 'client_secret_wrong',
	user: 'admin',
	source: 'rest',
	method: 'POST',
	host: 'login.microsoftonline.com',
	status: 401,
	milliseconds: 120,
	trace_id: 'trace-7',
	correlation_id: null,
};
const change: LogEntry = {
	id: 6,
	at: 1_795_000_000,
	kind: 'audit',
	event: 'settings_saved',
	code: null,
	user: null,
	source: 'cli',
	before: { cloud: 'global' },
	after: { cloud: 'china', has_password: true },
};
const pageOf = (entries: readonly LogEntry[], part: Partial<LogPageOf> = {}): LogPageOf => ({
	entries,
	page: 1,
	pages: 1,
	total: entries.length,
	...part,
});

async function openLog(client: Partial<LogClient>, search = '?page=wkpbic-log'): Promise<void> {
	window.history.replaceState(null, '', `/wp-admin/admin.php${search}`);
	const refuse = (): Promise<never> => Promise.reject(new Error('a call that the test did not expect'));
	const whole = { page: refuse, document: refuse, ...client };
	render(<LogPage adminUrl="https://shop.example/wp-admin/" client={whole} messageFor={(code) => `sentence of ${code}`} events={['settings_saved']} />);
	await act(async () => undefined);
}

describe('the log page', () => {
	it('shows calls and changes, and everything about one on demand', async () => {
		await openLog({ page: () => Promise.resolve(pageOf([call, change])) });
		expect(screen.getByText('401 · 120 ms · client_secret_wrong')).toBeTruthy();
		await press('Details of entry 7');
		expect(screen.getByText('trace-7')).toBeTruthy();
		expect(screen.getByText('sentence of client_secret_wrong')).toBeTruthy();
		await press('Details of entry 6');
		expect(screen.queryByText('trace-7')).toBeNull();
		expect(screen.getByText('global → china')).toBeTruthy();
		expect(screen.getByText('– → true')).toBeTruthy();
	});

	it('keeps its filter in the address, and follows it', async () => {
		const page = vi.fn(() => Promise.resolve(pageOf([])));
		await openLog({ page }, '?page=wkpbic-log&kind=call&paged=3');
		expect(page).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'call', page: 3 }));
		expect(screen.getByText('Nothing fits this filter.')).toBeTruthy();
		fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'audit' } });
		await press('Filter');
		expect(window.location.search).toBe('?page=wkpbic-log&kind=audit');
		expect(page).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'audit', page: 1 }));
	});

	it('reads its own addresses back', () => {
		const filter = { ...EVERYTHING, kind: 'call', code: 'a&b', from: '2026-11-01', page: 4 };
		expect(filterOf(new URL(addressOf(filter), 'https://shop.example/').search)).toEqual(filter);
		expect(filterOf('?paged=-1').page).toBe(1);
	});

	it('says why it cannot be read', async () => {
		await openLog({ page: () => Promise.reject(new RestFailure('log_unavailable', '')) });
		expect(document.querySelector('.components-notice')?.textContent).toContain('sentence of log_unavailable');
	});

	it('asks for the very page and the whole document by their routes', async () => {
		const fetch = vi.fn((request: { path: string }) =>
			Promise.resolve(request.path.includes('export') ? new Response('{"entries":[]}') : pageOf([call])),
		);
		const client = createLogClient(fetch, 'wkpbic/v1');
		await client.page({ ...EVERYTHING, kind: 'call', page: 2 });
		expect(await client.document({ ...EVERYTHING, page: 2 })).toBe('{"entries":[]}');
		expect(fetch.mock.calls.map(([{ path }]) => path)).toEqual(['/wkpbic/v1/log?kind=call&page=2', '/wkpbic/v1/log/export']);
	});
});

describe('what PHP prints for these pages', () => {
	it('is refused by name where it is incomplete', () => {
		expect(() => readPageBootstrap({ screen: 'log', rest: { namespace: 'x' }, site: { admin_url: 'https://shop.example/wp-admin/' }, messages: {} })).toThrow('wkpbicPage.events');
		expect(() => readPageBootstrap(undefined)).toThrow('wkpbicPage.screen');
	});
});
