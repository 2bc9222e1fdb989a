/** A new client secret: tried at Microsoft first, then exchanged. Until that has worked the old one stays. */
import { Button, Notice, TextControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FieldId, Verdict } from '../../core/door';
import type { StepProps } from '../../extend';
import { RestFailure } from '../../rest/failure';
import { actorOf, nextActionOf, waitOf } from '../../wizard/results/next-action';
import { PortalButton } from '../../wizard/results/next-action-button';
import { WhoActs } from '../../wizard/results/who-acts';
import { dateText, dayText } from '../../wizard/shared/date-text';
import { failureText } from '../../wizard/shared/failure-text';

interface Said {
	readonly field: 'client_secret' | 'client_secret_expires_on' | null;
	readonly sentence: string;
	readonly code: string;
}

export function RotateSecret({ wizard }: StepProps) {
	const { setup, core, rest, messageFor, replaceSetup, announce } = wizard;
	const stored = setup.fields.client_secret;
	const expires = setup.fields.client_secret_expires_on;
	const [secret, setSecret] = useState('');
	const [day, setDay] = useState('');
	const [shown, setShown] = useState(false);
	const [busy, setBusy] = useState(false);
	const [said, setSaid] = useState<Said | null>(null);
	const [done, setDone] = useState(false);
	const form = useRef<HTMLFormElement>(null);

	const refuse = (refused: Said): void => {
		setSaid(refused);
		if (refused.field !== null) {
			form.current?.querySelector<HTMLInputElement>(`[name="${refused.field}"]`)?.focus();
		}
	};
	const verdictOf = (field: FieldId, text: string): Verdict | null =>
		core.status === 'ready' ? core.api.validateField(field, text, { client_id: setup.fields.client_id.value }) : null;

	const rotate = async (): Promise<void> => {
		if (busy) {
			return;
		}
		const text = core.status === 'ready' ? core.api.tidyField('client_secret', secret) : secret.trim();
		for (const [field, value] of [['client_secret', text], ['client_secret_expires_on', day]] as const) {
			const verdict = verdictOf(field, value);
			if (verdict?.level === 'error') {
				refuse({ field, code: verdict.code, sentence: messageFor(verdict.code, verdict.params) });
				return;
			}
		}
		setBusy(true);
		setDone(false);
		setSaid(null);
		try {
			replaceSetup(await rest.rotateSecret(text, day === '' ? null : day));
			setSecret('');
			setDay('');
			setShown(false);
			setDone(true);
			announce(__('Microsoft accepts the new secret. It is in use from now on.', 'wkpbic'));
		} catch (reason) {
			const field = reason instanceof RestFailure ? reason.field : null;
			refuse({
				field: field === 'client_secret' || field === 'client_secret_expires_on' ? field : null,
				code: reason instanceof RestFailure ? reason.code : '',
				sentence: failureText(reason, messageFor),
			});
		}
		setBusy(false);
	};

	return (
		<>
			<p>
				{stored.stored_at !== null
					? sprintf(
							/* translators: %s: date. */
							__('The present secret was stored on %s.', 'wkpbic'),
							dateText(stored.stored_at),
						)
					: stored.has_value
						? __('There is a secret.', 'wkpbic')
						: __('There is no secret yet.', 'wkpbic')}{' '}
				{expires.value !== '' &&
					sprintf(
						/* translators: %s: a day. */
						__('It ends on %s.', 'wkpbic'),
						dayText(expires.value),
					)}
			</p>
			{setup.expiry?.code && (
				<Notice status="warning" isDismissible={false} className="wkpbic-notice">
					<p className="wkpbic-notice__sentence">{messageFor(setup.expiry.code, setup.expiry.params)}</p>
				</Notice>
			)}
			{stored.locked ? (
				<p className="wkpbic-note">{__('It is set in wp-config.php and is exchanged there.', 'wkpbic')}</p>
			) : (
				<form
					ref={form}
					className="wkpbic-rotate"
					autoComplete="off"
					noValidate
					onSubmit={(event) => {
						event.preventDefault();
						void rotate();
					}}
				>
					<p className="wkpbic-note">
						{__(
							'Make a new client secret in Azure and paste its Value. It is tried at Microsoft first; until that has worked, the old one stays.',
							'wkpbic',
						)}
					</p>
					<div>
						<PortalButton wizard={wizard} target="certificates_and_secrets" />
					</div>
					<div className="wkpbic-rotate__fields">
						<TextControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							name="client_secret"
							type={shown ? 'text' : 'password'}
							label={__('New client secret (Value)', 'wkpbic')}
							value={secret}
							dir="ltr"
							spellCheck={false}
							autoComplete="off"
							onChange={(value) => {
								setSecret(value);
								setSaid(null);
							}}
							aria-invalid={said?.field === 'client_secret'}
							aria-describedby="wkpbic-rotate-said"
						/>
						<TextControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							name="client_secret_expires_on"
							type="date"
							label={__('It ends on', 'wkpbic')}
							value={day}
							readOnly={expires.locked}
							onChange={(value) => {
								setDay(value);
								setSaid(null);
							}}
							aria-invalid={said?.field === 'client_secret_expires_on'}
							aria-describedby="wkpbic-rotate-said"
						/>
					</div>
					<div id="wkpbic-rotate-said" role="status" className="wkpbic-rotate__said">
						{said !== null && (
							<>
								<p className="wkpbic-verdict__said is-error">{said.sentence}</p>
								{said.field === null && nextActionOf(said.code).kind !== 'go_to' && (
									<WhoActs actor={actorOf(said.code)} wait={waitOf(said.code)} />
								)}
							</>
						)}
						{done && (
							<p className="wkpbic-verdict__said is-ok">
								{__('Microsoft accepts the new secret. It is in use from now on.', 'wkpbic')}
							</p>
						)}
					</div>
					<div className="wkpbic-actions">
						<Button
							type="submit"
							variant="secondary"
							__next40pxDefaultSize
							isBusy={busy}
							aria-disabled={busy || secret === ''}
							disabled={secret === ''}
						>
							{__('Try it and exchange', 'wkpbic')}
						</Button>
						<Button variant="tertiary" __next40pxDefaultSize aria-pressed={shown} onClick={() => setShown(!shown)}>
							{shown ? __('Hide what I typed', 'wkpbic') : __('Show what I typed', 'wkpbic')}
						</Button>
					</div>
				</form>
			)}
		</>
	);
}
