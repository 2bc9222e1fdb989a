/** The words of Microsoft's world that a shop owner need not know, each in one or two sentences. */
import { __ } from '@wordpress/i18n';

export type TermId =
	| 'tenant'
	| 'app_registration'
	| 'client_id'
	| 'client_secret'
	| 'secret_id'
	| 'redirect_uri'
	| 'permission'
	| 'admin_consent'
	| 'service_principal'
	| 'workspace'
	| 'mfa'
	| 'token';

export interface GlossaryEntry {
	readonly word: string;
	readonly meaning: string;
}

export function glossary(): Readonly<Record<TermId, GlossaryEntry>> {
	return {
		tenant: {
			word: __('Tenant (directory)', 'wkpbic'),
			meaning: __('Your company’s own corner at Microsoft: its accounts, apps and rules. Its number is the tenant ID.', 'wkpbic'),
		},
		app_registration: {
			word: __('App registration', 'wkpbic'),
			meaning: __('The entry in Microsoft’s portal by which your shop is known there. It costs nothing and can be deleted any time.', 'wkpbic'),
		},
		client_id: {
			word: __('Client ID', 'wkpbic'),
			meaning: __('The number of your app registration. It is no secret; the portal calls it Application (client) ID.', 'wkpbic'),
		},
		client_secret: {
			word: __('Client secret', 'wkpbic'),
			meaning: __('The password of your app. The portal shows its Value once, right after you make it; copy it then.', 'wkpbic'),
		},
		secret_id: {
			word: __('Secret ID', 'wkpbic'),
			meaning: __('Only the number of a secret in the portal’s list. Nobody can sign in with it; the Value next to it is what is needed.', 'wkpbic'),
		},
		redirect_uri: {
			word: __('Redirect URI', 'wkpbic'),
			meaning: __('The address of this page to which Microsoft sends you back after signing in. Both sides must have it letter for letter.', 'wkpbic'),
		},
		permission: {
			word: __('Permission', 'wkpbic'),
			meaning: __('What the app may do in Power BI on your behalf, such as reading reports. You allow it once, and can take it back.', 'wkpbic'),
		},
		admin_consent: {
			word: __('Admin consent', 'wkpbic'),
			meaning: __('An administrator of your company allows the app for everybody. Some companies ask for it, others let each person decide.', 'wkpbic'),
		},
		service_principal: {
			word: __('Service principal', 'wkpbic'),
			meaning: __('The app as a user of its own: it signs in without a person. Power BI must be told to admit it.', 'wkpbic'),
		},
		workspace: {
			word: __('Workspace', 'wkpbic'),
			meaning: __('A folder in Power BI that holds reports and data, shared by those who have a role in it.', 'wkpbic'),
		},
		mfa: {
			word: __('Second factor (MFA)', 'wkpbic'),
			meaning: __('The code or tap on the phone that Microsoft asks for besides the password.', 'wkpbic'),
		},
		token: {
			word: __('Token', 'wkpbic'),
			meaning: __('The pass that Microsoft hands to your shop after you signed in. It is locked away on your server and renewed by itself.', 'wkpbic'),
		},
	};
}
