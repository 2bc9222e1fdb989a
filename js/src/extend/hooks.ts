/**
 * What the wizard tells through `@wordpress/hooks`, and the one thing that it lets be changed there.
 *
 * @example
 * wp.hooks.addAction( wkpbic.FIELD_SAVED, 'my-plugin/reload', ( fieldId ) => { … } );
 */
import { applyFilters, doAction } from '@wordpress/hooks';
import type { Setup } from '../setup';

/** Action: the set-up is another one now, whoever changed it. Given: the {@link Setup}. */
export const SETUP_CHANGED = 'wkpbic.setupChanged';
/** Action: a step has come before the person's eyes. Given: its id. */
export const STEP_SHOWN = 'wkpbic.stepShown';
/** Action: the site has kept a value of another plugin's field. Given: the field's id, never the value. */
export const FIELD_SAVED = 'wkpbic.fieldSaved';
/**
 * Filter: what other plugins say about an error. Given: the list of {@link AddedDiagnosis} so far, and the core's own
 * {@link DiagnosedError}, which nobody can change. Gives: the list.
 */
export const DIAGNOSIS = 'wkpbic.diagnosis';

/** What listeners of each action get. */
export interface ActionArguments {
	readonly [SETUP_CHANGED]: readonly [setup: Setup];
	readonly [STEP_SHOWN]: readonly [stepId: string];
	readonly [FIELD_SAVED]: readonly [fieldId: string];
}

const watchers = new Set<(name: string) => void>();

/** Calls back with the name of a hook whose listener has thrown; the answer ends that. */
export function watchHooks(watcher: (name: string) => void): () => void {
	watchers.add(watcher);
	return () => watchers.delete(watcher);
}

/** Calls the listeners. One of them that throws ends the round and nothing else. */
export function tell<Name extends keyof ActionArguments>(name: Name, ...given: ActionArguments[Name]): void {
	try {
		doAction(name, ...given);
	} catch {
		watchers.forEach((watcher) => watcher(name));
	}
}

/** Whatever the listeners make of the value; the value itself where one of them throws. */
export function filtered(value: unknown, ...given: readonly unknown[]): unknown {
	try {
		return applyFilters(DIAGNOSIS, value, ...given);
	} catch {
		watchers.forEach((watcher) => watcher(DIAGNOSIS));
		return value;
	}
}
