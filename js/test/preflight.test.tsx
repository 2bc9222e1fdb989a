import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RestClient } from '../src/rest/client';
import { RestFailure } from '../src/rest/failure';
import type { CheckResult, Setup } from '../src/setup';
import { CLIENT_ID, fakeRest, setupWith, storedFields, TENANT_ID } from './fakes';
import { openStepTwo, press } from './step-two';

const result = (id: string, state: CheckResult['state'] = 'passed', code: string | null = null, params: CheckResult['params'] = {}): CheckResult => ({
	id,
	state,
	code,
	params,
	evidence: {},
	milliseconds: 1,
});
const allPassed = (): CheckResult[] =>
	['login_host', 'clock', 'tenant_discovered', 'app_token_issued', 'power_bi_host', 'rest', 'redirect_uri_answered'].map((id) => result(id));
const but = (...changed: CheckResult[]): CheckResult[] =>
	allPassed().map((passed) => changed.find(({ id }) => id === passed.id) ?? passed);
const stored = (): Setup => setupWith({ fields: storedFields() });
const line = (id: string): string => document.querySelector(`[data-check="${id}"]`)?.className.replace(/.*is-/, '') ?? 'not there';
const lines = (): Record<string, string> =>
	Object.fromEntries(
		[...document.querySelectorAll<HTMLElement>('[data-check]')].map((item): [string, string] => [
			item.dataset['check'] ?? '',
			item.className.replace(/.*is-/, ''),
		]),
	);

/** What a person asked for who wants no movement: all lines at once. */
function wantsNoMovement(): void {
	const real = window.matchMedia;
	vi.spyOn(window, 'matchMedia').mockImplementation((media) => ({ ...real(media), matches: media.includes('reduced-motion') }));
}

async function check(results: readonly CheckResult[], setup = stored()): Promise<{ preflight: RestClient['preflight'] }> {
	const preflight = vi.fn<RestClient['preflight']>(() => Promise.resolve(results));
	wantsNoMovement();
	await openStepTwo({ setup, rest: fakeRest({ preflight, readSetup: () => Promise.resolve(setup) }) });
	await press('Check with Microsoft');
	await waitFor(() => expect(line('keys-login-host')).not.toMatch(/waiting|running/));
	return { preflight };
}

describe('check with Microsoft', () => {
	it('asks once, in silence, about what is stored, and says that nothing stands in the way', async () => {
		const { preflight } = await check(allPassed());
		expect(lines()).toEqual({
			'keys-login-host': 'passed',
			'keys-clock': 'passed',
			'keys-tenant': 'passed',
			'keys-app': 'passed',
			'keys-secret': 'passed',
			'keys-redirect-uri': 'passed',
			'keys-power-bi-host': 'passed',
		});
		await waitFor(() => expect(document.querySelector('.wkpbic-preflight__good')?.textContent).toBe('Nothing stands in the way of signing in.'));
		expect(preflight).toHaveBeenCalledTimes(1);
		const url = new URL(vi.mocked(preflight).mock.calls[0]?.[0] ?? '');
		expect(url.origin + url.pathname).toBe(`https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/authorize`);
		expect([url.searchParams.get('prompt'), url.searchParams.get('client_id'), url.searchParams.get('redirect_uri')]).toEqual([
			'none',
			CLIENT_ID,
			'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3',
		]);
	});

	it.each([
		['a wrong secret', result('app_token_issued', 'failed', 'client_secret_wrong'), { app: 'passed', secret: 'failed' }, 'Go to “Client secret (Value)”', 'wkpbic-client-secret'],
		['an unknown app', result('app_token_issued', 'failed', 'client_unknown'), { app: 'failed', secret: 'skipped' }, 'Go to “Application (client) ID”', 'wkpbic-client-id'],
		['an unknown tenant', result('tenant_discovered', 'failed', 'tenant_unknown'), { tenant: 'failed' }, 'Go to “Directory (tenant) ID”', 'wkpbic-tenant-id'],
		['another cloud', result('tenant_discovered', 'failed', 'discovery_cloud_differs', { chosen: 'global', found: 'china' }), { tenant: 'failed' }, 'Go to “Microsoft cloud”', 'wkpbic-cloud'],
		['a missing value', result('app_token_issued', 'skipped', 'setup_incomplete', { field: 'tenant_id' }), { app: 'skipped' }, /Go to “Directory/, 'wkpbic-tenant-id'],
	] as const)('leads from %s to the field that mends it', async (_what, failed, states, label, focused) => {
		await check(but(failed));
		for (const [name, state] of Object.entries(states)) {
			expect(line(`keys-${name}`), name).toBe(state);
		}
		const [next] = [...document.querySelectorAll<HTMLButtonElement>('.wkpbic-checks__next')];
		expect(next?.textContent).toMatch(label);
		fireEvent.click(next as HTMLButtonElement);
		expect(document.activeElement?.id).toBe(focused);
		const hidden = document.activeElement?.closest('details');
		expect(hidden ? hidden.open : true).toBe(true);
	});

	it('leads from an unregistered redirect URI to its page in the portal', async () => {
		const opened = vi.spyOn(window, 'open').mockReturnValue(null);
		await check(but(result('redirect_uri_answered', 'failed', 'redirect_uri_mismatch')));
		expect(line('keys-redirect-uri')).toBe('failed');
		await press(/^Open “Authentication”/);
		expect(opened).toHaveBeenCalledExactlyOnceWith(
			`https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Authentication/appId/${CLIENT_ID}`,
			'_blank',
			'noopener,noreferrer',
		);
	});

	it('asks nothing about the redirect URI where nobody signs in', async () => {
		const fields = { ...storedFields(), sign_in_method: { value: 'service_principal', locked: false } };
		await check(allPassed(), setupWith({ fields }));
		expect(Object.keys(lines())).not.toContain('keys-redirect-uri');
	});

	it('saves first, and does not ask while something has to be mended', async () => {
		const preflight = vi.fn<RestClient['preflight']>(() => Promise.resolve(allPassed()));
		const saveFields = vi.fn<RestClient['saveFields']>(() => Promise.resolve(stored()));
		await openStepTwo({ setup: stored(), rest: fakeRest({ preflight, saveFields, readSetup: () => Promise.resolve(stored()) }) });
		const input = screen.getByLabelText('Directory (tenant) ID', { selector: 'input' });
		fireEvent.change(input, { target: { value: 'not a tenant' } });
		await press('Save and check');
		expect(saveFields).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(input);
		fireEvent.change(input, { target: { value: 'contoso.example' } });
		await press('Save and check');
		expect(saveFields).toHaveBeenCalledExactlyOnceWith({ tenant_id: 'contoso.example' });
		await waitFor(() => expect(preflight).toHaveBeenCalledTimes(1));
	});

	it('that does not get through says so in each line, and can be repeated', async () => {
		wantsNoMovement();
		const preflight = vi
			.fn<RestClient['preflight']>()
			.mockRejectedValueOnce(new RestFailure('site_unreachable', ''))
			.mockResolvedValueOnce(allPassed());
		await openStepTwo({ setup: stored(), rest: fakeRest({ preflight, readSetup: () => Promise.resolve(stored()) }) });
		await press('Check with Microsoft');
		await waitFor(() => expect(line('keys-tenant')).toBe('unknown'));
		expect(document.querySelector('[data-check="keys-tenant"]')?.textContent).toContain('Your site did not answer.');
		await act(async () => undefined);
		await press('Check again');
		await waitFor(() => expect(line('keys-tenant')).toBe('passed'));
	});
});
