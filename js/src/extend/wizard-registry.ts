/** Everything that can be brought into the wizard, in one place. There is no other way in, for us neither. */
import { createOrderedRegistry, guarded, type OrderedRegistry } from './ordered-registry';
import { createStepRegistry, ID, type StepRegistry } from './registry';
import type { Card, CardRegistration, Check, CheckRegistration, Field, FieldRegistration, FieldType } from './registrations';
import type { RegistrationProblem, RegistrationProblemCode, Step } from './types';

type Code = RegistrationProblemCode;

export interface Registered {
	readonly steps: readonly Step[];
	readonly fields: readonly Field[];
	readonly checks: readonly Check[];
	readonly cards: readonly Card[];
}

export interface WizardRegistry {
	readonly steps: StepRegistry;
	readonly fields: OrderedRegistry<FieldRegistration, Field, Code>;
	readonly checks: OrderedRegistry<CheckRegistration, Check, Code>;
	readonly cards: OrderedRegistry<CardRegistration, Card, Code>;
	/** What was refused, what failed since, and what belongs to a step that does not exist. */
	readonly problems: () => readonly RegistrationProblem[];
	/** Calls back after each registration of any kind. */
	readonly subscribe: (listener: () => void) => () => void;
	/** All there is, each kind in its order. The same object until something is registered. */
	readonly all: () => Registered;
}

const FIELD_ID = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*(\/[a-z][a-z0-9]*([-_][a-z0-9]+)*)?$/;

const FIELD_TYPES: ReadonlySet<string> = new Set<FieldType>([
	'text',
	'secret',
	'guid',
	'url',
	'email',
	'date',
	'select',
	'toggle',
]);

const nothing = (): string => '';
const always = (): boolean => true;

export function createWizardRegistry(): WizardRegistry {
	const steps = createStepRegistry();

	const fields = createOrderedRegistry<FieldRegistration, Field, Code>({
		problemOf(field, present) {
			if (!isId(field.id, FIELD_ID)) {
				return 'field_id_invalid';
			}
			if (typeof field.step !== 'string' || typeof field.label !== 'function' || (field.type === 'select' && !field.choices)) {
				return 'field_incomplete';
			}
			if (!FIELD_TYPES.has(field.type)) {
				return 'field_type_unknown';
			}
			return isTaken(field.id, present) ? 'field_id_taken' : null;
		},
		entryOf(field, report) {
			const failed = (): void => report('field_failed');
			return {
				id: field.id,
				step: field.step,
				type: field.type,
				label: guarded(field.label, field.id, failed),
				help: guarded(field.help ?? nothing, '', failed),
				where: guarded(field.where ?? nothing, '', failed),
				choices: guarded(field.choices ?? (() => []), [], failed),
				rules: field.rules ?? [],
				component: field.component ?? null,
				isShown: guarded(field.isShown ?? always, true, failed),
			};
		},
	});

	const checks = createOrderedRegistry<CheckRegistration, Check, Code>({
		problemOf(check, present) {
			if (!isId(check.id, FIELD_ID)) {
				return 'check_id_invalid';
			}
			if (typeof check.step !== 'string' || typeof check.label !== 'function' || typeof check.run !== 'function') {
				return 'check_incomplete';
			}
			return isTaken(check.id, present) ? 'check_id_taken' : null;
		},
		entryOf(check, report) {
			const failed = (): void => report('check_failed');
			return {
				id: check.id,
				step: check.step,
				label: guarded(check.label, check.id, failed),
				// Not guarded: what it rejects with is shown as the check's outcome.
				run: async (wizard, round) => check.run(wizard, round),
				nextAction: guarded(check.nextAction ?? (() => null), null, failed),
				isShown: guarded(check.isShown ?? always, true, failed),
			};
		},
	});

	const cards = createOrderedRegistry<CardRegistration, Card, Code>({
		problemOf(card, present) {
			if (!isId(card.id, ID)) {
				return 'card_id_invalid';
			}
			if (typeof card.step !== 'string' || typeof card.title !== 'function' || !card.component) {
				return 'card_incomplete';
			}
			return isTaken(card.id, present) ? 'card_id_taken' : null;
		},
		entryOf(card, report) {
			const failed = (): void => report('card_failed');
			return {
				id: card.id,
				step: card.step,
				title: guarded(card.title, card.id, failed),
				component: card.component,
				claims: card.claims ?? [],
				optional: guarded(card.optional ?? nothing, '', failed),
				isShown: guarded(card.isShown ?? always, true, failed),
			};
		},
	});

	const kinds = [steps, fields, checks, cards] as const;
	const lost = (code: Code, entries: readonly { readonly id: string; readonly step: string }[]): RegistrationProblem[] =>
		entries
			.filter((entry) => !steps.list().some((step) => step.id === entry.step))
			.map((entry) => ({ code, id: entry.id }));

	const read = (): Registered => ({
		steps: steps.list(),
		fields: fields.list(),
		checks: checks.list(),
		cards: cards.list(),
	});
	let registered = read();
	// Before any listener from outside, so that each of them reads the new state.
	kinds.forEach((kind) => kind.subscribe(() => (registered = read())));

	return {
		steps,
		fields,
		checks,
		cards,
		problems: () => [
			...kinds.flatMap((kind) => kind.problems()),
			...lost('field_step_unknown', fields.list()),
			...lost('check_step_unknown', checks.list()),
			...lost('card_step_unknown', cards.list()),
		],
		subscribe(listener) {
			const leave = kinds.map((kind) => kind.subscribe(listener));
			return () => leave.forEach((end) => end());
		},
		all: () => registered,
	};
}

function isId(id: unknown, form: RegExp): boolean {
	return typeof id === 'string' && form.test(id);
}

function isTaken(id: string, present: readonly { readonly id: string }[]): boolean {
	return present.some((other) => other.id === id);
}
