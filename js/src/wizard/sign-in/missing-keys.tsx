/** Names the values that are still missing; the main action under the step leads to them. */
import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { StoredFieldId } from '../../core/door';

export const fieldLabels = (): Readonly<Record<StoredFieldId, string>> => ({
	client_id: __('Application (client) ID', 'wkpbic'),
	tenant_id: __('Directory (tenant) ID', 'wkpbic'),
	client_secret: __('Client secret (Value)', 'wkpbic'),
	username: __('Microsoft account (email)', 'wkpbic'),
	password: __('Password of the account', 'wkpbic'),
	client_secret_expires_on: __('Expiry of the client secret', 'wkpbic'),
	cloud: __('Cloud', 'wkpbic'),
	sign_in_method: __('Way to sign in', 'wkpbic'),
	reminder_email: __('Reminder address', 'wkpbic'),
});

export function MissingKeys({ missing }: { readonly missing: readonly StoredFieldId[] }) {
	const names = fieldLabels();
	return (
		<Notice status="warning" isDismissible={false} className="wkpbic-notice">
			<p className="wkpbic-notice__sentence">{__('Before you can sign in, these values are needed:', 'wkpbic')}</p>
			<ul className="wkpbic-notice__list">
				{missing.map((field) => (
					<li key={field}>{names[field]}</li>
				))}
			</ul>
		</Notice>
	);
}
