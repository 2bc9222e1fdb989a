/** A step that another plugin has only declared: its description, cards, fields and checks, and the way on. */
import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Step, Wizard } from '../extend';
import { ExtensionForm } from './extension-fields/extension-form';
import { keptFields, OtherCards, OtherChecks, type OnBroken } from './other-parts';
import { StepFooter } from './shared/step-footer';

export interface DescribedStepProps {
	readonly wizard: Wizard;
	readonly step: Step;
	/** All steps, in their order. */
	readonly steps: readonly Step[];
	readonly onBroken: OnBroken;
}

export function DescribedStep({ wizard, step, steps, onBroken }: DescribedStepProps) {
	const position = steps.indexOf(step);
	const back = steps[position - 1]?.id;
	const next = steps[position + 1]?.id;
	const description = step.description();
	const fields = keptFields(wizard, step.id);
	const fieldBroken = useCallback((id: string) => onBroken('field', id), [onBroken]);
	const goOn = (): void => {
		if (next !== undefined) {
			wizard.goTo(next);
		}
	};
	return (
		<>
			{description !== '' && <p className="wkpbic-lead">{description}</p>}
			<OtherCards wizard={wizard} stepId={step.id} onBroken={(id) => onBroken('card', id)} />
			{fields.length > 0 ? (
				<ExtensionForm
					wizard={wizard}
					stepId={step.id}
					fields={fields}
					onBroken={fieldBroken}
					onSaved={goOn}
					footer={({ saving, changed }) => (
						<>
							<OtherChecks wizard={wizard} stepId={step.id} />
							<StepFooter wizard={wizard} {...(back !== undefined && { back })}>
								<Button variant="primary" type="submit" __next40pxDefaultSize isBusy={saving} aria-disabled={saving}>
									{buttonText(changed, next !== undefined)}
								</Button>
							</StepFooter>
						</>
					)}
				/>
			) : (
				<>
					<OtherChecks wizard={wizard} stepId={step.id} />
					<StepFooter wizard={wizard} {...(back !== undefined && { back })}>
						{next !== undefined && (
							<Button variant="primary" __next40pxDefaultSize onClick={goOn}>
								{__('Continue', 'wkpbic')}
							</Button>
						)}
					</StepFooter>
				</>
			)}
		</>
	);
}

function buttonText(changed: boolean, goesOn: boolean): string {
	if (!goesOn) {
		return __('Save', 'wkpbic');
	}
	return changed ? __('Save and continue', 'wkpbic') : __('Continue', 'wkpbic');
}
