/** Step 2: get the keys from Microsoft, in one of three ways, and bring them here. */
import { Button, Notice } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { StepProps } from '../../extend';
import { CLOUD_IDS, SIGN_IN_METHODS } from '../../generated/contract';
import { StepFooter } from '../shared/step-footer';
import { BEFORE_YOU_START, SIGN_IN } from '../step-ids';
import { PortalCards } from './cards/portal-cards';
import { CommandRoute } from './command/command-route';
import { KeyFields } from './fields/key-fields';
import { useKeysForm, type KeysForm } from './fields/use-keys-form';
import { KeysContext, type TypedKeys } from './keys-context';
import { PasteBox } from './paste/paste-box';
import { Preflight } from './preflight/preflight';
import { AdminRoute } from './route/admin-route';
import { RouteChoice } from './route/route-choice';
import { useRoute } from './route/use-route';

export function MicrosoftKeys({ wizard }: StepProps) {
	const form = useKeysForm(wizard);
	const { route, choose } = useRoute(wizard);
	const typed = useTyped(form);

	const submit = async (): Promise<void> => {
		if (!form.saving && (await form.save())) {
			wizard.goTo(SIGN_IN);
		}
	};

	return (
		<KeysContext.Provider value={typed}>
			<p className="wkpbic-lead">
				{__(
					'Microsoft gets to know your shop as an app and gives it keys; you bring them here. Choose how. You can change your mind at any time, and nothing is lost.',
					'wkpbic',
				)}
			</p>
			<RouteChoice route={route} onChange={choose} />

			{route === 'portal_guided' && (
				<>
					<h3 className="wkpbic-heading">{__('In Microsoft’s portal', 'wkpbic')}</h3>
					<PortalCards wizard={wizard} />
				</>
			)}
			{route === 'one_command' && (
				<>
					<h3 className="wkpbic-heading">{__('One command in Azure Cloud Shell', 'wkpbic')}</h3>
					<CommandRoute wizard={wizard} />
				</>
			)}
			{route === 'ask_admin' && (
				<>
					<h3 className="wkpbic-heading">{__('Your administrator does it', 'wkpbic')}</h3>
					<AdminRoute wizard={wizard} />
				</>
			)}

			<h3 className="wkpbic-heading">{__('Your values', 'wkpbic')}</h3>
			<PasteBox
				wizard={wizard}
				form={form}
				id="wkpbic-paste"
				label={__('Paste anything', 'wkpbic')}
				help={__(
					'The whole page Overview, the printed block, a mail: every value is found and shown to you before it is filled in. Or fill in the fields yourself.',
					'wkpbic',
				)}
			/>

			<form
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void submit();
				}}
				noValidate
			>
				{wizard.setup.connection.state !== 'not_connected' && (
					<p className="wkpbic-note">
						{__('Another ID, tenant, account or cloud ends the present connection; you sign in again in step 3.', 'wkpbic')}
					</p>
				)}
				<KeyFields wizard={wizard} form={form} />
				<Preflight wizard={wizard} form={form} />
				{form.failure !== null && (
					<Notice
						status="error"
						isDismissible={false}
						className="wkpbic-notice"
						spokenMessage={form.failure}
						politeness="assertive"
					>
						<p>{form.failure}</p>
					</Notice>
				)}
				<StepFooter wizard={wizard} back={BEFORE_YOU_START}>
					<Button variant="primary" type="submit" __next40pxDefaultSize isBusy={form.saving} aria-disabled={form.saving}>
						{form.changed ? __('Save and continue', 'wkpbic') : __('Continue', 'wkpbic')}
					</Button>
				</StepFooter>
			</form>
		</KeysContext.Provider>
	);
}

function useTyped(form: KeysForm): TypedKeys {
	const { client_id, cloud, sign_in_method } = form.state.fields;
	const id = client_id.settled;
	const chosenCloud = CLOUD_IDS.find((value) => value === cloud.text) ?? CLOUD_IDS[0];
	const method = SIGN_IN_METHODS.find((value) => value === sign_in_method.text) ?? SIGN_IN_METHODS[0];
	return useMemo(() => ({ client_id: id, cloud: chosenCloud, sign_in_method: method }), [id, chosenCloud, method]);
}
