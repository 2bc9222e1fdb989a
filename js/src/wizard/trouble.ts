/** What stands between this page and the site, seen from the calls that fail, whoever makes them. */
import { useMemo, useState } from '@wordpress/element';
import { RestFailure } from '../rest/failure';
import type { RestClient } from '../rest/client';

/** `session`: logged out, or another right is needed. `blocked`: something in between answers. `server`: WordPress broke. */
export type TroubleKind = 'offline' | 'session' | 'blocked' | 'server';

export interface Trouble {
	readonly kind: TroubleKind | null;
	/** The same calls; each failure and each success is noted. */
	readonly rest: RestClient;
}

const LOGGED_OUT = new Set(['rest_cookie_invalid_nonce', 'rest_not_logged_in', 'not_logged_in']);

/** Null for a failure that is about the request itself: that is told where it was made. */
export function troubleOf(failure: unknown): TroubleKind | null {
	if (!(failure instanceof RestFailure)) {
		return null;
	}
	if (failure.code === 'site_unreachable') {
		return 'offline';
	}
	if (LOGGED_OUT.has(failure.code) || failure.status === 401) {
		return 'session';
	}
	if (failure.code === 'site_answer_unreadable' || failure.code === 'rest_no_route') {
		return 'blocked';
	}
	return failure.code === 'internal_server_error' ? 'server' : null;
}

export function useTrouble(rest: RestClient): Trouble {
	const [kind, setKind] = useState<TroubleKind | null>(null);
	const watched = useMemo(() => watchedRest(rest, setKind), [rest]);
	return { kind, rest: watched };
}

function watchedRest(rest: RestClient, note: (kind: TroubleKind | null) => void): RestClient {
	const watch = (call: (...given: unknown[]) => Promise<unknown>) => async (...given: unknown[]) => {
		try {
			const answer = await call(...given);
			note(null);
			return answer;
		} catch (failure) {
			const kind = troubleOf(failure);
			if (kind !== null) {
				note(kind);
			}
			throw failure;
		}
	};
	const calls = Object.entries(rest) as [string, (...given: unknown[]) => Promise<unknown>][];
	// Each call keeps its own arguments and answer; only that it ended is looked at.
	const watched = Object.fromEntries(calls.map(([name, call]) => [name, watch(call)])) as unknown as RestClient;
	// Everybody's scripts get these calls: nobody can put others in their place.
	return Object.freeze({ ...watched, readSetup: together(() => watched.readSetup()) });
}

/** Whoever asks while the answer is on its way gets that one. */
function together<T>(call: () => Promise<T>): () => Promise<T> {
	let pending: Promise<T> | null = null;
	return () => {
		pending ??= call().finally(() => (pending = null));
		return pending;
	};
}
