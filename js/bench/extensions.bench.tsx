/**
 * What a field of another plugin costs, beside what ten times as many cost: to register, to open the page on its step, to be typed
 * in. A ratio of 1 says that the cost of one does not depend on how many there are. jsdom is far slower than a browser: only the
 * ratios say something.
 */
import { fireEvent, render } from '@testing-library/react';
import { describe, it } from 'vitest';
import { registerDeclared, type Declared, type DeclaredField } from '../src/extend/declared';
import { createWizardRegistry } from '../src/extend';
import { registerOwnSteps } from '../src/wizard/own-steps';
import { WizardPage } from '../src/wizard/wizard-page';
import { bootstrapWith, fakeCore, fakeRest, loaded, setupWith } from '../test/fakes';

const SIZES = [100, 1000] as const;
const ROUNDS = 7;

/** Fields in steps of `perStep`. */
function declaring(count: number, perStep: number): Declared {
	const stepOf = (index: number): string => `shop-kit/step-${Math.floor(index / perStep)}`;
	const fields: DeclaredField[] = Array.from({ length: count }, (_, index) => ({
		id: `shop-kit/f${index}`,
		step: stepOf(index),
		type: 'text',
		label: `Label of ${index}`,
		help: 'Some words about it.',
		where: '',
		choices: [],
		rules: [{ kind: 'max_chars', max: 12 }],
	}));
	const steps = Array.from({ length: Math.ceil(count / perStep) }, (_, index) => ({
		id: `shop-kit/step-${index}`,
		title: `Step ${index}`,
		description: '',
		before: null,
		after: index === 0 ? 'check-and-finish' : `shop-kit/step-${index - 1}`,
	}));
	return { steps, fields, checks: [], permissions: [], diagnoses: [], problems: [] };
}

function registered(declared: Declared) {
	const registry = createWizardRegistry();
	registerOwnSteps(registry);
	registerDeclared(registry, declared);
	registry.all();
	registry.problems();
	return registry;
}

function open(declared: Declared) {
	const setup = setupWith({ extensions: { fields: Object.fromEntries(declared.fields.map(({ id }) => [id, { value: '' }])) } });
	const registry = registered(declared);
	window.history.replaceState(null, '', `/wp-admin/admin.php?page=wkpbic-setup-wizard&step=${encodeURIComponent('shop-kit/step-0')}`);
	return render(
		<WizardPage
			bootstrap={{ ...bootstrapWith(1, setup), extensions: declared }}
			registry={registry}
			rest={fakeRest()}
			loading={loaded(fakeCore())}
			loadKit={() => new Promise(() => undefined)}
		/>,
	);
}

/** The least of several rounds, in milliseconds: what else the machine does only adds. */
function least(run: () => void): number {
	const times = Array.from({ length: ROUNDS }, () => {
		const begun = performance.now();
		run();
		return performance.now() - begun;
	});
	return Math.min(...times);
}

function tell(what: string, [few, many]: readonly [number, number], per: string): void {
	process.stdout.write(`${what}: ${few.toFixed(4)} ms ${per} with ${SIZES[0]} fields, ${many.toFixed(4)} with ${SIZES[1]}: ratio ${(many / few).toFixed(2)}\n`);
}

describe('fields of other plugins', () => {
	it('registration', () => {
		const [few, many] = SIZES.map((size) => {
			const declared = declaring(size, 20);
			return least(() => void registered(declared)) / size;
		}) as [number, number];
		tell('registration', [few, many], 'a field');
	});

	it('first drawing of a step of 20', () => {
		const [few, many] = SIZES.map((size) => {
			const declared = declaring(size, 20);
			return least(() => open(declared).unmount());
		}) as [number, number];
		tell('first drawing, the step has 20', [few, many], 'a page');
	});

	it('first drawing of all in one step', () => {
		const [few, many] = SIZES.map((size) => {
			const declared = declaring(size, size);
			return least(() => open(declared).unmount()) / size;
		}) as [number, number];
		tell('first drawing, all in one step', [few, many], 'a field');
	});

	it('a keystroke', () => {
		const [few, many] = SIZES.map((size) => {
			const page = open(declaring(size, size));
			const input = document.getElementById('wkpbic-field-shop-kit/f3') as HTMLInputElement;
			let text = '';
			const type = (): void => {
				text = text.length > 9 ? '' : `${text}x`;
				fireEvent.change(input, { target: { value: text === '' ? 'y' : text } });
			};
			type();
			const time = least(() => {
				for (let key = 0; key < 20; key += 1) {
					type();
				}
			});
			page.unmount();
			return time / 20;
		}) as [number, number];
		tell('a keystroke, all in one step', [few, many], 'a key');
	});
});
