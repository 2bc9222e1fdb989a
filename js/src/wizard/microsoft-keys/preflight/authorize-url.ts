/** A question to Microsoft that shows no page: the core spells it, the server asks it. */
import type { CloudId } from '../../../core/door';
import type { Wizard } from '../../../extend';
import { ownRedirectUri } from '../../redirect-uri';

/** Null where the core is missing or cannot use a value; then nothing is found out about the redirect URI. */
export function silentAuthorizeUrl(wizard: Wizard): string | null {
	const { core, setup, site } = wizard;
	if (core.status !== 'ready') {
		return null;
	}
	const { client_id, tenant_id, cloud } = setup.fields;
	try {
		return core.api.startSignIn({
			// The server keeps no other.
			cloud: cloud.value as CloudId,
			tenant_id: tenant_id.value,
			client_id: client_id.value,
			redirect_uri: ownRedirectUri(wizard).redirect_uri,
			prompt: 'none',
			development_microsoft_url: site.development_microsoft_url,
		}).authorize_url;
	} catch {
		return null;
	}
}
