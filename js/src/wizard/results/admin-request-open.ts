/** Leads to the request for the administrator in step 3 from anywhere, unfolds it and takes the focus there. */
import type { Wizard } from '../../extend';
import { SIGN_IN } from '../step-ids';

export const ADMIN_REQUEST_ID = 'wkpbic-admin-request';

export function openAdminRequest(wizard: Pick<Wizard, 'goTo'>): void {
	wizard.goTo(SIGN_IN);
	// Step 3 may have to be drawn first, and takes the focus itself when it appears.
	setTimeout(() => openDetails(ADMIN_REQUEST_ID), 0);
}

/** Unfolds a `<details>` and focuses its summary. */
export function openDetails(id: string): void {
	const details = document.getElementById(id);
	if (details instanceof HTMLDetailsElement) {
		details.open = true;
		details.querySelector('summary')?.focus();
	}
}
