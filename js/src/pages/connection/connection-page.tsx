/** The connection after the set-up: how it stands, and everything that changes it. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RestClient } from '../../rest/client';
import { ConnectionCard } from '../../wizard/check-and-finish/connection-card';
import { Disconnect } from '../../wizard/check-and-finish/disconnect';
import { ReminderAddress } from '../../wizard/check-and-finish/expiry-planner';
import { LadderList } from '../../wizard/check-and-finish/ladder-list';
import { useLadder } from '../../wizard/check-and-finish/use-ladder';
import { Workspaces } from '../../wizard/check-and-finish/workspaces';
import { actorOf, nextActionOf, waitOf } from '../../wizard/results/next-action';
import { NextActionButton } from '../../wizard/results/next-action-button';
import { WhoActs } from '../../wizard/results/who-acts';
import { CoreNotice } from '../../wizard/shared/core-notice';
import { failureText } from '../../wizard/shared/failure-text';
import { SiteProblems } from '../../wizard/shared/site-problems';
import { useSignIn } from '../../wizard/sign-in/use-sign-in';
import { SIGN_IN } from '../../wizard/step-ids';
import type { ConnectionBootstrap } from '../page-bootstrap';
import { ConnectionFacts } from './connection-facts';
import { Locks } from './locks';
import { Roles } from './roles';
import { RotateSecret } from './rotate-secret';
import { Section } from './section';
import { SiteQuestion } from './site-question';
import { usePageWizard } from './use-page-wizard';

export function ConnectionPage({ bootstrap, rest }: { readonly bootstrap: ConnectionBootstrap; readonly rest: RestClient }) {
	const wizard = usePageWizard(bootstrap, rest);
	const { setup, messageFor, replaceSetup, announce } = wizard;
	const { ladder, run, reset } = useLadder(wizard);
	const starter = useSignIn(wizard);
	const [failure, setFailure] = useState<string | null>(null);
	const isUnattended = setup.fields.sign_in_method.value !== 'delegated';
	const { state, last_failure } = setup.connection;
	const running = ladder.status === 'asking' || ladder.status === 'climbing';
	const report = ladder.status === 'done' ? ladder.report : null;
	const problem = failure ?? starter.failure ?? (ladder.status === 'failed' ? ladder.sentence : null);

	const check = (): void => {
		if (!running) {
			setFailure(null);
			void run();
		}
	};
	const disconnect = async (): Promise<void> => {
		try {
			replaceSetup(await rest.disconnect());
			reset();
			announce(__('Disconnected.', 'wkpbic'));
		} catch (reason) {
			setFailure(failureText(reason, messageFor));
		}
	};
	// The answer of Microsoft lands in step 3, and so does whoever has to be asked for the keys first.
	const signIn = (prompt: Parameters<typeof starter.start>[0] = null): void =>
		isUnattended ? wizard.goTo(SIGN_IN) : void starter.start(prompt);

	return (
		<div className="wkpbic wkpbic-page">
			<header className="wkpbic-header">
				<h1 className="wkpbic-header__title">{__('Connection to Power BI', 'wkpbic')}</h1>
				<p className="wkpbic-header__lead">{__('How your shop is connected, and what you can change about it.', 'wkpbic')}</p>
			</header>
			<CoreNotice core={wizard.core} messageFor={messageFor} />
			{setup.site === null ? <SiteProblems wizard={wizard} /> : <SiteQuestion wizard={wizard} question={setup.site} />}
			{problem !== null && (
				<Notice
					status="error"
					isDismissible={false}
					className="wkpbic-notice"
					spokenMessage={problem}
					politeness="assertive"
				>
					<p className="wkpbic-notice__sentence">{problem}</p>
				</Notice>
			)}

			<Section title={__('State', 'wkpbic')}>
				<ConnectionCard wizard={wizard} report={report} />
				{last_failure !== null && state !== 'connected' && (
					<div className="wkpbic-actions">
						<WhoActs actor={actorOf(last_failure.code)} wait={waitOf(last_failure.code)} />
						<NextActionButton
							wizard={wizard}
							action={nextActionOf(last_failure.code)}
							variant="primary"
							signIn={signIn}
							tryAgain={check}
						/>
					</div>
				)}
				<ConnectionFacts setup={setup} />
				<LadderList wizard={wizard} ladder={ladder} signIn={signIn} tryAgain={check} />
				{report !== null && report.workspaces !== null && report.workspaces.length > 0 && (
					<Workspaces workspaces={report.workspaces} />
				)}
				<div className="wkpbic-actions wkpbic-actions--main">
					{(state !== 'not_connected' || isUnattended) && (
						<Button variant="secondary" __next40pxDefaultSize isBusy={running} aria-disabled={running} onClick={check}>
							{__('Check the connection', 'wkpbic')}
						</Button>
					)}
					{state === 'not_connected' ? (
						<Button variant="primary" __next40pxDefaultSize href={wizard.hrefOf(SIGN_IN)}>
							{__('Go to the set-up', 'wkpbic')}
						</Button>
					) : (
						!isUnattended && (
							<Button
								variant="secondary"
								__next40pxDefaultSize
								isBusy={starter.leaving}
								disabled={wizard.core.status !== 'ready'}
								onClick={() => signIn()}
							>
								{__('Sign in again', 'wkpbic')}
							</Button>
						)
					)}
					{state !== 'not_connected' && <Disconnect disconnect={disconnect} />}
				</div>
			</Section>

			<Section title={__('Client secret', 'wkpbic')}>
				<RotateSecret wizard={wizard} />
			</Section>
			<Section title={__('Reminders', 'wkpbic')}>
				<ReminderAddress wizard={wizard} />
			</Section>
			<Locks wizard={wizard} />
			{setup.may_change_roles && (
				<Section title={__('Who may do what', 'wkpbic')}>
					<Roles wizard={wizard} />
				</Section>
			)}
		</div>
	);
}
