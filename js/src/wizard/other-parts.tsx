/** What was registered for a step and is not drawn by its component: cards and checks, below it. */
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Step, Wizard } from '../extend';
import { Boundary } from './shared/boundary';
import { CheckList } from './shared/check-list';
import { useChecks } from './shared/use-checks';

export function OtherParts({ wizard, step }: { readonly wizard: Wizard; readonly step: Step }) {
	const cards = step.draws.includes('cards') ? [] : wizard.cardsOf(step.id);
	const checks = step.draws.includes('checks') ? [] : wizard.checksOf(step.id);
	if (cards.length === 0 && checks.length === 0) {
		return null;
	}
	return (
		<div className="wkpbic-parts">
			{cards.map((card) => {
				const Content = card.component;
				return (
					<section key={card.id} className="wkpbic-card" aria-label={card.title()} data-card={card.id}>
						<Boundary id={card.id}>
							<h3 className="wkpbic-heading">{card.title()}</h3>
							<Content wizard={wizard} card={card} />
						</Boundary>
					</section>
				);
			})}
			{checks.length > 0 && <OtherChecks wizard={wizard} stepId={step.id} />}
		</div>
	);
}

function OtherChecks({ wizard, stepId }: { readonly wizard: Wizard; readonly stepId: string }) {
	const { lines, running, run } = useChecks(wizard, stepId);
	return (
		<section aria-label={__('More checks', 'wkpbic')}>
			<div className="wkpbic-heading-row">
				<h3 className="wkpbic-heading">{__('More checks', 'wkpbic')}</h3>
				<Button variant="tertiary" size="compact" isBusy={running} aria-disabled={running} onClick={() => void (running || run())}>
					{__('Check now', 'wkpbic')}
				</Button>
			</div>
			<CheckList label={__('More checks', 'wkpbic')} lines={lines} />
		</section>
	);
}
