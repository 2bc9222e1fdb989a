import { describe, expect, it, vi } from 'vitest';
import {
	createWizardRegistry,
	type CardRegistration,
	type CheckRegistration,
	type FieldRegistration,
	type StepRegistration,
	type WizardRegistry,
} from '../src/extend';
import { registerOwnSteps } from '../src/wizard/own-steps';
import { setupWith } from './fakes';

const field = (id: string, part: Partial<FieldRegistration> = {}): FieldRegistration => ({
	id,
	step: 'here',
	label: () => id,
	type: 'text',
	...part,
});
const check = (id: string, part: Partial<CheckRegistration> = {}): CheckRegistration => ({
	id,
	step: 'here',
	label: () => id,
	run: async () => ({ state: 'passed', code: null, params: {} }),
	...part,
});
const card = (id: string, part: Partial<CardRegistration> = {}): CardRegistration => ({
	id,
	step: 'here',
	title: () => id,
	component: () => null,
	...part,
});
const throws = (): never => {
	throw new Error('broken on purpose');
};

function withStep(part: Partial<StepRegistration> = {}): WizardRegistry {
	const registry = createWizardRegistry();
	registry.steps.register({ id: 'here', title: () => 'Here', component: () => null, ...part });
	return registry;
}

describe('the registry of the wizard', () => {
	it('takes all that our own four steps bring', () => {
		const registry = createWizardRegistry();
		registerOwnSteps(registry);
		expect(registry.problems()).toEqual([]);
		expect(registry.steps.list()).toHaveLength(4);
	});

	it('orders fields, checks and cards like steps', () => {
		const registry = withStep();
		registry.fields.register(field('a'));
		registry.fields.register(field('b'));
		registry.fields.register(field('x/first', { before: 'a' }));
		registry.checks.register(check('x/late', { after: 'a' }));
		registry.checks.register(check('a'));
		registry.cards.register(card('a'));
		registry.cards.register(card('x/second', { after: 'a' }));
		expect(registry.fields.list().map(({ id }) => id)).toEqual(['x/first', 'a', 'b']);
		expect(registry.checks.list().map(({ id }) => id)).toEqual(['a', 'x/late']);
		expect(registry.cards.list().map(({ id }) => id)).toEqual(['a', 'x/second']);
	});

	it.each<[string, (registry: WizardRegistry) => unknown]>([
		['field_id_invalid', ({ fields }) => fields.register(field('Client ID'))],
		['field_id_invalid', ({ fields }) => fields.register(field(7 as unknown as string))],
		['field_id_taken', ({ fields }) => fields.register(field('taken'))],
		['field_incomplete', ({ fields }) => fields.register({ id: 'x/bare', step: 'here' } as unknown as FieldRegistration)],
		['field_incomplete', ({ fields }) => fields.register(field('x/nothing-to-choose', { type: 'select' }))],
		['field_type_unknown', ({ fields }) => fields.register(field('x/odd', { type: 'colour' as 'text' }))],
		['check_id_invalid', ({ checks }) => checks.register(check('a/b/c'))],
		['check_id_taken', ({ checks }) => checks.register(check('taken'))],
		['check_incomplete', ({ checks }) => checks.register({ ...check('x/bare'), run: undefined } as unknown as CheckRegistration)],
		['card_id_invalid', ({ cards }) => cards.register(card(''))],
		['card_id_taken', ({ cards }) => cards.register(card('taken'))],
		['card_incomplete', ({ cards }) => cards.register({ ...card('x/bare'), title: 'text' } as unknown as CardRegistration)],
	])('refuses with %s, lists it, and stays as it was', (code, register) => {
		const registry = withStep();
		registry.fields.register(field('taken'));
		registry.checks.register(check('taken'));
		registry.cards.register(card('taken'));
		const before = [registry.fields.list(), registry.checks.list(), registry.cards.list()];
		const listener = vi.fn();
		registry.subscribe(listener);
		expect(register(registry)).toMatchObject({ code });
		expect([registry.fields.list(), registry.checks.list(), registry.cards.list()]).toEqual(before);
		expect(registry.problems().map((problem) => problem.code)).toEqual([code]);
		expect(listener).not.toHaveBeenCalled();
	});

	it('names what belongs to a step that does not exist, until that step comes', () => {
		const registry = createWizardRegistry();
		registry.fields.register(field('x/lost'));
		registry.checks.register(check('x/lost'));
		registry.cards.register(card('x/lost'));
		expect(registry.problems()).toEqual([
			{ code: 'field_step_unknown', id: 'x/lost' },
			{ code: 'check_step_unknown', id: 'x/lost' },
			{ code: 'card_step_unknown', id: 'x/lost' },
		]);
		registry.steps.register({ id: 'here', title: () => 'Here', component: () => null });
		expect(registry.problems()).toEqual([]);
	});

	it('survives functions that throw, and lists each once', () => {
		const registry = withStep({ title: throws, isDone: throws, isShown: throws });
		registry.fields.register(field('x/field', { label: throws, isShown: throws }));
		registry.checks.register(check('x/check', { label: throws, nextAction: throws }));
		registry.cards.register(card('x/card', { title: throws }));
		const setup = setupWith();
		for (const step of [...registry.steps.list(), ...registry.steps.list()]) {
			expect([step.title(), step.isDone(setup), step.isShown(setup)]).toEqual(['here', false, true]);
		}
		expect(registry.fields.list().map(({ label, isShown }) => [label(), isShown(setup)])).toEqual([['x/field', true]]);
		expect(registry.checks.list().map(({ label }) => label())).toEqual(['x/check']);
		expect(registry.cards.list().map(({ title }) => title())).toEqual(['x/card']);
		expect(registry.problems()).toEqual([
			{ code: 'step_failed', id: 'here' },
			{ code: 'field_failed', id: 'x/field' },
			{ code: 'check_failed', id: 'x/check' },
			{ code: 'card_failed', id: 'x/card' },
		]);
	});

	it('turns a check that throws at once into one that rejects', async () => {
		const registry = withStep();
		registry.checks.register(check('x/hasty', { run: throws }));
		const [hasty] = registry.checks.list();
		const round = { signal: new AbortController().signal, once: async <T>(_: string, call: () => Promise<T>) => call() };
		await expect(hasty?.run({} as never, round)).rejects.toThrow('broken on purpose');
	});

	it('tells about each registration of any kind, until the listener leaves', () => {
		const registry = withStep();
		const listener = vi.fn();
		const leave = registry.subscribe(listener);
		const before = registry.all();
		registry.fields.register(field('a'));
		registry.checks.register(check('a'));
		registry.cards.register(card('a'));
		expect(listener).toHaveBeenCalledTimes(3);
		expect(registry.all()).not.toBe(before);
		expect(registry.all()).toBe(registry.all());
		expect(registry.all()).toEqual({
			steps: registry.steps.list(),
			fields: registry.fields.list(),
			checks: registry.checks.list(),
			cards: registry.cards.list(),
		});
		leave();
		registry.fields.register(field('b'));
		expect(listener).toHaveBeenCalledTimes(3);
	});
});
