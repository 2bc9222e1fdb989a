/** Microsoft's answer to a request for admin consent. It is shown, never stored: it proves nothing by itself. */
import { Notice } from '@wordpress/components';
import { useEffect, useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { SIGN_IN } from '../step-ids';
import { firstLine } from './support-details';

export function ConsentAnswer({ wizard }: StepProps) {
	const { core, arrivedWith, hrefOf } = wizard;
	const answer = useMemo(
		() => (core.status === 'ready' ? core.api.readCallback(arrivedWith) : null),
		[core, arrivedWith],
	);
	const answered = answer !== null && answer.kind !== 'none';

	// A clean address: a reload or a bookmark must not tell the same news again.
	useEffect(() => {
		const address = new URLSearchParams(window.location.search);
		if (answered && (address.has('admin_consent') || address.has('state'))) {
			window.history.replaceState(null, '', hrefOf(SIGN_IN));
		}
	}, [answered, hrefOf]);

	switch (answer?.kind) {
		case 'admin_consent_granted':
			return (
				<Notice status="success" isDismissible={false} className="wkpbic-notice">
					<p className="wkpbic-notice__sentence">
						{wizard.messageFor('admin_consent_granted', { tenant: answer.tenant })}
					</p>
					{answer.tenant !== '' && !sameTenant(answer.tenant, wizard.setup.fields.tenant_id.value) && (
						<p>
							{__(
								'The answer names another directory than the one you entered. Ask whether consent was given in the right company.',
								'wkpbic',
							)}{' '}
							<code dir="ltr">{answer.tenant}</code>
						</p>
					)}
				</Notice>
			);
		case 'admin_consent_refused':
			return (
				<Notice status="warning" isDismissible={false} className="wkpbic-notice">
					<p className="wkpbic-notice__sentence">
						{__('Consent was not given. Microsoft’s reason:', 'wkpbic')}{' '}
						<span dir="auto">{firstLine(answer.error_description) || answer.error}</span>
					</p>
				</Notice>
			);
		case 'invalid':
			return (
				<Notice status="error" isDismissible={false} className="wkpbic-notice">
					<p className="wkpbic-notice__sentence">
						{wizard.messageFor(answer.verdict.code, answer.verdict.params)}
					</p>
				</Notice>
			);
		// The server takes every answer to a sign-in before the page is drawn, but one: an error that lost its state.
		case 'error':
			return (
				<Notice status="error" isDismissible={false} className="wkpbic-notice">
					<p className="wkpbic-notice__sentence">
						{__('Microsoft answered with an error:', 'wkpbic')}{' '}
						<span dir="auto">{firstLine(answer.error_description) || answer.error}</span>
					</p>
				</Notice>
			);
		default:
			return null;
	}
}

/** A tenant may have been entered by its domain, which cannot be compared with an ID. */
function sameTenant(answered: string, entered: string): boolean {
	return entered.includes('.') || answered.toLowerCase() === entered.toLowerCase();
}
