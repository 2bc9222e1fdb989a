/** The ways to the keys: card by card through the portal, and with one command. */
import type { Locator, Page } from '@playwright/test';
import { runInCloudShell } from '../support/azure-cli.ts';
import { KEYS } from '../support/keys.ts';
import { microsoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectStep, field, fillKeys, openStep, sentence } from '../support/wordpress.ts';

const OVERVIEW = `Display name
: WooCommerce Power BI
Application (client) ID
: ${KEYS.client_id}
Object ID
: d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b
Directory (tenant) ID
: ${KEYS.tenant_id}
Supported account types
: Single tenant only`;

const line = (page: Page, id: string): Locator => page.locator(`[data-check="keys-${id}"]`);
const LINES = ['login-host', 'clock', 'tenant', 'app', 'secret', 'redirect-uri', 'power-bi-host'] as const;

async function paste(page: Page, text: string): Promise<void> {
	await page.getByLabel('Paste anything').fill(text);
	await page.getByRole('button', { name: 'Find the values' }).click();
	await expect(page.locator('.wkpbic-review')).toBeVisible();
}

async function expectAllPassed(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(Save and check|Check with Microsoft)$/ }).click();
	for (const id of LINES) {
		await expect(line(page, id), id).toHaveClass(/is-passed/);
	}
	await expect(page.locator('.wkpbic-preflight__good')).toBeVisible();
}

test('card by card: ticks stay, the pasted page fills both IDs, and Microsoft knows the values', async ({ page }) => {
	await openStep(page, 2);
	await expectAccessible(page);
	await screenshot(page, 'step-2-cards');
	await page.getByLabel('Done: Sign in to Microsoft’s portal').check();
	await expect(page.getByRole('button', { name: /Register your shop as an app/ })).toHaveAttribute('aria-expanded', 'true');
	await page.reload();
	await expect(page.getByLabel('Done: Sign in to Microsoft’s portal')).toBeChecked();

	await paste(page, OVERVIEW);
	await expect(page.locator('.wkpbic-review').getByText(await sentence(page, 'pasted_object_id'))).toBeVisible();
	await expectAccessible(page);
	await screenshot(page, 'step-2-review');
	await page.getByRole('button', { name: 'Fill in 2 values' }).click();
	await expect(field(page, 'client_id')).toHaveValue(KEYS.client_id);
	await expect(field(page, 'tenant_id')).toHaveValue(KEYS.tenant_id);

	await fillKeys(page, { client_secret: KEYS.client_secret, username: KEYS.username });
	await page.getByRole('button', { name: '180 days (recommended)' }).click();
	await expectAllPassed(page);
	await expectAccessible(page);
	await screenshot(page, 'step-2-checked');
	// A token for the app by itself, and nothing else.
	expect(await microsoft.tokenCalls()).toEqual(['client_credentials 200']);
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectStep(page, 3);
});

test('a wrong secret: one line says so and leads to the field', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page, { ...KEYS, client_secret: 'Zz18Q~wrongwrongwrongwrongwrongwrongwron' });
	await page.getByRole('button', { name: 'Save and check' }).click();
	await expect(line(page, 'secret')).toHaveClass(/is-failed/);
	await expect(line(page, 'app')).toHaveClass(/is-passed/);
	await expect(line(page, 'secret')).toContainText(await sentence(page, 'client_secret_wrong'));
	const [help] = await Promise.all([
		page.waitForEvent('popup'),
		line(page, 'secret').getByRole('link', { name: 'More about this' }).click(),
	]);
	await expect(help.locator('#client_secret_wrong')).toBeInViewport();
	await expect(help.locator('#client_secret_wrong')).toContainText('AADSTS7000215');
	await expectAccessible(help);
	await help.close();
	await line(page, 'secret').getByRole('button').click();
	await expect(page.locator('#wkpbic-client-secret')).toBeFocused();
	await expectAccessible(page);
});

test('one command: the script runs in bash, and its block fills in every value', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openStep(page, 2);
	await page.getByLabel('One command').check();
	await page.getByRole('button', { name: 'Copy the command' }).click();
	await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
	const script = await page.evaluate(() => navigator.clipboard.readText());
	await expectAccessible(page);
	await screenshot(page, 'step-2-command');

	const { output, calls } = await runInCloudShell(script);
	expect(calls.find((call) => call.startsWith('rest '))).toContain(new URL('/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3', page.url()).href);
	expect(calls.filter((call) => call.startsWith('ad app credential reset'))).toHaveLength(1);

	await paste(page, output);
	await expect(page.locator('.wkpbic-review .wkpbic-tag.is-certain')).toHaveCount(6);
	expect(await page.content()).not.toContain(KEYS.client_secret);
	await page.getByRole('button', { name: 'Fill in 6 values' }).click();
	for (const [id, value] of Object.entries(KEYS) as [keyof typeof KEYS, string][]) {
		await expect(field(page, id)).toHaveValue(value);
	}
	await expect(page.getByLabel('The client secret ends on')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
	await expectAllPassed(page);
});
