/** What PHP has declared and a script completes: the declaration counts, and the script brings what only it can bring. */

/** Id, component, and those of `Brought`; to name anything else of a registration is a mistake. */
export type Addition<Registration extends { readonly id: string; readonly component?: unknown }, Brought extends keyof Registration> = {
	readonly id: string;
	readonly component: NonNullable<Registration['component']>;
} & Partial<Pick<Registration, Brought>> & { readonly [Name in Exclude<keyof Registration, 'id' | 'component' | Brought>]?: never };

/** The declaration with the given parts of the addition, where it has them. */
export function joined<Registration extends object, Name extends keyof Registration>(
	declared: Registration,
	given: Partial<Pick<Registration, Name>>,
	names: readonly Name[],
): Registration {
	const brought = Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
	return { ...declared, ...brought };
}
