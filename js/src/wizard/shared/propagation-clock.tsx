/** Something at Microsoft's end takes minutes: how long so far, how long usually, and looking again by itself. */
import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Wizard } from '../../extend';

/** Seconds from one look to the next. */
const LOOK_EVERY = 20;

export interface PropagationClockProps {
	readonly wizard: Pick<Wizard, 'announce'>;
	/** What is being waited for, as a sentence. */
	readonly what: string;
	/** How many minutes it usually takes at most; null where nobody knows. */
	readonly usualMinutes: number | null;
	/** When it began, in seconds since 1970; so that it goes on after a reload. */
	readonly since: number;
	/** Looks whether it has arrived; may reject, which counts as “not yet”. */
	readonly look: () => Promise<boolean>;
	readonly onArrived: () => void;
	/** Ends the waiting here; what happens at Microsoft goes on. */
	readonly onLeave: () => void;
}

export function PropagationClock(props: PropagationClockProps) {
	const { wizard, what, usualMinutes, since, look, onArrived, onLeave } = props;
	const { announce } = wizard;
	const [now, setNow] = useState(() => Date.now() / 1000);
	const [looking, setLooking] = useState(false);
	const latest = useRef({ look, onArrived });
	const busy = useRef(false);
	const alive = useRef(false);
	useEffect(() => {
		latest.current = { look, onArrived };
	});

	const lookNow = useCallback(async (): Promise<void> => {
		if (busy.current) {
			return;
		}
		busy.current = true;
		setLooking(true);
		const arrived = await latest.current.look().catch(() => false);
		busy.current = false;
		if (!alive.current) {
			return;
		}
		setLooking(false);
		if (arrived) {
			announce(__('It has arrived. You can go on.', 'wkpbic'));
			latest.current.onArrived();
		}
	}, [announce]);

	useEffect(() => {
		alive.current = true;
		const tick = setInterval(() => setNow(Date.now() / 1000), 1000);
		const round = setInterval(() => {
			// A tab that nobody looks at need not ask; coming back does.
			if (document.visibilityState === 'visible') {
				void lookNow();
			}
		}, LOOK_EVERY * 1000);
		const onReturn = (): void => {
			if (document.visibilityState === 'visible') {
				void lookNow();
			}
		};
		document.addEventListener('visibilitychange', onReturn);
		return () => {
			alive.current = false;
			clearInterval(tick);
			clearInterval(round);
			document.removeEventListener('visibilitychange', onReturn);
		};
	}, [lookNow]);

	// Once, at the beginning. The running time is for eyes only: spoken every second it would be noise.
	useEffect(() => {
		announce(what);
	}, [announce, what]);

	const seconds = Math.max(0, Math.floor(now - since));
	return (
		<div className="wkpbic-clock">
			<p className="wkpbic-clock__what">{what}</p>
			{usualMinutes !== null && (
				<div className="wkpbic-clock__bar" aria-hidden="true">
					<span style={{ inlineSize: `${Math.min(100, (100 * seconds) / (usualMinutes * 60))}%` }} />
				</div>
			)}
			<p className="wkpbic-clock__time">{timeText(seconds, usualMinutes)}</p>
			<div className="wkpbic-clock__actions">
				<Button variant="secondary" size="compact" isBusy={looking} aria-disabled={looking} onClick={() => void lookNow()}>
					{__('Look now', 'wkpbic')}
				</Button>
				<Button variant="tertiary" size="compact" onClick={onLeave}>
					{__('Do not wait', 'wkpbic')}
				</Button>
			</div>
		</div>
	);
}

function timeText(seconds: number, usualMinutes: number | null): string {
	if (usualMinutes === null) {
		/* translators: %s: time so far, such as 2:05. */
		return sprintf(__('%s so far.', 'wkpbic'), clockText(seconds));
	}
	return seconds <= usualMinutes * 60
		? sprintf(
				/* translators: 1: time so far, such as 2:05. 2: number of minutes. */
				_n('%1$s so far; usually up to %2$d minute.', '%1$s so far; usually up to %2$d minutes.', usualMinutes, 'wkpbic'),
				clockText(seconds),
				usualMinutes,
			)
		: sprintf(
				/* translators: %s: time so far, such as 12:05. */
				__('%s so far, which is longer than usual. You can leave this page and look again later.', 'wkpbic'),
				clockText(seconds),
			);
}

function clockText(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
