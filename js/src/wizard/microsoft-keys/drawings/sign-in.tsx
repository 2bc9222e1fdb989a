/** Microsoft's sign-in page, and the question that some accounts meet. */
import { __ } from '@wordpress/i18n';
import { Drawing, Input, Mark, PushButton, Words } from './drawing';

export function SignInDrawing() {
	return (
		<Drawing
			height={206}
			description={__(
				'Drawing of Microsoft’s sign-in page: the address of your work account goes into the field. If Microsoft asks which account to use, the upper one, “Work or school account”, is marked.',
				'wkpbic',
			)}
		>
			<Words x={24} y={40} size={17} room={170} look="strong">
				{__('Sign in', 'wkpbic')}
			</Words>
			<Input x={24} y={62} width={170} height={30} text="anna@contoso.com" look="code" />
			<PushButton x={108} y={112} width={86} height={28} text={__('Next', 'wkpbic')} main />
			<Mark x={24} y={62} width={170} height={30} number={1} />

			<path className="wkpbic-drawing__line" d="M218 22v162" />
			<Words x={240} y={40} size={14} room={176} look="strong">
				{__('Pick an account', 'wkpbic')}
			</Words>
			<AccountRow y={66} text={__('Work or school account', 'wkpbic')} />
			<AccountRow y={126} text={__('Personal account', 'wkpbic')} />
			<Mark x={240} y={66} width={176} height={42} number={2} />
		</Drawing>
	);
}

function AccountRow({ y, text }: { readonly y: number; readonly text: string }) {
	return (
		<>
			<rect className="wkpbic-drawing__input" x="240" y={y} width="176" height="42" rx="3" />
			<circle className="wkpbic-drawing__face is-grey" cx="262" cy={y + 21} r="10" />
			<Words x={282} y={y + 25} room={126}>
				{text}
			</Words>
		</>
	);
}
