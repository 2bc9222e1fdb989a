/** My admin does it: where the request for them is, and where their answer goes. */
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { StepLink } from '../../shared/step-link';
import { SIGN_IN } from '../../step-ids';

export function AdminRoute({ wizard }: StepProps) {
	return (
		<div className="wkpbic-panel">
			<ol className="wkpbic-portal">
				<li>
					<p>
						{__('Step 3 has a request ready to send: a mail and a page to print, with everything an administrator wants to know.', 'wkpbic')}
					</p>
					<StepLink wizard={wizard} to={SIGN_IN} className="components-button is-secondary is-next-40px-default-size">
						{__('Open the request for my administrator', 'wkpbic')}
					</StepLink>
				</li>
				<li>
					<p>
						{__(
							'They send back a client ID, a tenant ID and a client secret with its last day. Ask for the secret by a safe way, such as a password manager or the phone, not in the same mail.',
							'wkpbic',
						)}
					</p>
				</li>
				<li>
					<p>{__('Paste what they send into the box below, as it is. You can close this page until then: nothing is lost.', 'wkpbic')}</p>
				</li>
			</ol>
		</div>
	);
}
