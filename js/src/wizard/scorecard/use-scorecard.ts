/** The ten items with their states, as the core makes them out of ticks and evidence; null without the core. */
import { useMemo } from '@wordpress/element';
import type { ScoredItem } from '../../core/door';
import type { Wizard } from '../../extend';
import { SCORECARD_ITEMS } from '../../generated/contract';

export interface Score {
	readonly items: readonly ScoredItem[];
	/** Of those that are not optional: how many are proved or ticked, how many need somebody, how many there are. */
	readonly done: number;
	readonly proved: number;
	readonly failing: number;
	readonly needed: number;
}

export function useScorecard({ core, setup }: Pick<Wizard, 'core' | 'setup'>): Score | null {
	const api = core.status === 'ready' ? core.api : null;
	const { claims, evidence, fields } = setup;
	const method = fields.sign_in_method.value;
	return useMemo(() => {
		if (api === null) {
			return null;
		}
		const items = api.scorecard({
			claims: SCORECARD_ITEMS.filter((item) => Object.hasOwn(claims, item)),
			evidence: [...evidence],
			sign_in_method: method,
		});
		const needed = items.filter(({ optional }) => !optional);
		const count = (...states: ScoredItem['state'][]): number => needed.filter(({ state }) => states.includes(state)).length;
		return {
			items,
			done: count('proved', 'claimed'),
			proved: count('proved'),
			failing: items.filter(({ state }) => state === 'failing').length,
			needed: needed.length,
		};
	}, [api, claims, evidence, method]);
}
