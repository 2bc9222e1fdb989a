/** The words of the quiz. Which questions there are, and which answers, is the core's table. */
import { __ } from '@wordpress/i18n';
import type { QuizAnswers, QuizResult } from '../../core/door';
import { QUIZ_QUESTIONS } from '../../generated/contract';

export type QuestionId = keyof typeof QUIZ_QUESTIONS;

type Answer<Q extends QuestionId> = (typeof QUIZ_QUESTIONS)[Q][number];

export interface Question {
	readonly id: QuestionId;
	readonly text: string;
	/** What helps somebody who does not know. */
	readonly help: string;
	readonly answers: readonly { readonly value: string; readonly label: string }[];
}

/** Whoever likes a command line may say so; the suggestion does not wait for it. */
export const OPTIONAL_QUESTION: QuestionId = 'command_line';

export const QUESTIONS = Object.keys(QUIZ_QUESTIONS) as readonly QuestionId[];

export type Route = Exclude<QuizResult['route'], 'stop'>;

export function questions(): readonly Question[] {
	const yesNo = { yes: __('Yes', 'wkpbic'), no: __('No', 'wkpbic'), unsure: __('I do not know', 'wkpbic') };
	return [
		question(
			'account',
			__('Which Microsoft account do you use?', 'wkpbic'),
			__('Look at the address you sign in with: one of your company or school is a work account.', 'wkpbic'),
			{
				work_or_school: __('From work or school', 'wkpbic'),
				personal: __('A personal one (outlook.com, hotmail.com …)', 'wkpbic'),
				none: __('None', 'wkpbic'),
				unsure: __('I do not know', 'wkpbic'),
			},
		),
		question(
			'may_register_apps',
			__('May you register apps at Microsoft?', 'wkpbic'),
			__('In many companies everybody may; in others only the IT team does it.', 'wkpbic'),
			yesNo,
		),
		question(
			'power_bi_opened',
			__('Has anyone in your company ever opened Power BI?', 'wkpbic'),
			__('Microsoft offers the permissions that we need only after somebody has.', 'wkpbic'),
			yesNo,
		),
		question(
			'audience',
			__('Who is going to look at the reports?', 'wkpbic'),
			__('It decides who signs in: you, or the shop by itself.', 'wkpbic'),
			{
				myself: __('Only me', 'wkpbic'),
				colleagues: __('My colleagues too', 'wkpbic'),
				unattended: __('Nobody: data is to flow by itself', 'wkpbic'),
			},
		),
		question(
			'command_line',
			__('Do you like a command line?', 'wkpbic'),
			__('One command can do all the clicking in Microsoft’s portal for you.', 'wkpbic'),
			yesNo,
		),
	];
}

function question<Q extends QuestionId>(
	id: Q,
	text: string,
	help: string,
	labels: Readonly<Record<Answer<Q>, string>>,
): Question {
	const values: readonly Answer<Q>[] = QUIZ_QUESTIONS[id];
	return { id, text, help, answers: values.map((value) => ({ value, label: labels[value] })) };
}

/** The answers, once all that the suggestion needs are there. */
export function complete(answers: Partial<QuizAnswers>): QuizAnswers | null {
	const { account, may_register_apps, power_bi_opened, audience, command_line } = answers;
	if (!account || !may_register_apps || !power_bi_opened || !audience) {
		return null;
	}
	return { account, may_register_apps, power_bi_opened, audience, ...(command_line && { command_line }) };
}

/** The answers to which the core has nothing to say; what it says to one answer among them is about that one. */
const NOTHING_TO_SAY: QuizAnswers = {
	account: 'work_or_school',
	may_register_apps: 'yes',
	power_bi_opened: 'yes',
	audience: 'myself',
	command_line: 'no',
};

export function aloneAmongGood(id: QuestionId, answers: Partial<QuizAnswers>): QuizAnswers {
	return { ...NOTHING_TO_SAY, ...(answers[id] !== undefined && { [id]: answers[id] }) };
}

export interface RouteWords {
	readonly id: Route;
	readonly title: string;
	readonly what: string;
	readonly effort: string;
}

export function routes(): readonly RouteWords[] {
	return [
		{
			id: 'portal_guided',
			title: __('Click by click', 'wkpbic'),
			what: __('Seven cards show you what to click in Microsoft’s portal and what to bring back.', 'wkpbic'),
			effort: __('About ten minutes', 'wkpbic'),
		},
		{
			id: 'one_command',
			title: __('One command', 'wkpbic'),
			what: __('You paste one command into Microsoft’s Cloud Shell and paste its answer back here.', 'wkpbic'),
			effort: __('About three minutes', 'wkpbic'),
		},
		{
			id: 'ask_admin',
			title: __('My admin does it', 'wkpbic'),
			what: __('You send a ready-made mail or page to your IT team and paste what they send back.', 'wkpbic'),
			effort: __('Two minutes for you, five for them', 'wkpbic'),
		},
	];
}
