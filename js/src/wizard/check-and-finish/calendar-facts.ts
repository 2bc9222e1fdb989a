/** What the calendar file is made of. */
import { __, sprintf } from '@wordpress/i18n';
import type { CalendarFacts } from '../../core/door';
import type { Wizard } from '../../extend';
import { MICROSOFT_KEYS } from '../step-ids';

export function calendarFacts(wizard: Wizard, expires_on: string, now: Date): CalendarFacts {
	const { admin_url, name } = wizard.site;
	const domain = new URL(admin_url).hostname;
	return {
		expires_on,
		// 2026-11-24T05:30:00.000Z as 20261124T053000Z
		stamp: now.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, ''),
		domain,
		// The same for each secret of the shop: the next one moves the event.
		uid: `wkpbic-client-secret@${domain}`,
		/* translators: %s: name of a shop. */
		summary: sprintf(__('Power BI: the client secret of %s ends', 'wkpbic'), name),
		description: __(
			'Make a new client secret in Azure under Certificates & secrets, and enter its Value in step 2 of the set-up. Without it the shop loses its connection to Power BI.',
			'wkpbic',
		),
		url: `${admin_url}${wizard.hrefOf(MICROSOFT_KEYS)}`,
	};
}
