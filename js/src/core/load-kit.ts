/**
 * Loads the kit: the core's second module, with what no step needs before somebody asks for it (scripts, the request to
 * the administrator, the calendar, the rules of extensions' fields). It is fetched then, and once.
 */
import type * as Door from '../generated/kit';
import { loadModule, type Glue, type LoadEnvironment, type ModuleFiles } from './load';
import { kitStateOf, type KitState } from './state';

/** The kit's module as it is written. */
export type KitGlue = typeof Door;

/** The kit's functions, without the loader's own. */
export type Kit = Omit<KitGlue, keyof Glue | 'initSync'>;

/**
 * A function that gives the kit. Calls share one load and its answer; after a failure the next call tries again.
 */
export function createKitLoader(
	files: ModuleFiles,
	environment?: LoadEnvironment<KitGlue>,
): () => Promise<KitState> {
	let pending: Promise<KitState> | null = null;
	const load = async (): Promise<KitState> => {
		const state = kitStateOf(await loadModule<KitGlue>(files, environment));
		if (state.status === 'unavailable') {
			pending = null;
		}
		return state;
	};
	return () => (pending ??= load());
}
