/** When the client secret ends, and who is told before: a calendar file, the reminder days, the reminder address. */
import { Button, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { REMINDER_DAYS } from '../../generated/contract';
import { RestFailure } from '../../rest/failure';
import { saveFile } from '../results/save-file';
import { dayText } from '../shared/date-text';
import { failureText } from '../shared/failure-text';
import { StepLink } from '../shared/step-link';
import { MICROSOFT_KEYS } from '../step-ids';
import { calendarFacts } from './calendar-facts';

export function ExpiryPlanner({ wizard }: StepProps) {
	const expires_on = wizard.setup.fields.client_secret_expires_on.value;
	const left = wizard.setup.expiry?.days_left ?? null;
	return (
		<details className="wkpbic-details wkpbic-details--block">
			<summary>{__('When the client secret ends', 'wkpbic')}</summary>
			{expires_on === '' ? (
				<p>
					{wizard.messageFor('expiry_date_missing')}{' '}
					<StepLink wizard={wizard} to={MICROSOFT_KEYS}>
						{__('Enter it in step 2', 'wkpbic')}
					</StepLink>
				</p>
			) : (
				<>
					<p>
						{sprintf(
							/* translators: %s: a day. */
							__('The client secret ends on %s.', 'wkpbic'),
							dayText(expires_on),
						)}{' '}
						{left !== null &&
							left > 0 &&
							sprintf(
								/* translators: %d: number of days. */
								_n('That is in %d day.', 'That is in %d days.', left, 'wkpbic'),
								left,
							)}{' '}
						{sprintf(
							/* translators: %s: numbers of days, separated by commas. */
							__('Reminders come so many days before: %s.', 'wkpbic'),
							REMINDER_DAYS.join(', '),
						)}
					</p>
					<CalendarButton wizard={wizard} expires_on={expires_on} />
				</>
			)}
			<ReminderAddress wizard={wizard} />
		</details>
	);
}

function CalendarButton({ wizard, expires_on }: StepProps & { readonly expires_on: string }) {
	const [busy, setBusy] = useState(false);
	const [failure, setFailure] = useState<string | null>(null);

	const save = async (): Promise<void> => {
		if (busy) {
			return;
		}
		setBusy(true);
		const kit = await wizard.loadKit();
		setBusy(false);
		if (kit.status !== 'ready') {
			setFailure(wizard.messageFor(kit.code, kit.params));
			return;
		}
		try {
			saveFile('power-bi-secret.ics', 'text/calendar', kit.api.calendarFile(calendarFacts(wizard, expires_on, new Date())));
			setFailure(null);
		} catch (reason) {
			setFailure(failureText(reason, wizard.messageFor));
		}
	};

	return (
		<>
			<div className="wkpbic-actions">
				<Button variant="secondary" __next40pxDefaultSize isBusy={busy} aria-disabled={busy} onClick={() => void save()}>
					{__('Put it into my calendar', 'wkpbic')}
				</Button>
			</div>
			<div role="status">{failure !== null && <p className="wkpbic-verdict__said is-error">{failure}</p>}</div>
		</>
	);
}

export function ReminderAddress({ wizard }: StepProps) {
	const { setup, rest, core, messageFor, replaceSetup, announce } = wizard;
	const stored = setup.fields.reminder_email;
	const [address, setAddress] = useState(stored.value);
	const [said, setSaid] = useState<{ readonly level: 'ok' | 'error'; readonly sentence: string } | null>(null);
	const [busy, setBusy] = useState(false);

	const save = async (): Promise<void> => {
		if (busy) {
			return;
		}
		const text = core.status === 'ready' ? core.api.tidyField('reminder_email', address) : address.trim();
		const verdict = core.status === 'ready' ? core.api.validateField('reminder_email', text, {}) : null;
		if (verdict?.level === 'error') {
			setSaid({ level: 'error', sentence: messageFor(verdict.code, verdict.params) });
			return;
		}
		setBusy(true);
		try {
			replaceSetup(await rest.saveFields({ reminder_email: text }));
			setAddress(text);
			const sentence =
				text === ''
					? __('Saved: reminders go to the site’s own address.', 'wkpbic')
					: __('Saved: reminders go to this address.', 'wkpbic');
			setSaid({ level: 'ok', sentence });
			announce(sentence);
		} catch (reason) {
			const sentence =
				reason instanceof RestFailure && reason.field === 'reminder_email'
					? messageFor(reason.code, reason.params, reason.sentence)
					: failureText(reason, messageFor);
			setSaid({ level: 'error', sentence });
		}
		setBusy(false);
	};

	return (
		<form
			className="wkpbic-reminder"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				type="email"
				label={__('Mail the reminders to', 'wkpbic')}
				help={__('Empty: to the address of the site’s administration.', 'wkpbic')}
				value={address}
				readOnly={stored.locked}
				autoComplete="email"
				onChange={(value) => {
					setAddress(value);
					setSaid(null);
				}}
				aria-describedby="wkpbic-reminder-said"
				aria-invalid={said?.level === 'error'}
			/>
			<Button type="submit" variant="secondary" __next40pxDefaultSize isBusy={busy} aria-disabled={busy} disabled={stored.locked}>
				{__('Save the address', 'wkpbic')}
			</Button>
			<p id="wkpbic-reminder-said" role="status" className={`wkpbic-reminder__said is-${said?.level ?? 'ok'}`}>
				{said?.sentence}
			</p>
		</form>
	);
}
