/** Where the answers ask for another method of signing in than the one that is set: says so, and sets it on request. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { QuizResult } from '../../core/door';
import type { Wizard } from '../../extend';
import { failureText } from '../shared/failure-text';
import { SaidLine } from '../shared/said-line';

export function SignInMethod({ wizard, result }: { readonly wizard: Wizard; readonly result: QuizResult | null }) {
	const [failure, setFailure] = useState<string | null>(null);
	const [saving, setSaving] = useState(false);
	const { value, locked } = wizard.setup.fields.sign_in_method;
	if (result === null || result.route === 'stop' || result.sign_in_method === value || value === 'ropc' || locked) {
		return null;
	}
	const { sign_in_method } = result;
	const use = async (): Promise<void> => {
		setSaving(true);
		try {
			wizard.replaceSetup(await wizard.rest.saveFields({ sign_in_method }));
			setFailure(null);
			wizard.announce(__('Saved.', 'wkpbic'));
		} catch (error) {
			setFailure(failureText(error, wizard.messageFor));
		}
		setSaving(false);
	};
	return (
		<div className="wkpbic-panel">
			<p>
				{sign_in_method === 'service_principal'
					? __('Your answers say that data is to flow without a person. For that, the shop signs in by itself, as an app.', 'wkpbic')
					: __('Your answers say that a person looks at the reports. For that, you sign in once with your account.', 'wkpbic')}
			</p>
			{failure !== null && <SaidLine said={{ level: 'error', sentence: failure }} />}
			<p>
				<Button variant="secondary" __next40pxDefaultSize isBusy={saving} aria-disabled={saving} onClick={() => void (saving || use())}>
					{sign_in_method === 'service_principal' ? __('Let the shop sign in by itself', 'wkpbic') : __('Sign in with my account', 'wkpbic')}
				</Button>
			</p>
		</div>
	);
}
