/** Asked of those who went to Microsoft and came back without an answer, by the back button or by the address. */
import { Button, Notice } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { openDetails } from '../results/admin-request-open';
import { forgetLeaving, isUnfinished } from './attempt-memory';
import { ERROR_PAGE_ID } from './error-page';

export function UnfinishedAttempt({ wizard, signIn }: StepProps & { readonly signIn: () => void }) {
	const { rest, replaceSetup, setup } = wizard;
	const [unfinished, setUnfinished] = useState(() => isUnfinished(setup.sign_in));

	useEffect(() => {
		if (!isUnfinished(setup.sign_in)) {
			forgetLeaving();
			setUnfinished(false);
		}
	}, [setup.sign_in]);

	// The browser's back button may show the page as it was left, with what the server said back then.
	useEffect(() => {
		const returned = (event: PageTransitionEvent): void => {
			if (event.persisted) {
				void rest.readSetup().then(
					(fresh) => {
						replaceSetup(fresh);
						setUnfinished(isUnfinished(fresh.sign_in));
					},
					() => setUnfinished(true),
				);
			}
		};
		window.addEventListener('pageshow', returned);
		return () => window.removeEventListener('pageshow', returned);
	}, [rest, replaceSetup]);

	if (!unfinished) {
		return null;
	}
	const settle = (): void => {
		forgetLeaving();
		setUnfinished(false);
	};
	const question = __('You went to Microsoft and came back without an answer. Did Microsoft show an error?', 'wkpbic');
	return (
		<Notice status="warning" isDismissible={false} className="wkpbic-notice" spokenMessage={question} politeness="polite">
			<p className="wkpbic-notice__sentence">{question}</p>
			<p>
				{__(
					'Some of Microsoft’s error pages do not lead back here. Copy the whole text of that page, and this one tells you what it means.',
					'wkpbic',
				)}
			</p>
			<div className="wkpbic-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={() => {
						settle();
						openDetails(ERROR_PAGE_ID);
					}}
				>
					{__('Yes, I want to paste it', 'wkpbic')}
				</Button>
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={() => {
						settle();
						signIn();
					}}
				>
					{__('No, sign in again', 'wkpbic')}
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={settle}>
					{__('Not now', 'wkpbic')}
				</Button>
			</div>
		</Notice>
	);
}
