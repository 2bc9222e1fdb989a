/** How the last sign-in ended: one sentence, who must act, the one next step, and the details for support. */
import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { SignInResult } from '../../setup';
import { actorOf, nextActionOf, waitOf, type Prompt } from '../results/next-action';
import { NextActionButton } from '../results/next-action-button';
import { WhoActs } from '../results/who-acts';
import { Doctor } from './doctor';
import { SupportDetails, supportRows } from './support-details';

const STATUS = { signed_in: 'success', already_done: 'info', failed: 'error' } as const;

/** Codes after which it helps to be told which account was meant and where the app lives. */
const ABOUT_THE_ACCOUNT: ReadonlySet<string> = new Set([
	'account_not_in_tenant',
	'account_session_mixed',
	'guest_not_allowed',
	'id_token_tenant_wrong',
	'username_unknown',
]);

export function SignInResultNotice({ wizard, signIn }: StepProps & { readonly signIn: (prompt: Prompt | null) => void }) {
	const result = wizard.setup.sign_in;
	if (!result) {
		return null;
	}
	const sentence = wizard.messageFor(result.code, result.params);
	const failed = result.outcome === 'failed';
	return (
		<>
			<Notice
				status={STATUS[result.outcome]}
				isDismissible={false}
				className="wkpbic-notice"
				spokenMessage={sentence}
				politeness={failed ? 'assertive' : 'polite'}
			>
				<p className="wkpbic-notice__sentence">{sentence}</p>
				{failed && <Failed wizard={wizard} result={result} signIn={signIn} />}
			</Notice>
			{failed && result.code === 'redirect_uri_mismatch' && <Doctor wizard={wizard} />}
		</>
	);
}

function Failed(props: StepProps & { readonly result: SignInResult; readonly signIn: (prompt: Prompt | null) => void }) {
	const { wizard, result, signIn } = props;
	const { username, tenant_id } = wizard.setup.fields;
	return (
		<>
			{ABOUT_THE_ACCOUNT.has(result.code) && (
				<p dir="auto">
					{sprintf(
						/* translators: 1: e-mail address of a Microsoft account, 2: ID or domain of a Microsoft directory. */
						__('Step 2 names the account %1$s; the app lives in the directory %2$s.', 'wkpbic'),
						username.value,
						tenant_id.value,
					)}
				</p>
			)}
			<WhoActs actor={actorOf(result.code)} wait={waitOf(result.code)} />
			<div className="wkpbic-actions">
				<NextActionButton
					wizard={wizard}
					action={nextActionOf(result.code)}
					signIn={signIn}
					tryAgain={() => signIn(null)}
				/>
			</div>
			<SupportDetails rows={supportRows(result.code, result.microsoft)} announce={wizard.announce} />
		</>
	);
}
