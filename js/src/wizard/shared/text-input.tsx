/** The input of one value, with its label and what is said under it. A secret is covered, and can be uncovered and emptied. */
import { Button, TextControl } from '@wordpress/components';
import { useLayoutEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Said } from '../../extend';

export interface TextInputProps {
	readonly id: string;
	/** Of the element that holds the sentence beside it. */
	readonly saidId: string;
	readonly label: string;
	/** Empty for nothing. */
	readonly help: string;
	readonly text: string;
	readonly said: Said | null;
	readonly required?: boolean;
	/** Whether the text is covered, with a button to uncover it. */
	readonly secret?: boolean;
	readonly keyboard?: 'email' | 'url';
	/** `auto` for words; keys and addresses run from left to right in every language. */
	readonly direction?: 'ltr' | 'auto';
	readonly onChange: (text: string) => void;
	readonly onLeave: () => void;
	readonly onPaste?: () => void;
}

export function TextInput(props: TextInputProps) {
	const { id, saidId, label, help, text, said, required = false, secret = false, keyboard, direction = 'ltr', onChange, onLeave, onPaste } = props;
	const [revealed, setRevealed] = useState(false);
	const input = useRef<HTMLInputElement>(null);

	// React writes what is typed into the document as well, as the attribute `value`, where a script that records the page
	// would find it. The input keeps its text without that.
	useLayoutEffect(() => {
		if (secret) {
			input.current?.removeAttribute('value');
		}
	});

	return (
		<>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				id={id}
				ref={input}
				label={label}
				{...(help !== '' && { help })}
				// Never type="email": browsers cut blanks from such inputs, and nobody would learn of it.
				type={secret && !revealed ? 'password' : 'text'}
				{...(keyboard && { inputMode: keyboard })}
				value={text}
				onChange={onChange}
				onBlur={onLeave}
				{...(onPaste && { onPaste })}
				autoComplete={secret ? 'new-password' : 'off'}
				autoCapitalize="none"
				spellCheck={false}
				dir={direction}
				aria-required={required}
				aria-invalid={said?.level === 'error'}
				aria-describedby={help === '' ? saidId : `${id}__help ${saidId}`}
			/>
			{secret && (
				<span className="wkpbic-field__buttons">
					{text !== '' && (
						<Button
							variant="tertiary"
							size="compact"
							onClick={() => {
								onChange('');
								input.current?.focus();
							}}
						>
							{__('Clear', 'wkpbic')}
							<span className="screen-reader-text"> {label}</span>
						</Button>
					)}
					<Button variant="tertiary" size="compact" aria-controls={id} aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
						{revealed ? __('Hide', 'wkpbic') : __('Show', 'wkpbic')}
						<span className="screen-reader-text"> {label}</span>
					</Button>
				</span>
			)}
		</>
	);
}
