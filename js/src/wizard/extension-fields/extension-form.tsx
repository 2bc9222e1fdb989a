/** The fields that other plugins have brought into a step, with the button that saves them. */
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { FormEvent, ReactNode } from 'react';
import type { Field, Wizard } from '../../extend';
import { ExtensionField } from './extension-field';
import { useExtensionForm, type ExtensionForm as Form } from './use-extension-form';

export interface ExtensionFormProps {
	readonly wizard: Wizard;
	readonly stepId: string;
	readonly fields: readonly Field[];
	readonly onBroken: (fieldId: string) => void;
	/** What stands below the fields, with the submit button among it. */
	readonly footer: (form: Form) => ReactNode;
	/** After everything was saved, or nothing had to be. */
	readonly onSaved?: () => void;
}

export function ExtensionForm({ wizard, stepId, fields, onBroken, footer, onSaved }: ExtensionFormProps) {
	const form = useExtensionForm(wizard, stepId, fields);
	const submit = async (): Promise<void> => {
		if (await form.save()) {
			onSaved?.();
		}
	};
	return (
		<form
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				void submit();
			}}
			noValidate
		>
			<div className="wkpbic-fields">
				{fields.map((field) => (
					<ExtensionField key={field.id} wizard={wizard} field={field} typed={form.typed} kit={form.kit} onBroken={onBroken} />
				))}
			</div>
			{form.failure !== null && (
				<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage={form.failure} politeness="assertive">
					<p>{form.failure}</p>
				</Notice>
			)}
			{footer(form)}
		</form>
	);
}

/** The button of a step that has a main action of its own. */
export function SaveButton({ form }: { readonly form: Form }) {
	return (
		<div className="wkpbic-actions">
			<Button variant="secondary" type="submit" __next40pxDefaultSize isBusy={form.saving} aria-disabled={form.saving}>
				{__('Save', 'wkpbic')}
			</Button>
		</div>
	);
}
