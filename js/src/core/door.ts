/** The words that the core and this side share. Both files are generated from the Rust tables. */
export type { CloudId, ErrorCode, FieldId, PermissionId, SignInMethod, StoredFieldId } from '../generated/contract';
export type {
	AdminConsentLink,
	AdminConsentRequest,
	Callback,
	FieldContext,
	SignInAttempt,
	SignInRequest,
	SiteRedirectUri,
	Verdict,
} from '../generated/core';
