/** The site's own redirect URI: with the core's verdict, or without one while there is no core. */
import type { Verdict } from '../core/door';
import type { Wizard } from '../extend';
import { PAGE_SLUG, REDIRECT_STEP } from '../generated/contract';

export interface OwnRedirectUri {
	readonly redirect_uri: string;
	readonly verdict: Verdict | null;
}

export function ownRedirectUri(wizard: Wizard): OwnRedirectUri {
	const { admin_url } = wizard.site;
	return wizard.core.status === 'ready'
		? wizard.core.api.siteRedirectUri(admin_url)
		: { redirect_uri: `${admin_url}admin.php?page=${PAGE_SLUG}&step=${REDIRECT_STEP}`, verdict: null };
}
