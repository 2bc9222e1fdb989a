export { createStepRegistry, type StepRegistry } from './registry';
export { createWizardRegistry, type WizardRegistry } from './wizard-registry';
export type * from './registrations';
export type {
	RegistrationProblem,
	RegistrationProblemCode,
	Said,
	Step,
	StepAddition,
	StepProps,
	StepRegistration,
	Wizard,
} from './types';
import type { CardRegistration, CheckRegistration, FieldAddition, FieldRegistration } from './registrations';
import { unavailable, type Explanation, type PageServices } from './services';
import type { RegistrationProblem, Said, StepAddition, StepRegistration } from './types';
import { shortId } from './ordered-registry';
import { isForeignId } from './registry';
import { createWizardRegistry } from './wizard-registry';

/** The registry of this page. */
export const registry = createWizardRegistry();

let services: PageServices | null = null;

/** Gives {@link validate} and {@link explain} what they ask. */
export function openServices(opened: PageServices): void {
	services = opened;
}

function askedServices(): PageServices {
	if (!services) {
		throw unavailable('page_incomplete', 'The wizard has not started on this page.');
	}
	return services;
}

interface Registrations {
	readonly step: StepRegistration | StepAddition;
	readonly field: FieldRegistration | FieldAddition;
	readonly check: CheckRegistration;
	readonly card: CardRegistration;
}

/** Ids without a slash are ours. */
function taken<Kind extends keyof Registrations>(kind: Kind, part: Registrations[Kind]): RegistrationProblem | null {
	const kinds = { step: registry.steps, field: registry.fields, check: registry.checks, card: registry.cards };
	const { register, report } = kinds[kind] as { register: (part: Registrations[Kind]) => RegistrationProblem | null; report: typeof registry.steps.report };
	const id: unknown = (part as Partial<Registrations[Kind]> | null | undefined)?.id;
	if (id === undefined || isForeignId(id)) {
		return register(part);
	}
	const problem: RegistrationProblem = { code: `${kind}_id_invalid`, id: shortId(id) };
	report(problem.code, problem.id);
	return problem;
}

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
export function registerStep(step: StepRegistration): RegistrationProblem | null;
/** Brings the component of a step that PHP has declared. What PHP says about the step counts. */
export function registerStep(addition: StepAddition): RegistrationProblem | null;
export function registerStep(step: StepRegistration | StepAddition): RegistrationProblem | null {
	return taken('step', step);
}

/**
 * Brings the component that draws a field which PHP has declared. What PHP says about the field counts, and the site keeps
 * the value.
 *
 * @example
 * registerField( {
 *   id: 'my-plugin/warehouse_code',
 *   component: ( { field, control } ) => <WarehousePicker label={ field.label() } id={ control.inputId } … />,
 * } );
 */
export function registerField(addition: FieldAddition): RegistrationProblem | null;
/**
 * Adds a field that PHP does not know. The site keeps nothing of it: it is for a step whose own component draws its fields,
 * and does with the text what it likes.
 */
export function registerField(field: FieldRegistration): RegistrationProblem | null;
export function registerField(field: FieldRegistration | FieldAddition): RegistrationProblem | null {
	return taken('field', field);
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
	return taken('check', check);
}

/** Adds a card of guidance to a step. */
export function registerCard(card: CardRegistration): RegistrationProblem | null {
	return taken('card', card);
}

/**
 * Judges a text by the rules of a field, ours or another plugin's, as the wizard does it while somebody types.
 *
 * @throws {@link ServiceUnavailable} where nobody knows the field, or the core cannot be loaded in this browser.
 */
export async function validate(fieldId: string, text: string): Promise<Said> {
	return askedServices().validate(fieldId, text);
}

/**
 * Explains whatever Microsoft has shown: a page, an answer, a number. The text stays in the browser.
 *
 * @throws {@link ServiceUnavailable} where the core cannot be loaded in this browser.
 */
export async function explain(text: string): Promise<Explanation> {
	return askedServices().explain(text);
}
