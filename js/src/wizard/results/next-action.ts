/** The one thing to do about a code, and who has to do it. Both follow from the contract's tables. */
import type { PortalTarget } from '../../core/door';
import { ERRORS, WAITS, type Actor, type ErrorCode } from '../../generated/contract';
import { BEFORE_YOU_START, CHECK_AND_FINISH, MICROSOFT_KEYS } from '../step-ids';

/** What Microsoft's page is told to ask again: which account, or for consent. */
export type Prompt = 'select_account' | 'consent';

export type NextAction =
	| { readonly kind: 'go_to'; readonly step: string }
	| { readonly kind: 'sign_in'; readonly prompt: Prompt | null }
	| { readonly kind: 'ask_admin' }
	| { readonly kind: 'portal'; readonly target: PortalTarget }
	| { readonly kind: 'try_again' };

/** Codes that are mended at one page of Microsoft's, which the sentence names too. */
const AT_MICROSOFT: Partial<Record<ErrorCode, PortalTarget>> = {
	permissions_not_granted: 'api_permissions',
	permissions_missing: 'api_permissions',
	profile_permission_missing: 'api_permissions',
	permission_api_removed: 'api_permissions',
	redirect_uri_mismatch: 'authentication',
	redirect_uri_not_registered: 'authentication',
	redirect_uri_is_spa: 'authentication',
	app_is_public: 'authentication',
	client_secret_expired: 'certificates_and_secrets',
	power_bi_no_licence: 'power_bi',
	power_bi_no_workspace: 'power_bi',
	power_bi_read_only: 'power_bi',
	power_bi_not_in_tenant: 'power_bi',
	power_bi_refused_silently: 'power_bi',
};

/** Codes that mean: not this account. */
const OTHER_ACCOUNT: ReadonlySet<ErrorCode> = new Set([
	'account_differs',
	'account_not_in_tenant',
	'account_not_work_or_school',
	'account_pick_again',
	'account_session_mixed',
	'guest_not_allowed',
	'id_token_tenant_wrong',
	'username_unknown',
]);

/** Codes after which Microsoft must show its consent page again. */
const CONSENT_AGAIN: ReadonlySet<ErrorCode> = new Set(['consent_required', 'sign_in_declined']);

export function isKnownCode(code: string): code is ErrorCode {
	return Object.hasOwn(ERRORS, code);
}

/** Who must act; null for a code that this build does not know. */
export function actorOf(code: string): Actor | null {
	return isKnownCode(code) ? ERRORS[code].actor : null;
}

export function waitOf(code: string): 'none' | 'minutes' | 'hours' {
	return (isKnownCode(code) && (WAITS as Partial<Record<ErrorCode, 'minutes' | 'hours'>>)[code]) || 'none';
}

/** Where a second way is as good as the first: whoever may not agree asks somebody who may. */
export function otherActionOf(code: string): NextAction | null {
	return code === 'sign_in_declined' ? { kind: 'ask_admin' } : null;
}

export function nextActionOf(code: string): NextAction {
	if (!isKnownCode(code)) {
		return { kind: 'try_again' };
	}
	const { actor, step } = ERRORS[code];
	const target = AT_MICROSOFT[code];
	if (target) {
		return { kind: 'portal', target };
	}
	if (OTHER_ACCOUNT.has(code)) {
		return { kind: 'sign_in', prompt: 'select_account' };
	}
	if (actor === 'entra_admin') {
		return { kind: 'ask_admin' };
	}
	if (actor === 'power_bi_admin') {
		return { kind: 'portal', target: 'power_bi_tenant_settings' };
	}
	switch (step) {
		case 1:
			return { kind: 'go_to', step: BEFORE_YOU_START };
		case 2:
			return { kind: 'go_to', step: MICROSOFT_KEYS };
		case 3:
			return { kind: 'sign_in', prompt: CONSENT_AGAIN.has(code) ? 'consent' : null };
		case 4:
			return actor === 'nobody' ? { kind: 'go_to', step: CHECK_AND_FINISH } : { kind: 'try_again' };
		default:
			return { kind: 'try_again' };
	}
}
