/** Where steps come from. The wizard knows no step by name; ours register here like everybody else's. */
import type { RegistrationProblem, RegistrationProblemCode, Step, StepRegistration } from './types';

export interface StepRegistry {
	/** Takes a step, or says why not. A refused step leaves everything as it was. */
	readonly register: (step: StepRegistration) => RegistrationProblem | null;
	/** The steps in their order. The same array until something is registered. */
	readonly list: () => readonly Step[];
	/** What was refused, for reports. */
	readonly problems: () => readonly RegistrationProblem[];
	/** Calls back after each change; the answer ends that. */
	readonly subscribe: (listener: () => void) => () => void;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\/[a-z][a-z0-9]*(-[a-z0-9]+)*)?$/;

export function createStepRegistry(): StepRegistry {
	const registered: StepRegistration[] = [];
	const refused: RegistrationProblem[] = [];
	const listeners = new Set<() => void>();
	let ordered: readonly Step[] = [];

	const addressOf = (step: StepRegistration): string => step.address ?? step.id;

	const problemOf = (step: StepRegistration): RegistrationProblemCode | null => {
		if (typeof step.id !== 'string' || !ID.test(step.id)) {
			return 'step_id_invalid';
		}
		if (typeof step.title !== 'function' || !step.component) {
			return 'step_incomplete';
		}
		if (registered.some((other) => other.id === step.id)) {
			return 'step_id_taken';
		}
		return registered.some((other) => addressOf(other) === addressOf(step)) ? 'step_address_taken' : null;
	};

	return {
		register(step) {
			const code = problemOf(step);
			if (code !== null) {
				const problem = { code, id: String(step.id) };
				refused.push(problem);
				return problem;
			}
			registered.push(step);
			ordered = inOrder(registered).map((entry) => ({
				id: entry.id,
				address: addressOf(entry),
				title: entry.title,
				component: entry.component,
				isDone: entry.isDone ?? (() => false),
			}));
			listeners.forEach((listener) => listener());
			return null;
		},
		list: () => ordered,
		problems: () => refused,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/**
 * Steps without a neighbour keep the order in which they came; the others are put beside the step they name, however
 * late that one came. A neighbour that does not exist, or a circle, means the end of the list.
 */
function inOrder(steps: readonly StepRegistration[]): StepRegistration[] {
	const placed: StepRegistration[] = steps.filter((step) => step.after === undefined && step.before === undefined);
	let waiting = steps.filter((step) => !placed.includes(step));
	while (waiting.length > 0) {
		const left = waiting.filter((step) => !placeBeside(placed, step));
		if (left.length === waiting.length) {
			return [...placed, ...left];
		}
		waiting = left;
	}
	return placed;
}

function placeBeside(placed: StepRegistration[], step: StepRegistration): boolean {
	const neighbour = placed.findIndex((other) => other.id === (step.after ?? step.before));
	if (neighbour < 0) {
		return false;
	}
	if (step.after === undefined) {
		placed.splice(neighbour, 0, step);
		return true;
	}
	// Behind those that came earlier and asked for the same neighbour.
	let position = neighbour + 1;
	while (placed[position]?.after === step.after) {
		position += 1;
	}
	placed.splice(position, 0, step);
	return true;
}
