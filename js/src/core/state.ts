/** The core as screens see it: on its way, there, or not to be had and why. */
import type { MessageParams } from '../messages';
import { loadFailureCode, type Core, type LoadResult } from './load';

export type CoreState =
	| { readonly status: 'loading' }
	| { readonly status: 'ready'; readonly api: Core }
	| { readonly status: 'unavailable'; readonly code: string; readonly params: MessageParams };

export function coreStateOf(result: LoadResult): CoreState {
	return result.ok ? { status: 'ready', api: result.core } : { status: 'unavailable', ...loadFailureCode(result.why) };
}
