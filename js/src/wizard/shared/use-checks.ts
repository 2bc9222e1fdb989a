/** Runs the checks that are registered for a step: all at once, each result as it comes. */
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Check, CheckOutcome, CheckRound, NextAction, Said, Wizard } from '../../extend';
import { webAddress } from '../../extend/explain';
import { failureText } from './failure-text';
import { helpAddress } from './help-address';

export interface CheckLine {
	readonly id: string;
	readonly label: string;
	readonly status: 'waiting' | 'running' | CheckOutcome['state'];
	/** What there is to say about the outcome; null for nothing. */
	readonly said: Said | null;
	readonly next: NextAction | null;
	/** Where more is said about the outcome. */
	readonly link: string | null;
	/** Whether the round is about it: another plugin's check stands beside ours, and neither holds them up nor counts as one. */
	readonly counts: boolean;
}

export interface Checks {
	readonly lines: readonly CheckLine[];
	readonly running: boolean;
	/** When the last round was over, in milliseconds since 1970; null before that. */
	readonly finishedAt: number | null;
	/** Starts a round; one that is still running ends without being listened to. Gives the outcomes of what counts, by check id. */
	readonly run: () => Promise<ReadonlyMap<string, CheckOutcome>>;
}

const isForeign = ({ id }: Check): boolean => id.includes('/');

type Outcomes = ReadonlyMap<string, CheckOutcome>;

/** How long a check of another plugin may take, in milliseconds. Ours end by themselves. */
const LONGEST = 30_000;

const LEVELS = { passed: 'ok', failed: 'error', unknown: 'warn', skipped: 'hint' } as const;

export function useChecks(wizard: Wizard, stepId: string): Checks {
	const checks = wizard.checksOf(stepId);
	const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
	const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
	const [running, setRunning] = useState(false);
	const [finishedAt, setFinishedAt] = useState<number | null>(null);
	const round = useRef<AbortController | null>(null);
	const latest = useRef({ wizard, checks });
	useEffect(() => {
		latest.current = { wizard, checks };
	});
	useEffect(() => () => round.current?.abort(), []);

	const run = useCallback(async (): Promise<Outcomes> => {
		round.current?.abort();
		const own = new AbortController();
		round.current = own;
		const shared = newRound(own.signal);
		const found = new Map<string, CheckOutcome>();
		const given = latest.current;
		const counts = countingAmong(given.checks);
		setOutcomes(new Map());
		setPending(new Set(given.checks.map(({ id }) => id)));
		setRunning(true);
		const look = async (check: Check): Promise<void> => {
			const outcome = await outcomeOf(check, given.wizard, shared);
			if (counts(check)) {
				found.set(check.id, outcome);
			}
			if (!own.signal.aborted) {
				setOutcomes((before) => new Map(before).set(check.id, outcome));
				setPending((before) => new Set([...before].filter((id) => id !== check.id)));
			}
		};
		const looks = given.checks.map((check) => ({ check, ended: look(check) }));
		await Promise.all(looks.filter(({ check }) => counts(check)).map(({ ended }) => ended));
		if (!own.signal.aborted) {
			setRunning(false);
			setFinishedAt(Date.now());
		}
		return found;
	}, []);

	const counts = countingAmong(checks);
	const lines = checks.map((check) => lineOf(check, outcomes.get(check.id), pending.has(check.id), counts(check), wizard));
	return { lines, running, finishedAt, run };
}

/** Ours count, and others only where there are none of ours. */
function countingAmong(checks: readonly Check[]): (check: Check) => boolean {
	const onlyForeign = checks.every(isForeign);
	return (check) => onlyForeign || !isForeign(check);
}

function newRound(signal: AbortSignal): CheckRound {
	const calls = new Map<string, Promise<unknown>>();
	return {
		signal,
		once: <T>(name: string, call: () => Promise<T>): Promise<T> => {
			const made = calls.get(name) ?? call();
			calls.set(name, made);
			// The name decides which call it is, and so what it gives.
			return made as Promise<T>;
		},
	};
}

async function outcomeOf(check: Check, wizard: Wizard, round: CheckRound): Promise<CheckOutcome> {
	try {
		const running = check.run(wizard, round);
		return readOutcome(await (isForeign(check) ? withinLimit(running) : running));
	} catch (failure) {
		return { state: 'unknown', code: null, params: {}, sentence: failureText(failure, wizard.messageFor) };
	}
}


/** A check that does not end must not keep the others from being done. */
async function withinLimit(running: Promise<CheckOutcome>): Promise<CheckOutcome> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const over = new Promise<CheckOutcome>((resolve) => {
		timer = setTimeout(() => resolve(tooLong()), LONGEST);
	});
	try {
		return await Promise.race([running, over]);
	} finally {
		clearTimeout(timer);
	}
}

function tooLong(): CheckOutcome {
	const sentence = sprintf(
		/* translators: %d: number of seconds. */
		_n('No answer within %d second. The check was left.', 'No answer within %d seconds. The check was left.', LONGEST / 1000, 'wkpbic'),
		LONGEST / 1000,
	);
	return { state: 'unknown', code: null, params: {}, sentence };
}

/** What a check of another plugin gives may be anything; what cannot be shown is left out. */
function readOutcome(value: unknown): CheckOutcome {
	const { state, code, params, sentence, link } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<keyof CheckOutcome, unknown>>;
	return {
		state: typeof state === 'string' && Object.hasOwn(LEVELS, state) ? (state as CheckOutcome['state']) : 'unknown',
		code: typeof code === 'string' ? code : null,
		params: typeof params === 'object' && params !== null ? (params as CheckOutcome['params']) : {},
		...(typeof sentence === 'string' && { sentence }),
		...(typeof link === 'string' && { link }),
	};
}

function lineOf(check: Check, outcome: CheckOutcome | undefined, running: boolean, counts: boolean, wizard: Wizard): CheckLine {
	const { id } = check;
	const label = check.label();
	if (!outcome) {
		return { id, label, status: running ? 'running' : 'waiting', said: null, next: null, link: null, counts };
	}
	const sentence = sentenceOf(outcome, wizard);
	return {
		id,
		label,
		status: outcome.state,
		said: sentence === '' ? null : { level: LEVELS[outcome.state], sentence },
		next: outcome.state === 'passed' ? null : check.nextAction(wizard, outcome),
		link: webAddress(outcome.link) ?? (outcome.state === 'passed' ? null : helpAddress(wizard.site.admin_url, outcome.code)),
		counts,
	};
}

function sentenceOf({ state, code, params, sentence }: CheckOutcome, wizard: Wizard): string {
	if (sentence !== undefined) {
		return sentence;
	}
	if (code !== null) {
		return wizard.messageFor(code, params);
	}
	switch (state) {
		case 'passed':
			return '';
		case 'skipped':
			return __('Not checked yet: something before it has to work first.', 'wkpbic');
		default:
			return __('No clear answer. Run the check again in a minute.', 'wkpbic');
	}
}
