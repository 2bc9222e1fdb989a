import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { PublicClientFlowsDrawing } from '../drawings/public-client-flows';
import { CardBody, LABELS } from './card-body';

export function PublicClientFlowsCard({ wizard }: StepProps) {
	return (
		<CardBody
			wizard={wizard}
			target="authentication"
			linkText={__('Open “Authentication”', 'wkpbic')}
			way={[__('App registrations', 'wkpbic'), __('your app', 'wkpbic'), __('Authentication', 'wkpbic')]}
			drawing={<PublicClientFlowsDrawing />}
			steps={[
				createInterpolateElement(__('Choose <strong>Authentication</strong> in the menu of your app.', 'wkpbic'), LABELS),
				createInterpolateElement(__('Choose the tab <strong>Settings</strong> (formerly “Advanced settings”, further down).', 'wkpbic'), LABELS),
				createInterpolateElement(
					__('Leave <strong>Allow public client flows</strong> (formerly “Default client type”) at <strong>No</strong>.', 'wkpbic'),
					LABELS,
				),
			]}
		>
			<p className="wkpbic-card__note">
				{__(
					'Older instructions ask for Yes. This plugin has a client secret and does not need it, and Yes would let anybody who knows the client ID ask your colleagues to sign in.',
					'wkpbic',
				)}
			</p>
		</CardBody>
	);
}
