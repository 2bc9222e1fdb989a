/** It cannot work with this account: why, and what else is possible. */
import { Button, Notice } from '@wordpress/components';
import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Wizard } from '../../extend';
import type { QuestionId } from './questions';
import type { Quiz } from './use-quiz';

export function StopScreen(props: { readonly wizard: Wizard; readonly quiz: Quiz; readonly question: QuestionId }) {
	const { wizard, quiz, question } = props;
	const change = (): void => {
		document.querySelector<HTMLElement>(`[data-question="${question}"] input:checked`)?.focus();
	};
	return (
		<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage={__('With this account it cannot work.', 'wkpbic')}>
			<p className="wkpbic-notice__sentence">{__('Stop here: with this account it cannot work.', 'wkpbic')}</p>
			{quiz.reasonsOf(question).map(({ code, params }) => (
				<p key={code}>{wizard.messageFor(code, params)}</p>
			))}
			<p>{__('What else is possible:', 'wkpbic')}</p>
			<ul className="wkpbic-notice__list">
				<li>{__('A colleague with a work account sets up the connection: give them the right to it in WordPress, and they open this page.', 'wkpbic')}</li>
				<li>
					{createInterpolateElement(
						__('Your company has Microsoft 365, but you have no account there: ask whoever looks after it. An account with a <term>licence</term> for Power BI is enough.', 'wkpbic'),
						{ term: <strong /> },
					)}
				</li>
				<li>{__('Nothing has been sent or stored at Microsoft, and nothing in your shop has changed. You can come back any time.', 'wkpbic')}</li>
			</ul>
			<p>
				<Button variant="secondary" __next40pxDefaultSize onClick={change}>
					{__('Change my answer', 'wkpbic')}
				</Button>
			</p>
		</Notice>
	);
}
