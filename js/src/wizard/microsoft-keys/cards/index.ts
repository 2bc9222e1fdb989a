/** The seven steps of the manual, in its order. */
import { __ } from '@wordpress/i18n';
import type { CardRegistration } from '../../../extend';
import { MICROSOFT_KEYS } from '../../step-ids';
import { IdsCard } from './ids';
import { PermissionsCard } from './permissions';
import { PublicClientFlowsCard } from './public-client-flows';
import { RegisterCard } from './register';
import { SecretCard } from './secret';
import { SignInCard } from './sign-in';
import { TenantSettingsCard } from './tenant-settings';

export const cards: readonly CardRegistration[] = [
	{
		id: 'portal-sign-in',
		step: MICROSOFT_KEYS,
		title: () => __('Sign in to Microsoft’s portal', 'wkpbic'),
		component: SignInCard,
		claims: ['portal_sign_in'],
	},
	{
		id: 'portal-register',
		step: MICROSOFT_KEYS,
		title: () => __('Register your shop as an app', 'wkpbic'),
		component: RegisterCard,
		claims: ['app_created', 'redirect_uri'],
	},
	{
		id: 'portal-ids',
		step: MICROSOFT_KEYS,
		title: () => __('Copy the two IDs', 'wkpbic'),
		component: IdsCard,
		claims: ['client_id', 'tenant_id'],
	},
	{
		id: 'portal-secret',
		step: MICROSOFT_KEYS,
		title: () => __('Make a client secret', 'wkpbic'),
		component: SecretCard,
		claims: ['client_secret'],
	},
	{
		id: 'portal-permissions',
		step: MICROSOFT_KEYS,
		title: () => __('Add the five permissions', 'wkpbic'),
		component: PermissionsCard,
		claims: ['permissions'],
	},
	{
		id: 'portal-public-client-flows',
		step: MICROSOFT_KEYS,
		title: () => __('Public client flows stay off', 'wkpbic'),
		component: PublicClientFlowsCard,
		claims: ['public_client_flows'],
		optional: () => __('to check only', 'wkpbic'),
	},
	{
		id: 'portal-tenant-settings',
		step: MICROSOFT_KEYS,
		title: () => __('Let apps use Power BI by themselves', 'wkpbic'),
		component: TenantSettingsCard,
		claims: ['tenant_api_settings'],
		optional: () => __('only without a person who signs in', 'wkpbic'),
	},
];
