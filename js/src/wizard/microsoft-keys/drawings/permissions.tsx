/** The way to the permissions, and the five to tick. */
import { __ } from '@wordpress/i18n';
import { PERMISSION_IDS } from '../../../generated/contract';
import { appMenu } from './app-menu';
import { Drawing, Mark, Menu, PageTop, PushButton, Tick, Words } from './drawing';
import { MICROSOFT_AZURE, POWER_BI_SERVICE } from './names';

export function PermissionsDrawing() {
	return (
		<Drawing
			height={304}
			description={__(
				'Drawing of the page “API permissions” with “Add a permission” open: “Power BI Service”, then “Delegated permissions”, then five ticked boxes and the button “Add permissions” are marked.',
				'wkpbic',
			)}
		>
			<PageTop portal={MICROSOFT_AZURE} title={__('API permissions', 'wkpbic')} />
			<Menu items={appMenu()} open={3} />
			<path className="wkpbic-drawing__stroke" d="M22 190h10M27 185v10" />
			<Words x={38} y={194} room={98} look="strong">
				{__('Add a permission', 'wkpbic')}
			</Words>
			<Mark x={14} y={181} width={124} height={18} number={1} />

			<rect className="wkpbic-drawing__panel" x="164" y="64" width="264" height="228" rx="4" />
			<rect className="wkpbic-drawing__input" x="176" y="78" width="150" height="24" rx="3" />
			<Words x={186} y={94} room={134} look="strong">
				{POWER_BI_SERVICE}
			</Words>
			<Mark x={176} y={78} width={150} height={24} number={2} />
			<rect className="wkpbic-drawing__input" x="176" y="118" width="150" height="22" rx="3" />
			<Words x={186} y={133} room={134}>
				{__('Delegated permissions', 'wkpbic')}
			</Words>
			<Mark x={176} y={118} width={150} height={22} number={3} />
			{PERMISSION_IDS.map((permission, index) => (
				<Tick key={permission} x={178} y={156 + index * 19} room={190} ticked text={permission} />
			))}
			<Mark x={174} y={153} width={200} height={92} number={4} />
			<PushButton x={176} y={259} width={124} height={25} text={__('Add permissions', 'wkpbic')} main />
			<Mark x={176} y={259} width={124} height={25} number={5} />
		</Drawing>
	);
}
