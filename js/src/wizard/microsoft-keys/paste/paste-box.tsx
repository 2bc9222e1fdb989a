/** Paste anything: the page Overview, the output of a command, a mail; then a review before anything is taken. */
import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Pasted } from '../../../core/door';
import type { StepProps } from '../../../extend';
import { failureText } from '../../shared/failure-text';
import type { KeyFieldId } from '../fields/form-state';
import type { KeysForm } from '../fields/use-keys-form';
import { revealField } from '../reveal';
import { Review } from './review';

interface Reading {
	readonly text: string;
	readonly pasted: Pasted;
}

export function PasteBox(props: StepProps & { readonly form: KeysForm; readonly id: string; readonly label: string; readonly help: string }) {
	const { wizard, form, id, label, help } = props;
	const box = useRef<HTMLTextAreaElement>(null);
	const [reading, setReading] = useState<Reading | null>(null);
	const [failure, setFailure] = useState<string | null>(null);
	const { core, announce, messageFor } = wizard;

	const read = (): void => {
		const text = box.current?.value ?? '';
		setFailure(null);
		setReading(null);
		if (core.status !== 'ready' || text.trim() === '') {
			return;
		}
		try {
			setReading({ text, pasted: core.api.readPasted(text) });
		} catch (reason) {
			setFailure(failureText(reason, messageFor));
		}
	};

	const close = (): void => {
		if (box.current) {
			box.current.value = '';
		}
		setReading(null);
	};

	const take = (values: Readonly<Partial<Record<KeyFieldId, string>>>): void => {
		const fields = Object.keys(values) as KeyFieldId[];
		form.take(values);
		close();
		announce(
			sprintf(
				/* translators: %d: number of values. */
				_n('%d value was filled in below.', '%d values were filled in below.', fields.length, 'wkpbic'),
				fields.length,
			),
		);
		const [first] = fields;
		if (first !== undefined) {
			revealField(first);
		}
	};

	return (
		<div className="wkpbic-paste">
			<label className="wkpbic-field__label" htmlFor={id}>
				{label}
			</label>
			<p className="wkpbic-field__help" id={`${id}-help`}>
				{help}
			</p>
			{/* Not controlled: React would write a controlled text, with the secret in it, into the document. */}
			<textarea
				id={id}
				ref={box}
				className="wkpbic-paste__box"
				rows={3}
				dir="auto"
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				aria-describedby={`${id}-help`}
				disabled={core.status !== 'ready'}
				// The text is in the box only after the event.
				onPaste={() => void setTimeout(read, 0)}
				onDrop={() => void setTimeout(read, 0)}
			/>
			<Button variant="secondary" size="compact" className="wkpbic-paste__read" onClick={read} disabled={core.status !== 'ready'}>
				{__('Find the values', 'wkpbic')}
			</Button>
			{failure !== null && <p className="wkpbic-paste__failure">{failure}</p>}
			{reading && (
				<Review
					// Another text is another review.
					key={reading.text}
					wizard={wizard}
					form={form}
					text={reading.text}
					pasted={reading.pasted}
					onTake={take}
					onDiscard={close}
				/>
			)}
		</div>
	);
}
