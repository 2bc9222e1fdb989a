/** What the check that disproved an item has to say, with the values that it found. */
import { __ } from '@wordpress/i18n';
import type { ScoredItem } from '../../core/door';
import type { Wizard } from '../../extend';

export function failureSentence({ setup, messageFor }: Pick<Wizard, 'setup' | 'messageFor'>, { check, code }: ScoredItem): string {
	const kept = setup.evidence.find((outcome) => outcome.check === check && outcome.code === code);
	const sentence = code === null ? '' : messageFor(code, kept?.params, '');
	// Of an outcome that was kept before its values were, the sentence would have gaps.
	return sentence === '' || /\{[a-z_]+\}/.test(sentence) ? __('A check has shown that this does not work yet.', 'wkpbic') : sentence;
}
