/** Sentences that appear beside something, for those who do not see them appear. */
import { useEffect } from '@wordpress/element';
import type { Said, Wizard } from '../../extend';

/** Speaks a sentence when it appears, and not again while it stays. */
export function useAnnounced(wizard: Wizard, said: Said | null, remark: string | null): void {
	const { announce } = wizard;
	const sentence = said === null || said.level === 'ok' ? null : said.sentence;
	useEffect(() => {
		if (sentence !== null) {
			announce(sentence);
		}
	}, [announce, sentence]);
	useEffect(() => {
		if (remark !== null) {
			announce(remark);
		}
	}, [announce, remark]);
}
