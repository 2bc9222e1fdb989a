/** Leads to where another plugin says more, in a new tab, without telling that site where somebody came from. */
import { __ } from '@wordpress/i18n';
import { NewTab } from '../microsoft-keys/glyphs';

export function MoreLink({ href }: { readonly href: string }) {
	return (
		<a href={href} target="_blank" rel="noreferrer noopener nofollow">
			{__('More about this', 'wkpbic')}
			<NewTab />
			<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
		</a>
	);
}
