/** How the connection stands after the last look at it: a token may be held while Power BI refuses or is down. */
import type { Connection, ConnectionState, TestReport } from '../../setup';
import { firstBroken } from './use-ladder';

export type Standing = ConnectionState | 'held_up';

/**
 * `held_up`: connected, and a rung above the token broke in the check of this page.
 *
 * @param report The check's last report; null before there is one, and while one is under way.
 */
export function standingOf({ state }: Connection, report: TestReport | null): Standing {
	return state === 'connected' && report !== null && firstBroken(report) !== null ? 'held_up' : state;
}
