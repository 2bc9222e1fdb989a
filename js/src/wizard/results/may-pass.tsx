/** For what passes by itself at Microsoft's end: looks again until it has, until the answer is another, or until somebody leaves it. */
import { __ } from '@wordpress/i18n';
import type { Wizard } from '../../extend';
import { PropagationClock } from '../shared/propagation-clock';
import { MAY_BE_REPEATED, USUAL_MINUTES, type ErrorCode } from '../../generated/contract';
import { isKnownCode } from './next-action';

/** What is being waited for. */
export interface Waiting {
	readonly code: ErrorCode;
	/** In seconds since 1970. */
	readonly since: number;
}

/** After a round: what can be waited for now. Null when nothing broke, or when asking again by itself is no help or does harm. */
export function waitingAfter(before: Waiting | null, broken: string | null): Waiting | null {
	if (broken === null || !isKnownCode(broken) || !MAY_BE_REPEATED.includes(broken)) {
		return null;
	}
	return before?.code === broken ? before : { code: broken, since: Date.now() / 1000 };
}

export interface MayPassProps {
	readonly wizard: Pick<Wizard, 'announce'>;
	readonly waiting: Waiting | null;
	/** Asks Microsoft again; true when all is well now. */
	readonly look: () => Promise<boolean>;
	readonly onEnd: () => void;
}

export function MayPass({ wizard, waiting, look, onEnd }: MayPassProps) {
	return waiting === null ? null : (
		<PropagationClock
			key={waiting.code}
			wizard={wizard}
			what={__('This can pass by itself. While this page is open, it is tried again every 20 seconds; you can also leave and come back later.', 'wkpbic')}
			usualMinutes={USUAL_MINUTES[waiting.code] ?? null}
			since={waiting.since}
			look={look}
			onArrived={onEnd}
			onLeave={onEnd}
		/>
	);
}
