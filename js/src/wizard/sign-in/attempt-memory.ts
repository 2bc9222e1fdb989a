/**
 * Remembers, in this tab only, that the browser left for Microsoft. Should the tab come back without an answer, Microsoft
 * showed an error page: those never lead back.
 *
 * What is kept is the time of the last result that the server had then, so that a newer one is known. No secret.
 */
import type { SignInResult } from '../../setup';

const KEY = 'wkpbic_left_for_microsoft';

const mark = (last: SignInResult | null): string => (last === null ? 'none' : `${last.at} ${last.code}`);

export function rememberLeaving(last: SignInResult | null): void {
	try {
		sessionStorage.setItem(KEY, mark(last));
	} catch {
		// A browser that keeps nothing: the question is not asked then.
	}
}

export function forgetLeaving(): void {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// Nothing was kept.
	}
}

/** Whether the tab left for Microsoft and no answer has come since. */
export function isUnfinished(last: SignInResult | null): boolean {
	try {
		return sessionStorage.getItem(KEY) === mark(last);
	} catch {
		return false;
	}
}
