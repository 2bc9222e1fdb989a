/** What is asked of Microsoft before anybody leaves for it, registered like everybody's checks. */
import { __ } from '@wordpress/i18n';
import type { CheckOutcome, CheckRegistration, CheckRound, NextAction, Wizard } from '../../../extend';
import type { CheckResult } from '../../../setup';
import { MICROSOFT_KEYS } from '../../step-ids';
import { silentAuthorizeUrl } from './authorize-url';
import { nextActionFor } from './next-action';

/** So that one line after the other fills in, though one call answers them all; in milliseconds. */
const BETWEEN_LINES = 160;

/** A check of ours, and which of the server's answers it is about. */
interface Line {
	readonly id: string;
	readonly probe: string;
	readonly label: () => string;
	/** What the server's answer means for this line; the answer itself unless said otherwise. */
	readonly outcome?: (result: CheckResult) => CheckOutcome;
}

const LINES: readonly Line[] = [
	{ id: 'keys-login-host', probe: 'login_host', label: () => __('Your site reaches Microsoft', 'wkpbic') },
	{ id: 'keys-clock', probe: 'clock', label: () => __('Your server’s clock is right', 'wkpbic') },
	{ id: 'keys-tenant', probe: 'tenant_discovered', label: () => __('Microsoft knows the tenant', 'wkpbic') },
	{ id: 'keys-app', probe: 'app_token_issued', label: () => __('Microsoft knows the app', 'wkpbic'), outcome: ofApp },
	{ id: 'keys-secret', probe: 'app_token_issued', label: () => __('Microsoft accepts the client secret', 'wkpbic'), outcome: ofSecret },
	{ id: 'keys-redirect-uri', probe: 'redirect_uri_answered', label: () => __('The redirect URI is registered', 'wkpbic') },
	{ id: 'keys-power-bi-host', probe: 'power_bi_host', label: () => __('Your site reaches Power BI', 'wkpbic') },
];

export const checks: readonly CheckRegistration[] = LINES.map((line, index) => ({
	id: line.id,
	step: MICROSOFT_KEYS,
	label: line.label,
	run: (wizard, round) => runLine(line, index, wizard, round),
	nextAction: (wizard, outcome): NextAction | null => nextActionFor(wizard, line.probe, outcome),
	// Without a person who signs in, Microsoft leads nobody back.
	...(line.probe === 'redirect_uri_answered' && {
		isShown: (setup) => setup.fields.sign_in_method.value !== 'service_principal',
	}),
}));

async function runLine(line: Line, index: number, wizard: Wizard, round: CheckRound): Promise<CheckOutcome> {
	const results = await round.once('preflight', () => wizard.rest.preflight(silentAuthorizeUrl(wizard)));
	if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
		await new Promise((resolve) => setTimeout(resolve, index * BETWEEN_LINES));
	}
	const result = results.find(({ id }) => id === line.probe);
	return result ? (line.outcome?.(result) ?? result) : { state: 'skipped', code: null, params: {} };
}

const isAboutSecret = ({ code }: CheckResult): boolean => code?.startsWith('client_secret_') ?? false;

/** Microsoft looks at the secret only after it has found the app. */
function ofApp(result: CheckResult): CheckOutcome {
	return result.state === 'failed' && isAboutSecret(result) ? { state: 'passed', code: null, params: {} } : result;
}

function ofSecret(result: CheckResult): CheckOutcome {
	return result.state === 'failed' && !isAboutSecret(result) ? { state: 'skipped', code: null, params: {} } : result;
}
