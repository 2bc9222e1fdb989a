/** What to do in Microsoft's portal, in few words, with the address to paste there. */
import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { ownRedirectUri } from '../redirect-uri';
import { CopyField } from '../shared/copy-field';

/** Microsoft's own short link to the list of app registrations (from its page on the authorization code flow). */
const APP_REGISTRATIONS = 'https://go.microsoft.com/fwlink/?linkid=2083908';

const strong = { strong: <strong /> };

export function PortalSteps({ wizard }: StepProps) {
	return (
		<ol className="wkpbic-portal">
			<li>
				<a href={APP_REGISTRATIONS} target="_blank" rel="noreferrer noopener">
					{__('Open “App registrations” in Microsoft’s portal', 'wkpbic')}
					<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
				</a>
				{' '}
				{createInterpolateElement(
					__('and choose <strong>New registration</strong>. Any name will do, such as “WooCommerce Power BI”.', 'wkpbic'),
					strong,
				)}
			</li>
			<li>
				{createInterpolateElement(
					__(
						'Under “Supported account types” choose <strong>Single tenant only</strong> (formerly “Accounts in this organizational directory only”).',
						'wkpbic',
					),
					strong,
				)}
			</li>
			<li>
				{createInterpolateElement(
					__('Under “Redirect URI” choose the platform <strong>Web</strong> and paste this address:', 'wkpbic'),
					strong,
				)}
				<CopyField
					label={__('Redirect URI', 'wkpbic')}
					text={ownRedirectUri(wizard).redirect_uri}
					announce={wizard.announce}
				/>
			</li>
			<li>
				{createInterpolateElement(
					__(
						'Choose <strong>Register</strong>. The page “Overview” now shows the two IDs for the form below.',
						'wkpbic',
					),
					strong,
				)}
			</li>
			<li>
				{createInterpolateElement(
					__(
						'Under <strong>Certificates & secrets</strong> choose “New client secret” and copy its <strong>Value</strong> at once: it is shown only this one time.',
						'wkpbic',
					),
					strong,
				)}
			</li>
			<li>
				{createInterpolateElement(
					__(
						'Under <strong>API permissions</strong> choose “Add a permission”, “Power BI Service”, “Delegated permissions”, and tick the five that step 3 lists.',
						'wkpbic',
					),
					strong,
				)}
			</li>
		</ol>
	);
}
