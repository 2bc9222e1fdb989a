/** Every screen and state of the four steps. Nothing is asserted but that each was reached. */
import type { Page } from '@playwright/test';
import { defineConstants } from '../support/constants.ts';
import { callSite, connect as connectAs } from '../support/journey.ts';
import { KEYS, MERCHANT, SECRET_ID } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { settings } from '../support/settings.ts';
import { expect, test } from '../support/test.ts';
import { expectStep, field, fillKeys, openStep, saveKeys } from '../support/wordpress.ts';
import { picture } from './picture.ts';

const answer = (page: Page, question: string, value: string): Promise<void> =>
	page.locator(`[data-question=${question}] input[value=${value}]`).check();

const OVERVIEW = `Display name\n: WooCommerce Power BI\nApplication (client) ID\n: ${KEYS.client_id}\nObject ID\n: d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b\nDirectory (tenant) ID\n: ${KEYS.tenant_id}\n`;

async function connect(page: Page): Promise<void> {
	await openStep(page, 2);
	await fillKeys(page);
	await page.getByRole('button', { name: '180 days (recommended)' }).click();
	await saveKeys(page);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await expectStep(page, 3);
}

async function climb(page: Page): Promise<void> {
	await openStep(page, 4);
	await page.getByRole('button', { name: /^(Check the connection|Check again)$/ }).click();
	await expect(page.locator('.wkpbic-ladder[aria-busy=true]')).toHaveCount(0);
	await expect(page.locator('.wkpbic-ladder')).toBeVisible();
}

test('step 1', async ({ page }) => {
	await openStep(page, 1);
	await expect(page.locator('[data-check=login_host]')).toContainText('good');
	await picture(page, '1-empty');
	await answer(page, 'account', 'work_or_school');
	await answer(page, 'may_register_apps', 'unsure');
	await answer(page, 'power_bi_opened', 'no');
	await answer(page, 'audience', 'colleagues');
	await expect(page.locator('[data-route] input:checked')).toHaveCount(1);
	await picture(page, '1-answered');
	await page.locator('.wkpbic-scorecard, .wkpbic-layout__side').first().getByRole('button').nth(1).click();
	await picture(page, '1-evidence-open');
	await answer(page, 'audience', 'unattended');
	await answer(page, 'may_register_apps', 'no');
	await picture(page, '1-unattended');
	await answer(page, 'account', 'personal');
	await expect(page.getByRole('button', { name: 'Change my answer' })).toBeVisible();
	await picture(page, '1-stop');
});

test('step 2, the portal', async ({ page }) => {
	await openStep(page, 2);
	await page.getByLabel('Click by click').check();
	await picture(page, '2-portal-empty');
	const cards = page.locator('.wkpbic-card__toggle, .wkpbic-cards button[aria-expanded]');
	const count = await cards.count();
	for (let index = 0; index < count; index++) {
		if ((await cards.nth(index).getAttribute('aria-expanded')) !== 'true') {
			await cards.nth(index).click();
		}
	}
	await picture(page, '2-portal-cards-open');
	await page.getByLabel('Paste anything').fill(OVERVIEW);
	await page.getByRole('button', { name: 'Find the values' }).click();
	await expect(page.locator('.wkpbic-review')).toBeVisible();
	await picture(page, '2-portal-review');
	await page.getByRole('button', { name: 'Fill in 2 values' }).click();
	await fillKeys(page, { client_id: KEYS.tenant_id, client_secret: SECRET_ID, username: 'someone@outlook' });
	await field(page, 'username').blur();
	await page.getByText('Advanced: another Microsoft cloud').click();
	await picture(page, '2-portal-wrong-values');
	for (const choice of await page.locator('.wkpbic-advanced input[type=radio], details input[type=radio]').all()) {
		const value = await choice.getAttribute('value');
		if (value === 'ropc' || value === 'service_principal') {
			await choice.check();
			await picture(page, `2-advanced-${value}`);
		}
	}
});

test('step 2, checked', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page, { ...KEYS, client_secret: 'Zz18Q~wrongwrongwrongwrongwrongwrongwron' });
	await page.getByRole('button', { name: 'Save and check' }).click();
	await expect(page.locator('[data-check="keys-secret"]')).toHaveClass(/is-failed/);
	await picture(page, '2-check-failed');
	await page.reload();
	await expectStep(page, 2);
	await picture(page, '2-stored');
});

test('step 2, other routes', async ({ page }) => {
	await openStep(page, 2);
	await page.getByLabel('One command').check();
	await expect(page.getByRole('button', { name: 'Copy the command' })).toBeVisible();
	await picture(page, '2-command');
	await page.getByRole('tab', { name: 'PowerShell' }).click();
	await picture(page, '2-command-powershell');
	await page.getByLabel('My admin does it').check();
	await picture(page, '2-admin');
});

