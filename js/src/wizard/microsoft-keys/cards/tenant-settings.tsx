import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { MICROSOFT_FABRIC } from '../drawings/names';
import { TenantSettingsDrawing } from '../drawings/tenant-settings';
import { CardBody, LABELS } from './card-body';

export function TenantSettingsCard({ wizard }: StepProps) {
	return (
		<CardBody
			wizard={wizard}
			target="power_bi_tenant_settings"
			linkText={__('Open the tenant settings', 'wkpbic')}
			way={[MICROSOFT_FABRIC, __('gear', 'wkpbic'), __('Admin portal', 'wkpbic'), __('Tenant settings', 'wkpbic')]}
			drawing={<TenantSettingsDrawing />}
			steps={[
				createInterpolateElement(
					__('An administrator of Fabric opens <strong>Tenant settings</strong> and goes down to “Developer settings”.', 'wkpbic'),
					LABELS,
				),
				createInterpolateElement(
					__(
						'There they switch on <strong>Service principals can call Fabric public APIs</strong> (formerly “Allow service principals to use Power BI APIs”), best for one security group in which your app is.',
						'wkpbic',
					),
					LABELS,
				),
				createInterpolateElement(
					__('They choose <strong>Apply</strong>. Until it works, 15 to 30 minutes may pass.', 'wkpbic'),
					LABELS,
				),
			]}
		>
			<p className="wkpbic-card__note">
				{__('Then they add the app to the workspace, as Member or Admin: in Power BI, “Manage access” of that workspace.', 'wkpbic')}
			</p>
		</CardBody>
	);
}
