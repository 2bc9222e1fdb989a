/** Microsoft's answer to a request for admin consent. It is shown, never stored: it proves nothing by itself. */
import { Notice } from '@wordpress/components';
import { useEffect, useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Core } from '../../core/load';
import type { StepProps } from '../../extend';
import type { Prompt } from '../results/next-action';
import { WhatToDo } from '../results/what-to-do';
import { SIGN_IN } from '../step-ids';
import { firstLine, SupportDetails, supportRowsOf } from './support-details';

export function ConsentAnswer({ wizard, signIn }: StepProps & { readonly signIn: (prompt: Prompt | null) => void }) {
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

	if (core.status !== 'ready') {
		return null;
	}
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
				<Refused
					wizard={wizard}
					core={core.api}
					status="warning"
					lead={__('Consent was not given.', 'wkpbic')}
					error={answer.error}
					description={answer.error_description}
					signIn={signIn}
				/>
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
				<Refused
					wizard={wizard}
					core={core.api}
					status="error"
					lead={__('Microsoft answered with an error.', 'wkpbic')}
					error={answer.error}
					description={answer.error_description}
					signIn={signIn}
				/>
			);
		default:
			return null;
	}
}

function Refused(
	props: StepProps & {
		readonly core: Core;
		readonly status: 'warning' | 'error';
		readonly lead: string;
		readonly error: string;
		readonly description: string;
		readonly signIn: (prompt: Prompt | null) => void;
	},
) {
	const { wizard, core, status, lead, error, description, signIn } = props;
	const diagnosis = useMemo(
		() => core.explainError(`error=${error}\n${description}`),
		[core, error, description],
	);
	return (
		<Notice status={status} isDismissible={false} className="wkpbic-notice">
			<p className="wkpbic-notice__sentence">
				{lead} {wizard.messageFor(diagnosis.code, diagnosis.params)}
			</p>
			<p>
				{__('Microsoft’s words:', 'wkpbic')} <span dir="auto">{firstLine(description) || error}</span>
			</p>
			<WhatToDo
				wizard={wizard}
				code={diagnosis.code}
				actor={diagnosis.actor}
				wait={diagnosis.wait}
				signIn={signIn}
				tryAgain={() => signIn(null)}
			/>
			<SupportDetails rows={supportRowsOf(diagnosis)} announce={wizard.announce} />
		</Notice>
	);
}

/** A tenant may have been entered by its domain, which cannot be compared with an ID. */
function sameTenant(answered: string, entered: string): boolean {
	return entered.includes('.') || answered.toLowerCase() === entered.toLowerCase();
}
