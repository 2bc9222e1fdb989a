/** An app's Overview: the two IDs that are needed, and the one beside them that is not. */
import { __ } from '@wordpress/i18n';
import { Drawing, Mark, Menu, PageTop, Struck, Words } from './drawing';
import { appMenu } from './app-menu';
import { MICROSOFT_AZURE } from './names';

export function OverviewDrawing() {
	return (
		<Drawing
			height={232}
			description={__(
				'Drawing of your app’s page Overview: “Application (client) ID” and “Directory (tenant) ID” are marked. “Object ID”, which stands between them, is struck through.',
				'wkpbic',
			)}
		>
			<PageTop portal={MICROSOFT_AZURE} title="WooCommerce Power BI" />
			<Menu items={appMenu()} open={0} />
			<Row y={86} label={__('Display name', 'wkpbic')} value="WooCommerce Power BI" />
			<Row y={118} label={__('Application (client) ID', 'wkpbic')} value="3b7e9d54-…7f2846" />
			<Mark x={162} y={104} width={252} height={20} number={1} />
			<Row y={154} label={__('Object ID', 'wkpbic')} value="d0c5a1b2-…4f5a6b" />
			<Struck x={162} y={150} width={248} />
			<Row y={190} label={__('Directory (tenant) ID', 'wkpbic')} value="8f4c2b6e-…15c3f9" />
			<Mark x={162} y={176} width={252} height={20} number={2} />
		</Drawing>
	);
}

function Row({ y, label, value }: { readonly y: number; readonly label: string; readonly value: string }) {
	return (
		<>
			<Words x={166} y={y} room={132} look="soft">
				{label}
			</Words>
			<Words x={302} y={y} size={10.5} room={104} look="code">
				{value}
			</Words>
		</>
	);
}
