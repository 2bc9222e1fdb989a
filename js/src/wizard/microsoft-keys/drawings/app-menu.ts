/** The part of an app's menu that the drawings show. */
import { __ } from '@wordpress/i18n';

export const appMenu = (): readonly string[] => [
	__('Overview', 'wkpbic'),
	__('Authentication', 'wkpbic'),
	__('Certificates & secrets', 'wkpbic'),
	__('API permissions', 'wkpbic'),
];
