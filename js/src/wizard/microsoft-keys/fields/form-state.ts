/**
 * The form of step 2 as plain data: what is typed, what has been left, what the server refused. It decides when a
 * verdict is shown; what the verdict is, the core decides.
 */
import type { MessageParams } from '../../../messages';
import type { FieldId } from '../../../core/door';
import type { Fields, SecretFieldId } from '../../../setup';

/** The fields of this step, in their order on the screen. */
export const KEY_FIELDS = [
	'client_id',
	'tenant_id',
	'client_secret',
	'client_secret_expires_on',
	'username',
	'cloud',
	'sign_in_method',
	'password',
] as const satisfies readonly FieldId[];
export type KeyFieldId = (typeof KEY_FIELDS)[number];

export const isSecret = (id: KeyFieldId): id is SecretFieldId => id === 'client_secret' || id === 'password';

/** What the server had against a value: its code, and its sentence should the code be unknown here. */
export interface Refusal {
	readonly code: string;
	readonly params: MessageParams;
	readonly sentence: string;
}

export interface FieldState {
	readonly text: string;
	/** The text of 150 milliseconds ago, or of the moment the field was left. Verdicts are about this one. */
	readonly settled: string;
	/** Something was typed, so an empty field is no longer just "not yet". */
	readonly typed: boolean;
	/** The field was left, or saving was asked for: errors are shown until typing goes on. */
	readonly left: boolean;
	/** Blanks or invisible characters at the ends were removed from this text. */
	readonly tidied: boolean;
	readonly refusal: Refusal | null;
}

export interface FormState {
	readonly fields: Readonly<Record<KeyFieldId, FieldState>>;
	/** The stored secrets that are to be replaced by what is typed. */
	readonly replacing: Readonly<Record<SecretFieldId, boolean>>;
}

export type FormAction =
	| { readonly type: 'typed'; readonly field: KeyFieldId; readonly text: string; readonly tidied?: boolean }
	| { readonly type: 'settled' }
	| { readonly type: 'left'; readonly field: KeyFieldId; readonly tidy: string }
	| { readonly type: 'taken'; readonly values: Readonly<Partial<Record<KeyFieldId, string>>> }
	| { readonly type: 'checked_all' }
	| { readonly type: 'refused'; readonly field: KeyFieldId; readonly refusal: Refusal }
	| { readonly type: 'replacing'; readonly field: SecretFieldId; readonly replacing: boolean }
	| { readonly type: 'saved'; readonly fields: Fields };

const fieldWith = (text: string): FieldState => ({
	text,
	settled: text,
	typed: false,
	left: text !== '',
	tidied: false,
	refusal: null,
});

export function initialForm(stored: Fields): FormState {
	return {
		fields: ofEach((id) => fieldWith(storedText(stored, id))),
		replacing: { client_secret: false, password: false },
	};
}

export function reduceForm(state: FormState, action: FormAction): FormState {
	switch (action.type) {
		case 'typed':
			return change(state, action.field, {
				text: action.text,
				typed: true,
				left: false,
				tidied: action.tidied ?? false,
				refusal: null,
			});
		case 'settled':
			return everyField(state, (field) => (field.settled === field.text ? field : { ...field, settled: field.text }));
		case 'left': {
			const before = state.fields[action.field];
			const cut = action.tidy !== before.text;
			return change(state, action.field, {
				text: action.tidy,
				settled: action.tidy,
				left: before.left || before.typed,
				tidied: before.tidied || cut,
			});
		}
		case 'taken': {
			const { values } = action;
			const replaces = (id: SecretFieldId): boolean => state.replacing[id] || values[id] !== undefined;
			return {
				fields: ofEach((id) => {
					const text = values[id];
					return text === undefined ? state.fields[id] : { ...fieldWith(text), typed: true, left: true };
				}),
				replacing: { client_secret: replaces('client_secret'), password: replaces('password') },
			};
		}
		case 'checked_all':
			return everyField(state, (field) => ({ ...field, settled: field.text, left: true, typed: true }));
		case 'refused':
			return change(state, action.field, { refusal: action.refusal, left: true, typed: true });
		case 'replacing':
			return {
				...change(state, action.field, fieldWith('')),
				replacing: { ...state.replacing, [action.field]: action.replacing },
			};
		case 'saved':
			return initialForm(action.fields);
	}
}

/** The value that the site has; empty for a secret, which never comes back. */
export function storedText(stored: Fields, id: KeyFieldId): string {
	return isSecret(id) ? '' : stored[id].value;
}

/** The values that differ from what is stored; nothing else is sent. */
export function changedFields(state: FormState, stored: Fields): Partial<Record<KeyFieldId, string>> {
	const changed: Partial<Record<KeyFieldId, string>> = {};
	for (const id of KEY_FIELDS) {
		const { text } = state.fields[id];
		if (!stored[id].locked && isAskedFor(state, id) && text !== storedText(stored, id)) {
			changed[id] = text;
		}
	}
	return changed;
}

/** Whether a field is part of the form for the chosen sign-in method. */
export function isAskedFor(state: FormState, id: KeyFieldId): boolean {
	const method = state.fields.sign_in_method.text;
	switch (id) {
		case 'password':
			return method === 'ropc';
		case 'username':
			return method !== 'service_principal';
		default:
			return true;
	}
}

/** Whether a secret's input is on the screen, rather than the note that one is stored. */
export function asksForSecret(state: FormState, stored: Fields, id: SecretFieldId): boolean {
	return !stored[id].locked && isAskedFor(state, id) && (!stored[id].has_value || state.replacing[id]);
}

function ofEach(make: (id: KeyFieldId) => FieldState): Record<KeyFieldId, FieldState> {
	return Object.fromEntries(KEY_FIELDS.map((id) => [id, make(id)])) as Record<KeyFieldId, FieldState>;
}

function change(state: FormState, id: KeyFieldId, part: Partial<FieldState>): FormState {
	return { ...state, fields: { ...state.fields, [id]: { ...state.fields[id], ...part } } };
}

function everyField(state: FormState, update: (field: FieldState) => FieldState): FormState {
	return { ...state, fields: ofEach((id) => update(state.fields[id])) };
}
