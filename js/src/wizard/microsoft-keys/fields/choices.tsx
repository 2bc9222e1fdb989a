/** Choices that most shops never make: the cloud, and how the plugin gets its tokens. */
import { Notice, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CloudId } from '../../../core/door';
import type { FieldProps } from '../../../extend';
import { CLOUD_IDS, SIGN_IN_METHODS } from '../../../generated/contract';
import { useAnnounced } from '../../shared/use-announced';
import { VerdictLine } from '../../shared/verdict-line';
import { fieldElementId } from '../reveal';
import { useForm } from './form-context';
import { fieldLabel } from './labels';
import { LockedField } from './locked-field';
import { useSaid } from './use-said';
import type { KeysForm } from './use-keys-form';
import { cloudName, signInMethodText } from './words';

export function CloudField({ wizard }: FieldProps) {
	const form = useForm();
	const label = fieldLabel('cloud');
	const id = fieldElementId('cloud');
	const said = useSaid(wizard, form, 'cloud', '');
	useAnnounced(wizard, said, null);
	const stored = wizard.setup.fields.cloud;
	if (stored.locked) {
		return <LockedField label={label} value={cloudName(stored.value)} />;
	}
	return (
		<div className="wkpbic-field">
			<div className="wkpbic-field__input">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={id}
					label={label}
					help={__('Decides every address at once: portal, sign-in and Power BI. Almost everybody is in the first one.', 'wkpbic')}
					value={chosenCloud(form)}
					options={CLOUD_IDS.map((value) => ({ value, label: cloudName(value) }))}
					onChange={(value) => form.choose('cloud', value)}
				/>
			</div>
			<VerdictLine id={`${id}-verdict`} said={said?.level === 'ok' ? null : said} />
		</div>
	);
}

function chosenCloud(form: KeysForm): CloudId {
	const { text } = form.state.fields.cloud;
	return CLOUD_IDS.find((cloud) => cloud === text) ?? CLOUD_IDS[0];
}

export function MethodField({ wizard }: FieldProps) {
	const form = useForm();
	const stored = wizard.setup.fields.sign_in_method;
	const label = fieldLabel('sign_in_method');
	const id = fieldElementId('sign_in_method');
	if (stored.locked) {
		return <LockedField label={label} value={signInMethodText(stored.value).name} />;
	}
	const chosen = form.state.fields.sign_in_method.text;
	return (
		<fieldset className="wkpbic-methods">
			<legend className="wkpbic-field__label">{label}</legend>
			{SIGN_IN_METHODS.map((method) => {
				const { name, explanation } = signInMethodText(method);
				return (
					<label key={method} className="wkpbic-methods__choice">
						<input
							type="radio"
							// The one that is chosen is where focus goes.
							{...(method === chosen && { id })}
							name="wkpbic-sign-in-method"
							value={method}
							checked={method === chosen}
							aria-describedby={`wkpbic-method-${method}`}
							onChange={() => form.choose('sign_in_method', method)}
						/>
						<span>
							<span className="wkpbic-methods__name">{name}</span>
							<span className="wkpbic-methods__explanation" id={`wkpbic-method-${method}`}>
								{explanation}
							</span>
						</span>
					</label>
				);
			})}
			{chosen === 'ropc' && (
				<Notice status="warning" isDismissible={false} className="wkpbic-notice">
					<p>
						<strong>{__('Microsoft advises against this.', 'wkpbic')}</strong>{' '}
						{__(
							'Your site would keep a password of Microsoft 365, and whoever breaks into the site could use it. It fails as soon as the account needs a second factor, which Microsoft asks of more and more organisations.',
							'wkpbic',
						)}
					</p>
				</Notice>
			)}
			{chosen === 'service_principal' && (
				<Notice status="info" isDismissible={false} className="wkpbic-notice">
					<p>{__('It works only when both of these are done, by an administrator of Power BI:', 'wkpbic')}</p>
					<ul className="wkpbic-notice__list">
						<li>{__('The tenant setting “Service principals can call Fabric public APIs” is on for your app (card 7 above).', 'wkpbic')}</li>
						<li>{__('The app is a Member or Admin of the workspace. It never sees “My workspace”.', 'wkpbic')}</li>
					</ul>
				</Notice>
			)}
		</fieldset>
	);
}
