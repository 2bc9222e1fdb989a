/** Step 4: the ladder of checks, what has been reached, and what keeps it that way. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { MayPass, waitingAfter, type Waiting } from '../results/may-pass';
import { failureText } from '../shared/failure-text';
import { StepFooter } from '../shared/step-footer';
import { useSignIn } from '../sign-in/use-sign-in';
import { SIGN_IN } from '../step-ids';
import { Checklist } from './checklist';
import { ConnectionCard } from './connection-card';
import { Disconnect } from './disconnect';
import { ExpiryPlanner } from './expiry-planner';
import { LadderList } from './ladder-list';
import { SupportBundle } from './support-bundle';
import { firstBroken, useLadder } from './use-ladder';
import { WhatIsNext } from './what-is-next';
import { Workspaces, workspacesHeading } from './workspaces';

export function CheckAndFinish({ wizard }: StepProps) {
	const { rest, messageFor, replaceSetup, announce, setup } = wizard;
	const { ladder, run, reset } = useLadder(wizard);
	const starter = useSignIn(wizard);
	const [failure, setFailure] = useState<string | null>(null);
	const [waiting, setWaiting] = useState<Waiting | null>(null);
	// Whether the last round was one of those that nobody asked for: it must not take the focus.
	const [byItself, setByItself] = useState(false);
	const isUnattended = setup.fields.sign_in_method.value !== 'delegated';
	const { state } = setup.connection;
	const mayCheck = state !== 'not_connected' || isUnattended;
	const needsSignIn = !isUnattended && (state === 'not_connected' || state === 'sign_in_again');
	const running = ladder.status === 'asking' || ladder.status === 'climbing';
	const report = ladder.status === 'done' ? ladder.report : null;
	const allWell = report !== null && firstBroken(report) === null;
	const problem = failure ?? starter.failure ?? (ladder.status === 'failed' ? ladder.sentence : null);

	const climb = async (): Promise<boolean> => {
		const found = await run();
		const broken = found === null ? null : firstBroken(found);
		setWaiting((before) => (found === null ? before : waitingAfter(before, broken?.code ?? null)));
		return found !== null && broken === null;
	};

	const check = (): void => {
		if (!running) {
			setFailure(null);
			setByItself(false);
			void climb();
		}
	};

	const look = async (): Promise<boolean> => {
		setByItself(true);
		return climb();
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

	return (
		<>
			<ConnectionCard wizard={wizard} report={report} />
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
			{ladder.status === 'open' && mayCheck && (
				<p className="wkpbic-note">
					{__('The check climbs six rungs, up to your workspaces in Power BI. It changes nothing.', 'wkpbic')}
				</p>
			)}
			<LadderList
				wizard={wizard}
				ladder={ladder}
				signIn={(prompt) => void starter.start(prompt)}
				tryAgain={check}
				quiet={byItself}
			/>
			<MayPass wizard={wizard} waiting={waiting} look={look} onEnd={() => setWaiting(null)} />
			{report !== null && report.workspaces !== null && report.workspaces.length > 0 && (
				<>
					<h3 className="wkpbic-heading">{workspacesHeading(report.workspaces.length)}</h3>
					<Workspaces workspaces={report.workspaces} />
				</>
			)}
			{allWell && <WhatIsNext />}

			<div className="wkpbic-more">
				<Checklist wizard={wizard} />
				<ExpiryPlanner wizard={wizard} />
				<SupportBundle wizard={wizard} />
			</div>

			<StepFooter wizard={wizard} back={SIGN_IN}>
				{state !== 'not_connected' && <Disconnect disconnect={disconnect} />}
				{mayCheck && (
					<Button
						variant={needsSignIn || allWell ? 'secondary' : 'primary'}
						__next40pxDefaultSize
						isBusy={running}
						aria-disabled={running}
						onClick={check}
					>
						{report !== null || ladder.status === 'failed'
							? __('Check again', 'wkpbic')
							: __('Check the connection', 'wkpbic')}
					</Button>
				)}
				{needsSignIn && (
					<Button variant="primary" __next40pxDefaultSize onClick={() => wizard.goTo(SIGN_IN)}>
						{__('Go to step 3 and sign in', 'wkpbic')}
					</Button>
				)}
			</StepFooter>
		</>
	);
}
