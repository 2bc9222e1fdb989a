/** For what passes by itself at Microsoft's end: looks again until it has, until the answer is another, or until somebody leaves it. */
import { __ } from '@wordpress/i18n';
import type { Wizard } from '../../extend';
import { PropagationClock } from '../shared/propagation-clock';
import { waitOf } from './next-action';

/** Microsoft's pages speak of some minutes for most changes, and of fifteen for tenant settings. */
const USUAL_MINUTES = 15;

/** What is being waited for. */
export interface Waiting {
	readonly code: string;
	/** In seconds since 1970. */
	readonly since: number;
}

/** After a round: what can be waited for now. Null when nothing broke, or when waiting some minutes does not help. */
export function waitingAfter(before: Waiting | null, broken: string | null): Waiting | null {
	if (broken === null || waitOf(broken) !== 'minutes') {
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
			usualMinutes={USUAL_MINUTES}
			since={waiting.since}
			look={look}
			onArrived={onEnd}
			onLeave={onEnd}
		/>
	);
}
