/** One value: label, where it is found, input, and the sentence beside it. */
import { Button, TextControl } from '@wordpress/components';
import { useLayoutEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Wizard } from '../../../extend';
import { VerdictLine } from '../../shared/verdict-line';
import { fieldElementId, revealField } from '../reveal';
import type { KeyFieldId } from './form-state';
import { useAnnounced, useSaid } from './use-said';
import type { KeysForm } from './use-keys-form';

export interface KeyFieldProps {
	readonly wizard: Wizard;
	readonly form: KeysForm;
	readonly field: KeyFieldId;
	readonly label: string;
	readonly help: string;
	/** Whether the text is covered, with a button to uncover it. */
	readonly secret?: boolean;
	readonly keyboard?: 'email';
	/** Stands under the input. */
	readonly children?: ReactNode;
}

export function KeyField(props: KeyFieldProps) {
	const { wizard, form, field, label, help, secret = false, keyboard, children } = props;
	const { text, tidied } = form.state.fields[field];
	const [revealed, setRevealed] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	const said = useSaid(wizard, form, field);
	const id = fieldElementId(field);
	const remark = tidied ? __('Blanks at the ends were removed.', 'wkpbic') : null;

	// React writes what is typed into the document as well, as the attribute `value`, where a script that records the page
	// would find it. The input keeps its text without that.
	useLayoutEffect(() => {
		if (secret) {
			input.current?.removeAttribute('value');
		}
	});
	useAnnounced(wizard, said, remark);

	return (
		<div className={`wkpbic-field${said ? ` is-${said.level}` : ''}${secret ? ' has-secret' : ''}`}>
			<div className="wkpbic-field__input">
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={id}
					ref={input}
					label={label}
					help={help}
					// Never type="email": browsers cut blanks from such inputs, and nobody would learn of it.
					type={secret && !revealed ? 'password' : 'text'}
					{...(keyboard && { inputMode: keyboard })}
					value={text}
					onChange={(value: string) => form.type(field, value)}
					onBlur={() => form.leave(field)}
					onPaste={() => form.paste(field)}
					autoComplete={secret ? 'new-password' : 'off'}
					autoCapitalize="none"
					spellCheck={false}
					dir="ltr"
					aria-required
					aria-invalid={said?.level === 'error'}
					aria-describedby={`${id}__help ${id}-verdict`}
				/>
				{secret && (
					<span className="wkpbic-field__buttons">
						{text !== '' && (
							<Button
								variant="tertiary"
								size="compact"
								onClick={() => {
									form.type(field, '');
									revealField(field);
								}}
							>
								{__('Clear', 'wkpbic')}
								<span className="screen-reader-text"> {label}</span>
							</Button>
						)}
						<Button
							variant="tertiary"
							size="compact"
							aria-controls={id}
							aria-pressed={revealed}
							onClick={() => setRevealed(!revealed)}
						>
							{revealed ? __('Hide', 'wkpbic') : __('Show', 'wkpbic')}
							<span className="screen-reader-text"> {label}</span>
						</Button>
					</span>
				)}
				{children}
			</div>
			<VerdictLine id={`${id}-verdict`} said={said} remark={remark} />
		</div>
	);
}
