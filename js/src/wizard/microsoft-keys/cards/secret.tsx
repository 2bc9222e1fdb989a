import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { RECOMMENDED_LIFETIME_DAYS } from '../../../generated/contract';
import { SecretDrawing } from '../drawings/secret';
import { CardBody, LABELS } from './card-body';

export function SecretCard({ wizard }: StepProps) {
	return (
		<CardBody
			wizard={wizard}
			target="certificates_and_secrets"
			linkText={__('Open “Certificates & secrets”', 'wkpbic')}
			way={[__('App registrations', 'wkpbic'), __('your app', 'wkpbic'), __('Certificates & secrets', 'wkpbic')]}
			drawing={<SecretDrawing />}
			steps={[
				createInterpolateElement(
					__('Choose <strong>Certificates & secrets</strong> in the menu of your app, then the tab “Client secrets”.', 'wkpbic'),
					LABELS,
				),
				createInterpolateElement(
					sprintf(
						/* translators: %d: number of days. */
						__(
							'Choose <strong>New client secret</strong>, any description, a lifetime under “Expires”, then <strong>Add</strong>. Microsoft recommends %d days; you are reminded in time.',
							'wkpbic',
						),
						RECOMMENDED_LIFETIME_DAYS,
					),
					LABELS,
				),
				createInterpolateElement(
					__(
						'Copy from the column <strong>Value</strong> at once, before you leave the page: the portal shows it only this one time. “Secret ID” is something else and useless here.',
						'wkpbic',
					),
					LABELS,
				),
			]}
		>
			<p className="wkpbic-card__note">
				{__('Left the page too early? No harm done: make another one, and delete the first.', 'wkpbic')}
			</p>
		</CardBody>
	);
}
