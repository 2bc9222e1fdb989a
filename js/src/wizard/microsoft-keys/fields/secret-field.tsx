/** A secret: its input, or the note that one is stored. A stored secret never comes back to the browser. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Wizard } from '../../../extend';
import type { SecretFieldId } from '../../../setup';
import { dateText } from '../../shared/date-text';
import { Lock } from '../../shared/icons';
import { fieldElementId } from '../reveal';
import { asksForSecret } from './form-state';
import { KeyField } from './key-field';
import type { KeysForm } from './use-keys-form';

export function SecretField(props: {
	readonly wizard: Wizard;
	readonly form: KeysForm;
	readonly field: SecretFieldId;
	readonly label: string;
	readonly help: string;
	readonly keepText: string;
}) {
	const { wizard, form, field, label, help, keepText } = props;
	const stored = wizard.setup.fields[field];
	const id = fieldElementId(field);

	if (asksForSecret(form.state, wizard.setup.fields, field)) {
		return (
			<KeyField wizard={wizard} form={form} field={field} secret label={label} help={help}>
				{stored.has_value && (
					<Button variant="link" className="wkpbic-field__aside" onClick={() => form.replaceSecret(field, false)}>
						{keepText}
					</Button>
				)}
			</KeyField>
		);
	}

	return (
		<div className="wkpbic-field" role="group" aria-labelledby={`${id}-label`}>
			<div className="wkpbic-field__input">
				<span className="wkpbic-field__label" id={`${id}-label`}>
					{label}
				</span>
				<div className="wkpbic-stored">
					<Lock />
					<span className="wkpbic-stored__text">
						{stored.locked ? __('Set in wp-config.php.', 'wkpbic') : storedText(stored.stored_at)}
					</span>
					{!stored.locked && (
						<Button id={id} variant="secondary" size="compact" onClick={() => form.replaceSecret(field, true)}>
							{__('Replace', 'wkpbic')}
							<span className="screen-reader-text"> {label}</span>
						</Button>
					)}
				</div>
				<p className="wkpbic-field__help">
					{__('It is kept encrypted and is never shown again, not even to you.', 'wkpbic')}
				</p>
			</div>
		</div>
	);
}

function storedText(storedAt: number | null): string {
	return storedAt === null
		? __('A value is stored.', 'wkpbic')
		: sprintf(
				/* translators: %s: date on which the secret was stored. */
				__('Stored on %s.', 'wkpbic'),
				dateText(storedAt),
			);
}
