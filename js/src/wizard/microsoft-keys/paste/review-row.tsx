/** One value of the review: masked where it is a secret, ticked where it is to be taken. */
import { Button, SelectControl } from '@wordpress/components';
import { useId, useLayoutEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { isSecret, type KeyFieldId } from '../fields/form-state';
import { fieldLabel } from '../fields/labels';
import { cloudName } from '../fields/words';
import type { Candidate, Place } from './review-state';

const MASK = '••••••••••••';

export function ReviewRow(props: {
	readonly candidate: Candidate;
	readonly chosen: KeyFieldId | null;
	/** What stands in the form already and would be replaced. */
	readonly present: string | null;
	readonly isLocked: (field: KeyFieldId) => boolean;
	readonly onChoose: (field: KeyFieldId | null) => void;
}) {
	const { candidate, chosen, present, isLocked, onChoose } = props;
	const { fields, value, sure, place } = candidate;
	const secret = fields.some(isSecret);
	const [only] = fields;
	const id = useId();
	return (
		<li className={`wkpbic-review__row is-${sure}`}>
			{sure === 'asked' || only === undefined ? (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={__('What is this?', 'wkpbic')}
					value={chosen ?? ''}
					options={[
						{ value: '', label: __('Leave it out', 'wkpbic') },
						...fields.filter((field) => !isLocked(field)).map((field) => ({ value: field, label: fieldLabel(field) })),
					]}
					onChange={(field) => onChoose(fields.find((other) => other === field) ?? null)}
				/>
			) : (
				<label className="wkpbic-review__take" htmlFor={id}>
					<input
						id={id}
						type="checkbox"
						checked={chosen !== null}
						disabled={isLocked(only)}
						onChange={(event) => onChoose(event.target.checked ? only : null)}
					/>
					<span>{fieldLabel(only)}</span>
					<span className={`wkpbic-tag is-${sure}`}>{sureText(sure)}</span>
				</label>
			)}
			<div className="wkpbic-review__found">
				<FoundText secret={secret} text={only === 'cloud' ? cloudName(value) : value} />
				<p className="wkpbic-review__place">{placeText(place)}</p>
				{only !== undefined && isLocked(only) && (
					<p className="wkpbic-review__place">{__('Set in wp-config.php; it stays as it is.', 'wkpbic')}</p>
				)}
				{present !== null && (
					<p className="wkpbic-review__place">
						{secret
							? __('Replaces what is typed in the form.', 'wkpbic')
							: sprintf(
									/* translators: %s: the value that stands in the form. */
									__('Replaces %s in the form.', 'wkpbic'),
									only === 'cloud' ? cloudName(present) : present,
								)}
					</p>
				)}
			</div>
		</li>
	);
}

function FoundText({ secret, text }: { readonly secret: boolean; readonly text: string }) {
	const [shown, setShown] = useState(false);
	if (!secret) {
		return (
			<code className="wkpbic-review__value" dir="ltr">
				{text}
			</code>
		);
	}
	return (
		<span className="wkpbic-review__secret">
			{shown ? <SecretText text={text} /> : <code className="wkpbic-review__value">{MASK}</code>}
			<Button variant="link" aria-pressed={shown} onClick={() => setShown(!shown)}>
				{shown ? __('Hide', 'wkpbic') : __('Show', 'wkpbic')}
				<span className="screen-reader-text"> {__('the client secret', 'wkpbic')}</span>
			</Button>
		</span>
	);
}

/** In an input, because a text in the document could be read by whatever records the page. */
function SecretText({ text }: { readonly text: string }) {
	const input = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		if (input.current) {
			input.current.value = text;
		}
	}, [text]);
	return (
		<input
			ref={input}
			className="wkpbic-review__value"
			type="text"
			readOnly
			dir="ltr"
			autoComplete="off"
			aria-label={__('The client secret that was found', 'wkpbic')}
		/>
	);
}

function sureText(sure: Candidate['sure']): string {
	switch (sure) {
		case 'certain':
			return __('certain', 'wkpbic');
		case 'likely':
			return __('likely: please compare', 'wkpbic');
		default:
			return __('possible: please compare', 'wkpbic');
	}
}

function placeText({ line, before }: Place): string {
	return before === null || before === ''
		? /* translators: %d: number of a line. */
			sprintf(__('Line %d of the text.', 'wkpbic'), line)
		: /* translators: 1: number of a line, 2: a few words of the pasted text. */
			sprintf(__('Line %1$d of the text, after “%2$s”.', 'wkpbic'), line, before);
}
