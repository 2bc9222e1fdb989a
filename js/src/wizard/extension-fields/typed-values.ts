/**
 * What was typed into other plugins' fields and is not saved yet, as plain data with listeners. Each field listens to its own
 * entry only, so that a keystroke costs the same whether the step has three fields or a thousand.
 */
import type { MessageParams } from '../../messages';

/** What the server had against a value: its code, and its sentence should the code be unknown here. */
export interface Refusal {
	readonly code: string;
	readonly params: MessageParams;
	readonly sentence: string;
}

export interface Typed {
	/** Null while nobody has typed: what is stored stands there then, also after it was changed elsewhere. */
	readonly text: string | null;
	/** The text of 150 milliseconds ago, or of the moment the field was left. Verdicts are about this one. */
	readonly settled: string | null;
	/** The field was left after typing, or saving was asked for: errors are shown until typing goes on. */
	readonly left: boolean;
	readonly refusal: Refusal | null;
}

export interface TypedValues {
	/** Undefined for a field that nobody has touched. */
	readonly of: (id: string) => Typed | undefined;
	readonly type: (id: string, text: string) => void;
	readonly settle: (id: string) => void;
	readonly leave: (id: string) => void;
	/** Shows what is wrong with these fields, touched or not. */
	readonly leaveAll: (ids: readonly string[]) => void;
	readonly refuse: (id: string, refusal: Refusal) => void;
	/** Takes back what was typed; of fields that have gone on being typed in since, only what was saved. */
	readonly forget: (saved: Readonly<Record<string, string>>) => void;
	readonly touched: () => IterableIterator<[string, Typed]>;
	/** Calls back after each change of this field; the answer ends that. */
	readonly subscribe: (id: string, listener: () => void) => () => void;
	/** Calls back after each change of any field. */
	readonly subscribeAll: (listener: () => void) => () => void;
}

export function createTypedValues(): TypedValues {
	const typed = new Map<string, Typed>();
	const listeners = new Map<string, Set<() => void>>();
	const everywhere = new Set<() => void>();

	const tell = (ids: readonly string[]): void => {
		ids.forEach((id) => listeners.get(id)?.forEach((listener) => listener()));
		everywhere.forEach((listener) => listener());
	};
	const put = (id: string, value: Typed): void => {
		typed.set(id, value);
		tell([id]);
	};
	const settled = (id: string, left: boolean, refusal: Refusal | null): Typed => {
		const text = typed.get(id)?.text ?? null;
		return { text, settled: text, left, refusal };
	};

	return {
		of: (id) => typed.get(id),
		type: (id, text) => put(id, { text, settled: typed.get(id)?.settled ?? null, left: false, refusal: null }),
		settle: (id) => put(id, settled(id, false, null)),
		leave(id) {
			const before = typed.get(id);
			if (before && before.text !== null) {
				put(id, settled(id, true, before.refusal));
			}
		},
		leaveAll(ids) {
			ids.forEach((id) => typed.set(id, settled(id, true, typed.get(id)?.refusal ?? null)));
			tell(ids);
		},
		refuse: (id, refusal) => put(id, settled(id, true, refusal)),
		forget(saved) {
			const ids = Object.keys(saved).filter((id) => typed.get(id)?.text === saved[id]);
			ids.forEach((id) => typed.delete(id));
			tell(ids);
		},
		touched: () => typed.entries(),
		subscribe(id, listener) {
			const group = listeners.get(id) ?? new Set();
			listeners.set(id, group.add(listener));
			return () => group.delete(listener);
		},
		subscribeAll(listener) {
			everywhere.add(listener);
			return () => everywhere.delete(listener);
		},
	};
}
