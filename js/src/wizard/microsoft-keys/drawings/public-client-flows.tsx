/** The switch that most shops leave alone. */
import { __ } from '@wordpress/i18n';
import { appMenu } from './app-menu';
import { Drawing, Mark, Menu, PageTop, PushButton, Words } from './drawing';
import { MICROSOFT_AZURE } from './names';

export function PublicClientFlowsDrawing() {
	return (
		<Drawing
			height={206}
			description={__(
				'Drawing of the page Authentication: the menu entry, the tab Settings and the switch “Allow public client flows” are marked. The switch is off.',
				'wkpbic',
			)}
		>
			<PageTop portal={MICROSOFT_AZURE} title={__('Authentication', 'wkpbic')} />
			<Menu items={appMenu()} open={1} />
			<Mark x={10} y={92} width={130} height={18} number={1} />
			<Words x={164} y={84} room={130} look="soft">
				{__('Redirect URI configuration', 'wkpbic')}
			</Words>
			<Words x={318} y={84} room={90} look="strong">
				{__('Settings', 'wkpbic')}
			</Words>
			<path className="wkpbic-drawing__line" d="M160 94h264" />
			<Mark x={314} y={70} width={98} height={20} number={2} />
			<Words x={164} y={130} room={170}>
				{__('Allow public client flows', 'wkpbic')}
			</Words>
			<PushButton x={344} y={116} width={34} height={22} text={__('Yes', 'wkpbic')} />
			<PushButton x={378} y={116} width={34} height={22} text={__('No', 'wkpbic')} main />
			<Mark x={344} y={116} width={68} height={22} number={3} />
		</Drawing>
	);
}
