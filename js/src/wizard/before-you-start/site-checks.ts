/** What is looked at before anybody begins: this site, and the way from it to Microsoft. */
import { __ } from '@wordpress/i18n';
import type { CheckOutcome, CheckRegistration, CheckRound, NextAction, Wizard } from '../../extend';
import type { CheckResult } from '../../setup';
import { ownRedirectUri } from '../redirect-uri';
import { BEFORE_YOU_START } from '../step-ids';

const PASSED: CheckOutcome = { state: 'passed', code: null, params: {} };

/** One request for all that the server looks at. */
function askServer(wizard: Wizard, round: CheckRound): Promise<readonly CheckResult[]> {
	return round.once('preflight', () => wizard.rest.preflight(null));
}

async function fromServer(id: string, wizard: Wizard, round: CheckRound): Promise<CheckOutcome> {
	const result = (await askServer(wizard, round)).find((candidate) => candidate.id === id);
	return result ?? { state: 'unknown', code: null, params: {} };
}

/** Opens a page of wp-admin in this tab; nothing is typed in this step that could be lost. */
function adminPage(label: () => string, page: string): (wizard: Wizard) => NextAction {
	return (wizard) => ({ label: label(), act: () => wizard.leaveFor(wizard.site.admin_url + page) });
}

const check = (part: Omit<CheckRegistration, 'step'>): CheckRegistration => ({ step: BEFORE_YOU_START, ...part });

export const siteChecks: readonly CheckRegistration[] = [
	check({
		id: 'redirect_uri_legal',
		label: () => __('Microsoft can send you back to this site', 'wkpbic'),
		run: (wizard) => {
			const { verdict } = ownRedirectUri(wizard);
			if (verdict === null) {
				return Promise.resolve({ state: 'skipped', code: null, params: {} });
			}
			return Promise.resolve(
				verdict.code === 'ok'
					? PASSED
					: { state: verdict.level === 'error' ? 'failed' : 'passed', code: verdict.code, params: verdict.params },
			);
		},
		nextAction: adminPage(() => __('Open Settings → General', 'wkpbic'), 'options-general.php'),
	}),
	check({
		id: 'rest',
		label: () => __('This page can talk to your site', 'wkpbic'),
		run: (wizard, round) => fromServer('rest', wizard, round),
	}),
	check({
		id: 'permalinks',
		label: () => __('Your permalinks work', 'wkpbic'),
		run: async (wizard, round) => {
			const rest = (await askServer(wizard, round)).find(({ id }) => id === 'rest');
			return rest?.evidence['permalinks'] === 'plain'
				? {
						...PASSED,
						sentence: __('Set to “Plain”. That works; only the second address for Microsoft’s answer needs another setting.', 'wkpbic'),
					}
				: PASSED;
		},
	}),
	check({
		id: 'encryption',
		label: () => __('Secrets can be locked away', 'wkpbic'),
		run: (wizard) => {
			const problem = wizard.setup.problems.find(({ code }) => code === 'encryption_unavailable');
			return Promise.resolve(problem ? { ...problem, state: 'failed' } : PASSED);
		},
		nextAction: adminPage(() => __('Open Site Health', 'wkpbic'), 'site-health.php?tab=debug'),
	}),
	check({
		id: 'login_host',
		label: () => __('Your server reaches Microsoft’s sign-in', 'wkpbic'),
		run: (wizard, round) => fromServer('login_host', wizard, round),
	}),
	check({
		id: 'power_bi_host',
		label: () => __('Your server reaches Power BI', 'wkpbic'),
		run: (wizard, round) => fromServer('power_bi_host', wizard, round),
	}),
	check({
		id: 'clock',
		label: () => __('The clock of your server is right', 'wkpbic'),
		run: (wizard, round) => fromServer('clock', wizard, round),
	}),
];
