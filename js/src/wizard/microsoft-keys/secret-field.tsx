/** The client secret: its input, or the note that one is stored. A stored secret never comes back to the browser. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Wizard } from '../../extend';
import { dateText } from '../shared/date-text';
import { Lock } from '../shared/icons';
import { asksForSecret } from './form-state';
import { KeyField } from './key-field';
import type { KeysForm } from './use-keys-form';

export function SecretField({ wizard, form }: { readonly wizard: Wizard; readonly form: KeysForm }) {
	const stored = wizard.setup.fields.client_secret;
	const label = __('Client secret (Value)', 'wkpbic');

	if (asksForSecret(form.state, wizard.setup.fields)) {
		return (
			<KeyField
				wizard={wizard}
				form={form}
				field="client_secret"
				secret
				label={label}
				help={__('Certificates & secrets → column Value, not Secret ID. Shown only once.', 'wkpbic')}
			>
				{stored.has_value && (
					<Button variant="link" className="wkpbic-field__aside" onClick={() => form.replaceSecret(false)}>
						{__('Keep the stored secret', 'wkpbic')}
					</Button>
				)}
			</KeyField>
		);
	}

	return (
		<div className="wkpbic-field" role="group" aria-labelledby="wkpbic-client-secret-label">
			<div className="wkpbic-field__input">
				<span className="wkpbic-field__label" id="wkpbic-client-secret-label">
					{label}
				</span>
				<div className="wkpbic-stored">
					<Lock />
					<span className="wkpbic-stored__text">
						{stored.locked
							? __('Set in wp-config.php.', 'wkpbic')
							: storedText(stored.stored_at)}
					</span>
					{!stored.locked && (
						<Button variant="secondary" size="compact" onClick={() => form.replaceSecret(true)}>
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
		? __('A secret is stored.', 'wkpbic')
		: sprintf(
				/* translators: %s: date on which the secret was stored. */
				__('Stored on %s.', 'wkpbic'),
				dateText(storedAt),
			);
}
