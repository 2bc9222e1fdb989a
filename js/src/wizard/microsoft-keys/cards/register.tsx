import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { ownRedirectUri } from '../../redirect-uri';
import { CopyField } from '../../shared/copy-field';
import { CopyChip } from '../copy-chip';
import { RegisterDrawing } from '../drawings/register';
import { CardBody, LABELS } from './card-body';

/** A name to start with; any other is as good. */
const APP_NAME = 'WooCommerce Power BI';

export function RegisterCard({ wizard }: StepProps) {
	const { redirect_uri } = ownRedirectUri(wizard);
	return (
		<CardBody
			wizard={wizard}
			target="new_registration"
			linkText={__('Open “New registration”', 'wkpbic')}
			way={[__('App registrations', 'wkpbic'), __('New registration', 'wkpbic')]}
			drawing={<RegisterDrawing redirectUri={redirect_uri} />}
			steps={[
				<>
					{createInterpolateElement(__('Type a <strong>Name</strong>. Any will do, such as', 'wkpbic'), LABELS)}{' '}
					<CopyChip text={APP_NAME} announce={wizard.announce} />
				</>,
				createInterpolateElement(
					__(
						'Under “Supported account types” choose <strong>Single tenant only</strong> (formerly “Accounts in this organizational directory only”).',
						'wkpbic',
					),
					LABELS,
				),
				createInterpolateElement(
					__('Under “Redirect URI” choose the platform <strong>Web</strong>, not “Single-page application”.', 'wkpbic'),
					LABELS,
				),
				<>
					{__('Paste this address beside it, every character of it:', 'wkpbic')}
					<CopyField label={__('Redirect URI', 'wkpbic')} text={redirect_uri} announce={wizard.announce} />
				</>,
				createInterpolateElement(__('Choose <strong>Register</strong>. The page “Overview” of your app opens.', 'wkpbic'), LABELS),
			]}
		>
			<p className="wkpbic-card__note">
				{__(
					'“New registration” is greyed out? Then your organisation leaves this to its administrators: choose “My admin does it” above.',
					'wkpbic',
				)}
			</p>
		</CardBody>
	);
}
