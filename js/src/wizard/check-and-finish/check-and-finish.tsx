/** Step 4: the state of the connection, and a check that asks Power BI itself. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { Workspace } from '../../setup';
import { failureText } from '../shared/failure-text';
import { StepFooter } from '../shared/step-footer';
import { SIGN_IN } from '../step-ids';
import { ConnectionCard } from './connection-card';
import { Disconnect } from './disconnect';
import { Workspaces, workspacesHeading } from './workspaces';

type Check =
	| { readonly status: 'open' | 'running' }
	| { readonly status: 'passed'; readonly workspaces: readonly Workspace[] }
	| { readonly status: 'failed'; readonly sentence: string };

export function CheckAndFinish({ wizard }: StepProps) {
	const { rest, messageFor, replaceSetup, announce, setup } = wizard;
	const [check, setCheck] = useState<Check>({ status: 'open' });
	const { state } = setup.connection;
	const connected = state !== 'not_connected';
	const needsSignIn = state === 'not_connected' || state === 'sign_in_again';

	const run = async (): Promise<void> => {
		if (check.status === 'running') {
			return;
		}
		setCheck({ status: 'running' });
		try {
			setCheck({ status: 'passed', workspaces: await rest.testConnection() });
		} catch (reason) {
			setCheck({ status: 'failed', sentence: failureText(reason, messageFor) });
		}
		// The check may have found out that the connection is not what it was.
		await rest.readSetup().then(replaceSetup, () => undefined);
	};

	const disconnect = async (): Promise<void> => {
		try {
			replaceSetup(await rest.disconnect());
			setCheck({ status: 'open' });
			announce(__('Disconnected.', 'wkpbic'));
		} catch (reason) {
			setCheck({ status: 'failed', sentence: failureText(reason, messageFor) });
		}
	};

	return (
		<>
			<ConnectionCard wizard={wizard} />

			{check.status === 'passed' && (
				<>
					<Notice status="success" isDismissible={false} className="wkpbic-notice">
						<p className="wkpbic-notice__sentence">{workspacesHeading(check.workspaces.length)}</p>
					</Notice>
					<Workspaces workspaces={check.workspaces} />
				</>
			)}
			{check.status === 'failed' && (
				<Notice
					status="error"
					isDismissible={false}
					className="wkpbic-notice"
					spokenMessage={check.sentence}
					politeness="assertive"
				>
					<p className="wkpbic-notice__sentence">{check.sentence}</p>
				</Notice>
			)}
			{(check.status === 'open' || check.status === 'running') && connected && (
				<p className="wkpbic-note">
					{__('The check asks Power BI for your workspaces. It changes nothing.', 'wkpbic')}
				</p>
			)}

			<StepFooter wizard={wizard} back={SIGN_IN}>
				{connected && <Disconnect disconnect={disconnect} />}
				{connected && (
					<Button
						variant={needsSignIn || check.status === 'passed' ? 'secondary' : 'primary'}
						__next40pxDefaultSize
						isBusy={check.status === 'running'}
						aria-disabled={check.status === 'running'}
						onClick={() => void run()}
					>
						{check.status === 'passed' || check.status === 'failed'
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
