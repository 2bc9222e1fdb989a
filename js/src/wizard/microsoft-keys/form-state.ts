/**
 * The form of step 2 as plain data: what is typed, what has been left, what the server refused. It decides when a
 * verdict is shown; what the verdict is, the core decides.
 */
import type { FieldId, Verdict } from '../../core/door';
import type { Core } from '../../core/load';
import type { MessageParams } from '../../messages';
import type { Fields } from '../../setup';

/** The fields of this step, in their order on the screen. */
export const KEY_FIELDS = ['client_id', 'tenant_id', 'client_secret', 'username'] as const satisfies readonly FieldId[];
export type KeyFieldId = (typeof KEY_FIELDS)[number];

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
	/** The stored secret is to be replaced by what is typed. */
	readonly replacing: boolean;
}

export type FormAction =
	| { readonly type: 'typed'; readonly field: KeyFieldId; readonly text: string; readonly tidied?: boolean }
	| { readonly type: 'settled' }
	| { readonly type: 'left'; readonly field: KeyFieldId; readonly tidy: string }
	| { readonly type: 'checked_all' }
	| { readonly type: 'refused'; readonly field: KeyFieldId; readonly refusal: Refusal }
	| { readonly type: 'replacing'; readonly replacing: boolean }
	| { readonly type: 'saved'; readonly fields: Fields };

export function initialForm(fields: Fields): FormState {
	const of = (text: string): FieldState => ({
		text,
		settled: text,
		typed: false,
		left: text !== '',
		tidied: false,
		refusal: null,
	});
	return {
		fields: {
			client_id: of(fields.client_id.value),
			tenant_id: of(fields.tenant_id.value),
			client_secret: of(''),
			username: of(fields.username.value),
		},
		replacing: false,
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
		case 'checked_all':
			return everyField(state, (field) => ({ ...field, settled: field.text, left: true, typed: true }));
		case 'refused':
			return change(state, action.field, { refusal: action.refusal, left: true, typed: true });
		case 'replacing':
			return {
				...change(state, 'client_secret', { text: '', settled: '', typed: false, left: false, tidied: false, refusal: null }),
				replacing: action.replacing,
			};
		case 'saved':
			return initialForm(action.fields);
	}
}

/** The values that differ from what is stored; nothing else is sent. */
export function changedFields(state: FormState, stored: Fields): Partial<Record<KeyFieldId, string>> {
	const changed: Partial<Record<KeyFieldId, string>> = {};
	for (const id of KEY_FIELDS) {
		const { text } = state.fields[id];
		const before = id === 'client_secret' ? '' : stored[id].value;
		if (!stored[id].locked && text !== before) {
			changed[id] = text;
		}
	}
	return changed;
}

/** Whether the secret's input is on the screen, rather than the note that one is stored. */
export function asksForSecret(state: FormState, stored: Fields): boolean {
	return !stored.client_secret.locked && (!stored.client_secret.has_value || state.replacing);
}

/** The core's verdict on each field, as it would be saved. */
export function judgeForm(state: FormState, stored: Fields, core: Core): Readonly<Record<KeyFieldId, Verdict | null>> {
	const text = (id: KeyFieldId): string => state.fields[id].settled;
	// The secret is nobody's context: it is compared with nothing.
	const context = { client_id: text('client_id'), tenant_id: text('tenant_id'), username: text('username') };
	const judge = (id: KeyFieldId): Verdict | null => {
		const asked = id === 'client_secret' ? asksForSecret(state, stored) : !stored[id].locked;
		return asked ? core.validateField(id, text(id), context) : null;
	};
	return {
		client_id: judge('client_id'),
		tenant_id: judge('tenant_id'),
		client_secret: judge('client_secret'),
		username: judge('username'),
	};
}

/** Calm while typing: what is wrong is said once the field was left, what is right at once. */
export function isShown(field: FieldState, verdict: Verdict): boolean {
	if (field.settled === '' && !field.left) {
		return false;
	}
	return field.left || verdict.level === 'ok' || verdict.level === 'hint';
}

function change(state: FormState, id: KeyFieldId, part: Partial<FieldState>): FormState {
	return { ...state, fields: { ...state.fields, [id]: { ...state.fields[id], ...part } } };
}

function everyField(state: FormState, update: (field: FieldState) => FieldState): FormState {
	const { client_id, tenant_id, client_secret, username } = state.fields;
	const fields = {
		client_id: update(client_id),
		tenant_id: update(tenant_id),
		client_secret: update(client_secret),
		username: update(username),
	};
	return { ...state, fields };
}
