/**
 * What plugins may rely on, checked by the compiler: `npm run typecheck` fails when a line here no longer holds.
 * A change to this file is a change for other people's code.
 */
import * as surface from '@wkpbic/wizard';
import type {
	ActionArguments,
	AddedDiagnosis,
	Callback,
	CardRegistration,
	CheckOutcome,
	CheckRegistration,
	ConnectionState,
	CoreState,
	ErrorCode,
	Explanation,
	ExtensionValue,
	FieldControl,
	FieldId,
	FieldRegistration,
	KitState,
	MessageText,
	RegistrationProblem,
	RestClient,
	Said,
	SecretField,
	Setup,
	StepProps,
	StepRegistration,
	Verdict,
	Wizard,
} from '@wkpbic/wizard';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim?: Claim): Claim | undefined => claim;

// The functions there are.
holds<
	Equal<
		keyof typeof surface,
		| 'registerStep'
		| 'registerField'
		| 'registerCheck'
		| 'registerCard'
		| 'validate'
		| 'explain'
		| 'SETUP_CHANGED'
		| 'STEP_SHOWN'
		| 'FIELD_SAVED'
		| 'DIAGNOSIS'
	>
>();
holds<Equal<ReturnType<typeof surface.registerStep>, RegistrationProblem | null>>();
holds<Equal<ReturnType<typeof surface.registerField>, RegistrationProblem | null>>();
holds<Equal<typeof surface.registerCheck, (check: CheckRegistration) => RegistrationProblem | null>>();
holds<Equal<typeof surface.registerCard, (card: CardRegistration) => RegistrationProblem | null>>();

// A step needs an id and a title, and nothing more.
const minimal: StepRegistration = { id: 'my-plugin/warehouse', title: () => 'Warehouse', component: () => null };
surface.registerStep(minimal);
// @ts-expect-error A title that is not a function would be read before translations have come.
surface.registerStep({ ...minimal, title: 'Warehouse' });
// Without a component, the wizard draws the step.
surface.registerStep({ id: 'my-plugin/plain', title: () => 'Plain', description: () => 'Two values are needed.', draws: ['fields'] });
// To a step that PHP has declared, a script brings its component, and what only a script can say.
surface.registerStep({ id: 'my-plugin/declared', component: () => null, isDone: (setup) => setup.connection.state === 'connected' });
// @ts-expect-error The title is PHP's then.
surface.registerStep({ id: 'my-plugin/declared', component: () => null, title: 'Declared' });
// @ts-expect-error An id alone brings nothing.
surface.registerStep({ id: 'my-plugin/declared' });
// @ts-expect-error Misspelt options are found.
surface.registerStep({ ...minimal, behind: 'sign-in' });

// A field needs an id, a step, a label and a type; rules are data, each kind with its own parameters.
const field: FieldRegistration = { id: 'my-plugin/code', step: 'my-plugin/warehouse', label: () => 'Code', type: 'text' };
surface.registerField({ ...field, rules: [{ kind: 'required' }, { kind: 'max_chars', max: 12 }] });
// @ts-expect-error A limit without its number limits nothing.
surface.registerField({ ...field, rules: [{ kind: 'max_chars' }] });
// @ts-expect-error The wizard draws eight types.
surface.registerField({ ...field, type: 'colour' });
holds<Equal<keyof FieldControl, 'inputId' | 'saidId' | 'text' | 'said' | 'locked' | 'change' | 'leave'>>();
// To a field that PHP has declared, a script brings its component; rules, type and words are PHP's.
surface.registerField({ id: 'my-plugin/code', component: ({ control }) => control.text, isShown: () => true });
// @ts-expect-error An id alone brings nothing.
surface.registerField({ id: 'my-plugin/code' });
// @ts-expect-error Rules of a declared field are never a script's.
surface.registerField({ id: 'my-plugin/code', component: () => null, rules: [{ kind: 'required' }] });
// @ts-expect-error A component gets props of the wizard's, not of its own.
surface.registerField({ id: 'my-plugin/code', component: ({ colour }: { colour: string }) => colour });
// @ts-expect-error A check says how it ended.
surface.registerCheck({ id: 'my-plugin/stock', step: 'sign-in', label: () => 'Stock', run: () => Promise.resolve(undefined) });
holds<Equal<CheckOutcome['state'], 'passed' | 'failed' | 'unknown' | 'skipped'>>();
surface.registerCard({ id: 'my-plugin/hint', step: 'sign-in', title: () => 'Hint', component: () => null });

// What a step is given.
holds<Equal<keyof StepProps, 'wizard'>>();
holds<
	Equal<
		keyof Wizard,
		| 'setup'
		| 'replaceSetup'
		| 'core'
		| 'loadKit'
		| 'rest'
		| 'site'
		| 'messageFor'
		| 'goTo'
		| 'hrefOf'
		| 'leaveFor'
		| 'announce'
		| 'setUnsaved'
		| 'hasUnsaved'
		| 'fieldsOf'
		| 'checksOf'
		| 'cardsOf'
		| 'added'
		| 'arrivedWith'
	>
>();
holds<Equal<Wizard['core'], CoreState>>();
holds<Equal<Wizard['loadKit'], () => Promise<KitState>>>();
holds<Equal<Wizard['rest'], RestClient>>();
holds<Equal<Wizard['messageFor'], MessageText>>();
declare const wizard: Wizard;
// @ts-expect-error The state is the server's; a step replaces it as a whole.
wizard.setup.connection.username = 'someone';
// @ts-expect-error The core is there only after asking whether it is.
wizard.core.api.validateField('client_id', '', {});

// Asking takes time, since the core may still be on its way.
holds<Equal<ReturnType<typeof surface.validate>, Promise<Said>>>();
holds<Equal<ReturnType<typeof surface.explain>, Promise<Explanation>>>();
holds<Equal<Pick<Explanation, 'code' | 'sentence' | 'added'>, { code: ErrorCode; readonly sentence: string; readonly added: readonly AddedDiagnosis[] }>>();

// Names of hooks are constants, so that a misspelt one does not compile.
holds<Equal<typeof surface.FIELD_SAVED, 'wkpbic.fieldSaved'>>();
holds<Equal<ActionArguments[typeof surface.SETUP_CHANGED], readonly [setup: Setup]>>();
// @ts-expect-error There is no such hook.
export const misspelt = surface.FIELD_SAVD;

// No secret can be read: a stored one is a yes and a date.
holds<Equal<keyof SecretField, 'has_value' | 'stored_at' | 'locked'>>();
holds<Equal<Setup['fields']['client_secret'], SecretField>>();
declare const value: ExtensionValue;
// @ts-expect-error Of another plugin's secret neither: first ask which kind it is.
export const text: string = value.value;
// @ts-expect-error There is no value to read.
export const secret: string = wizard.setup.fields.client_secret.value;

// Unions that switch statements lean on.
holds<Equal<ConnectionState, 'not_connected' | 'connected' | 'sign_in_again' | 'failing'>>();
holds<Equal<Verdict['level'], 'ok' | 'hint' | 'warn' | 'error'>>();
holds<
	Equal<
		FieldId,
		| 'client_id'
		| 'tenant_id'
		| 'client_secret'
		| 'username'
		| 'password'
		| 'client_secret_expires_on'
		| 'cloud'
		| 'sign_in_method'
		| 'reminder_email'
	>
>();
holds<
	Equal<
		Callback['kind'],
		'none' | 'code' | 'error' | 'admin_consent_granted' | 'admin_consent_refused' | 'invalid'
	>
>();
