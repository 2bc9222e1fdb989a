export { createStepRegistry, type StepRegistry } from './registry';
export { createWizardRegistry, type WizardRegistry } from './wizard-registry';
export type * from './registrations';
export type {
	RegistrationProblem,
	RegistrationProblemCode,
	Said,
	Step,
	StepProps,
	StepRegistration,
	Wizard,
} from './types';
import type { CardRegistration, CheckRegistration, FieldRegistration } from './registrations';
import type { RegistrationProblem, StepRegistration } from './types';
import { createWizardRegistry } from './wizard-registry';

/** The registry of this page. */
export const registry = createWizardRegistry();

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
	return registry.steps.register(step);
}

/**
 * Adds a field to a step.
 *
 * @example
 * registerField( {
 *   id: 'my-plugin/warehouse_code',
 *   step: 'my-plugin/warehouse',
 *   label: () => __( 'Warehouse code', 'my-plugin' ),
 *   type: 'text',
 *   rules: [ { kind: 'required' }, { kind: 'max_chars', max: 12 } ],
 * } );
 */
export function registerField(field: FieldRegistration): RegistrationProblem | null {
	return registry.fields.register(field);
}

/**
 * Adds a check to those that a step runs.
 *
 * @example
 * registerCheck( {
 *   id: 'my-plugin/stock',
 *   step: 'check-and-finish',
 *   label: () => __( 'Stock figures', 'my-plugin' ),
 *   run: async () => ( { state: 'passed', code: null, params: {} } ),
 * } );
 */
export function registerCheck(check: CheckRegistration): RegistrationProblem | null {
	return registry.checks.register(check);
}

/** Adds a card of guidance to a step. */
export function registerCard(card: CardRegistration): RegistrationProblem | null {
	return registry.cards.register(card);
}
