import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { OverviewDrawing } from '../drawings/overview';
import { CardBody, LABELS } from './card-body';

export function IdsCard({ wizard }: StepProps) {
	return (
		<CardBody
			wizard={wizard}
			target="overview"
			linkText={__('Open “Overview”', 'wkpbic')}
			way={[__('App registrations', 'wkpbic'), __('your app', 'wkpbic'), __('Overview', 'wkpbic')]}
			drawing={<OverviewDrawing />}
			steps={[
				createInterpolateElement(
					__('Copy <strong>Application (client) ID</strong> and paste it into the form below. The portal has a copy button beside it.', 'wkpbic'),
					LABELS,
				),
				createInterpolateElement(
					__('Do the same with <strong>Directory (tenant) ID</strong>. Leave out “Object ID”, which stands between them.', 'wkpbic'),
					LABELS,
				),
			]}
		>
			<p className="wkpbic-card__note">
				{__('Quicker: select the whole page, copy it, and paste it under “Paste anything”. Both IDs are found there.', 'wkpbic')}
			</p>
		</CardBody>
	);
}
