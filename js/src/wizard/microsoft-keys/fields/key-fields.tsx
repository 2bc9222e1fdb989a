/** The values of step 2, as they are registered: the usual ones, and those that most shops never touch. */
import { __ } from '@wordpress/i18n';
import type { Field, StepProps, Wizard } from '../../../extend';
import { Boundary } from '../../shared/boundary';
import { MICROSOFT_KEYS } from '../../step-ids';
import { fieldElementId } from '../reveal';
import { KeysFormContext } from './form-context';
import { isAskedFor, KEY_FIELDS, type KeyFieldId } from './form-state';
import type { KeysForm } from './use-keys-form';

const ADVANCED: readonly KeyFieldId[] = ['cloud', 'sign_in_method', 'password'];

interface OwnField {
	readonly id: KeyFieldId;
	readonly field: Field;
}

export function KeyFields({ wizard, form }: StepProps & { readonly form: KeysForm }) {
	const shown = wizard.fieldsOf(MICROSOFT_KEYS).flatMap((field): readonly OwnField[] => {
		const id = KEY_FIELDS.find((own) => own === field.id);
		return id !== undefined && isAskedFor(form.state, id) ? [{ id, field }] : [];
	});
	const { cloud, sign_in_method } = wizard.setup.fields;
	const unusual = cloud.value !== 'global' || sign_in_method.value !== 'delegated';
	return (
		<KeysFormContext.Provider value={form}>
			<FieldGroup wizard={wizard} form={form} fields={shown.filter(({ id }) => !ADVANCED.includes(id))} />
			<details className="wkpbic-advanced" open={unusual || undefined}>
				<summary>{__('Advanced: another Microsoft cloud, another way to sign in', 'wkpbic')}</summary>
				<FieldGroup wizard={wizard} form={form} fields={shown.filter(({ id }) => ADVANCED.includes(id))} />
			</details>
		</KeysFormContext.Provider>
	);
}

function FieldGroup({ wizard, form, fields }: { readonly wizard: Wizard; readonly form: KeysForm; readonly fields: readonly OwnField[] }) {
	return (
		<div className="wkpbic-fields">
			{fields.map(({ id, field }) => {
				const Content = field.component;
				return (
					Content && (
						<Boundary key={id} id={id}>
							<Content
								wizard={wizard}
								field={field}
								control={{
									inputId: fieldElementId(id),
									saidId: `${fieldElementId(id)}-verdict`,
									text: form.state.fields[id].text,
									said: null,
									locked: wizard.setup.fields[id].locked,
									change: (text) => form.type(id, text),
									leave: () => form.leave(id),
								}}
							/>
						</Boundary>
					)
				);
			})}
		</div>
	);
}
