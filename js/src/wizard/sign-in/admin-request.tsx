/**
 * For those who may not consent themselves: a mail, a text to copy and a page to print for the administrator, with the
 * link, the reasons and the way back. No secret is in it.
 */
import { Button, Notice, Spinner } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { AdminRequest as Request } from '../../core/door';
import type { Kit } from '../../core/load-kit';
import type { StepProps } from '../../extend';
import { ADMIN_REQUEST_ID } from '../results/admin-request-open';
import { CopyField } from '../shared/copy-field';
import { copyText } from '../shared/copy-text';
import { adminRequestText, shortAdminRequest } from './admin-request-text';
import { ConsentWatch } from './consent-watch';
import { PrintSheet } from './print-sheet';
import { useAdminRequest } from './use-admin-request';

export function AdminRequest({ wizard }: StepProps) {
	const { state, consent_url, load } = useAdminRequest(wizard);
	return (
		<details
			className="wkpbic-details wkpbic-details--block"
			id={ADMIN_REQUEST_ID}
			onToggle={(event) => {
				if (event.currentTarget.open && state.status === 'closed') {
					load();
				}
			}}
		>
			<summary>{__('Only my administrator may allow it', 'wkpbic')}</summary>
			<p>
				{__(
					'Send this to the person who manages Microsoft 365 in your company. They need no access to your shop. It holds no secret.',
					'wkpbic',
				)}
			</p>
			{consent_url !== null && (
				<CopyField
					label={__('Link for your administrator', 'wkpbic')}
					text={consent_url}
					announce={wizard.announce}
				/>
			)}
			{state.status === 'loading' && <Spinner />}
			{state.status === 'failed' && (
				<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage={state.sentence}>
					<p className="wkpbic-notice__sentence">{state.sentence}</p>
					<div className="wkpbic-actions">
						<Button variant="secondary" __next40pxDefaultSize onClick={load}>
							{__('Try again', 'wkpbic')}
						</Button>
					</div>
				</Notice>
			)}
			{state.status === 'ready' && <Kit wizard={wizard} request={state.request} kit={state.kit} />}
			<ConsentWatch wizard={wizard} />
		</details>
	);
}

function Kit({ wizard, request, kit }: StepProps & { readonly request: Request; readonly kit: Kit }) {
	const { messageFor, announce } = wizard;
	const text = useMemo(() => adminRequestText(request, messageFor), [request, messageFor]);
	const mail = useMemo(() => {
		const whole = kit.mailtoUrl(text.subject, text.body);
		return whole.verdict.level === 'ok'
			? whole.url
			: kit.mailtoUrl(text.subject, shortAdminRequest(request, messageFor)).url;
	}, [kit, text, request, messageFor]);
	const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');

	const copy = async (): Promise<void> => {
		const worked = await copyText(`${text.subject}\n\n${text.body}`);
		setCopied(worked ? 'yes' : 'refused');
		announce(
			worked ? __('Copied.', 'wkpbic') : __('The browser does not allow copying. Copy the text by hand.', 'wkpbic'),
			worked ? 'polite' : 'assertive',
		);
	};

	return (
		<div className="wkpbic-request">
			<div className="wkpbic-actions">
				<Button variant="secondary" __next40pxDefaultSize href={mail}>
					{__('Write a mail', 'wkpbic')}
				</Button>
				<Button variant="secondary" __next40pxDefaultSize onClick={() => void copy()}>
					{copied === 'yes' ? __('Copied', 'wkpbic') : __('Copy the text', 'wkpbic')}
				</Button>
				<PrintSheet request={request} messageFor={messageFor} />
			</div>
			<details className="wkpbic-details" open={copied === 'refused' || undefined}>
				<summary>{__('Read what is in it', 'wkpbic')}</summary>
				<div className="wkpbic-request__text" tabIndex={0} role="region" aria-label={text.subject}>
					<strong>{text.subject}</strong>
					{'\n\n'}
					{text.body}
				</div>
			</details>
		</div>
	);
}
