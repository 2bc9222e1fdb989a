/** What the fields of step 2 are called. */
import { __ } from '@wordpress/i18n';
import type { MessageParams } from '../../../messages';
import { KEY_FIELDS, type KeyFieldId } from './form-state';

export function fieldLabel(field: KeyFieldId): string {
	const labels: Record<KeyFieldId, string> = {
		client_id: __('Application (client) ID', 'wkpbic'),
		tenant_id: __('Directory (tenant) ID', 'wkpbic'),
		client_secret: __('Client secret (Value)', 'wkpbic'),
		client_secret_expires_on: __('The client secret ends on', 'wkpbic'),
		username: __('Microsoft account (email)', 'wkpbic'),
		cloud: __('Microsoft cloud', 'wkpbic'),
		sign_in_method: __('How the plugin signs in', 'wkpbic'),
		password: __('Password of the Microsoft account', 'wkpbic'),
	};
	return labels[field];
}

/** The sentence's parameter names a field by its id; people know it by its label. */
export function withFieldLabel(params: MessageParams): MessageParams {
	const field = KEY_FIELDS.find((id) => id === params['field']);
	return field === undefined ? params : { ...params, field: fieldLabel(field) };
}
