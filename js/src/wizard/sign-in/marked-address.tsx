/** An address with one character marked. Characters are Unicode code points, as the core counts them. */
import { __ } from '@wordpress/i18n';

export function MarkedAddress({ address, position }: { readonly address: string; readonly position: number | null }) {
	const characters = Array.from(address);
	const at = position === null ? characters.length : position - 1;
	const marked = characters[at];
	return (
		<code className="wkpbic-address" dir="ltr">
			{characters.slice(0, at).join('')}
			{position !== null && (
				<mark className="wkpbic-address__mark">
					<span className="screen-reader-text">{__('Here:', 'wkpbic')} </span>
					{/* The end of the shorter address, and blanks, need something to be seen by. */}
					{marked === undefined || /^[\p{C}\p{Z}]/u.test(marked) ? '␣' : marked}
				</mark>
			)}
			{characters.slice(at + 1).join('')}
		</code>
	);
}
