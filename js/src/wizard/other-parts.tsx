/** What was registered for a step and is not drawn by its component: fields of other plugins, cards and checks, below it. */
import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Step, Wizard } from '../extend';
import { ExtensionForm, SaveButton } from './extension-fields/extension-form';
import { Boundary } from './shared/boundary';
import { CheckList } from './shared/check-list';
import { useChecks } from './shared/use-checks';

/** A component has thrown while it was drawn. */
export type OnBroken = (kind: 'step' | 'field' | 'card', id: string) => void;

export function OtherParts({ wizard, step, onBroken }: { readonly wizard: Wizard; readonly step: Step; readonly onBroken: OnBroken }) {
	const fieldBroken = useCallback((id: string) => onBroken('field', id), [onBroken]);
	// Our own fields are not among those that PHP keeps for other plugins; their step draws them.
	const fields = step.draws.includes('fields') ? [] : keptFields(wizard, step.id);
	const hasCards = !step.draws.includes('cards') && wizard.cardsOf(step.id).length > 0;
	const hasChecks = !step.draws.includes('checks') && wizard.checksOf(step.id).length > 0;
	if (fields.length === 0 && !hasCards && !hasChecks) {
		return null;
	}
	return (
		<div className="wkpbic-parts">
			{fields.length > 0 && (
				<section aria-label={__('More values', 'wkpbic')}>
					<h3 className="wkpbic-heading">{__('More values', 'wkpbic')}</h3>
					<ExtensionForm
						wizard={wizard}
						stepId={step.id}
						fields={fields}
						onBroken={fieldBroken}
						footer={(form) => <SaveButton form={form} />}
					/>
				</section>
			)}
			{hasCards && <OtherCards wizard={wizard} stepId={step.id} onBroken={(id) => onBroken('card', id)} />}
			{hasChecks && <OtherChecks wizard={wizard} stepId={step.id} />}
		</div>
	);
}

/** The fields of a step for which the site keeps a value. */
export function keptFields(wizard: Wizard, stepId: string): ReturnType<Wizard['fieldsOf']> {
	return wizard.fieldsOf(stepId).filter(({ id }) => Object.hasOwn(wizard.setup.extensions.fields, id));
}

interface PartsProps {
	readonly wizard: Wizard;
	readonly stepId: string;
}

export function OtherCards({ wizard, stepId, onBroken }: PartsProps & { readonly onBroken: (id: string) => void }) {
	return wizard.cardsOf(stepId).map((card) => {
		const Content = card.component;
		return (
			<section key={card.id} className="wkpbic-card" aria-label={card.title()} data-card={card.id}>
				<Boundary id={card.id} onBroken={onBroken}>
					<h3 className="wkpbic-heading">{card.title()}</h3>
					<Content wizard={wizard} card={card} />
				</Boundary>
			</section>
		);
	});
}

export function OtherChecks({ wizard, stepId }: PartsProps) {
	return wizard.checksOf(stepId).length > 0 ? <Checks wizard={wizard} stepId={stepId} /> : null;
}

function Checks({ wizard, stepId }: PartsProps) {
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
