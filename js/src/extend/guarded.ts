/** Calls of functions that somebody else wrote: whatever they do, the wizard gets what it expects. */

/** Gives the value where it is of the expected kind, else undefined. */
export type Expected<T> = (value: unknown) => T | undefined;

export const aText: Expected<string> = (value) => (typeof value === 'string' ? value : undefined);

/** Whatever counts as true in a condition. */
export const aFlag: Expected<boolean> = Boolean;

/** Where the function throws, or gives something of another kind, that is reported and the fallback stands in. */
export function guarded<Arguments extends readonly unknown[], Answer>(
	call: (...given: Arguments) => unknown,
	expected: Expected<Answer>,
	fallback: Answer,
	report: () => void,
): (...given: Arguments) => Answer {
	return (...given) => {
		try {
			const answer = expected(call(...given));
			if (answer !== undefined) {
				return answer;
			}
		} catch {
			// Reported below, like an answer of the wrong kind.
		}
		report();
		return fallback;
	};
}

/** The list, or an empty one where there is something else. */
export function aList<T>(value: readonly T[] | undefined): readonly T[] {
	const given: unknown = value;
	return value !== undefined && Array.isArray(given) ? value : [];
}
