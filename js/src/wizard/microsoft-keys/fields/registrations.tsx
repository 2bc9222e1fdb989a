/** The fields of step 2, registered like everybody's. */
import { __ } from '@wordpress/i18n';
import type { ComponentType } from 'react';
import type { FieldProps, FieldRegistration, Said, Wizard } from '../../../extend';
import { CLOUD_IDS, SIGN_IN_METHODS } from '../../../generated/contract';
import { MICROSOFT_KEYS } from '../../step-ids';
import { CloudField, MethodField } from './choices';
import { ExpiryField } from './expiry-field';
import { useForm } from './form-context';
import type { KeyFieldId } from './form-state';
import { KeyField } from './key-field';
import { fieldLabel } from './labels';
import { LockedField } from './locked-field';
import { SecretField } from './secret-field';
import { cloudName, signInMethodText } from './words';

const field = (
	id: KeyFieldId,
	type: FieldRegistration['type'],
	component: ComponentType<FieldProps>,
	more: Partial<FieldRegistration> = {},
): FieldRegistration => ({ id, step: MICROSOFT_KEYS, type, label: () => fieldLabel(id), component, ...more });

export const fields: readonly FieldRegistration[] = [
	field('client_id', 'guid', PlainField, { where: () => __('Overview of your app, first column.', 'wkpbic') }),
	field('tenant_id', 'text', PlainField, { where: () => __('Overview of your app, two lines below the client ID.', 'wkpbic') }),
	field('client_secret', 'secret', ClientSecretField, {
		where: () => __('Certificates & secrets → column Value, not Secret ID. Shown only once.', 'wkpbic'),
	}),
	field('client_secret_expires_on', 'date', ExpiryField),
	field('username', 'email', PlainField, { where: () => __('The work or school account that uses Power BI.', 'wkpbic') }),
	field('cloud', 'select', CloudField, { choices: () => CLOUD_IDS.map((value) => ({ value, label: cloudName(value) })) }),
	field('sign_in_method', 'select', MethodField, {
		choices: () => SIGN_IN_METHODS.map((value) => ({ value, label: signInMethodText(value).name })),
	}),
	field('password', 'secret', PasswordField, {
		where: () => __('The password of the account above. It must not need a second factor.', 'wkpbic'),
	}),
];

function PlainField({ wizard, field: { id, label, where, type } }: FieldProps) {
	const form = useForm();
	const own = id as 'client_id' | 'tenant_id' | 'username';
	const stored = wizard.setup.fields[own];
	return stored.locked ? (
		<LockedField label={label()} value={stored.value} said={wrongIn(wizard, own)} />
	) : (
		<KeyField
			wizard={wizard}
			form={form}
			field={own}
			label={label()}
			help={where()}
			{...(type === 'email' && { keyboard: 'email' as const })}
		/>
	);
}

/** What the core finds wrong in a stored value. Null when it is good, or when the core is not there to ask. */
function wrongIn({ setup: { fields }, core, messageFor }: Wizard, id: 'client_id' | 'tenant_id' | 'username'): Said | null {
	if (core.status !== 'ready') {
		return null;
	}
	const { client_id, tenant_id, username } = fields;
	const context = { client_id: client_id.value, tenant_id: tenant_id.value, username: username.value };
	const { level, code, params } = core.api.validateField(id, fields[id].value, context);
	return level === 'error' || level === 'warn' ? { level, sentence: messageFor(code, params) } : null;
}

function ClientSecretField({ wizard, field: { label, where } }: FieldProps) {
	return (
		<SecretField
			wizard={wizard}
			form={useForm()}
			field="client_secret"
			label={label()}
			help={where()}
			keepText={__('Keep the stored secret', 'wkpbic')}
		/>
	);
}

function PasswordField({ wizard, field: { label, where } }: FieldProps) {
	return (
		<SecretField
			wizard={wizard}
			form={useForm()}
			field="password"
			label={label()}
			help={where()}
			keepText={__('Keep the stored password', 'wkpbic')}
		/>
	);
}
