import { describe, expect, it, vi } from 'vitest';
import { createStepRegistry, type StepRegistration } from '../src/extend';
import { inOrder } from '../src/extend/in-order';
import { ownSteps } from '../src/wizard/own-steps';
import { setupWith } from './fakes';

const step = (id: string, part: Partial<StepRegistration> = {}): StepRegistration => ({
	id,
	title: () => id,
	component: () => null,
	...part,
});

function orderOf(...steps: StepRegistration[]): string[] {
	const registry = createStepRegistry();
	steps.forEach((entry) => registry.register(entry));
	return registry.list().map(({ id }) => id);
}

describe('the step registry', () => {
	it('holds our four steps under the numbers of the address', () => {
		const registry = createStepRegistry();
		expect(ownSteps.map(({ step: entry }) => registry.register(entry))).toEqual([null, null, null, null]);
		expect(registry.list().map(({ id, address }) => [id, address])).toEqual([
			['before-you-start', '1'],
			['microsoft-keys', '2'],
			['sign-in', '3'],
			['check-and-finish', '4'],
		]);
	});

	it('keeps the order of registration', () => {
		expect(orderOf(step('a'), step('b'), step('c'))).toEqual(['a', 'b', 'c']);
	});

	it('puts a step beside the one it names, however late that one comes', () => {
		expect(orderOf(step('x/late', { after: 'a' }), step('a'), step('b'))).toEqual(['a', 'x/late', 'b']);
		expect(orderOf(step('a'), step('b'), step('x/early', { before: 'b' }))).toEqual(['a', 'x/early', 'b']);
	});

	it('lines up those that name the same step', () => {
		expect(orderOf(step('a'), step('x/one', { after: 'a' }), step('b'), step('x/two', { after: 'a' }))).toEqual([
			'a',
			'x/one',
			'x/two',
			'b',
		]);
	});

	it('follows chains', () => {
		expect(orderOf(step('x/two', { after: 'x/one' }), step('a'), step('x/one', { before: 'a' }))).toEqual(['x/one', 'x/two', 'a']);
	});

	it('keeps what stands beside an entry with it, however many line up there', () => {
		const near = step('x/near', { after: 'a' });
		expect(orderOf(step('a'), near, step('x/its-own', { after: 'x/near' }), step('b'), step('x/second', { after: 'a' }))).toEqual([
			'a',
			'x/near',
			'x/its-own',
			'x/second',
			'b',
		]);
	});

	it('orders a chain that is longer than calls may be deep', () => {
		const chain = Array.from({ length: 20_000 }, (_, index) => step(`x/s${index}`, index === 0 ? {} : { after: `x/s${index - 1}` }));
		expect(inOrder(chain.toReversed()).map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
	});

	it('names unknown neighbours, until they come', () => {
		const registry = createStepRegistry();
		registry.register(step('x/lost', { after: 'late' }));
		expect(registry.problems()).toEqual([{ code: 'step_neighbour_unknown', id: 'x/lost' }]);
		registry.register(step('late'));
		expect(registry.problems()).toEqual([]);
	});

	it('puts unknown neighbours and circles at the end', () => {
		expect(orderOf(step('x/lost', { after: 'nobody' }), step('a'))).toEqual(['a', 'x/lost']);
		expect(orderOf(step('x/one', { after: 'x/two' }), step('x/two', { after: 'x/one' }), step('a'))).toEqual(['a', 'x/one', 'x/two']);
	});

	it.each([
		['step_id_invalid', step('Has Blanks')],
		['step_id_invalid', step('')],
		['step_id_invalid', step('a/b/c')],
		['step_id_invalid', step('-a')],
		['step_id_taken', step('first')],
		['step_address_taken', step('x/other', { address: '1' })],
		['step_incomplete', { id: 'x/bare' } as unknown as StepRegistration],
		['step_incomplete', step('x/titled', { title: 'text' as unknown as () => string })],
	])('refuses with %s and stays as it was', (code, refused) => {
		const registry = createStepRegistry();
		registry.register(step('first', { address: '1' }));
		const before = registry.list();
		expect(registry.register(refused)).toEqual({ code, id: refused.id });
		expect(registry.list()).toBe(before);
		expect(registry.problems()).toEqual([{ code, id: refused.id }]);
	});

	it('tells subscribers about each step, until they leave', () => {
		const registry = createStepRegistry();
		const listener = vi.fn();
		const leave = registry.subscribe(listener);
		registry.register(step('a'));
		registry.register(step('a'));
		expect(listener).toHaveBeenCalledTimes(1);
		leave();
		registry.register(step('b'));
		expect(listener).toHaveBeenCalledTimes(1);
	});

	it('takes a step for unfinished unless it says otherwise', () => {
		const registry = createStepRegistry();
		registry.register(step('a'));
		registry.register(step('b', { isDone: () => true }));
		expect(registry.list().map(({ isDone }) => isDone(setupWith()))).toEqual([false, true]);
	});
});
