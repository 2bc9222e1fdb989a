/** One value: label, where it is found, input, and the sentence beside it. */
import { Button, TextControl } from '@wordpress/components';
import { useEffect, useLayoutEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Wizard } from '../../extend';
import { saidOf, VerdictLine, type Said } from '../shared/verdict-line';
import type { KeyFieldId } from './form-state';
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
	const said = useSaid(wizard, form, field);
	const id = `wkpbic-${field.replace('_', '-')}`;
	const remark = tidied ? __('Blanks at the ends were removed.', 'wkpbic') : null;

	useOutOfDocument(() => (secret ? form.inputOf(field) : null));
	useAnnounced(wizard, said?.level === 'ok' ? null : (said?.sentence ?? null), remark);

	return (
		<div className={`wkpbic-field${said ? ` is-${said.level}` : ''}`}>
			<div className="wkpbic-field__input">
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={id}
					ref={form.inputRef(field)}
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
					<Button
						variant="tertiary"
						size="compact"
						className="wkpbic-field__reveal"
						aria-controls={id}
						aria-pressed={revealed}
						onClick={() => setRevealed(!revealed)}
					>
						{revealed ? __('Hide', 'wkpbic') : __('Show', 'wkpbic')}
						<span className="screen-reader-text"> {label}</span>
					</Button>
				)}
				{children}
			</div>
			<VerdictLine id={`${id}-verdict`} said={said} remark={remark} />
		</div>
	);
}

/**
 * React writes what is typed into the document as well, as the attribute `value`, where a script that records the page
 * would find it. The input keeps its text without that.
 */
function useOutOfDocument(inputToClean: () => HTMLInputElement | null): void {
	useLayoutEffect(() => inputToClean()?.removeAttribute('value'));
}

/** What the server refused comes before what the core thinks: it is the later word on the same text. */
function useSaid(wizard: Wizard, form: KeysForm, field: KeyFieldId): Said | null {
	const { refusal } = form.state.fields[field];
	if (refusal) {
		return { level: 'error', sentence: wizard.messageFor(refusal.code, refusal.params, refusal.sentence) };
	}
	const verdict = form.verdictOf(field);
	return verdict && saidOf(verdict, wizard.messageFor, __('Looks right.', 'wkpbic'));
}

/** Speaks a sentence when it appears, and not again while it stays. */
function useAnnounced(wizard: Wizard, sentence: string | null, remark: string | null): void {
	const { announce } = wizard;
	useEffect(() => {
		if (sentence !== null) {
			announce(sentence);
		}
	}, [announce, sentence]);
	useEffect(() => {
		if (remark !== null) {
			announce(remark);
		}
	}, [announce, remark]);
}
