/** The words of the scorecard's items: what each is called, and when it counts as done. */
import { __ } from '@wordpress/i18n';
import type { ScorecardCheck, ScorecardItem } from '../../core/door';

export interface ItemWords {
	readonly title: string;
	/** What a person should have seen before they tick it. */
	readonly done: string;
}

export function itemWords(): Readonly<Record<ScorecardItem, ItemWords>> {
	return {
		portal_sign_in: {
			title: __('Signed in to Microsoft’s portal', 'wkpbic'),
			done: __('The portal opens with your work or school account.', 'wkpbic'),
		},
		app_created: {
			title: __('App registered', 'wkpbic'),
			done: __('App registrations lists your shop’s app.', 'wkpbic'),
		},
		redirect_uri: {
			title: __('Redirect URI registered', 'wkpbic'),
			done: __('Authentication shows this site’s address under Web.', 'wkpbic'),
		},
		client_id: {
			title: __('Client ID', 'wkpbic'),
			done: __('The Application (client) ID stands in step 2.', 'wkpbic'),
		},
		tenant_id: {
			title: __('Tenant ID', 'wkpbic'),
			done: __('The Directory (tenant) ID stands in step 2.', 'wkpbic'),
		},
		client_secret: {
			title: __('Client secret, its Value', 'wkpbic'),
			done: __('The Value, not the Secret ID, is stored in step 2.', 'wkpbic'),
		},
		permissions: {
			title: __('Five permissions', 'wkpbic'),
			done: __('API permissions lists five delegated permissions of Power BI Service.', 'wkpbic'),
		},
		consent: {
			title: __('Consent given', 'wkpbic'),
			done: __('You or your administrator have allowed the app.', 'wkpbic'),
		},
		public_client_flows: {
			title: __('Public client flows', 'wkpbic'),
			done: __('Only for signing in by password: Authentication allows public client flows.', 'wkpbic'),
		},
		tenant_api_settings: {
			title: __('Power BI admits apps', 'wkpbic'),
			done: __('Only where the shop signs in by itself: Power BI’s tenant settings admit service principals.', 'wkpbic'),
		},
	};
}

/** What the check was that proved or disproved an item. */
export function checkWords(): Readonly<Record<ScorecardCheck, string>> {
	return {
		client_id_saved: __('The client ID has the right form and is stored.', 'wkpbic'),
		tenant_id_saved: __('The tenant ID has the right form and is stored.', 'wkpbic'),
		client_secret_saved: __('The secret has the right form and is stored.', 'wkpbic'),
		tenant_discovered: __('Microsoft knows this tenant.', 'wkpbic'),
		app_token_issued: __('Microsoft has accepted the client ID together with the secret.', 'wkpbic'),
		redirect_uri_answered: __('Microsoft has accepted this site’s address.', 'wkpbic'),
		signed_in: __('Somebody has signed in, and Microsoft sent them back.', 'wkpbic'),
		admin_consent_reported: __('Microsoft has reported the administrator’s consent.', 'wkpbic'),
		permissions_granted: __('The pass from Microsoft holds all five permissions.', 'wkpbic'),
		password_sign_in: __('Signing in by password has worked.', 'wkpbic'),
		service_principal_answered: __('Power BI has answered the app.', 'wkpbic'),
	};
}
