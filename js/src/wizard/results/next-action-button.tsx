/** The button or link for the one thing to do next. */
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { PortalTarget } from '../../core/door';
import type { CloudId } from '../../generated/contract';
import type { Wizard } from '../../extend';
import { NewTab } from '../microsoft-keys/glyphs';
import { BEFORE_YOU_START, MICROSOFT_KEYS, SIGN_IN } from '../step-ids';
import { openAdminRequest } from './admin-request-open';
import type { NextAction, Prompt } from './next-action';

export interface NextActionButtonProps {
	readonly wizard: Wizard;
	readonly action: NextAction;
	readonly variant?: 'primary' | 'secondary';
	/** Leaves for Microsoft. */
	readonly signIn: (prompt: Prompt | null) => void;
	/** Repeats what failed; without it no button is shown for "try again". */
	readonly tryAgain?: () => void;
}

export function NextActionButton({ wizard, action, variant = 'secondary', signIn, tryAgain }: NextActionButtonProps) {
	const look = { variant, __next40pxDefaultSize: true } as const;
	switch (action.kind) {
		case 'go_to':
			return (
				<Button {...look} onClick={() => wizard.goTo(action.step)}>
					{goToLabel(action.step)}
				</Button>
			);
		case 'sign_in':
			return (
				<Button {...look} disabled={wizard.core.status !== 'ready'} onClick={() => signIn(action.prompt)}>
					{action.prompt === 'select_account'
						? __('Sign in with another account', 'wkpbic')
						: __('Sign in again', 'wkpbic')}
				</Button>
			);
		case 'ask_admin':
			return (
				<Button {...look} onClick={() => openAdminRequest(wizard)}>
					{__('Ask your administrator', 'wkpbic')}
				</Button>
			);
		case 'portal':
			return <PortalButton wizard={wizard} target={action.target} variant={variant} />;
		case 'try_again':
			return tryAgain ? (
				<Button {...look} onClick={tryAgain}>
					{__('Try again', 'wkpbic')}
				</Button>
			) : null;
	}
}

function goToLabel(step: string): string {
	switch (step) {
		case BEFORE_YOU_START:
			return __('Go to “Before you start”', 'wkpbic');
		case MICROSOFT_KEYS:
			return __('Go to your Microsoft keys', 'wkpbic');
		case SIGN_IN:
			return __('Go to step 3 and sign in', 'wkpbic');
		default:
			return __('Check and finish', 'wkpbic');
	}
}

const portalLabels = (): Partial<Record<PortalTarget, string>> => ({
	api_permissions: __('Open “API permissions” in Azure', 'wkpbic'),
	authentication: __('Open “Authentication” in Azure', 'wkpbic'),
	certificates_and_secrets: __('Open “Certificates & secrets” in Azure', 'wkpbic'),
	power_bi: __('Open Power BI', 'wkpbic'),
	power_bi_tenant_settings: __('Open Power BI’s tenant settings', 'wkpbic'),
});

/** Opens in a new tab, and says so to screen readers. */
export function PortalButton(props: {
	readonly wizard: Wizard;
	readonly target: PortalTarget;
	readonly variant?: 'primary' | 'secondary' | 'link';
}) {
	const { wizard, target, variant = 'secondary' } = props;
	const { cloud, client_id } = wizard.setup.fields;
	if (wizard.core.status !== 'ready') {
		return null;
	}
	let address: string;
	try {
		address = wizard.core.api.portalLink(target, cloud.value as CloudId, client_id.value || null).url;
	} catch {
		return null;
	}
	return (
		<Button
			variant={variant}
			{...(variant !== 'link' && { __next40pxDefaultSize: true as const })}
			href={address}
			target="_blank"
			rel="noreferrer noopener"
		>
			{portalLabels()[target] ?? __('Open Azure', 'wkpbic')}
			<NewTab />
			<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
		</Button>
	);
}
