/** Step 3: what Microsoft will ask, the sign-in itself, and what came of it. */
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { missingFields } from '../../setup';
import { StepFooter } from '../shared/step-footer';
import { StepLink } from '../shared/step-link';
import { CHECK_AND_FINISH, MICROSOFT_KEYS } from '../step-ids';
import { AdminConsent } from './admin-consent';
import { ConsentAnswer } from './consent-answer';
import { MissingKeys } from './missing-keys';
import { PermissionsPreview } from './permissions-preview';
import { SignInResultNotice } from './sign-in-result';
import { useSignIn } from './use-sign-in';

export function SignIn({ wizard }: StepProps) {
	const { core, setup } = wizard;
	const { start, leaving, failure } = useSignIn(wizard);
	const missing = missingFields(setup.fields);
	const connected = setup.connection.state === 'connected';

	return (
		<>
			<SignInResultNotice wizard={wizard} />
			<ConsentAnswer wizard={wizard} />
			{missing.length > 0 && <MissingKeys missing={missing} />}
			{wizard.hasUnsaved(MICROSOFT_KEYS) && (
				<Notice status="warning" isDismissible={false} className="wkpbic-notice">
					<p className="wkpbic-notice__sentence">
						{__('Step 2 holds values that are not saved yet. Signing in would use the stored ones.', 'wkpbic')}{' '}
						<StepLink wizard={wizard} to={MICROSOFT_KEYS}>
							{__('Go to your Microsoft keys', 'wkpbic')}
						</StepLink>
					</p>
				</Notice>
			)}

			<p className="wkpbic-lead">
				{connected
					? sprintf(
							/* translators: %s: e-mail address of a Microsoft account. */
							__('Your shop is connected as %s. You need to sign in again only if you change the account.', 'wkpbic'),
							setup.connection.username ?? setup.fields.username.value,
						)
					: __(
							'Microsoft’s own page opens in this tab. Sign in there with your work or school account, allow what it asks, and you come back here by yourself. Your password stays with Microsoft.',
							'wkpbic',
						)}
			</p>

			<PermissionsPreview granted={connected} />
			<AdminConsent wizard={wizard} />

			{failure !== null && (
				<Notice
					status="error"
					isDismissible={false}
					className="wkpbic-notice"
					spokenMessage={failure}
					politeness="assertive"
				>
					<p className="wkpbic-notice__sentence">{failure}</p>
				</Notice>
			)}

			<StepFooter wizard={wizard} back={MICROSOFT_KEYS}>
				{core.status === 'unavailable' && (
					<span className="wkpbic-footer__reason" id="wkpbic-no-sign-in">
						{__('Signing in has to wait: see the message at the top.', 'wkpbic')}
					</span>
				)}
				{missing.length > 0 ? (
					<Button variant="primary" __next40pxDefaultSize onClick={() => wizard.goTo(MICROSOFT_KEYS)}>
						{__('Go to your Microsoft keys', 'wkpbic')}
					</Button>
				) : (
					<Button
						variant={connected ? 'secondary' : 'primary'}
						__next40pxDefaultSize
						isBusy={leaving}
						disabled={core.status !== 'ready'}
						aria-disabled={leaving || core.status !== 'ready'}
						{...(core.status === 'unavailable' && { 'aria-describedby': 'wkpbic-no-sign-in' })}
						onClick={() => void start()}
					>
						{connected ? __('Sign in again', 'wkpbic') : __('Sign in with Microsoft', 'wkpbic')}
					</Button>
				)}
				{connected && (
					<Button variant="primary" __next40pxDefaultSize onClick={() => wizard.goTo(CHECK_AND_FINISH)}>
						{__('Continue', 'wkpbic')}
					</Button>
				)}
			</StepFooter>
		</>
	);
}
