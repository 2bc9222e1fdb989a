/**
 * The state of the set-up as PHP tells it (`GET wkpbic/v1/setup`). No secret and no token is ever part of it: a stored
 * secret is a yes and a date. Times are Unix seconds.
 */
import type { QuizAnswers, QuizResult, ScorecardCheck, ScorecardItem, StoredFieldId } from './core/door';
import { FIELDS, STORED_FIELD_IDS } from './generated/contract';

export interface PlainField {
	readonly value: string;
	/** Set by a constant in wp-config.php; cannot be changed here. */
	readonly locked: boolean;
}

export interface SecretField {
	readonly has_value: boolean;
	readonly stored_at: number | null;
	readonly locked: boolean;
}

/** A field whose value never comes back: only that there is one, and since when. */
export type SecretFieldId = 'client_secret' | 'password';

export type PlainFieldId = Exclude<StoredFieldId, SecretFieldId>;

export type Fields = Readonly<Record<PlainFieldId, PlainField> & Record<SecretFieldId, SecretField>>;

export type ConnectionState = 'not_connected' | 'connected' | 'sign_in_again' | 'failing';

export interface CodedProblem {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}

export interface ConnectionFailure extends CodedProblem {
	readonly at: number;
	/** Before this time Microsoft is not asked again; null where only a person helps. */
	readonly retry_at: number | null;
}

export interface Connection {
	readonly state: ConnectionState;
	readonly username: string | null;
	readonly connected_at: number | null;
	readonly access_token_expires_at: number | null;
	/** When Microsoft is asked next, if somebody needs a token then; null where only a person helps. */
	readonly refresh_at: number | null;
	readonly last_failure: ConnectionFailure | null;
}

/** What Microsoft said, for support. Ids and the time help Microsoft find the event in its own logs. */
export interface MicrosoftAnswer {
	readonly error: string | null;
	readonly error_description: string | null;
	readonly error_codes: readonly number[];
	readonly trace_id: string | null;
	readonly correlation_id: string | null;
	readonly timestamp: string | null;
}

export interface SignInResult extends CodedProblem {
	readonly outcome: 'signed_in' | 'failed' | 'already_done';
	readonly at: number;
	readonly microsoft: MicrosoftAnswer | null;
}

/** What a check has last shown; the core's `scorecard()` takes it as it is. */
export interface Evidence {
	readonly check: ScorecardCheck;
	readonly passed: boolean;
	/** 0 where nobody knows, as for a value in wp-config.php. */
	readonly at: number;
	/** Empty where the check has passed. */
	readonly code: string;
	/** For the code's sentence. */
	readonly params: Readonly<Record<string, string | number>>;
	/** The item that the failure is about. */
	readonly item: ScorecardItem | null;
}

/** How far somebody has come with step 1; the same for everybody at this site. */
export interface Progress {
	readonly answers: Readonly<Partial<QuizAnswers>>;
	readonly route: QuizResult['route'] | null;
}

/** Of what is left out nothing changes; null takes it away. */
export interface ProgressChange {
	readonly answers?: { readonly [Q in keyof QuizAnswers]?: QuizAnswers[Q] | null };
	readonly route?: QuizResult['route'] | null;
}

export interface SecretExpiry {
	/** `YYYY-MM-DD`. */
	readonly expires_on: string;
	/** Negative when the day is over. */
	readonly days_left: number;
	/** `fine`, `today`, `expired`, or the number of the reminder that is due. */
	readonly stage: string;
	/** What to say about it; null when there is nothing to say. */
	readonly code: string | null;
	readonly params: Readonly<Record<string, string | number>>;
}

/** Asks which site this is; nothing is sent to Microsoft until somebody has answered with `POST setup/site`. */
export interface SiteQuestion extends CodedProblem {
	readonly choices: readonly SiteChoice[];
}

export type SiteChoice = 'moved' | 'copy';

/** The value of another plugin's field; of a secret only that there is one, and the day on which it was stored, `YYYY-MM-DD`. */
export type ExtensionValue = { readonly value: string } | { readonly stored: boolean; readonly stored_on: string | null };

/** What other plugins have declared and the site keeps for them. */
export interface Extensions {
	/** By the id of the field. */
	readonly fields: Readonly<Record<string, ExtensionValue>>;
}

export interface Setup {
	readonly contract_hash: string;
	readonly fields: Fields;
	readonly connection: Connection;
	readonly sign_in: SignInResult | null;
	/** What was ticked by hand on the scorecard, and when. */
	readonly claims: Readonly<Record<string, number>>;
	readonly evidence: readonly Evidence[];
	readonly progress: Progress;
	/** Null when there is no secret, or nobody has said the day. */
	readonly expiry: SecretExpiry | null;
	readonly site: SiteQuestion | null;
	/** Whether this person may give rights to roles. */
	readonly may_change_roles: boolean;
	readonly problems: readonly CodedProblem[];
	readonly extensions: Extensions;
}

export interface Workspace {
	readonly id: string;
	readonly name: string;
	readonly is_read_only: boolean;
	readonly is_on_dedicated_capacity: boolean;
	/** Null where Power BI does not tell. */
	readonly role: string | null;
}

/** One of the checks after sign-in. */
export interface CheckResult {
	readonly id: string;
	readonly state: 'passed' | 'failed' | 'unknown' | 'skipped';
	/** What to do next; null when there is nothing to do. */
	readonly code: string | null;
	readonly params: Readonly<Record<string, string | number>>;
	/** What was found; each check has its own keys. */
	readonly evidence: Readonly<Record<string, unknown>>;
	readonly milliseconds: number;
}

export interface TestReport {
	readonly results: readonly CheckResult[];
	/** Null when a check before has failed, so that Power BI was not asked for them. */
	readonly workspaces: readonly Workspace[] | null;
}

/** The values that the chosen way to sign in needs and that are still empty, in the order of the form. */
export function missingFields(fields: Fields): StoredFieldId[] {
	const method = fields.sign_in_method.value;
	const isNeeded = (id: StoredFieldId): boolean => {
		switch (id) {
			// The app signs in by itself; nobody's account is used.
			case 'username':
				return method !== 'service_principal';
			case 'password':
				return method === 'ropc';
			// An app that allows public client flows has none.
			case 'client_secret':
				return method !== 'ropc';
			default:
				return FIELDS[id].required;
		}
	};
	const isEmpty = (id: StoredFieldId): boolean => {
		const field = fields[id];
		return 'has_value' in field ? !field.has_value : field.value === '';
	};
	return STORED_FIELD_IDS.filter((id) => isNeeded(id) && isEmpty(id));
}
