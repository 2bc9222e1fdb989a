import { describe, expect, it } from 'vitest';
import { readBootstrap } from '../src/bootstrap';
import { NOTHING_DECLARED } from '../src/extend/declared';
import { readSetup } from '../src/read-setup';
import { UnreadableError } from '../src/reading';
import { bootstrapWith, connectedSetup, setupWith } from './fakes';

const printed = (): Record<string, unknown> =>
	JSON.parse(JSON.stringify(bootstrapWith(3, connectedSetup()))) as Record<string, unknown>;

function pathOfFailure(value: unknown): string | null {
	try {
		readBootstrap(value);
		return null;
	} catch (failure) {
		return failure instanceof UnreadableError ? failure.path : String(failure);
	}
}

describe('readBootstrap', () => {
	it('reads what PHP prints', () => {
		expect(readBootstrap(printed())).toEqual(bootstrapWith(3, connectedSetup()));
	});

	it('ignores what it does not know', () => {
		expect(readBootstrap({ ...printed(), later_addition: 1 })).toEqual(bootstrapWith(3, connectedSetup()));
	});

	it('reads what other plugins declare, and nobody can change it afterwards', () => {
		const extensions = {
			steps: [{ id: 'x/s', title: 'S', description: '', before: null, after: 'sign-in' }],
			fields: [{ id: 'x/f', step: 'x/s', type: 'text', label: 'F', help: '', where: '', choices: [], rules: [{ kind: 'max_chars', max: 3 }] }],
			checks: [{ id: 'x/c', step: 'x/s', label: 'C' }],
			permissions: [{ id: 'x/p', scopes: ['Capacity.Read.All'], reason: 'R' }],
			diagnoses: [{ id: 'x/d', aadsts: [1], power_bi: [], sentence: 'D', actor: 'you', wait: 'none', link: null }],
			problems: [{ code: 'c', id: 'i', plugin: null, params: {} }],
		};
		const read = readBootstrap({ ...printed(), extensions: JSON.parse(JSON.stringify({ ...extensions, problems: [{ code: 'c', id: 'i', plugin: null, params: [] }] })) as unknown });
		expect(read.extensions).toEqual(extensions);
		expect(() => (read.extensions.steps as unknown[]).push(1)).toThrow(TypeError);
		expect(() => ((read.setup.connection as { state: string }).state = 'connected')).toThrow(TypeError);
	});

	it('goes on without declarations that cannot be read, and says which', () => {
		const { extensions } = readBootstrap({ ...printed(), extensions: { ...NOTHING_DECLARED, fields: [{ id: 7 }] } });
		expect(extensions.fields).toEqual([]);
		expect(extensions.problems).toEqual([{ code: 'extensions_unreadable', id: 'wkpbicBootstrap.extensions.fields[0].id', plugin: null, params: {} }]);
		expect(readBootstrap({ ...printed(), extensions: undefined }).extensions).toEqual(NOTHING_DECLARED);
	});

	it.each([
		['wkpbicBootstrap', undefined],
		['wkpbicBootstrap', 'text'],
		['wkpbicBootstrap', [1]],
		['wkpbicBootstrap.contract_hash', { ...printed(), contract_hash: 7 }],
		['wkpbicBootstrap.core.wasm', { ...printed(), core: { glue: '/a' } }],
		['wkpbicBootstrap.kit.wasm', { ...printed(), kit: { glue: '/a' } }],
		['wkpbicBootstrap.kit', { ...printed(), kit: undefined }],
		['wkpbicBootstrap.step', { ...printed(), step: '3' }],
		['wkpbicBootstrap.messages.a', { ...printed(), messages: { a: null } }],
	])('names %s as what is wrong', (path, value) => {
		expect(pathOfFailure(value)).toBe(path);
	});
});

describe('readSetup', () => {
	it('takes an empty PHP array for an empty object', () => {
		const setup = setupWith({ problems: [{ code: 'encryption_unavailable', params: {} }] });
		const value = { ...setup, problems: [{ code: 'encryption_unavailable', params: [] }] };
		expect(readSetup(value, 'setup')).toEqual(setup);
	});

	it('reads a result with what Microsoft said', () => {
		const microsoft = {
			error: 'invalid_client',
			error_description: 'AADSTS7000215: …',
			error_codes: [7000215],
			trace_id: 'trace',
			correlation_id: 'correlation',
			timestamp: '2026-11-24 05:00:00Z',
		};
		const sign_in = { outcome: 'failed', code: 'client_secret_wrong', params: {}, at: 1, microsoft } as const;
		expect(readSetup(setupWith({ sign_in }), 'setup').sign_in).toEqual(sign_in);
	});

	it('reads evidence, progress, expiry and the question which site this is', () => {
		const told = setupWith({
			claims: { consent: 5 },
			evidence: [{ check: 'app_token_issued', passed: false, at: 7, code: 'client_secret_wrong', params: {}, item: 'client_secret' }],
			progress: { answers: { account: 'unsure' }, route: 'portal_guided' },
			expiry: { expires_on: '2027-05-24', days_left: -1, stage: 'expired', code: 'expiry_date_past', params: { date: '2027-05-24' } },
			site: { code: 'site_copied', params: {}, choices: ['moved', 'copy'] },
			may_change_roles: true,
		});
		expect(readSetup(told, 'setup')).toEqual(told);
	});

	it.each([
		['setup.evidence[0].check', { evidence: [{ check: 'luck', passed: true, at: 0, code: '', item: null }] }],
		['setup.progress.answers.account', { progress: { answers: { account: 'yes' }, route: null } }],
		['setup.progress.route', { progress: { answers: {}, route: 'guess' } }],
		['setup.claims.consent', { claims: { consent: true } }],
	])('names %s as what is wrong', (path, part) => {
		expect(() => readSetup({ ...setupWith(), ...part }, 'setup')).toThrow(`${path}:`);
	});

	it('refuses a state that does not exist', () => {
		const setup = setupWith();
		const value = { ...setup, connection: { ...setup.connection, state: 'lost' } };
		expect(() => readSetup(value, 'setup')).toThrow('setup.connection.state: expected one of not_connected');
	});
});
