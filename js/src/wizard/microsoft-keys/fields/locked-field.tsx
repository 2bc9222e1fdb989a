/** A value that a constant in wp-config.php has set: shown, not changeable here. */
import { __ } from '@wordpress/i18n';
import type { Said } from '../../../extend';
import { Lock } from '../../shared/icons';
import { SaidLine } from '../../shared/said-line';

export interface LockedFieldProps {
	readonly label: string;
	readonly value: string;
	/** What is wrong with the value; whoever may edit the file mends it. */
	readonly said?: Said | null;
}

export function LockedField({ label, value, said = null }: LockedFieldProps) {
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
			{said && (
				<div className="wkpbic-verdict">
					<SaidLine said={said} />
				</div>
			)}
		</div>
	);
}
