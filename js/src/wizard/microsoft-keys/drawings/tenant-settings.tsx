/** Power BI's setting for apps that sign in by themselves. */
import { __ } from '@wordpress/i18n';
import { Drawing, Mark, Menu, PageTop, PushButton, Words } from './drawing';
import { MICROSOFT_FABRIC } from './names';

export function TenantSettingsDrawing() {
	return (
		<Drawing
			height={234}
			description={__(
				'Drawing of the admin portal of Microsoft Fabric: the menu entry “Tenant settings”, the switch “Service principals can call Fabric public APIs” and the button Apply are marked.',
				'wkpbic',
			)}
		>
			<PageTop portal={MICROSOFT_FABRIC} title={__('Admin portal', 'wkpbic')} />
			<Menu items={[__('Tenant settings', 'wkpbic'), __('Usage metrics', 'wkpbic'), __('Users', 'wkpbic')]} open={0} />
			<Mark x={10} y={66} width={130} height={18} number={1} />
			<Words x={164} y={84} room={250} look="strong">
				{__('Developer settings', 'wkpbic')}
			</Words>
			<Words x={164} y={108} room={256}>
				{__('Service principals can call Fabric public APIs', 'wkpbic')}
			</Words>
			<rect className="wkpbic-drawing__main" x="164" y="132" width="36" height="18" rx="9" />
			<circle className="wkpbic-drawing__knob" cx="191" cy="141" r="6" />
			<Words x={210} y={145} room={120}>
				{__('Enabled', 'wkpbic')}
			</Words>
			<Mark x={162} y={130} width={110} height={22} number={2} />
			<PushButton x={164} y={182} width={84} height={26} text={__('Apply', 'wkpbic')} main />
			<Mark x={164} y={182} width={84} height={26} number={3} />
		</Drawing>
	);
}
