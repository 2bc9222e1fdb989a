/** Where a client secret is made, and which of its columns counts. */
import { __ } from '@wordpress/i18n';
import { appMenu } from './app-menu';
import { Drawing, Mark, Menu, PageTop, Struck, Words } from './drawing';
import { MICROSOFT_AZURE } from './names';

export function SecretDrawing() {
	return (
		<Drawing
			height={232}
			description={__(
				'Drawing of the page “Certificates & secrets”: the menu entry, the button “New client secret” and the column “Value” with its copy button are marked. The column “Secret ID” is struck through.',
				'wkpbic',
			)}
		>
			<PageTop portal={MICROSOFT_AZURE} title={__('Certificates & secrets', 'wkpbic')} />
			<Menu items={appMenu()} open={2} />
			<Mark x={10} y={118} width={130} height={18} number={1} />
			<path className="wkpbic-drawing__stroke" d="M168 89h10M173 84v10" />
			<Words x={186} y={93} room={160} look="strong">
				{__('New client secret', 'wkpbic')}
			</Words>
			<Mark x={162} y={80} width={150} height={18} number={2} />

			<Words x={166} y={134} size={10.5} room={140} look="soft">
				{__('Value', 'wkpbic')}
			</Words>
			<Words x={334} y={134} size={10.5} room={84} look="soft">
				{__('Secret ID', 'wkpbic')}
			</Words>
			<path className="wkpbic-drawing__line" d="M160 142h264" />
			<Words x={166} y={165} size={10.5} room={118} look="code">
				Xy48Q~tN3vKp0sLw…
			</Words>
			<CopyGlyph x={292} y={155} />
			<Words x={334} y={165} size={10.5} room={80} look="code">
				d0c5a1b2-…5a6b
			</Words>
			<Struck x={330} y={161} width={88} />
			<Mark x={164} y={151} width={142} height={20} number={3} />
		</Drawing>
	);
}

function CopyGlyph({ x, y }: { readonly x: number; readonly y: number }) {
	return (
		<g className="wkpbic-drawing__stroke">
			<rect x={x} y={y} width="8" height="9" rx="1" />
			<path d={`M${x + 3} ${y + 12}h8v-9`} />
		</g>
	);
}
