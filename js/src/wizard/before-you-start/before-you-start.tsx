/** Step 1: whether it can work, which way suits, and whether this site is ready. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { missingFields } from '../../setup';
import { SaidLine } from '../shared/said-line';
import { StepFooter } from '../shared/step-footer';
import { Term } from '../shared/term';
import { MICROSOFT_KEYS } from '../step-ids';
import { OPTIONAL_QUESTION, QUESTIONS } from './questions';
import { QuizForm } from './quiz-form';
import { RouteChoice } from './route-choice';
import { SignInMethod } from './sign-in-method';
import { SitePanel } from './site-panel';
import { StopScreen } from './stop-screen';
import { useQuiz } from './use-quiz';

export function BeforeYouStart({ wizard }: StepProps) {
	const quiz = useQuiz(wizard);
	const [byHand, setByHand] = useState(false);
	const left = QUESTIONS.filter((id) => id !== OPTIONAL_QUESTION && quiz.answers[id] === undefined).length;
	const choosing = byHand || quiz.route !== null || quiz.result !== null || wizard.core.status === 'unavailable';
	return (
		<>
			<p className="wkpbic-lead">
				{__(
					'Your shop will get its own key to Power BI. You create that key in Microsoft’s portal, paste it here, and allow it once with your account. The shop’s data stays where it is until you decide otherwise.',
					'wkpbic',
				)}
			</p>
			<p className="wkpbic-note">
				{__('Two words that you will meet:', 'wkpbic')} <Term id="tenant" /> · <Term id="app_registration" />
			</p>

			<h3 className="wkpbic-heading">{__('One minute first: can it work, and how?', 'wkpbic')}</h3>
			<QuizForm wizard={wizard} quiz={quiz} />
			{quiz.failure !== null && <SaidLine said={{ level: 'error', sentence: quiz.failure }} />}

			{quiz.stoppedBy !== null ? (
				<StopScreen wizard={wizard} quiz={quiz} question={quiz.stoppedBy} />
			) : (
				<>
					<h3 className="wkpbic-heading">{__('Your way', 'wkpbic')}</h3>
					{choosing ? (
						<>
							<RouteChoice quiz={quiz} />
							<p className="wkpbic-note">{__('You can take another way later: come back to this step, what is done stays done.', 'wkpbic')}</p>
							<SignInMethod wizard={wizard} result={quiz.result} />
						</>
					) : (
						<p className="wkpbic-note">
							{left === QUESTIONS.length - 1
								? __('Answer the questions above, and the way that suits you appears here.', 'wkpbic')
								: __('A few answers more, and the way that suits you appears here.', 'wkpbic')}{' '}
							<Button variant="link" onClick={() => setByHand(true)}>
								{__('Choose by myself', 'wkpbic')}
							</Button>
						</p>
					)}
				</>
			)}

			{quiz.stoppedBy === null && (
				<>
					<SitePanel wizard={wizard} atOnce={missingFields(wizard.setup.fields).length > 0} />
					<StepFooter wizard={wizard}>
						<Button variant="primary" __next40pxDefaultSize onClick={() => wizard.goTo(MICROSOFT_KEYS)}>
							{__('Start', 'wkpbic')}
						</Button>
					</StepFooter>
				</>
			)}
		</>
	);
}
