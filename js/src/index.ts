/**
 * The public surface for plugins that extend the wizard. What is not named here may change at any time.
 *
 * In the browser the functions are on `window.wkpbic`; types come from this file.
 */
export { registerStep } from './extend';
export type { RegistrationProblem, RegistrationProblemCode, StepProps, StepRegistration, Wizard } from './extend';
export type { CoreState } from './core/state';
export type { Core } from './core/load';
export type {
	AdminConsentLink,
	AdminConsentRequest,
	Callback,
	CloudId,
	ErrorCode,
	FieldContext,
	FieldId,
	PermissionId,
	SignInAttempt,
	SignInRequest,
	SiteRedirectUri,
	Verdict,
} from './core/door';
export type { MessageParams, MessageText } from './messages';
export type { RestClient, SignInStart } from './rest/client';
export type {
	CodedProblem,
	Connection,
	ConnectionState,
	Fields,
	MicrosoftAnswer,
	PlainField,
	PlainFieldId,
	SecretField,
	Setup,
	SignInResult,
	Workspace,
} from './setup';
