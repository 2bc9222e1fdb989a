/** The registered app as the core wants it described, for sign-in and for admin consent alike. */
import type { AdminConsentRequest, CloudId } from '../../core/door';
import type { Wizard } from '../../extend';
import { ownRedirectUri } from '../redirect-uri';

export function appOf(wizard: Wizard): AdminConsentRequest {
	const { fields } = wizard.setup;
	const { development_microsoft_url } = wizard.site;
	return {
		// The server accepts no cloud but those of the contract, and the core refuses any other.
		cloud: fields.cloud.value as CloudId,
		tenant_id: fields.tenant_id.value,
		client_id: fields.client_id.value,
		redirect_uri: ownRedirectUri(wizard).redirect_uri,
		...(development_microsoft_url !== null && { development_microsoft_url }),
	};
}
