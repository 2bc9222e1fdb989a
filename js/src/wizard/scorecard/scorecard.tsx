/** The list beside every step: what is done, how that is known, and what needs somebody. */
import { __, _n, sprintf } from '@wordpress/i18n';
import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';
import type { Wizard } from '../../extend';
import { useMedia } from '../shared/use-media';
import { ScorecardRow } from './scorecard-row';
import { useClaims } from './use-claims';
import { useScorecard, type Score } from './use-scorecard';

/** Below this width the list folds up above the step. */
const NARROW = '(max-width: 1080px)';

export function Scorecard({ wizard }: { readonly wizard: Wizard }) {
	const narrow = useMedia(NARROW);
	const score = useScorecard(wizard);
	const claims = useClaims(wizard);
	if (score === null) {
		return null;
	}
	const list = (
		<>
			<ol className="wkpbic-scorecard__list">
				{score.items.map((item) => (
					<ScorecardRow key={item.item} wizard={wizard} item={item} claims={claims} />
				))}
			</ol>
			{claims.failure !== null && (
				<p className="wkpbic-scorecard__failure" role="alert">
					{claims.failure}
				</p>
			)}
		</>
	);
	return (
		<Frame narrow={narrow} score={score}>
			{list}
		</Frame>
	);
}

function Frame(props: { readonly narrow: boolean; readonly score: Score; readonly children: ReactNode }) {
	const { narrow, score, children } = props;
	const headingId = useId();
	const heading = (
		<>
			<span className="wkpbic-scorecard__title">{__('How far you are', 'wkpbic')}</span>
			<span className="wkpbic-scorecard__sum">
				{sprintf(
					/* translators: 1: number of items that are done, 2: number of items that are needed. */
					__('%1$d of %2$d', 'wkpbic'),
					score.done,
					score.needed,
				)}
				{score.failing > 0 && (
					<span className="wkpbic-scorecard__failing">
						{sprintf(
							/* translators: %d: how many items of the list need somebody to act. */
							_n('%d needs you', '%d need you', score.failing, 'wkpbic'),
							score.failing,
						)}
					</span>
				)}
			</span>
			<Bar score={score} />
		</>
	);
	return narrow ? (
		<details className="wkpbic-scorecard">
			<summary className="wkpbic-scorecard__heading">{heading}</summary>
			{children}
		</details>
	) : (
		<section className="wkpbic-scorecard" aria-labelledby={headingId}>
			<div className="wkpbic-scorecard__heading" id={headingId}>
				{heading}
			</div>
			{children}
		</section>
	);
}

function Bar({ score }: { readonly score: Score }) {
	const share = (count: number): string => `${(100 * count) / score.needed}%`;
	return (
		<span className="wkpbic-scorecard__bar" aria-hidden="true">
			<span className="is-proved" style={{ inlineSize: share(score.proved) }} />
			<span className="is-claimed" style={{ inlineSize: share(score.done - score.proved) }} />
		</span>
	);
}
