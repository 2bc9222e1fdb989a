/** Where steps come from. The wizard knows no step by name; ours register here like everybody else's. */
import { aFlag, aList, aText, guarded } from './guarded';
import { createOrderedRegistry, type OrderedRegistry } from './ordered-registry';
import { joined } from './joining';
import type { RegistrationProblemCode, Step, StepAddition, StepRegistration } from './types';

export type StepRegistry = OrderedRegistry<StepRegistration, Step, RegistrationProblemCode, StepAddition>;

/** The form of an id. Ours have one part, those of other plugins two; PHP takes the same. */
export const ID = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*(\/[a-z][a-z0-9]*([-_][a-z0-9]+)*)?$/;

/** Whether another plugin may use the id. */
export const isForeignId = (id: unknown): boolean => typeof id === 'string' && ID.test(id) && id.includes('/') && !id.startsWith('wkpbic/');

const addressOf = (step: StepRegistration): string => step.address ?? step.id;

export function createStepRegistry(): StepRegistry {
	return createOrderedRegistry<StepRegistration, Step, RegistrationProblemCode, StepAddition>({
		incomplete: 'step_incomplete',
		neighbourUnknown: 'step_neighbour_unknown',
		problemOf(step, present) {
			if (typeof step.id !== 'string' || !ID.test(step.id)) {
				return 'step_id_invalid';
			}
			if (typeof step.title !== 'function') {
				return 'step_incomplete';
			}
			if (present.has(step.id)) {
				return 'step_id_taken';
			}
			const others = [...present.values()];
			return others.some((other) => addressOf(other) === addressOf(step)) ? 'step_address_taken' : null;
		},
		join: (declared, given) => joined(declared, given, ['component', 'isDone', 'isShown', 'draws']),
		entryOf(step, report) {
			const failed = (): void => report('step_failed');
			return {
				id: step.id,
				address: addressOf(step),
				title: guarded(step.title, aText, step.id, failed),
				description: guarded(step.description ?? (() => ''), aText, '', failed),
				component: step.component ?? null,
				isDone: guarded(step.isDone ?? (() => false), aFlag, false, failed),
				isShown: guarded(step.isShown ?? (() => true), aFlag, true, failed),
				draws: aList(step.draws),
			};
		},
	});
}
