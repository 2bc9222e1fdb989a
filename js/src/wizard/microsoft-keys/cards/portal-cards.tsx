/** What to do in the portal: seven cards, one open at a time, each with a tick for "done". */
import { Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Card, StepProps } from '../../../extend';
import { Boundary } from '../../shared/boundary';
import { CheckMark } from '../../shared/icons';
import { MICROSOFT_KEYS } from '../../step-ids';
import { Chevron } from '../glyphs';
import { useClaims, type CardState } from './use-claims';

export function PortalCards({ wizard }: StepProps) {
	const cards = wizard.cardsOf(MICROSOFT_KEYS);
	const claims = useClaims(wizard);
	const stateOf = (card: Card): CardState => claims.stateOf(card.claims);
	const isDone = (card: Card): boolean => ['ticked', 'proved'].includes(stateOf(card));
	// Until somebody opens or closes a card: the first one that is not done. What the checks proved is known with the core.
	const [chosen, setChosen] = useState<string | null | undefined>(undefined);
	const waits = wizard.core.status === 'loading' && wizard.setup.evidence.length > 0;
	const next = waits ? null : nextOf(cards, isDone);
	const open = chosen === undefined ? next : chosen;

	const tick = (card: Card, done: boolean): void => {
		if (done && chosen === card.id) {
			setChosen(undefined);
		}
		void claims.tick(card.claims, done);
	};

	const needed = cards.filter(isNeeded);
	const done = needed.filter(isDone).length;
	return (
		<>
			<p className="wkpbic-cards__progress">
				{sprintf(
					/* translators: 1: how many cards are ticked, 2: how many there are. */
					__('%1$d of %2$d done. Tick each card when you are through with it.', 'wkpbic'),
					done,
					needed.length,
				)}
			</p>
			{claims.failure !== null && (
				<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage={claims.failure}>
					<p>{claims.failure}</p>
				</Notice>
			)}
			<ol className="wkpbic-cards">
				{cards.map((card, index) => (
					<CardItem
						key={card.id}
						wizard={wizard}
						card={card}
						number={index + 1}
						open={open === card.id}
						state={stateOf(card)}
						onToggle={() => setChosen(open === card.id ? null : card.id)}
						onTick={(ticked) => tick(card, ticked)}
					/>
				))}
			</ol>
		</>
	);
}

function CardItem(
	props: StepProps & {
		readonly card: Card;
		readonly number: number;
		readonly open: boolean;
		readonly state: CardState;
		readonly onToggle: () => void;
		readonly onTick: (done: boolean) => void;
	},
) {
	const { wizard, card, number, open, state, onToggle, onTick } = props;
	const done = state === 'ticked' || state === 'proved';
	const bodyId = `wkpbic-${card.id}`;
	const Body = card.component;
	const title = card.title();
	const optional = card.optional();
	return (
		<li className={`wkpbic-card${open ? ' is-open' : ''}${done ? ' is-done' : ''}`}>
			<div className="wkpbic-card__head">
				<h4 className="wkpbic-card__heading">
					<button type="button" className="wkpbic-card__toggle" aria-expanded={open} aria-controls={bodyId} onClick={onToggle}>
						<span className="wkpbic-card__number" aria-hidden="true">
							{done ? <CheckMark /> : number}
						</span>
						<span className="wkpbic-card__title">
							{title}
							{optional !== '' && <span className="wkpbic-card__optional">{optional}</span>}
							{done && <span className="screen-reader-text"> {__('(done)', 'wkpbic')}</span>}
							{state === 'failing' && <span className="wkpbic-card__failing">{__('needs another look', 'wkpbic')}</span>}
						</span>
						<Chevron />
					</button>
				</h4>
				{card.claims.length === 0 ? null : state === 'proved' ? (
					<span className="wkpbic-card__done is-proved">{__('Proved', 'wkpbic')}</span>
				) : (
					<label className="wkpbic-card__done">
						<input type="checkbox" checked={state === 'ticked'} onChange={(event) => onTick(event.target.checked)} />
						{__('Done', 'wkpbic')}
						<span className="screen-reader-text">: {title}</span>
					</label>
				)}
			</div>
			{/* Drawn when it is opened: the drawings of closed cards would cost every start. */}
			<div id={bodyId} hidden={!open}>
				{open && (
					<Boundary id={card.id}>
						<Body wizard={wizard} card={card} />
					</Boundary>
				)}
			</div>
		</li>
	);
}

/** The first card that is not done; those that most people can leave out only when nothing else is left. */
function nextOf(cards: readonly Card[], isDone: (card: Card) => boolean): string | null {
	return cards.find((card) => isNeeded(card) && !isDone(card))?.id ?? null;
}

/** Whether everybody has to go through it, and says so with a tick. */
function isNeeded(card: Card): boolean {
	return card.claims.length > 0 && card.optional() === '';
}
