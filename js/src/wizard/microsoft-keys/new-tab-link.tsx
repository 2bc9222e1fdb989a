/** A link that opens a new tab, and says so. */
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { NewTab } from './glyphs';

export function NewTabLink(props: { readonly href: string; readonly button?: boolean; readonly children: ReactNode }) {
	const { href, button = false, children } = props;
	return (
		<a
			href={href}
			target="_blank"
			rel="noreferrer noopener"
			className={button ? 'wkpbic-new-tab components-button is-secondary is-next-40px-default-size' : 'wkpbic-new-tab'}
		>
			{children}
			<NewTab />
			<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
		</a>
	);
}
