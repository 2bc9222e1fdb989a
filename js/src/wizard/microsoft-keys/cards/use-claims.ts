/** How far the items behind the cards are: ticked by hand, proved by a check, or shown to be wrong by one. */
import { useCallback, useMemo, useState } from '@wordpress/element';
import type { ScorecardItem, ScoredItem } from '../../../core/door';
import type { Wizard } from '../../../extend';
import { failureText } from '../../shared/failure-text';

export type CardState = 'open' | 'ticked' | 'proved' | 'failing';

export interface Claims {
	readonly stateOf: (items: readonly ScorecardItem[]) => CardState;
	/** Shown at once, kept by the site, given back when the site does not take it. */
	readonly tick: (items: readonly ScorecardItem[], ticked: boolean) => Promise<void>;
	/** Why the last tick was not kept. */
	readonly failure: string | null;
}

type Underway = Readonly<Partial<Record<ScorecardItem, boolean>>>;

export function useClaims(wizard: Wizard): Claims {
	const { setup, core, rest, replaceSetup, messageFor } = wizard;
	const [underway, setUnderway] = useState<Underway>({});
	const [failure, setFailure] = useState<string | null>(null);

	const states = useMemo(() => {
		const claims = claimedItems(setup.claims, underway);
		if (core.status !== 'ready') {
			return new Map(claims.map((item): [string, ScoredItem['state']] => [item, 'claimed']));
		}
		const evidence = [...setup.evidence];
		const scored = core.api.scorecard({ claims, evidence, sign_in_method: setup.fields.sign_in_method.value });
		return new Map(scored.map(({ item, state }): [string, ScoredItem['state']] => [item, state]));
	}, [setup, core, underway]);

	const tick = useCallback(
		async (items: readonly ScorecardItem[], ticked: boolean): Promise<void> => {
			const claims = Object.fromEntries(items.map((item) => [item, ticked]));
			setFailure(null);
			setUnderway((before) => ({ ...before, ...claims }));
			try {
				replaceSetup(await rest.saveClaims(claims));
			} catch (reason) {
				setFailure(failureText(reason, messageFor));
			} finally {
				setUnderway((before) => Object.fromEntries(Object.entries(before).filter(([item]) => !(item in claims))));
			}
		},
		[rest, replaceSetup, messageFor],
	);

	return {
		stateOf: (items) => {
			const found = items.map((item) => states.get(item) ?? 'open');
			if (found.includes('failing')) {
				return 'failing';
			}
			if (found.includes('open')) {
				return 'open';
			}
			return found.every((state) => state === 'proved') ? 'proved' : 'ticked';
		},
		tick,
		failure,
	};
}

function claimedItems(kept: Readonly<Record<string, number>>, underway: Underway): ScorecardItem[] {
	const items = new Set([...Object.keys(kept), ...Object.keys(underway)] as ScorecardItem[]);
	return [...items].filter((item) => underway[item] ?? item in kept);
}
