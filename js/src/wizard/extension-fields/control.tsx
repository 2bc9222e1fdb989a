/** The wizard's own input for each type of field. */
import { FormToggle, SelectControl, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Field, FieldControl } from '../../extend';
import { TextInput } from '../shared/text-input';

/** The text of a toggle that is on; off is the empty text. */
const ON = '1';

export interface ControlProps {
	readonly field: Field;
	readonly control: FieldControl;
}

export function Control({ field, control }: ControlProps) {
	const { inputId: id, saidId, text, said, change, leave } = control;
	const label = field.label();
	const help = [field.help(), field.where()].filter((part) => part !== '').join(' ');
	const required = field.rules.some(({ kind }) => kind === 'required');
	const invalid = said?.level === 'error';
	const describedBy = help === '' ? saidId : `${id}__help ${saidId}`;

	switch (field.type) {
		case 'select':
			return (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={id}
					label={label}
					{...(help !== '' && { help })}
					value={text}
					options={optionsOf(field, text)}
					onChange={change}
					onBlur={leave}
					aria-required={required}
					aria-invalid={invalid}
					aria-describedby={describedBy}
				/>
			);
		case 'toggle':
			return (
				<div className="wkpbic-toggle">
					<FormToggle
						id={id}
						checked={text === ON}
						onChange={() => change(text === ON ? '' : ON)}
						aria-required={required}
						aria-invalid={invalid}
						aria-describedby={describedBy}
					/>
					<label className="wkpbic-toggle__label" htmlFor={id}>
						{label}
					</label>
					{help !== '' && (
						<p className="wkpbic-field__help" id={`${id}__help`}>
							{help}
						</p>
					)}
				</div>
			);
		case 'date':
			return (
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={id}
					className="wkpbic-field__date"
					type="date"
					label={label}
					{...(help !== '' && { help })}
					value={text}
					onChange={change}
					onBlur={leave}
					aria-required={required}
					aria-invalid={invalid}
					aria-describedby={describedBy}
				/>
			);
		default:
			return (
				<TextInput
					id={id}
					saidId={saidId}
					label={label}
					help={help}
					text={text}
					said={said}
					required={required}
					secret={field.type === 'secret'}
					direction={field.type === 'text' ? 'auto' : 'ltr'}
					{...((field.type === 'email' || field.type === 'url') && { keyboard: field.type })}
					onChange={change}
					onLeave={leave}
				/>
			);
	}
}

/** With an entry for “nothing yet”, and for a stored value that is no longer offered. */
function optionsOf(field: Field, text: string): { value: string; label: string }[] {
	const choices = field.choices().map(({ value, label }) => ({ value, label }));
	const isOffered = choices.some(({ value }) => value === text);
	return [
		...(choices.some(({ value }) => value === '') ? [] : [{ value: '', label: __('Please choose', 'wkpbic') }]),
		...choices,
		...(isOffered || text === '' ? [] : [{ value: text, label: text }]),
	];
}
