/** Step 3 without a page of Microsoft's: the app signs in by itself, or with the stored password. Here it is tried. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { CheckResult } from '../../setup';
import { nextActionOf } from '../results/next-action';
import { PortalButton } from '../results/next-action-button';
import { WhatToDo } from '../results/what-to-do';
import { failureText } from '../shared/failure-text';

type Trial =
	| { readonly status: 'open' | 'running' }
	| { readonly status: 'ended'; readonly token: CheckResult | null }
	| { readonly status: 'failed'; readonly sentence: string };

export function Unattended({ wizard, mayStart }: StepProps & { readonly mayStart: boolean }) {
	const { rest, replaceSetup, setup, messageFor } = wizard;
	const [trial, setTrial] = useState<Trial>({ status: 'open' });
	const isApp = setup.fields.sign_in_method.value === 'service_principal';

	const run = async (): Promise<void> => {
		if (trial.status === 'running') {
			return;
		}
		setTrial({ status: 'running' });
		try {
			const { results } = await rest.testConnection();
			setTrial({ status: 'ended', token: results.find(({ id }) => id === 'token') ?? null });
		} catch (reason) {
			setTrial({ status: 'failed', sentence: failureText(reason, messageFor) });
		}
		await rest.readSetup().then(replaceSetup, () => undefined);
	};

	return (
		<>
			<p className="wkpbic-lead">
				{isApp
					? __('Nobody has to sign in: the app itself connects, with its client secret.', 'wkpbic')
					: __('No page of Microsoft’s opens: your shop signs in with the password that is stored here.', 'wkpbic')}
			</p>
			{isApp ? (
				<>
					<p className="wkpbic-note">{__('Two things at Power BI let the app in:', 'wkpbic')}</p>
					<ol className="wkpbic-then">
						<li>
							{__(
								'An administrator switches on “Service principals can call Fabric public APIs” (formerly “Allow service principals to use Power BI APIs”) in the tenant settings.',
								'wkpbic',
							)}{' '}
							<PortalButton wizard={wizard} target="power_bi_tenant_settings" variant="link" />
						</li>
						<li>
							{__('Somebody adds the app to a workspace, under Manage access, as Member or Contributor.', 'wkpbic')}{' '}
							<PortalButton wizard={wizard} target="power_bi" variant="link" />
						</li>
					</ol>
				</>
			) : (
				<p className="wkpbic-note">
					{__(
						'Microsoft advises against stored passwords. It does not work with a second factor, and ends when the password changes.',
						'wkpbic',
					)}
				</p>
			)}
			<div role="status">
				{trial.status === 'ended' && trial.token?.state === 'passed' && (
					<Notice status="success" isDismissible={false} className="wkpbic-notice" spokenMessage="">
						<p className="wkpbic-notice__sentence">
							{isApp
								? __('Microsoft knows the app. Step 4 checks the rest.', 'wkpbic')
								: __('Microsoft accepts the password. Step 4 checks the rest.', 'wkpbic')}
						</p>
					</Notice>
				)}
				{trial.status === 'ended' && trial.token?.state !== 'passed' && (
					<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage="">
						<p className="wkpbic-notice__sentence">
							{messageFor(trial.token?.code ?? 'microsoft_unknown', trial.token?.params)}
						</p>
						<WhatToDo
							wizard={wizard}
							code={trial.token?.code ?? 'microsoft_unknown'}
							action={unattendedAction(trial.token?.code ?? 'microsoft_unknown')}
							signIn={() => void run()}
							tryAgain={() => void run()}
						/>
					</Notice>
				)}
				{trial.status === 'failed' && (
					<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage="">
						<p className="wkpbic-notice__sentence">{trial.sentence}</p>
					</Notice>
				)}
			</div>
			{mayStart && (
				<div className="wkpbic-actions wkpbic-actions--main">
					<Button
						variant={setup.connection.state === 'connected' ? 'secondary' : 'primary'}
						__next40pxDefaultSize
						isBusy={trial.status === 'running'}
						aria-disabled={trial.status === 'running'}
						onClick={() => void run()}
					>
						{isApp ? __('Connect the app', 'wkpbic') : __('Try the password', 'wkpbic')}
					</Button>
				</div>
			)}
		</>
	);
}

/** Where others sign in again, the stored values are entered anew; where others consent on Microsoft's page, nobody sees one. */
function unattendedAction(code: string): ReturnType<typeof nextActionOf> {
	if (code === 'consent_required') {
		return { kind: 'ask_admin' };
	}
	const action = nextActionOf(code);
	return action.kind === 'sign_in' ? { kind: 'go_to', step: 'microsoft-keys' } : action;
}
