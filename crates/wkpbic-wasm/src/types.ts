import type { CloudId, ErrorCode, FieldId } from './contract';

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

/** What a sign-in is made of. `development_microsoft_url` must be loopback. */
export interface SignInRequest {
	cloud: CloudId;
	tenant_id: string;
	client_id: string;
	redirect_uri: string;
	login_hint?: string | null;
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

/** What a request for admin consent is made of. */
export type AdminConsentRequest = Omit<SignInRequest, 'login_hint' | 'prompt'>;

/** The link for an administrator. */
export interface AdminConsentLink {
	url: string;
	state: string;
}

/** What Microsoft appended to the redirect URI. */
export type Callback =
	| { kind: 'none' }
	| { kind: 'code'; code: string; state: string }
	| { kind: 'error'; error: string; error_description: string; state: string | null }
	| { kind: 'admin_consent_granted'; tenant: string; state: string | null }
	| { kind: 'admin_consent_refused'; error: string; error_description: string; state: string | null }
	| { kind: 'invalid'; verdict: Verdict };

/** Thrown for misuse and for values that cannot be used. Never holds the value. */
export interface WkpbicCoreError extends Error {
	name: 'WkpbicCoreError';
	code: ErrorCode | 'random_unavailable' | 'argument_unreadable';
	params: Params;
}

