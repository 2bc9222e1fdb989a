/** What the registries of steps, fields, checks and cards have in common: ids, order, refusals, and whom to tell. */

/** What every registration says about itself. */
export interface Placed {
	/** Lower-case words joined by `-`; plugins put their name and a slash in front: `my-plugin/warehouse`. */
	readonly id: string;
	/** Stands right after this one, or right before it; without either, at the end. */
	readonly after?: string;
	readonly before?: string;
}

/** Something that was not taken, or that failed later. It never takes the wizard down. */
export interface Refused<Code extends string> {
	readonly code: Code;
	readonly id: string;
}

export interface OrderedRegistry<Registration, Entry, Code extends string> {
	/** Takes a registration, or says why not. A refused one leaves everything as it was. */
	readonly register: (registration: Registration) => Refused<Code> | null;
	/** The entries in their order. The same array until something is registered. */
	readonly list: () => readonly Entry[];
	/** What was refused or has failed, for reports. */
	readonly problems: () => readonly Refused<Code>[];
	/** Calls back after each change; the answer ends that. */
	readonly subscribe: (listener: () => void) => () => void;
}

export interface Kind<Registration extends Placed, Entry, Code extends string> {
	/** Why it cannot be taken beside the present ones; null when it can. */
	readonly problemOf: (registration: Registration, present: readonly Registration[]) => Code | null;
	/** The entry with its defaults filled in. `report` is for what fails later on. */
	readonly entryOf: (registration: Registration, report: (code: Code) => void) => Entry;
}

export function createOrderedRegistry<Registration extends Placed, Entry, Code extends string>(
	kind: Kind<Registration, Entry, Code>,
): OrderedRegistry<Registration, Entry, Code> {
	const registered: Registration[] = [];
	const entries = new Map<string, Entry>();
	const problems: Refused<Code>[] = [];
	const listeners = new Set<() => void>();
	let ordered: readonly Entry[] = [];

	const report = (code: Code, id: string): Refused<Code> => {
		const known = problems.find((problem) => problem.code === code && problem.id === id);
		const problem = known ?? { code, id };
		if (!known) {
			problems.push(problem);
		}
		return problem;
	};

	return {
		register(registration) {
			const code = kind.problemOf(registration, registered);
			if (code !== null) {
				return report(code, String(registration.id));
			}
			const { id } = registration;
			registered.push(registration);
			entries.set(id, kind.entryOf(registration, (failure) => void report(failure, id)));
			ordered = inOrder(registered).flatMap((placed) => entries.get(placed.id) ?? []);
			listeners.forEach((listener) => listener());
			return null;
		},
		list: () => ordered,
		problems: () => problems,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** Wraps a function that somebody else wrote: where it throws, its failure is reported and the fallback stands in. */
export function guarded<Arguments extends readonly unknown[], Answer>(
	call: (...given: Arguments) => Answer,
	fallback: Answer,
	report: () => void,
): (...given: Arguments) => Answer {
	return (...given) => {
		try {
			return call(...given);
		} catch {
			report();
			return fallback;
		}
	};
}

/**
 * Those without a neighbour keep the order in which they came; the others are put beside the one they name, however
 * late that one came. A neighbour that does not exist, or a circle, means the end of the list.
 */
function inOrder<T extends Placed>(all: readonly T[]): T[] {
	const placed: T[] = all.filter((entry) => entry.after === undefined && entry.before === undefined);
	let waiting = all.filter((entry) => !placed.includes(entry));
	while (waiting.length > 0) {
		const left = waiting.filter((entry) => !placeBeside(placed, entry));
		if (left.length === waiting.length) {
			return [...placed, ...left];
		}
		waiting = left;
	}
	return placed;
}

function placeBeside<T extends Placed>(placed: T[], entry: T): boolean {
	const neighbour = placed.findIndex((other) => other.id === (entry.after ?? entry.before));
	if (neighbour < 0) {
		return false;
	}
	if (entry.after === undefined) {
		placed.splice(neighbour, 0, entry);
		return true;
	}
	// Behind those that came earlier and asked for the same neighbour.
	let position = neighbour + 1;
	while (placed[position]?.after === entry.after) {
		position += 1;
	}
	placed.splice(position, 0, entry);
	return true;
}