test('step 3', async ({ page }) => {
	await openStep(page, 3);
	await picture(page, '3-without-keys');
	await openStep(page, 2);
	await fillKeys(page);
	await page.getByRole('button', { name: /days? ?\(recommended\)|180 days/ }).first().click();
	await page.getByRole('button', { name: 'Save and check' }).click();
	await expect(page.locator('[data-check="keys-redirect-uri"]')).toHaveClass(/is-passed/);
	await picture(page, '2-checked');
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectStep(page, 3);
	await picture(page, '3-ready');
	await page.getByText('Only my administrator may allow it').click();
	await expect(page.getByRole('button', { name: 'Copy the text' })).toBeVisible();
	await page.getByText('Read what is in it').click();
	await picture(page, '3-ask-admin');
	await page.getByRole('button', { name: 'Print it' }).click();
	await page.emulateMedia({ media: 'print' });
	await picture(page, '3-print');
	await page.emulateMedia({ media: 'screen' });
	await page.reload();
	await page.getByText('Microsoft showed me an error page').click();
	await page.getByLabel('What Microsoft showed').fill(
		`Sorry, but we’re having trouble signing you in.\nAADSTS50011: The redirect URI 'http://localhost/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3' specified in the request does not match the redirect URIs configured for the application '${KEYS.client_id}'.\nTrace ID: 11111111-2222-3333-4444-555555555555\nTimestamp: 2026-01-02 03:04:05Z`,
	);
	await page.getByRole('button', { name: 'Explain it' }).click();
	const azure = page.getByLabel('Redirect URI as it stands in Azure');
	await expect(azure).toBeVisible();
	await azure.fill('http://localhost/wp-admin/admin.php?page=wkpbic-setup-wizard&step=2');
	await azure.blur();
	await picture(page, '3-error-page-doctor');
	await page.getByLabel('What Microsoft showed').fill('AADSTS65001: The user or administrator has not consented to use the application');
	await page.getByRole('button', { name: 'Explain it' }).click();
	await picture(page, '3-error-page-consent');
});

test('step 3, results', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await saveKeys(page);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await expect(page).toHaveURL((url) => url.origin !== new URL(settings.wordpress).origin);
	await openStep(page, 3);
	await picture(page, '3-unfinished');
	await page.getByRole('button', { name: 'No, sign in again' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Cancel');
	await expectStep(page, 3);
	await picture(page, '3-cancelled');
});

test('step 3, connected, and step 4', async ({ page }) => {
	await openStep(page, 4);
	await picture(page, '4-not-connected');
	await connect(page);
	await picture(page, '3-connected');
	await openStep(page, 4);
	await picture(page, '4-before-check');
	await climb(page);
	await picture(page, '4-passed');
	for (const details of await page.locator('.wkpbic-step:not([hidden]) details').all()) {
		await details.locator('summary').click();
	}
	await page.getByRole('button', { name: 'Show what is in it' }).click();
	await expect(page.locator('.wkpbic-bundle')).toBeVisible();
	await picture(page, '4-passed-all-open');
	await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
	await picture(page, '4-disconnect');
	await microsoft.setFaults([{ match: { path: '/groups' }, kind: 'status', status: 503, times: 0 }]);
	await page.reload();
	await climb(page);
	await picture(page, '4-power-bi-down');
	await microsoft.setFaults([{ match: { path: '/groups' }, kind: 'status', status: 401, times: 0 }]);
	await climb(page);
	await picture(page, '4-refused');
});

test('connection, log, notices', async ({ page }) => {
	await page.goto('/wp-admin/admin.php?page=wkpbic-connection');
	await picture(page, '5-connection-none');
	await connect(page);
	await climb(page);
	await page.goto('/wp-admin/admin.php?page=wkpbic-connection');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, '5-connection');
	await page.goto('/wp-admin/admin.php?page=wkpbic-log');
	await picture(page, '6-log');
	await page.getByRole('button', { name: /^Details/ }).first().click();
	await picture(page, '6-log-detail');
	await page.goto('/wp-admin/index.php');
	await picture(page, '7-dashboard');
});

test('the page without its core, and after the log-in has ended', async ({ page, context }) => {
	await page.route('**/core_bg.wasm*', (route) => route.abort());
	await openStep(page, 2);
	await expect(page.locator('.wkpbic .components-notice').first()).toBeVisible();
	await picture(page, '8-without-core');
	await page.unroute('**/core_bg.wasm*');
	await openStep(page, 2);
	await context.clearCookies();
	await page.locator('[data-item=app_created] input[type=checkbox]').click();
	await expect(page.locator('.wkpbic-trouble')).toBeVisible();
	await picture(page, '8-logged-out');
});

test('somebody else signed in, and a permission is missing', async ({ page }) => {
	await connectAs(page, { username: 'admin@contoso.example', password: 'Correct-Horse-9!' });
	await picture(page, '3-other-account');
	await microsoft.setFaults([{ match: { path: '/groups' }, kind: 'power_bi', status: 403, name: 'PowerBINotAuthorizedException', times: 0 }]);
	await climb(page);
	await picture(page, '4-missing-permission');
});

test('keys in wp-config.php', async ({ page }) => {
	defineConstants({ WKPBIC_CLIENT_ID: 'WooCommerce Power BI', WKPBIC_TENANT_ID: KEYS.tenant_id, WKPBIC_CLIENT_SECRET: KEYS.client_secret });
	await openStep(page, 2);
	await expect(page.getByText('Set in wp-config.php').first()).toBeVisible();
	await picture(page, '2-locked');
	await page.goto('/wp-admin/admin.php?page=wkpbic-connection');
	await picture(page, '5-connection-locked');
});

test('the secret ends soon', async ({ page }) => {
	const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	await connectAs(page);
	await callSite(page, 'POST', '/wkpbic/v1/setup/fields', { client_secret_expires_on: inDays(5) });
	await page.goto('/wp-admin/index.php');
	await picture(page, '7-dashboard-secret-ends');
	await page.goto('/wp-admin/site-health.php');
	await picture(page, '7-site-health');
});
