/** The site's address in the eyes of Microsoft: the core judges it, this says it in words. */
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { ownRedirectUri } from '../redirect-uri';
import { CopyField } from '../shared/copy-field';
import { saidOf, VerdictLine, type Said } from '../shared/verdict-line';

export function SiteCheck({ wizard }: StepProps) {
	const { redirect_uri, verdict } = ownRedirectUri(wizard);
	const said = verdict && saidOf(verdict, wizard.messageFor, __('Microsoft accepts this address.', 'wkpbic'));
	return (
		<div className="wkpbic-panel">
			<VerdictLine id="wkpbic-site-security" said={connectionSaid(wizard.site.admin_url)} />
			<VerdictLine id="wkpbic-site-address" said={said} />
			<CopyField
				label={__('The address Microsoft sends you back to (redirect URI)', 'wkpbic')}
				text={redirect_uri}
				announce={wizard.announce}
			/>
		</div>
	);
}

/** How the site is reached, in words. Whether that is good enough is the core's verdict, one line below. */
function connectionSaid(adminUrl: string): Said {
	const { protocol, hostname } = new URL(adminUrl);
	if (protocol === 'https:') {
		return { level: 'ok', sentence: __('Your site uses a secure connection (https).', 'wkpbic') };
	}
	if (hostname === 'localhost') {
		return {
			level: 'ok',
			sentence: __('Your site runs on this computer (localhost). Microsoft allows that without https.', 'wkpbic'),
		};
	}
	return { level: 'warn', sentence: __('Your site does not use a secure connection (https).', 'wkpbic') };
}
