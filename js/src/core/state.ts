/** Core and kit as screens see them: on the way, there, or not to be had and why. */
import type { MessageParams } from '../messages';
import { loadFailureCode, type Core, type LoadResult } from './load';
import type { Kit } from './load-kit';

interface Unavailable {
	readonly status: 'unavailable';
	readonly code: string;
	readonly params: MessageParams;
}

export type CoreState =
	| { readonly status: 'loading' }
	| { readonly status: 'ready'; readonly api: Core }
	| Unavailable;

/** What asking for the kit gave. */
export type KitState = { readonly status: 'ready'; readonly api: Kit } | Unavailable;

export function coreStateOf(result: LoadResult): CoreState {
	return result.ok ? { status: 'ready', api: result.core } : { status: 'unavailable', ...loadFailureCode(result.why) };
}

export function kitStateOf(result: LoadResult<Kit>): KitState {
	return result.ok ? { status: 'ready', api: result.core } : { status: 'unavailable', ...loadFailureCode(result.why) };
}
