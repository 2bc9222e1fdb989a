/** Climbs the ladder: one call to the server, whose results are then shown one after the other. */
import { useCallback, useEffect, useState } from '@wordpress/element';
import type { Wizard } from '../../extend';
import type { CheckResult, TestReport } from '../../setup';
import { failureText } from '../shared/failure-text';

/** Between two rungs, in milliseconds; none for those who asked for less motion. */
const PACE = 180;

export type Ladder =
	| { readonly status: 'open' | 'asking' }
	/** `shown` of the results are drawn already. */
	| { readonly status: 'climbing' | 'done'; readonly report: TestReport; readonly shown: number }
	| { readonly status: 'failed'; readonly sentence: string };

export interface LadderRun {
	readonly ladder: Ladder;
	/** The report; null when the server gave none. */
	readonly run: () => Promise<TestReport | null>;
	readonly reset: () => void;
}

export function useLadder(wizard: Wizard): LadderRun {
	const { rest, replaceSetup, messageFor } = wizard;
	const [ladder, setLadder] = useState<Ladder>({ status: 'open' });

	const run = useCallback(async (): Promise<TestReport | null> => {
		let report: TestReport | null = null;
		setLadder({ status: 'asking' });
		try {
			report = await rest.testConnection();
			const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
			setLadder(
				calm
					? { status: 'done', report, shown: report.results.length }
					: { status: 'climbing', report, shown: 0 },
			);
		} catch (reason) {
			setLadder({ status: 'failed', sentence: failureText(reason, messageFor) });
		}
		// The check may have found out that the connection is not what it was.
		await rest.readSetup().then(replaceSetup, () => undefined);
		return report;
	}, [rest, replaceSetup, messageFor]);

	useEffect(() => {
		if (ladder.status !== 'climbing') {
			return undefined;
		}
		const timer = setTimeout(() => {
			const shown = ladder.shown + 1;
			setLadder({ ...ladder, status: shown >= ladder.report.results.length ? 'done' : 'climbing', shown });
		}, PACE);
		return () => clearTimeout(timer);
	}, [ladder]);

	return { ladder, run, reset: useCallback(() => setLadder({ status: 'open' }), []) };
}

/** The rung that is spoken of first: the lowest that broke. */
export function firstBroken(report: TestReport): CheckResult | null {
	return report.results.find(({ state }) => state === 'failed') ?? null;
}
