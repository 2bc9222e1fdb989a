/** The sign-in itself: what is about to happen, and the button that leaves for Microsoft in this tab. */
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { SignInStarter } from './use-sign-in';

export function SignInPanel(props: StepProps & { readonly starter: SignInStarter; readonly mayStart: boolean }) {
	const { wizard, starter, mayStart } = props;
	const { core, setup } = wizard;
	const connected = setup.connection.state === 'connected';
	const { username } = setup.fields;

	return (
		<>
			<p className="wkpbic-lead">
				{connected
					? sprintf(
							/* translators: %s: e-mail address of a Microsoft account. */
							__('Your shop is connected as %s. You need to sign in again only if you change the account.', 'wkpbic'),
							setup.connection.username ?? username.value,
						)
					: __('One visit to Microsoft, and your shop is connected. Your password stays with Microsoft.', 'wkpbic')}
			</p>
			{!connected && (
				<ol className="wkpbic-then">
					<li>{__('Microsoft’s own page opens in this tab.', 'wkpbic')}</li>
					<li>
						{username.value === ''
							? __('Sign in there with your work or school account, and allow what it asks.', 'wkpbic')
							: sprintf(
									/* translators: %s: e-mail address of a Microsoft account. */
									__('Sign in there as %s, and allow what it asks.', 'wkpbic'),
									username.value,
								)}
					</li>
					<li>{__('You come back here by yourself, and this page says how it went.', 'wkpbic')}</li>
				</ol>
			)}
			{starter.failure !== null && (
				<Notice
					status="error"
					isDismissible={false}
					className="wkpbic-notice"
					spokenMessage={starter.failure}
					politeness="assertive"
				>
					<p className="wkpbic-notice__sentence">{starter.failure}</p>
				</Notice>
			)}
			{mayStart && (
				<div className="wkpbic-actions wkpbic-actions--main">
					<Button
						variant={connected ? 'secondary' : 'primary'}
						__next40pxDefaultSize
						isBusy={starter.leaving}
						disabled={core.status !== 'ready'}
						aria-disabled={starter.leaving || core.status !== 'ready'}
						{...(core.status === 'unavailable' && { 'aria-describedby': 'wkpbic-no-sign-in' })}
						onClick={() => void starter.start()}
					>
						{connected ? __('Sign in again', 'wkpbic') : __('Sign in with Microsoft', 'wkpbic')}
					</Button>
					{core.status === 'unavailable' && (
						<span className="wkpbic-footer__reason" id="wkpbic-no-sign-in">
							{__('Signing in has to wait: see the message at the top.', 'wkpbic')}
						</span>
					)}
				</div>
			)}
		</>
	);
}
