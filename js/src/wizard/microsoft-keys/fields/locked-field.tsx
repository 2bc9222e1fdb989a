/** A value that a constant in wp-config.php has set: shown, not changeable here. */
import { __ } from '@wordpress/i18n';
import { Lock } from '../../shared/icons';

export function LockedField({ label, value }: { readonly label: string; readonly value: string }) {
	return (
		<div className="wkpbic-field">
			<div className="wkpbic-field__input">
				<span className="wkpbic-field__label">{label}</span>
				<div className="wkpbic-stored">
					<Lock />
					<code className="wkpbic-stored__text" dir="ltr">
						{value}
					</code>
				</div>
				<p className="wkpbic-field__help">{__('Set in wp-config.php; change it there.', 'wkpbic')}</p>
			</div>
		</div>
	);
}
