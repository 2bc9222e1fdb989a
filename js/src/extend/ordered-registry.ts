/** What the registries of steps, fields, checks and cards have in common: ids, order, refusals, and whom to tell. */
import { inOrder, neighbourOf, type Placed } from './in-order';

export type { Placed };

/** Something that was not taken, or that failed later. It never takes the wizard down. */
export interface Refused<Code extends string> {
	readonly code: Code;
	readonly id: string;
}

export interface OrderedRegistry<Registration, Entry, Code extends string, Addition = never> {
	/** Takes a registration, or says why not. A refused one leaves everything as it was. */
	readonly register: (registration: Registration | Addition) => Refused<Code> | null;
	/** The same for what PHP has declared: a script may join what only a script can bring, once. */
	readonly declare: (registration: Registration) => Refused<Code> | null;
	/** The entries in their order. The same array until something is registered. */
	readonly list: () => readonly Entry[];
	/** What was refused, has failed, or stands at the end because its neighbour does not exist. */
	readonly problems: () => readonly Refused<Code>[];
	/** Notes that a part has failed while it was in use; once, however often it does. */
	readonly report: (code: Code, id: string) => void;
	/** Calls back after each change of the list; the answer ends that. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Calls back, a moment later, after something was refused or has failed. */
	readonly watchProblems: (listener: () => void) => () => void;
}

export interface Kind<Registration extends Placed, Entry, Code extends string, Addition> {
	/** What a registration is that says nothing usable. */
	readonly incomplete: Code;
	readonly neighbourUnknown: Code;
	/** Why it cannot be taken beside the present ones; null when it can. */
	readonly problemOf: (registration: Registration, present: ReadonlyMap<string, Registration>) => Code | null;
	/** What a declaration becomes with what a script joins to it; without this nothing can be joined. */
	readonly join?: (declared: Registration, given: Addition) => Registration;
	/** The entry with its defaults filled in. `report` is for what fails later on. */
	readonly entryOf: (registration: Registration, report: (code: Code) => void) => Entry;
}

export function createOrderedRegistry<Registration extends Placed, Entry, Code extends string, Addition extends Placed = never>(
	kind: Kind<Registration, Entry, Code, Addition>,
): OrderedRegistry<Registration, Entry, Code, Addition> {
	const registered = new Map<string, Registration>();
	const joinable = new Set<string>();
	const entries = new Map<string, Entry>();
	const problems = new Map<string, Refused<Code>>();
	const listeners = new Set<() => void>();
	const watchers = new Set<() => void>();
	let ordered: readonly Entry[] | null = [];

	const report = (code: Code, id: string): Refused<Code> => {
		const key = `${code} ${id}`;
		const problem = problems.get(key) ?? { code, id };
		if (!problems.has(key)) {
			problems.set(key, problem);
			// Functions fail while something is drawn, and nobody may be told then.
			queueMicrotask(() => watchers.forEach((watcher) => watcher()));
		}
		return problem;
	};

	const take = (registration: Registration): null => {
		const { id } = registration;
		registered.set(id, registration);
		entries.set(id, kind.entryOf(registration, (failure) => void report(failure, id)));
		ordered = null;
		listeners.forEach((listener) => listener());
		return null;
	};

	const register = (handedOver: Registration | Addition): Refused<Code> | null => {
		const given = copyOf(handedOver);
		if (!given) {
			return report(kind.incomplete, '');
		}
		const declared = joinable.has(given.id) ? registered.get(given.id) : undefined;
		if (declared && kind.join) {
			joinable.delete(given.id);
			return take(kind.join(declared, given as Addition));
		}
		// Scripts may hand over anything: what is missing, `problemOf` says.
		const registration = given as Registration;
		const code = kind.problemOf(registration, registered);
		return code === null ? take(registration) : report(code, shortId(registration.id));
	};

	const misplaced = (): Refused<Code>[] =>
		[...registered.values()]
			.filter((placed) => !registered.has(neighbourOf(placed) ?? placed.id))
			.map(({ id }) => ({ code: kind.neighbourUnknown, id }));

	return {
		register,
		declare(registration) {
			const refused = register(registration);
			if (refused === null) {
				joinable.add(registration.id);
			}
			return refused;
		},
		list: () => (ordered ??= inOrder([...registered.values()]).flatMap(({ id }) => entries.get(id) ?? [])),
		problems: () => [...problems.values(), ...misplaced()],
		report: (code, id) => void report(code, id),
		subscribe: (listener) => entered(listeners, listener),
		watchProblems: (watcher) => entered(watchers, watcher),
	};
}

/** What a script hands over is read once, so that it is the same thing for as long as the page is open. */
function copyOf<T extends object>(given: T): T | null {
	try {
		return typeof given === 'object' && given !== null ? { ...given } : null;
	} catch {
		return null;
	}
}

/** Long enough to find it by. */
const LONGEST_ID = 80;

export const shortId = (id: unknown): string => (typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, LONGEST_ID) : '');

function entered(group: Set<() => void>, member: () => void): () => void {
	group.add(member);
	return () => group.delete(member);
}
