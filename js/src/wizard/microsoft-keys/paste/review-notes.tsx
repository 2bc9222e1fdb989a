/** What else is to be said about a pasted text: what was left out and why, and whether the redirect URI in it is ours. */
import { __ } from '@wordpress/i18n';
import type { Pasted } from '../../../core/door';
import type { StepProps } from '../../../extend';
import { ownRedirectUri } from '../../redirect-uri';
import { saidOf, VerdictLine, type Said } from '../../shared/verdict-line';
import { withFieldLabel } from '../fields/labels';

export function ReviewNotes({ wizard, pasted }: StepProps & { readonly pasted: Pasted }) {
	const notes = pasted.notes.map((note) =>
		saidOf({ ...note, params: withFieldLabel(note.params) }, wizard.messageFor, ''),
	);
	const address = redirectUriSaid(wizard, pasted.redirect_uris);
	const all = address ? [...notes, address] : notes;
	if (all.length === 0) {
		return null;
	}
	return (
		<div className="wkpbic-review__notes">
			{all.map((said, index) => (
				<VerdictLine key={said.sentence} id={`wkpbic-review-note-${index}`} said={said} />
			))}
		</div>
	);
}

/** The doctor's word on the address that comes closest; silence where the text has none. */
function redirectUriSaid(wizard: StepProps['wizard'], addresses: readonly string[]): Said | null {
	const [first] = addresses;
	if (wizard.core.status !== 'ready' || first === undefined) {
		return null;
	}
	const { api } = wizard.core;
	const own = ownRedirectUri(wizard).redirect_uri;
	if (addresses.some((address) => api.redirectDoctor(address, own).same)) {
		return { level: 'ok', sentence: __('The redirect URI of this site is registered.', 'wkpbic') };
	}
	const { code, params } = api.redirectDoctor(first, own);
	return { level: 'warn', sentence: wizard.messageFor(code, params) };
}
