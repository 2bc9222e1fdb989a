/** The questions, each with what follows from the answer right below it. Where one answer ends it, no other is asked. */
import { useId } from '@wordpress/element';
import type { Verdict } from '../../core/door';
import type { Wizard } from '../../extend';
import { saidOf } from '../shared/verdict-line';
import { SaidLine } from '../shared/said-line';
import { questions, type Question } from './questions';
import type { Quiz } from './use-quiz';

export function QuizForm({ wizard, quiz }: { readonly wizard: Wizard; readonly quiz: Quiz }) {
	const all = questions();
	const last = all.findIndex(({ id }) => id === quiz.stoppedBy);
	return (
		<div className="wkpbic-quiz">
			{(last < 0 ? all : all.slice(0, last + 1)).map((question) => (
				<QuestionRow key={question.id} wizard={wizard} quiz={quiz} question={question} />
			))}
		</div>
	);
}

function QuestionRow(props: { readonly wizard: Wizard; readonly quiz: Quiz; readonly question: Question }) {
	const { wizard, quiz, question } = props;
	const id = useId();
	// What stops is told at length below.
	const reasons: readonly Verdict[] = question.id === quiz.stoppedBy ? [] : quiz.reasonsOf(question.id);
	return (
		<fieldset className="wkpbic-question" aria-describedby={`${id}-help ${id}-reasons`} data-question={question.id}>
			<legend className="wkpbic-question__text">{question.text}</legend>
			<p className="wkpbic-question__help" id={`${id}-help`}>
				{question.help}
			</p>
			<div className="wkpbic-choices">
				{question.answers.map(({ value, label }) => (
					<label key={value} className="wkpbic-choice">
						<input
							type="radio"
							name={`${id}-answer`}
							value={value}
							checked={quiz.answers[question.id] === value}
							onChange={() => quiz.answer(question.id, value)}
						/>
						<span>{label}</span>
					</label>
				))}
			</div>
			<div className="wkpbic-question__reasons" id={`${id}-reasons`}>
				{reasons.map((reason) => (
					<SaidLine key={reason.code} said={saidOf(reason, wizard.messageFor, '')} />
				))}
			</div>
		</fieldset>
	);
}
