/** How the last sign-in ended: one sentence, who must act, the one next step, and the details for support. */
import { Notice } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { addedDiagnoses, isUnknown } from '../../extend/explain';
import type { SignInResult } from '../../setup';
import type { Prompt } from '../results/next-action';
import { WhatToDo } from '../results/what-to-do';
import { AddedDiagnoses } from '../shared/added-diagnoses';
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

type ResultProps = StepProps & { readonly result: SignInResult; readonly signIn: (prompt: Prompt | null) => void };

export function SignInResultNotice({ wizard, signIn }: StepProps & { readonly signIn: (prompt: Prompt | null) => void }) {
	const result = wizard.setup.sign_in;
	if (!result) {
		return null;
	}
	return <Told wizard={wizard} result={result} signIn={signIn} />;
}

function Told(props: ResultProps) {
	const { wizard, result, signIn } = props;
	const failed = result.outcome === 'failed';
	const { diagnoses } = wizard.added;
	const added = useMemo(() => {
		const error = { code: result.code, aadsts: result.microsoft?.error_codes ?? [], error: result.microsoft?.error ?? null };
		return failed ? addedDiagnoses(error, diagnoses, result.microsoft?.error_description ?? '') : [];
	}, [failed, result, diagnoses]);
	const [only] = isUnknown(result.code) ? added : [];
	const sentence = only?.sentence ?? wizard.messageFor(result.code, result.params);
	return (
		<>
			<Notice
				status={STATUS[result.outcome]}
				isDismissible={false}
				className="wkpbic-notice"
				spokenMessage={sentence}
				politeness={failed ? 'assertive' : 'polite'}
			>
				{!only && <p className="wkpbic-notice__sentence">{sentence}</p>}
				<AddedDiagnoses added={added} />
				{failed && <Failed wizard={wizard} result={result} signIn={signIn} />}
			</Notice>
			{failed && result.code === 'redirect_uri_mismatch' && <Doctor wizard={wizard} />}
		</>
	);
}

function Failed(props: ResultProps) {
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
			<WhatToDo wizard={wizard} code={result.code} signIn={signIn} tryAgain={() => signIn(null)} />
			<SupportDetails rows={supportRows(result.code, result.microsoft)} announce={wizard.announce} />
		</>
	);
}
