/** The note that a secret is stored, since when, and the way to another one. It never comes back to the browser. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { dayText } from '../shared/date-text';
import { Lock } from '../shared/icons';

export function StoredSecret(props: {
	readonly inputId: string;
	readonly label: string;
	/** `YYYY-MM-DD`; null when nobody knows. */
	readonly storedOn: string | null;
	readonly onReplace: () => void;
}) {
	const { inputId, label, storedOn, onReplace } = props;
	return (
		<div role="group" aria-labelledby={`${inputId}-label`}>
			<span className="wkpbic-field__label" id={`${inputId}-label`}>
				{label}
			</span>
			<div className="wkpbic-stored">
				<Lock />
				<span className="wkpbic-stored__text">
					{storedOn === null
						? __('A value is stored.', 'wkpbic')
						: sprintf(
								/* translators: %s: date on which the secret was stored. */
								__('Stored on %s.', 'wkpbic'),
								dayText(storedOn),
							)}
				</span>
				<Button id={inputId} variant="secondary" size="compact" onClick={onReplace}>
					{__('Replace', 'wkpbic')}
					<span className="screen-reader-text"> {label}</span>
				</Button>
			</div>
			<p className="wkpbic-field__help">{__('It is kept encrypted and is never shown again, not even to you.', 'wkpbic')}</p>
		</div>
	);
}
