/** Where the plugin's own page of help speaks about a code. */
import { HELP_PAGE_SLUG } from '../../generated/contract';
import { isKnownCode } from '../results/next-action';

/** Null for a code that this build does not know: the page has none of it. */
export function helpAddress(adminUrl: string, code: string | null): string | null {
	return code !== null && isKnownCode(code) ? `${adminUrl}admin.php?page=${HELP_PAGE_SLUG}#${code}` : null;
}
