import type { CloudId, ErrorCode, FieldId, PermissionId } from './contract';

/** What the other fields hold; rules that compare two fields read it. Never put a secret in it. */
export type FieldContext = Partial<Record<FieldId, string>>;

/** Named values that a sentence may mention. */
export type Params = Record<string, string | number>;

/** The answer of a check. Only level `error` stops anything. */
export type Verdict =
	| { level: 'ok'; code: 'ok'; params: Params }
	| { level: 'hint' | 'warn' | 'error'; code: ErrorCode; params: Params };

/** The site's redirect URI, exactly as it must be registered, and what there is to say about it. */
export interface SiteRedirectUri {
	redirect_uri: string;
	verdict: Verdict;
}

/** What WordPress knows about its own address; what is missing is empty or false. */
export interface SiteFacts {
	/** `admin_url()`. */
	admin_url: string;
	/** `home_url()`. */
	home_url?: string | null;
	/** `rest_url()`; without it the address is made of `home_url`. */
	rest_url?: string | null;
	/** `is_ssl()` in the request for the page. */
	is_ssl?: boolean | null;
	/** The request's `X-Forwarded-Proto`, as it came. */
	forwarded_proto?: string | null;
	/** Whether permalinks are pretty. */
	permalinks?: boolean | null;
}

/** Both addresses of the site. `findings` are worth knowing and never errors. */
export interface SiteAddresses extends SiteRedirectUri {
	findings: Verdict[];
	/** The REST route, for hosts that drop queries; `null` where the site has none. */
	alternative: SiteRedirectUri | null;
}

/** What a sign-in is made of. `development_microsoft_url` must be loopback. */
export interface SignInRequest {
	cloud: CloudId;
	tenant_id: string;
	client_id: string;
	redirect_uri: string;
	login_hint?: string | null;
	/** The domain of the account, which spares people the choice of one. */
	domain_hint?: string | null;
	/** What Microsoft asked for in a claims challenge, as it came. */
	claims?: string | null;
	prompt?: 'login' | 'consent' | 'select_account' | 'none' | null;
	development_microsoft_url?: string | null;
}

/** A sign-in about to begin. The server must keep `state`, `code_verifier` and `nonce` before the browser leaves. */
export interface SignInAttempt {
	state: string;
	code_verifier: string;
	nonce: string;
	authorize_url: string;
}

/** What a request for admin consent is made of. With `default_scope` it asks for whatever the registration lists. */
export type AdminConsentRequest = Pick<
	SignInRequest,
	'cloud' | 'tenant_id' | 'client_id' | 'redirect_uri' | 'development_microsoft_url'
> & { default_scope?: boolean | null };

/** The link for an administrator. */
export interface AdminConsentLink {
	url: string;
	state: string;
}

/** A parameter of the answer that has no meaning here; cut to 128 characters. */
export interface UnknownParameter {
	name: string;
	value: string;
}

/** What Microsoft appended to the redirect URI. */
export type Callback =
	| { kind: 'none' }
	| { kind: 'code'; code: string; state: string; unknown?: UnknownParameter[] }
	| { kind: 'error'; error: string; error_description: string; state: string | null; unknown?: UnknownParameter[] }
	| { kind: 'admin_consent_granted'; tenant: string; state: string | null; unknown?: UnknownParameter[] }
	| { kind: 'admin_consent_refused'; error: string; error_description: string; state: string | null; unknown?: UnknownParameter[] }
	| { kind: 'invalid'; verdict: Verdict };

/** How far a statement about Microsoft can be trusted, the surest first. */
export type StatementCertainty = 'documented' | 'derived' | 'community' | 'unverified';

/** A value out of a pasted text. `start` and `end` count Unicode code points. It may be a secret. */
export interface FoundValue {
	field: FieldId;
	value: string;
	confidence: 'possible' | 'likely' | 'certain';
	start: number;
	end: number;
	why: 'block' | 'label' | 'label_after' | 'heading' | 'row' | 'address' | 'host' | 'shape' | 'only_left';
}

/** Something that only a person can decide; one entry for each possible value. */
export interface AmbiguousValue {
	field_candidates: FieldId[];
	value?: string;
	start: number;
	end: number;
}

/** What a pasted text holds. May hold a secret: show it, keep it nowhere. */
export interface Pasted {
	found: FoundValue[];
	ambiguous: AmbiguousValue[];
	redirect_uris: string[];
	notes: Verdict[];
}

/** Who has to act. */
export type Actor = 'you' | 'entra_admin' | 'power_bi_admin' | 'host' | 'nobody';

