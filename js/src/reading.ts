/**
 * Typed reading of data that came from outside: each reader either gives a value of the promised shape or throws with
 * the path of the first thing that is not as promised. Unknown extra keys are ignored, so an older page survives a
 * newer server.
 */

export class UnreadableError extends Error {
	constructor(
		readonly path: string,
		expected: string,
	) {
		super(`${path}: expected ${expected}`);
		this.name = 'UnreadableError';
	}
}

/** Turns an unknown value into a `T`; `path` is for the error. */
export type Reader<T> = (value: unknown, path: string) => T;

export const text: Reader<string> = (value, path) => {
	if (typeof value !== 'string') {
		throw new UnreadableError(path, 'a text');
	}
	return value;
};

export const number: Reader<number> = (value, path) => {
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		throw new UnreadableError(path, 'a number');
	}
	return value;
};

export const flag: Reader<boolean> = (value, path) => {
	if (typeof value !== 'boolean') {
		throw new UnreadableError(path, 'true or false');
	}
	return value;
};

export const textOrNumber: Reader<string | number> = (value, path) =>
	typeof value === 'number' ? number(value, path) : text(value, path);

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
	return (value, path) => (value === null || value === undefined ? null : reader(value, path));
}

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
	return (value, path) => {
		const found = values.find((candidate) => candidate === value);
		if (found === undefined) {
			throw new UnreadableError(path, `one of ${values.join(', ')}`);
		}
		return found;
	};
}

export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
	return (value, path) => {
		if (!Array.isArray(value)) {
			throw new UnreadableError(path, 'a list');
		}
		return value.map((item, index) => reader(item, `${path}[${index}]`));
	};
}

/** An object with any keys. PHP prints an empty one as `[]`, which means the same here. */
export function mapOf<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
	return (value, path) => {
		const entries = Object.entries(record(value, path));
		return Object.fromEntries(entries.map(([key, item]) => [key, reader(item, `${path}.${key}`)]));
	};
}

/** An object with the given keys. */
export function shape<T extends object>(readers: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
	return (value, path) => {
		const source = record(value, path);
		const keys = Object.keys(readers) as (keyof T & string)[];
		return Object.fromEntries(keys.map((key) => [key, readers[key](source[key], `${path}.${key}`)])) as T;
	};
}

/** An object that may lack any of the given keys. */
export function part<T extends object>(readers: { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> }): Reader<T> {
	return (value, path) => {
		const source = record(value, path);
		const keys = (Object.keys(readers) as (keyof T & string)[]).filter((key) => source[key] !== undefined);
		return Object.fromEntries(keys.map((key) => [key, readers[key](source[key], `${path}.${key}`)])) as T;
	};
}

/** The same, and nobody who is handed it can change it: scripts of other plugins see it too. */
export function frozen<T>(reader: Reader<T>): Reader<T> {
	return (value, path) => deepFrozen(reader(value, path));
}

function deepFrozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.values(value).forEach(deepFrozen);
		Object.freeze(value);
	}
	return value;
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
	if (Array.isArray(value) && value.length === 0) {
		return {};
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new UnreadableError(path, 'an object');
	}
	return value as Readonly<Record<string, unknown>>;
}
