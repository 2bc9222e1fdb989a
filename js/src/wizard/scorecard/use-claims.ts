/** Ticks by hand: shown at once, kept by the server, and taken back when it does not answer. */
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ScorecardItem } from '../../core/door';
import type { Wizard } from '../../extend';
import { failureText } from '../shared/failure-text';

export interface Claims {
	/** A tick that the server has not confirmed yet. */
	readonly pending: ReadonlyMap<ScorecardItem, boolean>;
	readonly failure: string | null;
	readonly set: (item: ScorecardItem, claimed: boolean) => void;
}

export function useClaims({ rest, replaceSetup, messageFor, announce }: Wizard): Claims {
	const [pending, setPending] = useState<ReadonlyMap<ScorecardItem, boolean>>(new Map());
	const [failure, setFailure] = useState<string | null>(null);

	const set = useCallback(
		(item: ScorecardItem, claimed: boolean): void => {
			setPending((before) => new Map(before).set(item, claimed));
			const settle = (): void =>
				setPending((before) => {
					const after = new Map(before);
					after.delete(item);
					return after;
				});
			void rest.saveClaims({ [item]: claimed }).then(
				(setup) => {
					replaceSetup(setup);
					setFailure(null);
					settle();
					announce(claimed ? __('Ticked.', 'wkpbic') : __('Tick taken away.', 'wkpbic'));
				},
				(error: unknown) => {
					setFailure(failureText(error, messageFor));
					settle();
				},
			);
		},
		[rest, replaceSetup, messageFor, announce],
	);

	return { pending, failure, set };
}
