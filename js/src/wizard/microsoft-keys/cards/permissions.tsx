import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { PERMISSION_IDS } from '../../../generated/contract';
import { CopyChip } from '../copy-chip';
import { PermissionsDrawing } from '../drawings/permissions';
import { useTypedKeys } from '../keys-context';
import { NewTabLink } from '../new-tab-link';
import { usePortalLink } from '../use-portal-link';
import { CardBody, LABELS } from './card-body';

export function PermissionsCard({ wizard }: StepProps) {
	const powerBi = usePortalLink(wizard.core, 'power_bi');
	const alone = useTypedKeys().sign_in_method === 'service_principal';
	return (
		<CardBody
			wizard={wizard}
			target="api_permissions"
			linkText={__('Open “API permissions”', 'wkpbic')}
			way={[__('App registrations', 'wkpbic'), __('your app', 'wkpbic'), __('API permissions', 'wkpbic')]}
			drawing={<PermissionsDrawing />}
			steps={[
				createInterpolateElement(__('Choose <strong>API permissions</strong>, then <strong>Add a permission</strong>.', 'wkpbic'), LABELS),
				createInterpolateElement(__('Choose <strong>Power BI Service</strong> from the list of Microsoft APIs.', 'wkpbic'), LABELS),
				createInterpolateElement(__('Choose <strong>Delegated permissions</strong>.', 'wkpbic'), LABELS),
				<>
					{__('Tick these five. The search field above the list takes a pasted name:', 'wkpbic')}
					<span className="wkpbic-card__chips">
						{PERMISSION_IDS.map((permission) => (
							<CopyChip key={permission} text={permission} announce={wizard.announce} />
						))}
					</span>
				</>,
				createInterpolateElement(
					__('Choose <strong>Add permissions</strong>. That the status says “not granted” is right for now: step 3 is about that.', 'wkpbic'),
					LABELS,
				),
			]}
		>
			{alone && (
				<p className="wkpbic-card__note">
					{__('With the sign-in method “the app by itself” you can leave out this card: Microsoft advises against permissions then.', 'wkpbic')}
				</p>
			)}
			<p className="wkpbic-card__note">
				{__('“Power BI Service” is missing from the list? Then nobody in your organisation has used Power BI yet. Open it once and sign up, wait some minutes, and look again.', 'wkpbic')}{' '}
				{powerBi && <NewTabLink href={powerBi.url}>{__('Open Power BI', 'wkpbic')}</NewTabLink>}
			</p>
		</CardBody>
	);
}
