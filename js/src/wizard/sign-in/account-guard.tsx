/** The right account? Microsoft signs in whoever its page remembers, which need not be the one that step 2 names. */
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { Prompt } from '../results/next-action';
import { MICROSOFT_KEYS } from '../step-ids';

export function AccountGuard({ wizard, signIn }: StepProps & { readonly signIn: (prompt: Prompt) => void }) {
	const { connection, fields } = wizard.setup;
	const signedIn = connection.username ?? '';
	const meant = fields.username.value;
	if (
		connection.state === 'not_connected' ||
		signedIn === '' ||
		meant === '' ||
		signedIn.toLowerCase() === meant.toLowerCase()
	) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={false} className="wkpbic-notice">
			<p className="wkpbic-notice__sentence">
				{sprintf(
					/* translators: 1: e-mail address that signed in, 2: e-mail address of step 2, 3: ID or domain of a Microsoft directory. */
					__('You signed in as %1$s. Step 2 names %2$s; the app lives in the directory %3$s.', 'wkpbic'),
					signedIn,
					meant,
					fields.tenant_id.value,
				)}
			</p>
			<p>{__('The shop works with the rights of the account that signed in. Is it the right one?', 'wkpbic')}</p>
			<div className="wkpbic-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					disabled={wizard.core.status !== 'ready'}
					onClick={() => signIn('select_account')}
				>
					{sprintf(
						/* translators: %s: e-mail address of a Microsoft account. */
						__('Sign in as %s instead', 'wkpbic'),
						meant,
					)}
				</Button>
				{!fields.username.locked && (
					<Button variant="tertiary" __next40pxDefaultSize onClick={() => wizard.goTo(MICROSOFT_KEYS)}>
						{sprintf(
							/* translators: %s: e-mail address of a Microsoft account. */
							__('Write %s in step 2', 'wkpbic'),
							signedIn,
						)}
					</Button>
				)}
			</div>
		</Notice>
	);
}
