/** Step 2: make the keys in Microsoft's portal, paste them here. */
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { StepProps } from '../../extend';
import { StepFooter } from '../shared/step-footer';
import { BEFORE_YOU_START } from '../step-ids';
import type { KeyFieldId } from './form-state';
import { KeyField } from './key-field';
import { LockedField } from './locked-field';
import { PortalSteps } from './portal-steps';
import { SecretField } from './secret-field';
import { useKeysForm } from './use-keys-form';

export function MicrosoftKeys({ wizard }: StepProps) {
	const form = useKeysForm(wizard);
	const { connection, fields } = wizard.setup;

	const field = (id: Exclude<KeyFieldId, 'client_secret'>, label: string, help: string, keyboard?: 'email') =>
		fields[id].locked ? (
			<LockedField label={label} value={fields[id].value} />
		) : (
			<KeyField wizard={wizard} form={form} field={id} label={label} help={help} {...(keyboard && { keyboard })} />
		);

	const submit = (event: FormEvent): void => {
		event.preventDefault();
		if (!form.saving) {
			void form.save();
		}
	};

	return (
		<form onSubmit={submit} noValidate>
			<p className="wkpbic-lead">
				{__(
					'Register your shop in Microsoft’s portal as an app, then bring four values back here. Keep both windows side by side.',
					'wkpbic',
				)}
			</p>

			<h3 className="wkpbic-heading">{__('In Microsoft’s portal', 'wkpbic')}</h3>
			<PortalSteps wizard={wizard} />

			<h3 className="wkpbic-heading">{__('Your four values', 'wkpbic')}</h3>
			{connection.state !== 'not_connected' && (
				<p className="wkpbic-note">
					{__('Another ID, tenant or account ends the present connection; you sign in again in step 3.', 'wkpbic')}
				</p>
			)}
			<div className="wkpbic-fields">
				{field(
					'client_id',
					__('Application (client) ID', 'wkpbic'),
					__('Overview of your app, first column.', 'wkpbic'),
				)}
				{field(
					'tenant_id',
					__('Directory (tenant) ID', 'wkpbic'),
					__('Overview of your app, right below the client ID.', 'wkpbic'),
				)}
				<SecretField wizard={wizard} form={form} />
				{field(
					'username',
					__('Microsoft account (email)', 'wkpbic'),
					__('The work or school account that uses Power BI.', 'wkpbic'),
					'email',
				)}
			</div>

			{form.failure !== null && (
				<Notice
					status="error"
					isDismissible={false}
					className="wkpbic-notice"
					spokenMessage={form.failure}
					politeness="assertive"
				>
					<p>{form.failure}</p>
				</Notice>
			)}

			<StepFooter wizard={wizard} back={BEFORE_YOU_START}>
				<Button variant="primary" type="submit" __next40pxDefaultSize isBusy={form.saving} aria-disabled={form.saving}>
					{form.changed ? __('Save and continue', 'wkpbic') : __('Continue', 'wkpbic')}
				</Button>
			</StepFooter>
		</form>
	);
}
