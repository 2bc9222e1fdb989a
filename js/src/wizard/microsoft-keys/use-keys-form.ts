/** The form of step 2 at work: timers, verdicts, saving. The typed secret lives here, in component state only. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Verdict } from '../../core/door';
import type { Wizard } from '../../extend';
import { RestFailure } from '../../rest/failure';
import { failureText } from '../shared/failure-text';
import { MICROSOFT_KEYS, SIGN_IN } from '../step-ids';
import {
	asksForSecret,
	changedFields,
	initialForm,
	isShown,
	judgeForm,
	KEY_FIELDS,
	reduceForm,
	type FormState,
	type KeyFieldId,
} from './form-state';

/** A verdict appears this long after the last keystroke, in milliseconds. */
export const SETTLE_TIME = 150;

export interface KeysForm {
	readonly state: FormState;
	/** The verdict to show for a field now, or null for calm. */
	readonly verdictOf: (field: KeyFieldId) => Verdict | null;
	readonly type: (field: KeyFieldId, text: string) => void;
	/** Tells that the next change of this field comes from the clipboard. */
	readonly paste: (field: KeyFieldId) => void;
	readonly leave: (field: KeyFieldId) => void;
	readonly replaceSecret: (replacing: boolean) => void;
	readonly save: () => Promise<void>;
	readonly saving: boolean;
	/** Whether saving would change anything. */
	readonly changed: boolean;
	/** What stopped the last saving, where it is about no single field. */
	readonly failure: string | null;
	/** For the `ref` of a field's input, so that focus can go there. */
	readonly inputRef: (field: KeyFieldId) => (input: HTMLInputElement | null) => void;
	readonly inputOf: (field: KeyFieldId) => HTMLInputElement | null;
}

export function useKeysForm(wizard: Wizard): KeysForm {
	const { setup, core, messageFor, setUnsaved, announce } = wizard;
	const stored = setup.fields;
	const [state, dispatch] = useReducer(reduceForm, stored, initialForm);
	const [saving, setSaving] = useState(false);
	const [failure, setFailure] = useState<string | null>(null);
	const [focusOn, setFocusOn] = useState<{ readonly field: KeyFieldId } | null>(null);
	const inputs = useRef<Partial<Record<KeyFieldId, HTMLInputElement>>>({});
	const pasted = useRef<KeyFieldId | null>(null);

	const waiting = KEY_FIELDS.some((id) => state.fields[id].text !== state.fields[id].settled);
	const texts = KEY_FIELDS.map((id) => state.fields[id].text).join('\n');
	useEffect(() => {
		if (!waiting) {
			return undefined;
		}
		const timer = setTimeout(() => dispatch({ type: 'settled' }), SETTLE_TIME);
		return () => clearTimeout(timer);
	}, [waiting, texts]);

	const verdicts = useMemo(
		() => (core.status === 'ready' ? judgeForm(state, stored, core.api) : null),
		[state, stored, core],
	);
	const verdictOf = (field: KeyFieldId): Verdict | null => {
		const verdict = verdicts?.[field] ?? null;
		return verdict && isShown(state.fields[field], verdict) ? verdict : null;
	};

	const changes = changedFields(state, stored);
	const changed = Object.keys(changes).length > 0;
	useEffect(() => setUnsaved(MICROSOFT_KEYS, changed), [setUnsaved, changed]);

	// Focus moves after the sentence is in the page, so that both are read together.
	useEffect(() => {
		if (focusOn) {
			inputs.current[focusOn.field]?.focus();
		}
	}, [focusOn]);

	const tidy = (field: KeyFieldId, text: string): string =>
		core.status === 'ready' ? core.api.tidyField(field, text) : text;

	const type = (field: KeyFieldId, text: string): void => {
		const clean = pasted.current === field ? tidy(field, text) : text;
		pasted.current = null;
		dispatch({ type: 'typed', field, text: clean, tidied: clean !== text });
	};

	const save = async (): Promise<void> => {
		setFailure(null);
		if (!changed && (stored.client_secret.has_value || !asksForSecret(state, stored))) {
			wizard.goTo(SIGN_IN);
			return;
		}
		dispatch({ type: 'checked_all' });
		const now = reduceForm(state, { type: 'checked_all' });
		const judged = core.status === 'ready' ? judgeForm(now, stored, core.api) : null;
		const wrong = KEY_FIELDS.find((id) => judged?.[id]?.level === 'error');
		if (wrong !== undefined) {
			setFocusOn({ field: wrong });
			return;
		}
		setSaving(true);
		try {
			const after = await wizard.rest.saveFields(changes);
			dispatch({ type: 'saved', fields: after.fields });
			setUnsaved(MICROSOFT_KEYS, false);
			wizard.replaceSetup(after);
			announce(__('Your keys are saved.', 'wkpbic'));
			wizard.goTo(SIGN_IN);
		} catch (reason) {
			const field = KEY_FIELDS.find((id) => reason instanceof RestFailure && reason.field === id);
			if (field !== undefined && reason instanceof RestFailure) {
				const { code, params, sentence } = reason;
				dispatch({ type: 'refused', field, refusal: { code, params, sentence } });
				setFocusOn({ field });
			} else {
				setFailure(failureText(reason, messageFor));
			}
		} finally {
			setSaving(false);
		}
	};

	return {
		state,
		verdictOf,
		type,
		paste: useCallback((field: KeyFieldId) => {
			pasted.current = field;
		}, []),
		leave: (field) => dispatch({ type: 'left', field, tidy: tidy(field, state.fields[field].text) }),
		replaceSecret: (replacing) => {
			dispatch({ type: 'replacing', replacing });
			if (replacing) {
				setFocusOn({ field: 'client_secret' });
			}
		},
		save,
		saving,
		changed,
		failure,
		inputOf: useCallback((field: KeyFieldId) => inputs.current[field] ?? null, []),
		inputRef: useCallback(
			(field: KeyFieldId) => (input: HTMLInputElement | null) => {
				if (input) {
					inputs.current[field] = input;
				} else {
					delete inputs.current[field];
				}
			},
			[],
		),
	};
}
