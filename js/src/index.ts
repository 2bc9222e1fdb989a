/**
 * The public surface for plugins that extend the wizard. What is not named here may change at any time.
 *
 * In the browser the functions are on `window.wkpbic`; types come from this file.
 */
export { explain, registerCard, registerCheck, registerField, registerStep, validate } from './extend';
export { DIAGNOSIS, FIELD_SAVED, SETUP_CHANGED, STEP_SHOWN } from './extend/hooks';
export type { ActionArguments } from './extend/hooks';
export type { AddedDiagnosis, DiagnosedError } from './extend/explain';
export type { Added, AddedPermissions, DeclaredDiagnosis } from './extend/declared';
export type { Addition } from './extend/joining';
export type { Placed } from './extend/in-order';
export type { Explanation, ServiceUnavailable } from './extend/services';
export type {
	Card,
	CardProps,
	CardRegistration,
	Check,
	CheckOutcome,
	CheckRegistration,
	CheckRound,
	Field,
	FieldAddition,
	FieldControl,
	FieldProps,
	FieldRegistration,
	FieldType,
	NextAction,
	RegistrationProblem,
	RegistrationProblemCode,
	Said,
	Step,
	StepAddition,
	StepProps,
	StepRegistration,
	Wizard,
} from './extend';
export type { CoreState, KitState } from './core/state';
export type { Core } from './core/load';
export type { Kit } from './core/load-kit';
export type {
	Actor,
	AddressDifference,
	AddressMatch,
	AdminConsentLink,
	AdminConsentRequest,
	AdminRequest,
	AdminRequestFacts,
	AmbiguousValue,
	AppAddress,
	CalendarFacts,
	Callback,
	CloudHosts,
	CloudId,
	DaysLeft,
	Diagnosis,
	DifferenceClass,
	DiscoveredTenant,
	DiscoveryDocument,
	ErrorCode,
	ErrorFacts,
	ExpiryCheck,
	ExtensionRule,
	FieldContext,
	FieldId,
	FoundValue,
	GrantedPermissions,
	LogoutRequest,
	MailtoUrl,
	Params,
	Pasted,
	PermissionFacts,
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
	SignInAudience,
	SignInMethod,
	SignInRequest,
	SiteAddresses,
	SiteFacts,
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
	Extensions,
	ExtensionValue,
	Fields,
	MicrosoftAnswer,
	PlainField,
	PlainFieldId,
	SecretField,
	Setup,
	SignInResult,
	Workspace,
} from './setup';
