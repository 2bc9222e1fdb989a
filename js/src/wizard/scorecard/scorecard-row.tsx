/** One item: its state as a mark, its name, and on request how that is known. */
import { Tooltip } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ScoredItem } from '../../core/door';
import type { Wizard } from '../../extend';
import { dateTimeText } from '../shared/date-text';
import { CheckCircle, CrossCircle } from '../shared/icons';
import { failureSentence } from './failure-sentence';
import { checkWords, itemWords } from './items';
import type { Claims } from './use-claims';

export function ScorecardRow(props: { readonly wizard: Wizard; readonly item: ScoredItem; readonly claims: Claims }) {
	const { wizard, item, claims } = props;
	const [open, setOpen] = useState(false);
	const detailsId = useId();
	const { title, done } = itemWords()[item.item];
	const state = stateOf(item, claims);
	const byCheck = state === 'proved' || state === 'failing';
	const evidence = evidenceText(wizard, item);

	return (
		<li className={`wkpbic-scorecard__item is-${state}`} data-item={item.item}>
			<span className="wkpbic-scorecard__mark">
				{byCheck ? (
					state === 'proved' ? <CheckCircle /> : <CrossCircle />
				) : (
					<input
						type="checkbox"
						checked={state === 'claimed'}
						onChange={(event) => claims.set(item.item, event.target.checked)}
						aria-label={sprintf(
							/* translators: %s: an item of the list, such as App registered. */
							__('Done: %s', 'wkpbic'),
							title,
						)}
					/>
				)}
			</span>
			<Tooltip text={evidence ?? done} placement="left">
				<button
					type="button"
					className="wkpbic-scorecard__name"
					aria-expanded={open}
					aria-controls={detailsId}
					onClick={() => setOpen(!open)}
				>
					{title}
					{item.optional && <span className="wkpbic-scorecard__optional"> {__('optional', 'wkpbic')}</span>}
					<span className="screen-reader-text">: {stateText(state)}</span>
				</button>
			</Tooltip>
			<div className="wkpbic-scorecard__details" id={detailsId} hidden={!open}>
				<p>{done}</p>
				{evidence !== null && <p className="wkpbic-scorecard__evidence">{evidence}</p>}
			</div>
		</li>
	);
}

/** A tick that is on its way to the server counts already; what a check has shown cannot be ticked. */
function stateOf(item: ScoredItem, { pending }: Claims): ScoredItem['state'] {
	const ticked = pending.get(item.item);
	if (ticked === undefined || item.state === 'proved' || item.state === 'failing') {
		return item.state;
	}
	return ticked ? 'claimed' : 'open';
}

function evidenceText(wizard: Wizard, item: ScoredItem): string | null {
	if (item.check === null) {
		const claimed = wizard.setup.claims[item.item];
		return claimed === undefined
			? null
			: sprintf(
					/* translators: %s: date and time. */
					__('Ticked by hand on %s; not checked yet.', 'wkpbic'),
					dateTimeText(claimed),
				);
	}
	const what = item.state === 'failing' ? failureSentence(wizard, item) : checkWords()[item.check];
	return item.at
		? sprintf(
				/* translators: 1: a sentence about a check, 2: date and time of the check. */
				__('%1$s (checked on %2$s)', 'wkpbic'),
				what,
				dateTimeText(item.at),
			)
		: what;
}

function stateText(state: ScoredItem['state']): string {
	switch (state) {
		case 'open':
			return __('open', 'wkpbic');
		case 'claimed':
			return __('ticked by you', 'wkpbic');
		case 'proved':
			return __('proved', 'wkpbic');
		case 'failing':
			return __('needs you', 'wkpbic');
	}
}
