/** The form for a new app. */
import { __, sprintf } from '@wordpress/i18n';
import { Choice, Drawing, Input, Mark, PageTop, PushButton, Words } from './drawing';
import { MICROSOFT_AZURE } from './names';

export function RegisterDrawing({ redirectUri }: { readonly redirectUri: string }) {
	return (
		<Drawing
			height={316}
			description={sprintf(
				/* translators: %s: the redirect URI. */
				__(
					'Drawing of the page “Register an application”: a name, “Single tenant only” under the supported account types, the platform Web with the address %s under Redirect URI, and the button Register are marked.',
					'wkpbic',
				),
				redirectUri,
			)}
		>
			<PageTop portal={MICROSOFT_AZURE} title={__('Register an application', 'wkpbic')} />
			<Words x={16} y={74} room={180} look="soft">
				{__('Name', 'wkpbic')}
			</Words>
			<Input x={16} y={88} width={250} height={26} text="WooCommerce Power BI" />
			<Mark x={16} y={88} width={250} height={26} number={1} />

			<Words x={16} y={134} room={300} look="soft">
				{__('Supported account types', 'wkpbic')}
			</Words>
			<Choice x={16} y={148} width={250} height={26} text={__('Single tenant only', 'wkpbic')} />
			<Mark x={16} y={148} width={250} height={26} number={2} />

			<Words x={16} y={194} room={300} look="soft">
				{__('Redirect URI (optional)', 'wkpbic')}
			</Words>
			<Choice x={16} y={208} width={94} height={26} text={__('Web', 'wkpbic')} />
			<Input x={140} y={208} width={272} height={26} text={shortened(redirectUri)} look="code" />
			<Mark x={16} y={208} width={94} height={26} number={3} />
			<Mark x={140} y={208} width={272} height={26} number={4} />

			<PushButton x={16} y={266} width={104} height={30} text={__('Register', 'wkpbic')} main />
			<Mark x={16} y={266} width={104} height={30} number={5} />
		</Drawing>
	);
}

/** The beginning of an address, as it is seen in a field that is too narrow for it. */
function shortened(address: string): string {
	const characters = [...address];
	return characters.length > 36 ? `${characters.slice(0, 35).join('')}…` : address;
}