/** What an error text means and who mends it. Holds nothing of the text but numbers, GUIDs, times and the redirect URI. */
export interface Diagnosis {
	code: ErrorCode;
	level: 'hint' | 'warn' | 'error';
	params: Params;
	actor: Actor;
	wait: 'none' | 'minutes' | 'hours';
	step: 1 | 2 | 3 | 4 | null;
	retryable: boolean;
	interaction_required: boolean;
	certainty: 'certain' | 'likely' | 'unknown';
	aadsts: number | null;
	error: string | null;
	suberror: string | null;
	http_status: number | null;
	retry_after_seconds: number | null;
	trace_id: string | null;
	correlation_id: string | null;
	timestamp: string | null;
	also: number[];
	claims_present: boolean;
	redirect: { requested?: string; client_id?: string };
}

/** In what two addresses differ. */
export type DifferenceClass =
	| 'invisible_character' | 'blank' | 'escaped_ampersand' | 'scheme' | 'userinfo' | 'www' | 'host' | 'host_case' | 'port'
	| 'subdirectory' | 'language_prefix' | 'path' | 'path_case' | 'trailing_slash' | 'percent_encoding' | 'missing_step'
	| 'query_order' | 'extra_query' | 'fragment' | 'other';

/** Where a registered address and the one that was sent part. `position` counts code points from 1. */
export interface AddressDifference {
	same: boolean;
	position: number | null;
	registered_character: string | null;
	requested_character: string | null;
	class: DifferenceClass | null;
	code: ErrorCode | 'ok';
	params: Params;
	more: DifferenceClass[];
}

/** The answers of step 1. */
export interface QuizAnswers {
	account: 'work_or_school' | 'personal' | 'none' | 'unsure';
	may_register_apps: 'yes' | 'no' | 'unsure';
	power_bi_opened: 'yes' | 'no' | 'unsure';
	audience: 'myself' | 'colleagues' | 'unattended';
	command_line?: 'yes' | 'no' | 'unsure';
}

/** The way that suits them, and why. */
export interface QuizResult {
	route: 'portal_guided' | 'one_command' | 'ask_admin' | 'stop';
	sign_in_method: 'delegated' | 'service_principal';
	reasons: Verdict[];
}

/** An item of the scorecard. */
export type ScorecardItem =
	| 'portal_sign_in' | 'app_created' | 'redirect_uri' | 'client_id' | 'tenant_id' | 'client_secret' | 'permissions' | 'consent'
	| 'public_client_flows' | 'tenant_api_settings';

/** A check that says something about items. */
export type ScorecardCheck =
	| 'client_id_saved' | 'tenant_id_saved' | 'client_secret_saved' | 'tenant_discovered' | 'app_token_issued'
	| 'redirect_uri_answered' | 'signed_in' | 'admin_consent_reported' | 'permissions_granted' | 'password_sign_in'
	| 'service_principal_answered';

/** What the person ticked and what the checks said; `at` in seconds since 1970. */
export interface ScorecardInput {
	claims?: ScorecardItem[];
	evidence?: { check: ScorecardCheck; passed: boolean; at: number; code?: string; item?: ScorecardItem | null }[];
	sign_in_method?: string;
}

/** An item with its state. */
export interface ScoredItem {
	item: ScorecardItem;
	state: 'open' | 'claimed' | 'proved' | 'failing';
	optional: boolean;
	check: ScorecardCheck | null;
	at: number | null;
	code: string | null;
}

/** What a token's scope holds of the five permissions. */
export interface GrantedPermissions {
	granted: PermissionId[];
	missing: PermissionId[];
	excess: string[];
}

/** What a typed expiry date means; `date` is `YYYY-MM-DD`. */
export interface ExpiryCheck {
	verdict: Verdict;
	date: string | null;
}

/** A page of Microsoft's portals. */
export type PortalTarget =
	| 'app_registrations' | 'app_registrations_short' | 'new_registration' | 'overview' | 'authentication'
	| 'certificates_and_secrets' | 'api_permissions' | 'enterprise_apps' | 'redirect_mismatch_help' | 'power_bi'
	| 'power_bi_admin_portal' | 'power_bi_tenant_settings' | 'fabric' | 'cloud_shell';

/** Its address; `exact` says whether it opens the very page of the app. */
export interface PortalLink {
	url: string;
	entra_url: string | null;
	certainty: StatementCertainty;
	exact: boolean;
}

/** Thrown for misuse and for values that cannot be used. Never holds the value. */
export interface WkpbicCoreError extends Error {
	name: 'WkpbicCoreError';
	code: ErrorCode | 'random_unavailable' | 'argument_unreadable';
	params: Params;
}

