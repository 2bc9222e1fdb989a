/** Which fields wp-config.php holds: they cannot be changed here, and it says where they can. */
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { STORED_FIELD_IDS } from '../../generated/contract';
import { fieldLabels } from '../../wizard/sign-in/missing-keys';
import { Lock } from '../../wizard/shared/icons';
import { Section } from './section';

export function Locks({ wizard }: StepProps) {
	const locked = STORED_FIELD_IDS.filter((id) => wizard.setup.fields[id].locked);
	if (locked.length === 0) {
		return null;
	}
	return (
		<Section title={__('Set in wp-config.php', 'wkpbic')}>
			<ul className="wkpbic-locks">
				{locked.map((id) => (
					<li key={id}>
						<Lock />
						<span>
							{fieldLabels()[id]}{' '}
							<code dir="ltr">
								{sprintf('WKPBIC_%s', id.toUpperCase())}
							</code>
						</span>
					</li>
				))}
			</ul>
			<p className="wkpbic-note">
				{__('Whoever may edit wp-config.php on your server changes these.', 'wkpbic')}
			</p>
		</Section>
	);
}
