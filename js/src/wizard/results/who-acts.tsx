/** Two short facts under the sentence for a code: who has to act, and whether waiting helps. */
import { __ } from '@wordpress/i18n';
import type { Actor } from '../../generated/contract';

const actors = (): Readonly<Record<Actor, string>> => ({
	you: __('You can mend this yourself.', 'wkpbic'),
	entra_admin: __('Your organisation’s Microsoft administrator has to act.', 'wkpbic'),
	power_bi_admin: __('Your organisation’s Power BI administrator has to act.', 'wkpbic'),
	host: __('Whoever looks after your web server has to act.', 'wkpbic'),
	nobody: __('Nobody has to do anything.', 'wkpbic'),
});

const waits = (): Readonly<Record<'none' | 'minutes' | 'hours', string>> => ({
	none: __('Waiting does not help.', 'wkpbic'),
	minutes: __('Waiting a few minutes can help.', 'wkpbic'),
	hours: __('Waiting some hours can help.', 'wkpbic'),
});

export function WhoActs({ actor, wait }: { readonly actor: Actor | null; readonly wait: 'none' | 'minutes' | 'hours' }) {
	if (actor === null) {
		return null;
	}
	return (
		<p className="wkpbic-who">
			{actors()[actor]} {waits()[wait]}
		</p>
	);
}
