/** What the core says about the form as it would be saved, and what of it is shown now. */
import type { Verdict } from '../../../core/door';
import type { Core } from '../../../core/load';
import { FIELDS } from '../../../generated/contract';
import type { Fields } from '../../../setup';
import { asksForSecret, isAskedFor, isSecret, KEY_FIELDS, type FieldState, type FormState, type KeyFieldId } from './form-state';

export type Verdicts = Readonly<Record<KeyFieldId, Verdict | null>>;

/** `today` is `YYYY-MM-DD`. Null for a field that is not asked for, or is locked. */
export function judgeForm(state: FormState, stored: Fields, core: Core, today: string): Verdicts {
	const text = (id: KeyFieldId): string => state.fields[id].settled;
	// A secret is nobody's context: it is compared with nothing.
	const context = { client_id: text('client_id'), tenant_id: text('tenant_id'), username: text('username') };
	const judge = (id: KeyFieldId): Verdict | null => {
		if (isSecret(id)) {
			if (!asksForSecret(state, stored, id)) {
				return null;
			}
			// Signing in by password needs one, though the field itself may be empty.
			return text(id) === '' && !FIELDS[id].required
				? { level: 'error', code: 'value_required', params: {} }
				: core.validateField(id, text(id), context);
		}
		if (stored[id].locked || !isAskedFor(state, id)) {
			return null;
		}
		const verdict = core.validateField(id, text(id), context);
		return id === 'client_secret_expires_on' && verdict.level !== 'error' ? core.checkExpiry(text(id), today).verdict : verdict;
	};
	return Object.fromEntries(KEY_FIELDS.map((id) => [id, judge(id)])) as Record<KeyFieldId, Verdict | null>;
}

/** Calm while typing: what is wrong is said once the field was left, what is right at once. */
export function isShown(field: FieldState, verdict: Verdict): boolean {
	if (field.settled === '' && !field.left) {
		return false;
	}
	return field.left || verdict.level === 'ok' || verdict.level === 'hint';
}
