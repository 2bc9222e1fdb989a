/** One value: label, where it is found, input, and the sentence beside it. */
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Wizard } from '../../../extend';
import { TextInput } from '../../shared/text-input';
import { useAnnounced } from '../../shared/use-announced';
import { VerdictLine } from '../../shared/verdict-line';
import { fieldElementId } from '../reveal';
import type { KeyFieldId } from './form-state';
import { useSaid } from './use-said';
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
	const said = useSaid(wizard, form, field);
	const id = fieldElementId(field);
	const remark = tidied ? __('Blanks at the ends were removed.', 'wkpbic') : null;
	useAnnounced(wizard, said, remark);

	return (
		<div className={`wkpbic-field${said ? ` is-${said.level}` : ''}${secret ? ' has-secret' : ''}`}>
			<div className="wkpbic-field__input">
				<TextInput
					id={id}
					saidId={`${id}-verdict`}
					label={label}
					help={help}
					text={text}
					said={said}
					required
					secret={secret}
					{...(keyboard && { keyboard })}
					onChange={(value) => form.type(field, value)}
					onLeave={() => form.leave(field)}
					onPaste={() => form.paste(field)}
				/>
				{children}
			</div>
			<VerdictLine id={`${id}-verdict`} said={said} remark={remark} />
		</div>
	);
}
