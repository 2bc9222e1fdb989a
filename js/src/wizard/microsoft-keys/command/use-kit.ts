/** The core's second module, fetched when a part that needs it is shown. */
import { useEffect, useState } from '@wordpress/element';
import type { KitState } from '../../../core/state';
import type { Wizard } from '../../../extend';

/** Null while it is on its way; `again` tries once more after a failure. */
export function useKit(wizard: Wizard): { readonly kit: KitState | null; readonly again: () => void } {
	const { loadKit } = wizard;
	const [kit, setKit] = useState<KitState | null>(null);
	const [round, setRound] = useState(0);
	useEffect(() => {
		let wanted = true;
		void loadKit().then((state) => {
			if (wanted) {
				setKit(state);
			}
		});
		return () => {
			wanted = false;
		};
	}, [loadKit, round]);
	return {
		kit,
		again: () => {
			setKit(null);
			setRound((before) => before + 1);
		},
	};
}
