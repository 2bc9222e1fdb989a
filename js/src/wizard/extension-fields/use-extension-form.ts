/** The form around the fields of other plugins in one step: what is typed, what is wrong with it, and saving it. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Verdict } from '../../core/door';
import type { Kit } from '../../core/load-kit';
import type { Field, Wizard } from '../../extend';
import { FIELD_SAVED, tell } from '../../extend/hooks';
import { RestFailure } from '../../rest/failure';
import type { ExtensionValue, Setup } from '../../setup';
import { failureText } from '../shared/failure-text';
import { createTypedValues, type Typed, type TypedValues } from './typed-values';

export interface ExtensionForm {
	readonly typed: TypedValues;
	/** Null until it has come; then fields are judged by the site alone. */
	readonly kit: Kit | null;
	/** Saves what was typed. False where something stands in the way, which is said then. */
	readonly save: () => Promise<boolean>;
	readonly saving: boolean;
	/** Whether something was typed that is not saved. */
	readonly changed: boolean;
	/** Why saving failed, where it is about no single field. */
	readonly failure: string | null;
}

export const inputIdOf = (fieldId: string): string => `wkpbic-field-${fieldId}`;

/** What the site keeps for a field; undefined for one that PHP has not declared. */
export function storedOf(setup: Setup, fieldId: string): ExtensionValue | undefined {
	const { fields } = setup.extensions;
	return Object.hasOwn(fields, fieldId) ? fields[fieldId] : undefined;
}

/** The text that the site has; empty for a secret, which never comes back. */
export const storedText = (stored: ExtensionValue | undefined): string => (stored && 'value' in stored ? stored.value : '');

/** What is wrong with a text, or right. Null where nobody here can say: no kit, or rules that it cannot use. */
export function judge(kit: Kit | null, field: Field, text: string): Verdict | null {
	try {
		return kit?.validateExtensionField([...field.rules], text) ?? null;
	} catch {
		return null;
	}
}

export function useExtensionForm(wizard: Wizard, stepId: string, fields: readonly Field[]): ExtensionForm {
	const { setup, messageFor, setUnsaved, announce, loadKit } = wizard;
	const [typed] = useState(createTypedValues);
	const [kit, setKit] = useState<Kit | null>(null);
	const [saving, setSaving] = useState(false);
	const [failure, setFailure] = useState<string | null>(null);
	const [focusOn, setFocusOn] = useState<{ readonly id: string } | null>(null);
	const busy = useRef(false);

	useEffect(() => {
		let wanted = true;
		void loadKit().then((state) => wanted && state.status === 'ready' && setKit(state.api));
		return () => {
			wanted = false;
		};
	}, [loadKit]);

	const changes = useMemo(() => changesOf(typed, setup), [typed, setup]);
	const changed = useSyncExternalStore(typed.subscribeAll, changes.any);
	// Beside the step's own: its component may hold unsaved values as well.
	const key = `${stepId}#fields`;
	useEffect(() => setUnsaved(key, changed), [setUnsaved, key, changed]);
	useEffect(() => () => setUnsaved(key, false), [setUnsaved, key]);

	// Focus moves after the sentence is in the page, so that both are read together.
	useEffect(() => {
		if (focusOn) {
			const input = document.getElementById(inputIdOf(focusOn.id));
			input?.focus({ preventScroll: true });
			input?.scrollIntoView?.({ block: 'center' });
		}
	}, [focusOn]);

	const isWrong = (field: Field): boolean => {
		const stored = storedOf(setup, field.id);
		const text = typed.of(field.id)?.text ?? null;
		const keepsSecret = stored !== undefined && 'stored' in stored && stored.stored && !text;
		return !keepsSecret && judge(kit, field, text ?? storedText(stored))?.level === 'error';
	};

	const send = async (values: Readonly<Record<string, string>>): Promise<boolean> => {
		try {
			const after = await wizard.rest.saveExtensionFields(values);
			typed.forget(values);
			wizard.replaceSetup(after);
			announce(__('Saved.', 'wkpbic'));
			Object.keys(values).forEach((id) => tell(FIELD_SAVED, id));
			return true;
		} catch (reason) {
			const refused = fields.find(({ id }) => reason instanceof RestFailure && reason.field === id);
			if (refused && reason instanceof RestFailure) {
				const { code, params, sentence } = reason;
				typed.refuse(refused.id, { code, params, sentence });
				setFocusOn({ id: refused.id });
			} else {
				setFailure(failureText(reason, messageFor));
			}
			return false;
		}
	};

	const save = async (): Promise<boolean> => {
		if (busy.current) {
			return false;
		}
		setFailure(null);
		const wrong = fields.filter(isWrong).map(({ id }) => id);
		const [first] = wrong;
		if (first !== undefined) {
			typed.leaveAll(wrong);
			setFocusOn({ id: first });
			return false;
		}
		const shown = new Set(fields.map(({ id }) => id));
		const values = Object.fromEntries(changes.all().filter(([id]) => shown.has(id)));
		if (Object.keys(values).length === 0) {
			return true;
		}
		busy.current = true;
		setSaving(true);
		try {
			return await send(values);
		} finally {
			busy.current = false;
			setSaving(false);
		}
	};

	return { typed, kit, save, saving, changed, failure };
}

/** What differs from the stored values: typed texts, and secrets that are typed anew. */
function changesOf(typed: TypedValues, setup: Setup) {
	const isChange = ([id, { text }]: readonly [string, Typed]): boolean => text !== null && text !== storedText(storedOf(setup, id));
	return {
		any: (): boolean => [...typed.touched()].some(isChange),
		all: (): [string, string][] => [...typed.touched()].flatMap((entry) => (isChange(entry) ? [[entry[0], entry[1].text ?? '']] : [])),
	};
}
