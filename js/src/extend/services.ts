/** What scripts of other plugins can ask the wizard's page: judging a text, explaining an error. */
import { __ } from '@wordpress/i18n';
import type { Diagnosis, FieldId, Verdict } from '../core/door';
import type { LoadResult } from '../core/load';
import { coreStateOf, type CoreState, type KitState } from '../core/state';
import { FIELD_IDS } from '../generated/contract';
import type { MessageText } from '../messages';
import type { DeclaredDiagnosis } from './declared';
import { addedDiagnoses, errorOf, isUnknown, type AddedDiagnosis } from './explain';
import type { Said } from './types';
import type { WizardRegistry } from './wizard-registry';

export interface PageParts {
	readonly registry: WizardRegistry;
	readonly loading: Promise<LoadResult>;
	readonly loadKit: () => Promise<KitState>;
	readonly messageFor: MessageText;
	readonly diagnoses: readonly DeclaredDiagnosis[];
}

/** What the core says about an error, in words, with what other plugins say besides. */
export type Explanation = Diagnosis & {
	readonly sentence: string;
	readonly added: readonly AddedDiagnosis[];
};

export interface PageServices {
	readonly validate: (fieldId: string, text: string) => Promise<Said>;
	readonly explain: (text: string) => Promise<Explanation>;
}

/** Why there is no answer: the message is a sentence, the code tells them apart. */
export interface ServiceUnavailable extends Error {
	readonly name: 'ServiceUnavailable';
	/** A code of ours, such as `field_unknown`. */
	readonly code: string;
}

export const unavailable = (code: string, sentence: string): ServiceUnavailable =>
	Object.assign(new Error(sentence), { name: 'ServiceUnavailable' as const, code });

export function createServices(page: PageParts): PageServices {
	const { registry, loading, loadKit, messageFor, diagnoses } = page;

	const ready = <State extends CoreState | KitState>(state: State): Extract<State, { readonly status: 'ready' }>['api'] => {
		if (state.status === 'ready') {
			return state.api;
		}
		const { code, params } = state.status === 'unavailable' ? state : { code: 'wasm_network', params: {} };
		throw unavailable(code, messageFor(code, params));
	};
	const core = async () => ready(coreStateOf(await loading));
	const kit = async () => ready(await loadKit());

	const judge = async (fieldId: string, text: string): Promise<Verdict> => {
		const own = FIELD_IDS.find((id): id is FieldId => id === fieldId);
		if (own !== undefined) {
			return (await core()).validateField(own, text, {});
		}
		const field = registry.fields.list().find(({ id }) => id === fieldId);
		if (!field) {
			throw unavailable('field_unknown', messageFor('field_unknown', { field: fieldId }));
		}
		return (await kit()).validateExtensionField([...field.rules], text);
	};

	return {
		async validate(fieldId, text) {
			const { level, code, params } = await judge(fieldId, text);
			return { level, sentence: code === 'ok' ? __('Looks right.', 'wkpbic') : messageFor(code, params) };
		},
		async explain(text) {
			const diagnosis = (await core()).explainError(text);
			const added = addedDiagnoses(errorOf(diagnosis), diagnoses, text);
			const [first] = added;
			const sentence = first && isUnknown(diagnosis.code) ? first.sentence : messageFor(diagnosis.code, diagnosis.params);
			return { ...diagnosis, sentence, added };
		},
	};
}
