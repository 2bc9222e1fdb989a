/** The overview on top: real links, a tick for what is done, the current step marked for eyes and screen readers. */
import { __ } from '@wordpress/i18n';
import type { MouseEvent } from 'react';
import type { Step } from '../extend';
import type { Setup } from '../setup';
import { addressOf } from './navigation';
import { CheckMark } from './shared/icons';
import { opensHere } from './shared/step-link';

export function Stepper(props: {
	readonly steps: readonly Step[];
	readonly current: Step | undefined;
	readonly setup: Setup;
	readonly goTo: (stepId: string) => void;
}) {
	const { steps, current, setup, goTo } = props;
	return (
		<nav className="wkpbic-stepper" aria-label={__('Steps of the set-up', 'wkpbic')}>
			<ol className="wkpbic-stepper__list">
				{steps.map((step, index) => {
					const isCurrent = step === current;
					const isDone = step.isDone(setup);
					const follow = (event: MouseEvent): void => {
						if (opensHere(event)) {
							event.preventDefault();
							goTo(step.id);
						}
					};
					const look = `${isCurrent ? ' is-current' : ''}${isDone ? ' is-done' : ''}`;
					return (
						<li key={step.id} className={`wkpbic-stepper__item${look}`}>
							<a
								className="wkpbic-stepper__link"
								href={addressOf(step)}
								onClick={follow}
								{...(isCurrent && { 'aria-current': 'step' as const })}
							>
								<span className="wkpbic-stepper__mark" aria-hidden="true">
									{isDone ? <CheckMark /> : index + 1}
								</span>
								<span className="wkpbic-stepper__title">{step.title()}</span>
								{isDone && <span className="screen-reader-text">{__('(done)', 'wkpbic')}</span>}
							</a>
						</li>
					);
				})}
			</ol>
		</nav>
	);
}
