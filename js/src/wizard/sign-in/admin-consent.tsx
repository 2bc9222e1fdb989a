/** The link for those who may not consent themselves: an administrator opens it once for everybody. */
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { CopyField } from '../shared/copy-field';
import { appOf } from './app-of';

export function AdminConsent({ wizard }: StepProps) {
	const { core } = wizard;
	const app = appOf(wizard);
	const request = JSON.stringify(app);
	const url = useMemo(() => {
		if (core.status !== 'ready') {
			return null;
		}
		try {
			return core.api.adminConsentUrl(JSON.parse(request) as typeof app).url;
		} catch {
			// Keys that the core refuses: the missing or wrong ones are named above.
			return null;
		}
	}, [core, request]);

	if (url === null) {
		return null;
	}
	return (
		<details className="wkpbic-details wkpbic-details--block">
			<summary>{__('Your administrator has to allow it?', 'wkpbic')}</summary>
			<p>
				{__(
					'Send this link to the person who manages Microsoft 365 in your company. It holds no secret. Once they have allowed it, come back and sign in.',
					'wkpbic',
				)}
			</p>
			<CopyField label={__('Link for your administrator', 'wkpbic')} text={url} announce={wizard.announce} />
		</details>
	);
}
