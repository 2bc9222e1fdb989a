/** The one thing to do about a line that did not pass: go to the field, or to the page of the portal. */
import { __, sprintf } from '@wordpress/i18n';
import type { CloudId } from '../../../core/door';
import type { CheckOutcome, NextAction, Wizard } from '../../../extend';
import { KEY_FIELDS, type KeyFieldId } from '../fields/form-state';
import { fieldLabel } from '../fields/labels';
import { revealField } from '../reveal';
import { portalLinkOf } from '../use-portal-link';

export function nextActionFor(wizard: Wizard, probe: string, outcome: CheckOutcome): NextAction | null {
	const { code } = outcome;
	if (code === null) {
		return null;
	}
	if (code.startsWith('redirect_uri_') || probe === 'redirect_uri_answered') {
		return openAuthentication(wizard);
	}
	const field = fieldFor(code, probe, outcome);
	return field && { label: goToText(field), act: () => revealField(field) };
}

/** The field that a code is about; null where no field mends it. */
function fieldFor(code: string, probe: string, { params }: CheckOutcome): KeyFieldId | null {
	const named = KEY_FIELDS.find((id) => id === params['field']);
	if (named) {
		return named;
	}
	if (code === 'cloud_wrong' || code.startsWith('discovery_cloud_')) {
		return 'cloud';
	}
	if (code.startsWith('client_secret_')) {
		return 'client_secret';
	}
	if (code.startsWith('tenant_') || code === 'app_in_other_tenant') {
		return 'tenant_id';
	}
	if (code.startsWith('client_')) {
		return 'client_id';
	}
	return probe === 'tenant_discovered' && !code.startsWith('microsoft_') ? 'tenant_id' : null;
}

function openAuthentication(wizard: Wizard): NextAction | null {
	const { client_id, cloud } = wizard.setup.fields;
	const link = portalLinkOf(wizard.core, 'authentication', { client_id: client_id.value, cloud: cloud.value as CloudId });
	return (
		link && {
			label: __('Open “Authentication” in Microsoft’s portal (new tab)', 'wkpbic'),
			act: () => void window.open(link.url, '_blank', 'noopener,noreferrer'),
		}
	);
}

function goToText(field: KeyFieldId): string {
	return sprintf(
		/* translators: %s: label of a field. */
		__('Go to “%s”', 'wkpbic'),
		fieldLabel(field),
	);
}
