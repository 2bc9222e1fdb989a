import { addFilter, removeFilter } from '@wordpress/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Core } from '../src/core/load';
import type { KitState } from '../src/core/state';
import { createWizardRegistry, openServices, registry as registryOfPage } from '../src/extend';
import type { DeclaredDiagnosis } from '../src/extend/declared';
import { addedDiagnoses, webAddress, type AddedDiagnosis } from '../src/extend/explain';
import { watchHooks } from '../src/extend/hooks';
import { createServices, type PageServices } from '../src/extend/services';
import * as surface from '../src/index';
import { createMessageText } from '../src/messages';
import { loaded } from './fakes';
import { realCore, realKit } from './real-core';

const GATEWAY: DeclaredDiagnosis = {
	id: 'shop-kit/gateway',
	aadsts: [50105],
	power_bi: ['GatewayNotReachable'],
	sentence: 'Switch the gateway on.',
	actor: 'host',
	wait: 'none',
	link: 'https://shop-kit.example/gateway',
};
const error = (part: { readonly aadsts?: readonly number[]; readonly error?: string }) => ({ code: 'microsoft_unknown', aadsts: [], error: null, ...part });

let core: Core;
let kit: KitState;
beforeAll(async () => {
	core = await realCore();
	kit = await realKit();
});
afterEach(() => void removeFilter(surface.DIAGNOSIS, 'test/filter'));

function open(part: { readonly loading?: ReturnType<typeof loaded>; readonly messages?: Readonly<Record<string, string>> } = {}): PageServices {
	const registry = createWizardRegistry();
	registry.fields.register({ id: 'shop-kit/code', step: 'x', type: 'text', label: () => 'Code', rules: [{ kind: 'pattern', pattern: '[A-Z]{2}' }] });
	const messageFor = createMessageText({ value_pattern_mismatch: 'Another form.', wasm_network: 'No core.', ...part.messages });
	return createServices({ registry, loading: part.loading ?? loaded(core), loadKit: () => Promise.resolve(kit), messageFor, diagnoses: [GATEWAY] });
}

describe('validate', () => {
	it('judges our fields by the core and others by their rules', async () => {
		const { validate } = open({ messages: { client_id_not_guid: 'Not a client ID.' } });
		expect(await validate('client_id', 'nonsense')).toEqual({ level: 'error', sentence: 'Not a client ID.' });
		expect(await validate('shop-kit/code', 'ab')).toEqual({ level: 'error', sentence: 'Another form.' });
		expect(await validate('shop-kit/code', 'AB')).toEqual({ level: 'ok', sentence: 'Looks right.' });
	});

	it('says why where there is no answer', async () => {
		await expect(open().validate('shop-kit/nothing', 'x')).rejects.toMatchObject({ name: 'ServiceUnavailable', code: 'field_unknown' });
		const without = open({ loading: Promise.resolve({ ok: false, why: 'network' }) });
		await expect(without.validate('client_id', 'x')).rejects.toMatchObject({ code: 'wasm_network', message: 'No core.' });
	});

	it('is asked through the page, once the wizard has started there', async () => {
		await expect(surface.validate('client_id', 'x')).rejects.toMatchObject({ code: 'page_incomplete' });
		openServices(open());
		expect(await surface.validate('shop-kit/code', 'AB')).toMatchObject({ level: 'ok' });
	});
});

describe('explain', () => {
	it('keeps the core’s words for what it knows, and adds those of others', async () => {
		const said = await open({ messages: { account_not_assigned: 'Ask for access.' } }).explain('AADSTS50105: Your administrator has configured the application');
		expect([said.code, said.sentence, said.added]).toEqual([
			'account_not_assigned',
			'Ask for access.',
			[{ id: 'shop-kit/gateway', sentence: 'Switch the gateway on.', actor: 'host', wait: 'none', link: 'https://shop-kit.example/gateway' }],
		]);
	});

	it('takes the words of others in place of “unknown” only', async () => {
		const said = await open({ messages: { nothing_recognised: 'Unknown to us.' } }).explain('{"error":{"code":"GatewayNotReachable"}}');
		expect([said.code, said.sentence]).toEqual(['nothing_recognised', 'Switch the gateway on.']);
	});
});

