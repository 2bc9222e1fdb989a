/** The answers of step 1 and the way that was taken: shown at once, kept by the server, judged by the core. */
import { useCallback, useMemo, useRef, useState } from '@wordpress/element';
import type { QuizAnswers, QuizResult, Verdict } from '../../core/door';
import type { Core } from '../../core/load';
import type { Wizard } from '../../extend';
import type { ProgressChange } from '../../setup';
import { failureText } from '../shared/failure-text';
import { aloneAmongGood, complete, QUESTIONS, type QuestionId, type Route } from './questions';

export interface Quiz {
	readonly answers: Partial<QuizAnswers>;
	/** What follows from the answer to this question alone. */
	readonly reasonsOf: (id: QuestionId) => readonly Verdict[];
	/** The question whose answer means that it cannot work. */
	readonly stoppedBy: QuestionId | null;
	/** What the core makes of the answers, once there are enough. */
	readonly result: QuizResult | null;
	/** The way that was taken, by the person or because it was suggested. */
	readonly route: Route | null;
	/** Why the server has not kept the last change. */
	readonly failure: string | null;
	readonly answer: (id: QuestionId, value: string) => void;
	readonly take: (route: Route) => void;
}

export function useQuiz(wizard: Wizard): Quiz {
	const { setup, core, rest, replaceSetup, announce, messageFor } = wizard;
	const [unsaved, setUnsaved] = useState<ProgressChange>({});
	const [failure, setFailure] = useState<string | null>(null);
	const queue = useRef<Promise<void>>(Promise.resolve());
	const api = core.status === 'ready' ? core.api : null;

	const answers = useMemo(
		() => ({ ...setup.progress.answers, ...unsaved.answers }) as Partial<QuizAnswers>,
		[setup.progress.answers, unsaved.answers],
	);
	const kept = unsaved.route === undefined ? setup.progress.route : unsaved.route;
	const judged = useMemo(() => judge(api, answers), [api, answers]);

	const save = useCallback(
		(change: ProgressChange): void => {
			setUnsaved((before) => ({ ...before, ...change, answers: { ...before.answers, ...change.answers } }));
			// One after the other: an answer that is late must not bring an older state back.
			queue.current = queue.current.then(async () => {
				try {
					replaceSetup(await rest.saveProgress(change));
					setUnsaved((before) => without(before, change));
					setFailure(null);
				} catch (error) {
					setFailure(failureText(error, messageFor));
				}
			});
		},
		[rest, replaceSetup, messageFor],
	);

	const answer = useCallback(
		(id: QuestionId, value: string): void => {
			const after = { ...answers, [id]: value } as Partial<QuizAnswers>;
			const then = judge(api, after);
			const followed = kept === null || kept === judged.result?.route;
			const route = routeOf(then.result);
			save({
				answers: { [id]: value },
				...(followed && route !== kept && { route }),
			});
			then.reasons[id].forEach(({ code, params }) => announce(messageFor(code, params)));
		},
		[answers, api, kept, judged, save, announce, messageFor],
	);

	return {
		answers,
		reasonsOf: (id) => judged.reasons[id],
		stoppedBy: judged.stoppedBy,
		result: judged.result,
		route: judged.stoppedBy !== null || kept === 'stop' ? null : kept,
		failure,
		answer,
		take: useCallback((route: Route) => save({ route }), [save]),
	};
}

interface Judged {
	readonly reasons: Readonly<Record<QuestionId, readonly Verdict[]>>;
	readonly stoppedBy: QuestionId | null;
	readonly result: QuizResult | null;
}

function judge(api: Core | null, answers: Partial<QuizAnswers>): Judged {
	const alone = new Map(QUESTIONS.map((id) => [id, api && api.pickRoute(aloneAmongGood(id, answers))]));
	const all = complete(answers);
	return {
		reasons: Object.fromEntries(QUESTIONS.map((id) => [id, alone.get(id)?.reasons ?? []])) as unknown as Judged['reasons'],
		stoppedBy: QUESTIONS.find((id) => alone.get(id)?.route === 'stop') ?? null,
		result: api && all && api.pickRoute(all),
	};
}

function routeOf(result: QuizResult | null): Route | null {
	return result === null || result.route === 'stop' ? null : result.route;
}

/** What is left to be saved after `saved` was: a value that has changed again since stays. */
function without(unsaved: ProgressChange, saved: ProgressChange): ProgressChange {
	const left = Object.entries(unsaved.answers ?? {}).filter(
		([id, value]) => (saved.answers as Record<string, unknown> | undefined)?.[id] !== value,
	);
	const answers = Object.fromEntries(left) as NonNullable<ProgressChange['answers']>;
	return unsaved.route === undefined || unsaved.route === saved.route ? { answers } : { answers, route: unsaved.route };
}
