export { createStepRegistry, type StepRegistry } from './registry';
export type { RegistrationProblem, RegistrationProblemCode, Step, StepProps, StepRegistration, Wizard } from './types';
import { createStepRegistry } from './registry';
import type { RegistrationProblem, StepRegistration } from './types';

/** The registry of this page. */
export const steps = createStepRegistry();

/**
 * Adds a step to the wizard. Call it from a script that depends on the handle `wkpbic-wizard`.
 *
 * @example
 * registerStep( {
 *   id: 'my-plugin/warehouse',
 *   title: () => __( 'Your warehouse', 'my-plugin' ),
 *   after: 'check-and-finish',
 *   component: ( { wizard } ) => <p>{ wizard.setup.connection.username }</p>,
 * } );
 */
export function registerStep(step: StepRegistration): RegistrationProblem | null {
	return steps.register(step);
}
