/** Words for what the log knows by name. A name of tomorrow is shown as it is. */
import { __ } from '@wordpress/i18n';

const events = (): Readonly<Record<string, string>> => ({
	settings_saved: __('Settings saved', 'wkpbic'),
	sign_in_started: __('Sign-in begun', 'wkpbic'),
	signed_in: __('Signed in', 'wkpbic'),
	sign_in_failed: __('Sign-in failed', 'wkpbic'),
	disconnected: __('Disconnected', 'wkpbic'),
	secret_rotated: __('Client secret exchanged', 'wkpbic'),
	rekeyed: __('Encrypted anew', 'wkpbic'),
	claimed: __('Checklist ticked', 'wkpbic'),
	reminder_sent: __('Reminder sent', 'wkpbic'),
	roles_changed: __('Rights changed', 'wkpbic'),
	site_chosen: __('Said which site this is', 'wkpbic'),
	log_downloaded: __('Log downloaded', 'wkpbic'),
	support_bundle_made: __('Support bundle made', 'wkpbic'),
	personal_data_erased: __('Personal data erased', 'wkpbic'),
});

export function eventName(event: string): string {
	return events()[event] ?? event;
}

export function kindName(kind: string): string {
	return kind === 'call' ? __('Call to Microsoft', 'wkpbic') : __('Change', 'wkpbic');
}
