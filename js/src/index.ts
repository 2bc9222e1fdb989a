/**
 * The public surface for plugins that extend the wizard. What is not named here may change at any time.
 *
 * In the browser the functions are on `window.wkpbic`; types come from this file.
 */
export { registerStep } from './extend';
export type { RegistrationProblem, RegistrationProblemCode, StepProps, StepRegistration, Wizard } from './extend';
export type { CoreState, KitState } from './core/state';
export type { Core } from './core/load';
export type { Kit } from './core/load-kit';
export type {
	Actor,
	AddressDifference,
	AdminConsentLink,
	AdminConsentRequest,
	AdminRequest,
	AdminRequestFacts,
	AmbiguousValue,
	CalendarFacts,
	Callback,
	CloudId,
	DaysLeft,
	Diagnosis,
	DifferenceClass,
	ErrorCode,
	ExpiryCheck,
	ExtensionRule,
	FieldContext,
	FieldId,
	FoundValue,
	GrantedPermissions,
	MailtoUrl,
	Params,
	Pasted,
	PermissionId,
	Phrase,
	PortalLink,
	PortalTarget,
	QuizAnswers,
	QuizResult,
	Reminder,
	ScorecardCheck,
	ScorecardInput,
	ScorecardItem,
	ScoredItem,
	SetupScript,
	SetupScriptFacts,
	SetupScriptKind,
	SignInAttempt,
	SignInMethod,
	SignInRequest,
	SiteRedirectUri,
	StatementCertainty,
	Verdict,
	WkpbicCoreError,
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
