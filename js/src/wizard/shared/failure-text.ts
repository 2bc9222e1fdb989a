/** The sentence for a failed call to the site. */
import { __ } from '@wordpress/i18n';
import type { MessageText } from '../../messages';
import { RestFailure } from '../../rest/failure';

export function failureText(failure: unknown, messageFor: MessageText): string {
	if (!(failure instanceof RestFailure)) {
		return coreErrorText(failure, messageFor);
	}
	switch (failure.code) {
		case 'site_unreachable':
			return __('Your site did not answer. What you typed is still here: check your connection and try again.', 'wkpbic');
		case 'site_answer_unreadable':
			return __('Your site gave an answer that cannot be read; a security plugin may have changed it. What you typed is still here: try again.', 'wkpbic');
		case 'rest_cookie_invalid_nonce':
			return __('You have been logged out in the meantime. Log in again in another tab, then come back and try again: what you typed is still here.', 'wkpbic');
		default:
			return messageFor(failure.code, failure.params, failure.sentence || failure.code);
	}
}

/** The core throws for input that it refuses; such an error carries one of our codes. */
function coreErrorText(failure: unknown, messageFor: MessageText): string {
	const unexpected = __('Something unexpected happened in this page. Reload it and try again.', 'wkpbic');
	if (!(failure instanceof Error) || failure.name !== 'WkpbicCoreError') {
		return unexpected;
	}
	const { code, params } = failure as Error & { code: string; params?: Record<string, string | number> };
	return messageFor(code, params, unexpected);
}
