/** The way to the keys: step 1 suggests it, here it can be changed, and the site remembers it for everybody. */
import { useState } from '@wordpress/element';
import type { QuizResult } from '../../../core/door';
import type { Wizard } from '../../../extend';

export type KeysRoute = Exclude<QuizResult['route'], 'stop'>;

export function useRoute(wizard: Wizard): { readonly route: KeysRoute; readonly choose: (route: KeysRoute) => void } {
	const { setup, rest, replaceSetup } = wizard;
	const [chosen, setChosen] = useState<KeysRoute | null>(null);
	const suggested = setup.progress.route;
	return {
		route: chosen ?? (suggested === null || suggested === 'stop' ? 'portal_guided' : suggested),
		choose: (route) => {
			setChosen(route);
			// A convenience: where it is not kept, the way is asked for once more next time.
			rest.saveProgress({ route }).then(replaceSetup, () => undefined);
		},
	};
}
