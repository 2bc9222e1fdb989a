/** The rungs of the ladder in their order, and the words for each. */
import { __ } from '@wordpress/i18n';
import type { CheckResult } from '../../setup';

/** From the lowest to the highest, as `POST setup/test` names them. */
export const RUNG_IDS = ['token', 'account', 'permissions_granted', 'power_bi', 'licence', 'workspaces'] as const;

const titles = (): Readonly<Record<string, string>> => ({
	token: __('Microsoft gives your shop a token', 'wkpbic'),
	account: __('It is the account and the directory that you entered', 'wkpbic'),
	permissions_granted: __('All five permissions are granted', 'wkpbic'),
	power_bi: __('Power BI answers', 'wkpbic'),
	licence: __('The account may use Power BI', 'wkpbic'),
	workspaces: __('There is a workspace that the shop may write to', 'wkpbic'),
});

/** A sentence that holds must not stand beside a cross. */
const brokenTitles = (): Readonly<Record<string, string>> => ({
	token: __('Microsoft gives your shop no token', 'wkpbic'),
	account: __('It is not the account or the directory that you entered', 'wkpbic'),
	permissions_granted: __('Not all five permissions are granted', 'wkpbic'),
	power_bi: __('Power BI does not answer as it should', 'wkpbic'),
	licence: __('The account may not use Power BI', 'wkpbic'),
	workspaces: __('No workspace was found that the shop may write to', 'wkpbic'),
});

/** What a rung is about; one that broke says so. */
export function rungTitle(id: string, state?: CheckResult['state']): string {
	return (state === 'failed' ? brokenTitles() : titles())[id] ?? id;
}

/** Words for a rung that neither holds nor breaks. */
export function rungRemark({ id, state }: CheckResult, isApp: boolean): string | null {
	if (state === 'skipped') {
		return isApp && (id === 'permissions_granted' || id === 'licence')
			? __('Not needed: the app connects by itself.', 'wkpbic')
			: __('Not asked: a check above has to pass first.', 'wkpbic');
	}
	if (state === 'unknown') {
		return id === 'workspaces'
			? __('Power BI does not say which role the account has. Sending the first order will show it.', 'wkpbic')
			: __('Microsoft does not say. Nothing has to be done now.', 'wkpbic');
	}
	return null;
}

/** What a rung that holds has found, in a few words. */
export function rungFinding({ id, evidence }: CheckResult): string | null {
	if (id === 'account' && typeof evidence['signed_in'] === 'string') {
		return evidence['signed_in'];
	}
	return null;
}

/** Permissions that were granted beyond the five: nothing wrong, but more than is needed. */
export function excessPermissions({ evidence }: CheckResult): readonly string[] {
	const { excess } = evidence;
	return Array.isArray(excess) ? excess.filter((name): name is string => typeof name === 'string') : [];
}
