/**
 * What was found in a pasted text, on its way into the form: which values are to be taken, and for which field. A value
 * that only a person can place is taken only once they have placed it.
 */
import type { FieldId, Pasted } from '../../../core/door';
import { isSecret, KEY_FIELDS, type KeyFieldId } from '../fields/form-state';

/** A value that may be taken. */
export interface Candidate {
	readonly id: number;
	/** The fields that it may belong to; one where the text itself says so. */
	readonly fields: readonly KeyFieldId[];
	readonly value: string;
	/** How sure it is; `asked` where a person has to place it. */
	readonly sure: 'certain' | 'likely' | 'possible' | 'asked';
	readonly place: Place;
}

/** Where a value stands in the text. */
export interface Place {
	/** Counted from 1. */
	readonly line: number;
	/** What stands before it, shortened; null where showing it might show a secret. */
	readonly before: string | null;
}

/** For which field each candidate is taken; null for "leave it out". */
export type Choices = ReadonlyMap<number, KeyFieldId | null>;

/** Most characters of it that are shown. */
const BEFORE_CHARACTERS = 40;
/** How far a secret may stand before a value and still be in what is shown of the text. */
const NEAR = 200;

export function candidatesOf(pasted: Pasted, text: string): readonly Candidate[] {
	const characters = [...text];
	// Whatever stands beside a password that was recognised but not located is not shown.
	const hidesAll = pasted.notes.some(({ code }) => code === 'pasted_password');
	const secrets = [
		...pasted.found.filter(({ field }) => field === 'client_secret'),
		...pasted.ambiguous.filter(({ field_candidates }) => field_candidates.includes('client_secret')),
	];
	const placeOf = (start: number): Place => ({
		line: characters.slice(0, start).filter((character) => character === '\n').length + 1,
		before: hidesAll || secrets.some(({ end }) => end <= start && end > start - NEAR) ? null : wordsBefore(characters, start),
	});
	const found = pasted.found.map(({ field, value, confidence, start }) => ({
		fields: keyFields([field]),
		value,
		sure: confidence,
		place: placeOf(start),
	}));
	const asked = pasted.ambiguous.flatMap(({ field_candidates, value, start }) =>
		value === undefined ? [] : [{ fields: keyFields(field_candidates), value, sure: 'asked' as const, place: placeOf(start) }],
	);
	return [...found, ...asked].filter(({ fields }) => fields.length > 0).map((candidate, id) => ({ ...candidate, id }));
}

/** Taken from the start is what the text itself names; a secret only where it is certain. */
export function firstChoices(candidates: readonly Candidate[], isLocked: (field: KeyFieldId) => boolean): Choices {
	return new Map(
		candidates.map(({ id, fields, sure }) => {
			const [field] = fields;
			const taken = field !== undefined && !isLocked(field) && (sure === 'certain' || (sure === 'likely' && !isSecret(field)));
			return [id, taken ? field : null];
		}),
	);
}

/** A field takes one value: choosing another one for it leaves the first out. */
export function choose(choices: Choices, id: number, field: KeyFieldId | null): Choices {
	const others = [...choices].map(([other, taken]): [number, KeyFieldId | null] => [other, taken === field ? null : taken]);
	return new Map([...others, [id, field]]);
}

export function takenValues(candidates: readonly Candidate[], choices: Choices): Partial<Record<KeyFieldId, string>> {
	return Object.fromEntries(
		candidates.flatMap(({ id, value }) => {
			const field = choices.get(id);
			return field ? [[field, value]] : [];
		}),
	);
}

function keyFields(fields: readonly FieldId[]): readonly KeyFieldId[] {
	return KEY_FIELDS.filter((field) => fields.includes(field));
}

/** The label, most likely: what stands before the value in its line, or else the line above. */
function wordsBefore(characters: readonly string[], start: number): string {
	const lines = characters.slice(0, start).join('').split(/[\r\n]+/);
	const line = bare(lines.pop() ?? '');
	const meant = line === '' ? bare(lines.pop() ?? '') : line;
	const shown = [...meant];
	return shown.length > BEFORE_CHARACTERS ? `…${shown.slice(-BEFORE_CHARACTERS).join('')}` : meant;
}

/** Without the signs that part a label from its value. */
function bare(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/^[\s"'`,{[]+|[\s"'`:=]+$/g, '');
}
