/** The form of step 2 at work: timers, verdicts, saving. The typed secrets live here, in component state only. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Verdict } from '../../../core/door';
import type { Wizard } from '../../../extend';
import { RestFailure } from '../../../rest/failure';
import type { SecretFieldId } from '../../../setup';
import { failureText } from '../../shared/failure-text';
import { MICROSOFT_KEYS } from '../../step-ids';
import { revealField } from '../reveal';
import { keepDraft, readDraft } from './draft';
import { asksForSecret, changedFields, initialForm, KEY_FIELDS, reduceForm, type FormState, type KeyFieldId } from './form-state';
import { today } from './today';
import { isShown, judgeForm } from './verdicts';

/** A verdict appears this long after the last keystroke, in milliseconds. */
export const SETTLE_TIME = 150;

export interface KeysForm {
	readonly state: FormState;
	/** The verdict to show for a field now, or null for calm. */
	readonly verdictOf: (field: KeyFieldId) => Verdict | null;
	readonly type: (field: KeyFieldId, text: string) => void;
	/** For what is chosen and not typed: the verdict does not wait. */
	readonly choose: (field: KeyFieldId, text: string) => void;
	/** Tells that the next change of this field comes from the clipboard. */
	readonly paste: (field: KeyFieldId) => void;
	readonly leave: (field: KeyFieldId) => void;
	/** Takes over values that were found in a pasted text. */
	readonly take: (values: Readonly<Partial<Record<KeyFieldId, string>>>) => void;
	readonly replaceSecret: (field: SecretFieldId, replacing: boolean) => void;
	/** Stores what was changed. False when something has to be mended first; focus is there then. */
	readonly save: () => Promise<boolean>;
	readonly saving: boolean;
	/** Whether saving would change anything. */
	readonly changed: boolean;
	/** What stopped the last saving, where it is about no single field. */
	readonly failure: string | null;
}

export function useKeysForm(wizard: Wizard): KeysForm {
	const { setup, core, messageFor, setUnsaved, announce } = wizard;
	const stored = setup.fields;
	const [state, dispatch] = useReducer(reduceForm, stored, (fields) => {
		const draft = readDraft();
		const form = initialForm(fields);
		return Object.keys(draft).length === 0 ? form : reduceForm(form, { type: 'taken', values: draft });
	});
	const [saving, setSaving] = useState(false);
	const [failure, setFailure] = useState<string | null>(null);
	const [focusOn, setFocusOn] = useState<{ readonly field: KeyFieldId } | null>(null);
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
		() => (core.status === 'ready' ? judgeForm(state, stored, core.api, today()) : null),
		[state, stored, core],
	);
	const verdictOf = (field: KeyFieldId): Verdict | null => {
		const verdict = verdicts?.[field] ?? null;
		return verdict && isShown(state.fields[field], verdict) ? verdict : null;
	};

	const changes = changedFields(state, stored);
	const changed = Object.keys(changes).length > 0;
	useEffect(() => setUnsaved(MICROSOFT_KEYS, changed), [setUnsaved, changed]);
	// After each change of a text, and after saving.
	useEffect(() => keepDraft(changedFields(state, stored)), [state, stored]);

	// Focus moves after the sentence is in the page, so that both are read together.
	useEffect(() => {
		if (focusOn) {
			revealField(focusOn.field);
		}
	}, [focusOn]);

	const tidy = (field: KeyFieldId, text: string): string =>
		core.status === 'ready' ? core.api.tidyField(field, text) : text;

	const type = (field: KeyFieldId, text: string): void => {
		const clean = pasted.current === field ? tidy(field, text) : text;
		pasted.current = null;
		dispatch({ type: 'typed', field, text: clean, tidied: clean !== text });
	};

	/** Errors that stop saving. A date that is stored and has passed stops nobody from changing something else. */
	const firstWrong = (): KeyFieldId | undefined => {
		const now = reduceForm(state, { type: 'checked_all' });
		const judged = core.status === 'ready' ? judgeForm(now, stored, core.api, today()) : null;
		return KEY_FIELDS.find(
			(id) => judged?.[id]?.level === 'error' && (id !== 'client_secret_expires_on' || changes[id] !== undefined),
		);
	};

	const save = async (): Promise<boolean> => {
		setFailure(null);
		const nothingToDo = !changed && (['client_secret', 'password'] as const).every((id) => !asksForSecret(state, stored, id));
		if (nothingToDo) {
			return true;
		}
		dispatch({ type: 'checked_all' });
		const wrong = firstWrong();
		if (wrong !== undefined) {
			setFocusOn({ field: wrong });
			return false;
		}
		setSaving(true);
		try {
			const after = await wizard.rest.saveFields(changes);
			dispatch({ type: 'saved', fields: after.fields });
			setUnsaved(MICROSOFT_KEYS, false);
			wizard.replaceSetup(after);
			announce(__('Your keys are saved.', 'wkpbic'));
			return true;
		} catch (reason) {
			const field = KEY_FIELDS.find((id) => reason instanceof RestFailure && reason.field === id);
			if (field !== undefined && reason instanceof RestFailure) {
				const { code, params, sentence } = reason;
				dispatch({ type: 'refused', field, refusal: { code, params, sentence } });
				setFocusOn({ field });
			} else {
				setFailure(failureText(reason, messageFor));
			}
			return false;
		} finally {
			setSaving(false);
		}
	};

	return {
		state,
		verdictOf,
		type,
		choose: (field, text) => {
			dispatch({ type: 'typed', field, text });
			dispatch({ type: 'left', field, tidy: text });
		},
		paste: useCallback((field: KeyFieldId) => {
			pasted.current = field;
		}, []),
		leave: (field) => dispatch({ type: 'left', field, tidy: tidy(field, state.fields[field].text) }),
		take: useCallback((values: Readonly<Partial<Record<KeyFieldId, string>>>) => dispatch({ type: 'taken', values }), []),
		replaceSecret: (field, replacing) => {
			dispatch({ type: 'replacing', field, replacing });
			setFocusOn({ field });
		},
		save,
		saving,
		changed,
		failure,
	};
}
