/** What was found in a pasted text: each value with its place and how sure it is, before anything goes into the form. */
import { Button } from '@wordpress/components';
import { useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Pasted } from '../../../core/door';
import type { StepProps } from '../../../extend';
import type { KeyFieldId } from '../fields/form-state';
import type { KeysForm } from '../fields/use-keys-form';
import { candidatesOf, choose, firstChoices, takenValues } from './review-state';
import { ReviewRow } from './review-row';
import { ReviewNotes } from './review-notes';

export function Review(
	props: StepProps & {
		readonly form: KeysForm;
		readonly text: string;
		readonly pasted: Pasted;
		readonly onTake: (values: Readonly<Partial<Record<KeyFieldId, string>>>) => void;
		readonly onDiscard: () => void;
	},
) {
	const { wizard, form, text, pasted, onTake, onDiscard } = props;
	const { fields } = wizard.setup;
	const candidates = useMemo(() => candidatesOf(pasted, text), [pasted, text]);
	const isLocked = (field: KeyFieldId): boolean => fields[field].locked;
	const [choices, setChoices] = useState(() => firstChoices(candidates, isLocked));
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);

	const values = takenValues(candidates, choices);
	const count = Object.keys(values).length;
	return (
		<section className="wkpbic-review" aria-labelledby="wkpbic-review-heading">
			<h4 className="wkpbic-review__heading" id="wkpbic-review-heading" ref={heading} tabIndex={-1}>
				{candidates.length === 0
					? __('Nothing to take over', 'wkpbic')
					: sprintf(
							/* translators: %d: number of values. */
							_n('%d value was found', '%d values were found', candidates.length, 'wkpbic'),
							candidates.length,
						)}
			</h4>
			<ReviewNotes wizard={wizard} pasted={pasted} />
			{candidates.length > 0 && (
				<ul className="wkpbic-review__list">
					{candidates.map((candidate) => (
						<ReviewRow
							key={candidate.id}
							candidate={candidate}
							chosen={choices.get(candidate.id) ?? null}
							present={presentText(form, candidate.fields, candidate.value)}
							isLocked={isLocked}
							onChoose={(field) => setChoices((before) => choose(before, candidate.id, field))}
						/>
					))}
				</ul>
			)}
			<div className="wkpbic-review__actions">
				{candidates.length > 0 && (
					<Button variant="primary" __next40pxDefaultSize disabled={count === 0} accessibleWhenDisabled onClick={() => onTake(values)}>
						{sprintf(
							/* translators: %d: number of values. */
							_n('Fill in %d value', 'Fill in %d values', count, 'wkpbic'),
							count,
						)}
					</Button>
				)}
				<Button variant="tertiary" __next40pxDefaultSize onClick={onDiscard}>
					{candidates.length > 0 ? __('Discard', 'wkpbic') : __('Close', 'wkpbic')}
				</Button>
			</div>
		</section>
	);
}

/** What would be overwritten: the text that stands in the form now and differs. */
function presentText(form: KeysForm, candidates: readonly KeyFieldId[], value: string): string | null {
	const [field] = candidates;
	if (candidates.length !== 1 || field === undefined) {
		return null;
	}
	const { text } = form.state.fields[field];
	return text === '' || text === value ? null : text;
}
