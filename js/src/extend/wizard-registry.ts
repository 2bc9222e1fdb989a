/** Everything that can be brought into the wizard, in one place. There is no other way in, for us neither. */
import { aFlag, aList, aText, guarded, type Expected } from './guarded';
import { joined } from './joining';
import { createOrderedRegistry, type OrderedRegistry } from './ordered-registry';
import { createStepRegistry, ID, type StepRegistry } from './registry';
import type { Card, CardRegistration, Check, CheckRegistration, Field, FieldAddition, FieldRegistration, FieldType, NextAction } from './registrations';
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
	readonly fields: OrderedRegistry<FieldRegistration, Field, Code, FieldAddition>;
	readonly checks: OrderedRegistry<CheckRegistration, Check, Code>;
	readonly cards: OrderedRegistry<CardRegistration, Card, Code>;
	/**
	 * What was refused, what failed since, and what belongs to a step that does not exist. The same list until there is more
	 * to say, or something is registered.
	 */
	readonly problems: () => readonly RegistrationProblem[];
	/** Notes that a listener of ours at `@wordpress/hooks` has thrown. */
	readonly hookFailed: (name: string) => void;
	/** Calls back, a moment later, when there is another problem. */
	readonly watchProblems: (listener: () => void) => () => void;
	/** Calls back after each registration of any kind. */
	readonly subscribe: (listener: () => void) => () => void;
	/** All there is, each kind in its order. The same object until something is registered. */
	readonly all: () => Registered;
}

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

type Choices = ReturnType<Field['choices']>;

const someChoices: Expected<Choices> = (value) =>
	Array.isArray(value) && (value as Choices).every((choice) => typeof choice?.value === 'string' && typeof choice.label === 'string')
		? (value as Choices)
		: undefined;

const anAction: Expected<NextAction | null> = (value) => {
	const action = value as NextAction | null | undefined;
	return action === null || (typeof action?.label === 'string' && typeof action.act === 'function') ? action : undefined;
};

export function createWizardRegistry(): WizardRegistry {
	const steps = createStepRegistry();

	const fields = createOrderedRegistry<FieldRegistration, Field, Code, FieldAddition>({
		incomplete: 'field_incomplete',
		neighbourUnknown: 'field_neighbour_unknown',
		join: (declared, given) => joined(declared, given, ['component', 'isShown']),
		problemOf(field, present) {
			if (!isId(field.id)) {
				return 'field_id_invalid';
			}
			if (typeof field.step !== 'string' || typeof field.label !== 'function' || (field.type === 'select' && !field.choices)) {
				return 'field_incomplete';
			}
			if (!FIELD_TYPES.has(field.type)) {
				return 'field_type_unknown';
			}
			return present.has(field.id) ? 'field_id_taken' : null;
		},
		entryOf(field, report) {
			const failed = (): void => report('field_failed');
			return {
				id: field.id,
				step: field.step,
				type: field.type,
				label: guarded(field.label, aText, field.id, failed),
				help: guarded(field.help ?? nothing, aText, '', failed),
				where: guarded(field.where ?? nothing, aText, '', failed),
				choices: guarded(field.choices ?? (() => []), someChoices, [], failed),
				rules: aList(field.rules),
				component: field.component ?? null,
				isShown: guarded(field.isShown ?? always, aFlag, true, failed),
			};
		},
	});

	const checks = createOrderedRegistry<CheckRegistration, Check, Code>({
		incomplete: 'check_incomplete',
		neighbourUnknown: 'check_neighbour_unknown',
		problemOf(check, present) {
			if (!isId(check.id)) {
				return 'check_id_invalid';
			}
			if (typeof check.step !== 'string' || typeof check.label !== 'function' || typeof check.run !== 'function') {
				return 'check_incomplete';
			}
			return present.has(check.id) ? 'check_id_taken' : null;
		},
		entryOf(check, report) {
			const failed = (): void => report('check_failed');
			return {
				id: check.id,
				step: check.step,
				label: guarded(check.label, aText, check.id, failed),
				// Not guarded: what it rejects with is shown as the check's outcome.
				run: async (wizard, round) => check.run(wizard, round),
				nextAction: guarded(check.nextAction ?? (() => null), anAction, null, failed),
				isShown: guarded(check.isShown ?? always, aFlag, true, failed),
			};
		},
	});

	const cards = createOrderedRegistry<CardRegistration, Card, Code>({
		incomplete: 'card_incomplete',
		neighbourUnknown: 'card_neighbour_unknown',
		problemOf(card, present) {
			if (!isId(card.id)) {
				return 'card_id_invalid';
			}
			if (typeof card.step !== 'string' || typeof card.title !== 'function' || !card.component) {
				return 'card_incomplete';
			}
			return present.has(card.id) ? 'card_id_taken' : null;
		},
		entryOf(card, report) {
			const failed = (): void => report('card_failed');
			return {
				id: card.id,
				step: card.step,
				title: guarded(card.title, aText, card.id, failed),
				component: card.component,
				claims: aList(card.claims),
				optional: guarded(card.optional ?? nothing, aText, '', failed),
				isShown: guarded(card.isShown ?? always, aFlag, true, failed),
			};
		},
	});

	const kinds = [steps, fields, checks, cards] as const;
	const failedHooks = new Set<string>();
	const watchers = new Set<() => void>();
	let registered: Registered | null = null;
	let problems: readonly RegistrationProblem[] | null = null;
	const afterChange = (): void => {
		registered = null;
		problems = null;
	};
	const afterProblem = (): void => {
		problems = null;
		watchers.forEach((watcher) => watcher());
	};
	// Before any listener from outside, so that each of them reads the new state.
	kinds.forEach((kind) => kind.subscribe(afterChange));
	kinds.forEach((kind) => kind.watchProblems(afterProblem));

	const findProblems = (): readonly RegistrationProblem[] => {
		const known = new Set(steps.list().map(({ id }) => id));
		const lost = (code: Code, parts: readonly { readonly id: string; readonly step: string }[]): RegistrationProblem[] =>
			parts.filter(({ step }) => !known.has(step)).map(({ id }) => ({ code, id }));
		return [
			...kinds.flatMap((kind) => kind.problems()),
			...lost('field_step_unknown', fields.list()),
			...lost('check_step_unknown', checks.list()),
			...lost('card_step_unknown', cards.list()),
			...[...failedHooks].map((id) => ({ code: 'hook_failed' as const, id })),
		];
	};

	return {
		steps,
		fields,
		checks,
		cards,
		problems: () => (problems ??= findProblems()),
		hookFailed(name) {
			if (!failedHooks.has(name)) {
				failedHooks.add(name);
				queueMicrotask(afterProblem);
			}
		},
		watchProblems(watcher) {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		subscribe(listener) {
			const leave = kinds.map((kind) => kind.subscribe(listener));
			return () => leave.forEach((end) => end());
		},
		all: () => (registered ??= { steps: steps.list(), fields: fields.list(), checks: checks.list(), cards: cards.list() }),
	};
}

function isId(id: unknown): boolean {
	return typeof id === 'string' && ID.test(id);
}
