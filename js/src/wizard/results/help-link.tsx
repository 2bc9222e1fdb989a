/** Leads to what the plugin's own page of help says about a code; nothing where it says nothing. */
import { helpAddress } from '../shared/help-address';
import { MoreLink } from '../shared/more-link';

export function HelpLink({ adminUrl, code }: { readonly adminUrl: string; readonly code: string }) {
	const href = helpAddress(adminUrl, code);
	return (
		href && (
			<p className="wkpbic-help-link">
				<MoreLink href={href} />
			</p>
		)
	);
}
