/** The sentence beside a field. */
import { __ } from '@wordpress/i18n';
import type { Wizard } from '../../../extend';
import { saidOf, type Said } from '../../shared/verdict-line';
import type { KeyFieldId } from './form-state';
import type { KeysForm } from './use-keys-form';

/** What the server refused comes before what the core thinks: it is the later word on the same text. */
export function useSaid(wizard: Wizard, form: KeysForm, field: KeyFieldId, whenOk?: string): Said | null {
	const { refusal } = form.state.fields[field];
	if (refusal) {
		return { level: 'error', sentence: wizard.messageFor(refusal.code, refusal.params, refusal.sentence) };
	}
	const verdict = form.verdictOf(field);
	return verdict && saidOf(verdict, wizard.messageFor, whenOk ?? __('Looks right.', 'wkpbic'));
}
