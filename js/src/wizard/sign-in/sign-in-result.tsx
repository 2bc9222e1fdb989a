/** How the last sign-in ended: one sentence, where to go on, and the details for support. */
import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { StepLink } from '../shared/step-link';
import { MICROSOFT_KEYS } from '../step-ids';
import { isAboutKeys } from './about-keys';
import { SupportDetails } from './support-details';

const STATUS = { signed_in: 'success', already_done: 'info', failed: 'error' } as const;

export function SignInResultNotice({ wizard }: StepProps) {
	const result = wizard.setup.sign_in;
	if (!result) {
		return null;
	}
	const sentence = wizard.messageFor(result.code, result.params);
	return (
		<Notice
			status={STATUS[result.outcome]}
			isDismissible={false}
			className="wkpbic-notice"
			spokenMessage={sentence}
			politeness={result.outcome === 'failed' ? 'assertive' : 'polite'}
		>
			<p className="wkpbic-notice__sentence">{sentence}</p>
			{result.outcome === 'failed' && isAboutKeys(result.code) && (
				<p>
					<StepLink wizard={wizard} to={MICROSOFT_KEYS}>
						{__('Go to your Microsoft keys', 'wkpbic')}
					</StepLink>
				</p>
			)}
			{result.outcome === 'failed' && <SupportDetails code={result.code} microsoft={result.microsoft} />}
		</Notice>
	);
}