describe('what others say about an error', () => {
	it.each([
		['its number', error({ aadsts: [1, 50105] }), '', 1],
		['its name', error({ error: 'GatewayNotReachable' }), '', 1],
		['its name in a text', error({}), 'Code: GatewayNotReachable.', 1],
		['a longer word', error({}), 'GatewayNotReachableAgain', 0],
		['another number', error({ aadsts: [501050] }), '', 0],
	])('is found by %s', (_, about, text, count) => {
		expect(addedDiagnoses(about, [GATEWAY], text)).toHaveLength(count);
	});

	it('may be added by a filter, which cannot change the error', () => {
		addFilter(surface.DIAGNOSIS, 'test/filter', (said: readonly AddedDiagnosis[], about: { code: string }) => {
			expect(() => (about.code = 'other')).toThrow(TypeError);
			return [...said, { id: 'shop-kit/more', sentence: 'More.', actor: 'everybody', wait: 'years', link: 'javascript:alert(1)' }];
		});
		expect(addedDiagnoses(error({}), [GATEWAY])).toEqual([{ id: 'shop-kit/more', sentence: 'More.', actor: 'you', wait: 'none', link: null }]);
	});

	it.each([
		['throws', () => { throw new Error('broken on purpose'); }],
		['gives no list', () => 'nothing'],
	])('stays when a filter %s', (_, filter) => {
		addFilter(surface.DIAGNOSIS, 'test/filter', filter);
		expect(addedDiagnoses(error({ aadsts: [50105] }), [GATEWAY]).map(({ id }) => id)).toEqual(['shop-kit/gateway']);
	});

	it('tells which hook has a listener that throws', () => {
		const watcher = vi.fn();
		const leave = watchHooks(watcher);
		addFilter(surface.DIAGNOSIS, 'test/filter', () => { throw new Error('broken on purpose'); });
		addedDiagnoses(error({}), []);
		leave();
		expect(watcher.mock.calls).toEqual([['wkpbic.diagnosis']]);
	});

	it.each([
		['https://a.example/b', 'https://a.example/b'],
		['http://a.example', 'http://a.example/'],
		['javascript:alert(1)', null],
		['data:text/html,x', null],
		['/relative', null],
		[7, null],
	])('links to the web only: %s', (link, address) => {
		expect(webAddress(link)).toBe(address);
	});
});

describe('what scripts register', () => {
	it.each([
		['step_id_invalid', () => surface.registerStep({ id: 'warehouse', title: () => 'x' })],
		['field_id_invalid', () => surface.registerField({ id: 'client_id', component: () => null })],
		['check_id_invalid', () => surface.registerCheck({ id: 'wkpbic/token', step: 'sign-in', label: () => 'x', run: () => Promise.reject(new Error()) })],
		['card_id_invalid', () => surface.registerCard({ id: '../x', step: 'sign-in', title: () => 'x', component: () => null })],
		['step_incomplete', () => surface.registerStep(null as never)],
		['field_incomplete', () => surface.registerField({ id: 'shop-kit/nobody-declared-it', component: () => null })],
		['check_incomplete', () => surface.registerCheck(new Proxy({}, { ownKeys: () => { throw new Error('broken on purpose'); } }) as never)],
	])('is refused with %s and listed', (code, register) => {
		expect(register()).toMatchObject({ code });
		expect(registryOfPage.problems().map((problem) => problem.code)).toContain(code);
		expect(registryOfPage.all()).toEqual({ steps: [], fields: [], checks: [], cards: [] });
	});

	it('is what it was when it was handed over', () => {
		const registry = createWizardRegistry();
		const step = { id: 'shop-kit/step', title: () => 'Title' };
		registry.steps.register(step);
		step.title = () => { throw new Error('broken on purpose'); };
		step.id = 'sign-in';
		expect(registry.steps.list().map(({ id, title }) => [id, title()])).toEqual([['shop-kit/step', 'Title']]);
	});

	it('gives what the wizard expects, whatever its functions give', () => {
		const registry = createWizardRegistry();
		const odd = (value: unknown) => (() => value) as () => never;
		registry.steps.register({ id: 'x/step', title: odd({ html: '<b>' }), isShown: odd(0), isDone: odd('yes'), draws: 'fields' as never });
		registry.fields.register({ id: 'x/field', step: 'x/step', type: 'select', label: odd(null), choices: odd([{ value: 1 }]), rules: 'none' as never });
		registry.checks.register({ id: 'x/check', step: 'x/step', label: odd([]), run: odd(1), nextAction: odd({ label: 1 }) });
		registry.cards.register({ id: 'x/card', step: 'x/step', title: odd(undefined), component: () => null, claims: {} as never });
		const setup = {} as never;
		expect(registry.steps.list().map((step) => [step.title(), step.isShown(setup), step.isDone(setup), step.draws])).toEqual([['x/step', false, true, []]]);
		expect(registry.fields.list().map((field) => [field.label(), field.choices(), field.rules])).toEqual([['x/field', [], []]]);
		expect(registry.checks.list().map((check) => [check.label(), check.nextAction(setup, setup)])).toEqual([['x/check', null]]);
		expect(registry.cards.list().map((card) => [card.title(), card.claims])).toEqual([['x/card', []]]);
		expect(registry.problems().map(({ code }) => code)).toEqual(['step_failed', 'field_failed', 'check_failed', 'card_failed']);
	});
});
