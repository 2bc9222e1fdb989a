/** Clouds and sign-in methods in words. */
import { __ } from '@wordpress/i18n';
import type { CloudId, SignInMethod } from '../../../core/door';

export function cloudName(cloud: string): string {
	const names: Record<CloudId, string> = {
		global: __('Microsoft’s public cloud (almost everybody)', 'wkpbic'),
		gcc: __('US Government GCC', 'wkpbic'),
		gcc_high: __('US Government GCC High', 'wkpbic'),
		dod: __('US Department of Defense', 'wkpbic'),
		china: __('China, operated by 21Vianet', 'wkpbic'),
	};
	return Object.hasOwn(names, cloud) ? names[cloud as CloudId] : cloud;
}

export function signInMethodText(method: string): { readonly name: string; readonly explanation: string } {
	const texts: Record<SignInMethod, { readonly name: string; readonly explanation: string }> = {
		delegated: {
			name: __('A person signs in once (recommended)', 'wkpbic'),
			explanation: __('You sign in at Microsoft in step 3; after that the plugin renews its access by itself.', 'wkpbic'),
		},
		ropc: {
			name: __('With user name and password (experts only)', 'wkpbic'),
			explanation: __('Nobody signs in; the site keeps the password of an account.', 'wkpbic'),
		},
		service_principal: {
			name: __('The app by itself (service principal)', 'wkpbic'),
			explanation: __('Nobody signs in and no account is needed; an administrator of Power BI has to allow it.', 'wkpbic'),
		},
	};
	return Object.hasOwn(texts, method) ? texts[method as SignInMethod] : { name: method, explanation: '' };
}
