/** Plain values that were typed and not saved yet: kept in this tab, so that a reload loses none of them. Never a secret. */
import { isSecret, KEY_FIELDS, type KeyFieldId } from './form-state';

const KEY = 'wkpbic_typed_keys';

export type Draft = Readonly<Partial<Record<KeyFieldId, string>>>;

const PLAIN = KEY_FIELDS.filter((id) => !isSecret(id));

export function readDraft(): Draft {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
		const texts = Object.entries(typeof kept === 'object' && kept !== null ? kept : {});
		return Object.fromEntries(texts.filter(([id, text]) => PLAIN.some((plain) => plain === id) && typeof text === 'string'));
	} catch {
		return {};
	}
}

/** What differs from the stored values now; nothing is kept where nothing does. */
export function keepDraft(changes: Draft): void {
	try {
		const plain = Object.fromEntries(PLAIN.filter((id) => changes[id] !== undefined).map((id) => [id, changes[id]]));
		if (Object.keys(plain).length === 0) {
			sessionStorage.removeItem(KEY);
		} else {
			sessionStorage.setItem(KEY, JSON.stringify(plain));
		}
	} catch {
		// A browser that keeps nothing: it asks before the page is left.
	}
}
