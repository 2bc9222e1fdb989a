/** Brings registered parts into the order that they ask for. The cost is one visit a part, however many there are. */

/** What every registration says about itself. */
export interface Placed {
	/** Lower-case words joined by `-` or `_`; plugins put their name and a slash in front: `my-plugin/warehouse`. */
	readonly id: string;
	/** Stands right after this one, or right before it; without either, at the end. */
	readonly after?: string;
	readonly before?: string;
}

/** The id of the part beside which one wants to stand; undefined for “at the end”. `after` wins over `before`. */
export const neighbourOf = (placed: Placed): string | undefined => placed.after ?? placed.before;

interface Waiting<T> {
	readonly before: T[];
	readonly after: T[];
}

/**
 * Those without a neighbour keep the order in which they came; the others are put beside the one they name, however
 * late that one came, and line up in the order in which they came. A neighbour that does not exist, or a circle, means
 * the end of the list.
 */
export function inOrder<T extends Placed>(all: readonly T[]): readonly T[] {
	const known = new Set(all.map(({ id }) => id));
	const beside = new Map<string, Waiting<T>>();
	const free: T[] = [];
	const lost: T[] = [];
	for (const entry of all) {
		const neighbour = neighbourOf(entry);
		if (neighbour === undefined) {
			free.push(entry);
		} else if (!known.has(neighbour)) {
			lost.push(entry);
		} else {
			const waiting = beside.get(neighbour) ?? { before: [], after: [] };
			waiting[entry.after === undefined ? 'before' : 'after'].push(entry);
			beside.set(neighbour, waiting);
		}
	}

	const placed = new Set<T>();
	// A stack of what is still to come, last first: chains may be longer than calls may be deep.
	const place = (root: T): void => {
		const pending: { readonly entry: T; readonly open: boolean }[] = [{ entry: root, open: false }];
		for (let next = pending.pop(); next; next = pending.pop()) {
			const waiting = beside.get(next.entry.id);
			if (next.open || !waiting) {
				placed.add(next.entry);
				continue;
			}
			pending.push(...closed(waiting.after).reverse(), { entry: next.entry, open: true }, ...closed(waiting.before).reverse());
		}
	};
	const closed = (entries: readonly T[]): { readonly entry: T; readonly open: boolean }[] =>
		entries.map((entry) => ({ entry, open: false }));

	[...free, ...lost].forEach(place);
	// What is left goes round in circles.
	all.forEach((entry) => placed.add(entry));
	return [...placed];
}
