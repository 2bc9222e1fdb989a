import { describe, expect, it, vi } from 'vitest';
import { createRestClient, type ApiFetch } from '../src/rest/client';
import { RestFailure, toRestFailure } from '../src/rest/failure';
import { setupWith } from './fakes';

const client = (apiFetch: ApiFetch) => createRestClient(apiFetch, 'wkpbic/v1');

describe('createRestClient', () => {
	it('posts the changed fields and nothing else', async () => {
		const apiFetch = vi.fn<ApiFetch>(() => Promise.resolve(setupWith()));
		expect(await client(apiFetch).saveFields({ client_secret: 'a b%41 ' })).toEqual(setupWith());
		expect(apiFetch).toHaveBeenCalledExactlyOnceWith({
			path: '/wkpbic/v1/setup/fields',
			method: 'POST',
			data: { client_secret: 'a b%41 ' },
		});
	});

	it('posts ticks as they are', async () => {
		const apiFetch = vi.fn<ApiFetch>(() => Promise.resolve({ ...setupWith(), claims: { app_created: 1_795_000_000 } }));
		const { claims } = await client(apiFetch).saveClaims({ app_created: true, permissions: false });
		expect(claims).toEqual({ app_created: 1_795_000_000 });
		expect(apiFetch).toHaveBeenCalledExactlyOnceWith({
			path: '/wkpbic/v1/setup/claims',
			method: 'POST',
			data: { app_created: true, permissions: false },
		});
	});

	it.each([
		['https://login.example/authorize?prompt=none', { authorize_url: 'https://login.example/authorize?prompt=none' }],
		[null, {}],
	])('asks Microsoft beforehand, with the authorize URL %s', async (url, data) => {
		const results = [{ id: 'clock', state: 'failed', code: 'clock_wrong', params: { seconds: 400 }, evidence: [], milliseconds: 9 }];
		const apiFetch = vi.fn<ApiFetch>(() => Promise.resolve({ results }));
		expect(await client(apiFetch).preflight(url)).toMatchObject([{ id: 'clock', state: 'failed', evidence: {} }]);
		expect(apiFetch).toHaveBeenCalledExactlyOnceWith({ path: '/wkpbic/v1/setup/preflight', method: 'POST', data });
	});

	it.each([
		['readSetup', 'GET', '/wkpbic/v1/setup', setupWith()],
		['testConnection', 'POST', '/wkpbic/v1/setup/test', { results: [], workspaces: [] }],
		['disconnect', 'DELETE', '/wkpbic/v1/setup/connection', setupWith()],
	] as const)('%s is %s %s', async (name, method, path, answer) => {
		const apiFetch = vi.fn<ApiFetch>(() => Promise.resolve(answer));
		await client(apiFetch)[name]();
		expect(apiFetch).toHaveBeenCalledExactlyOnceWith({ path, method });
	});

	it('rejects with field, code and params of a refusal', async () => {
		const refusal = {
			code: 'client_secret_short',
			message: 'Too short.',
			data: { status: 400, field: 'client_secret', params: { min: 16, actual: 3 } },
		};
		const failure = await client(() => Promise.reject(refusal as unknown as Error)).saveFields({}).catch((reason: unknown) => reason);
		expect(failure).toBeInstanceOf(RestFailure);
		expect(failure).toMatchObject({
			code: 'client_secret_short',
			sentence: 'Too short.',
			field: 'client_secret',
			params: { min: 16, actual: 3 },
			status: 400,
		});
	});

	it('gives a ladder that broke as a result, with every rung', async () => {
		const results = [
			{ id: 'token', state: 'passed', code: null, params: {}, evidence: {}, milliseconds: 1 },
			{ id: 'power_bi', state: 'failed', code: 'power_bi_refused_silently', params: { status: 403 }, evidence: {}, milliseconds: 1 },
			{ id: 'workspaces', state: 'skipped', code: null, params: {}, evidence: {}, milliseconds: 1 },
		];
		const report = await client(() => Promise.resolve({ results, workspaces: null })).testConnection();
		expect(report).toEqual({ results, workspaces: null });
	});

	it('rejects an answer of another shape, naming the place', async () => {
		const failure = await client(() => Promise.resolve({ ...setupWith(), fields: {} }))
			.readSetup()
			.catch((reason: unknown) => reason);
		expect(failure).toMatchObject({ code: 'site_answer_unreadable', params: { path: 'setup.fields.client_id' } });
	});
});

describe('toRestFailure', () => {
	it.each([
		[{ code: 'fetch_error', message: 'You are probably offline.' }, 'site_unreachable'],
		[{ code: 'offline_error', message: 'x' }, 'site_unreachable'],
		[new TypeError('Failed to fetch'), 'site_unreachable'],
		[undefined, 'site_unreachable'],
		[{ code: 'invalid_json', message: 'x' }, 'site_answer_unreadable'],
		[{ code: 'rest_cookie_invalid_nonce', message: 'Cookie check failed' }, 'rest_cookie_invalid_nonce'],
	])('%o is %s', (failure, code) => {
		expect(toRestFailure(failure).code).toBe(code);
	});

	it('survives params that PHP printed as an empty list, and drops what is no value', () => {
		expect(toRestFailure({ code: 'a', data: { params: [] } }).params).toEqual({});
		expect(toRestFailure({ code: 'a', data: { params: { a: 1, b: { c: 2 } } } }).params).toEqual({ a: 1 });
	});
});
