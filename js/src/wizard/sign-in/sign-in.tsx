/** Step 3: what Microsoft will ask, the sign-in itself, and what came of it. */
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { missingFields } from '../../setup';
import { StepFooter } from '../shared/step-footer';
import { StepLink } from '../shared/step-link';
import { CHECK_AND_FINISH, MICROSOFT_KEYS } from '../step-ids';
import { AccountGuard } from './account-guard';
import { AdminRequest } from './admin-request';
import { ConsentAnswer } from './consent-answer';
import { ErrorPage } from './error-page';
import { MissingKeys } from './missing-keys';
import { PermissionsPreview } from './permissions-preview';
import { SignInPanel } from './sign-in-panel';
import { SignInResultNotice } from './sign-in-result';
import { Unattended } from './unattended';
import { UnfinishedAttempt } from './unfinished-attempt';
import { useSignIn } from './use-sign-in';

export function SignIn({ wizard }: StepProps) {
	const { setup } = wizard;
	const starter = useSignIn(wizard);
	const signIn = (prompt: Parameters<typeof starter.start>[0] = null): void => void starter.start(prompt);
	const missing = missingFields(setup.fields);
	const isDelegated = setup.fields.sign_in_method.value === 'delegated';
	const connected = setup.connection.state === 'connected';

	return (
		<>
			{isDelegated && (
				<>
					<UnfinishedAttempt wizard={wizard} signIn={() => signIn()} />
					<SignInResultNotice wizard={wizard} signIn={signIn} />
					<AccountGuard wizard={wizard} signIn={signIn} />
				</>
			)}
			<ConsentAnswer wizard={wizard} signIn={signIn} />
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

			{isDelegated ? (
				<SignInPanel wizard={wizard} starter={starter} mayStart={missing.length === 0} />
			) : (
				<Unattended wizard={wizard} mayStart={missing.length === 0} />
			)}

			{isDelegated && <PermissionsPreview wizard={wizard} granted={connected} />}
			<div className="wkpbic-more">
				{setup.fields.sign_in_method.value !== 'service_principal' && <AdminRequest wizard={wizard} />}
				<ErrorPage wizard={wizard} signIn={signIn} />
			</div>

			<StepFooter wizard={wizard} back={MICROSOFT_KEYS}>
				{missing.length > 0 && (
					<Button variant="primary" __next40pxDefaultSize onClick={() => wizard.goTo(MICROSOFT_KEYS)}>
						{__('Go to your Microsoft keys', 'wkpbic')}
					</Button>
				)}
				{missing.length === 0 && (
					<Button
						variant={connected ? 'primary' : 'secondary'}
						__next40pxDefaultSize
						onClick={() => wizard.goTo(CHECK_AND_FINISH)}
					>
						{__('Continue', 'wkpbic')}
					</Button>
				)}
			</StepFooter>
		</>
	);
}
