/** Where steps come from. The wizard knows no step by name; ours register here like everybody else's. */
import { createOrderedRegistry, guarded, type OrderedRegistry } from './ordered-registry';
import type { RegistrationProblemCode, Step, StepRegistration } from './types';

export type StepRegistry = OrderedRegistry<StepRegistration, Step, RegistrationProblemCode>;

/** The form of a step's, a check's and a card's id. */
export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\/[a-z][a-z0-9]*(-[a-z0-9]+)*)?$/;

const addressOf = (step: StepRegistration): string => step.address ?? step.id;

export function createStepRegistry(): StepRegistry {
	return createOrderedRegistry<StepRegistration, Step, RegistrationProblemCode>({
		problemOf(step, present) {
			if (typeof step.id !== 'string' || !ID.test(step.id)) {
				return 'step_id_invalid';
			}
			if (typeof step.title !== 'function' || !step.component) {
				return 'step_incomplete';
			}
			if (present.some((other) => other.id === step.id)) {
				return 'step_id_taken';
			}
			return present.some((other) => addressOf(other) === addressOf(step)) ? 'step_address_taken' : null;
		},
		entryOf(step, report) {
			const failed = (): void => report('step_failed');
			return {
				id: step.id,
				address: addressOf(step),
				title: guarded(step.title, step.id, failed),
				component: step.component,
				isDone: guarded(step.isDone ?? (() => false), false, failed),
				isShown: guarded(step.isShown ?? (() => true), true, failed),
				draws: step.draws ?? [],
			};
		},
	});
}
