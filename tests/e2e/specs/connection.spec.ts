/** After the set-up: the pages for the connection and the log. */
import type { Page } from '@playwright/test';
import { connect } from '../support/journey.ts';
import { KEYS, MERCHANT, SECRET_ID } from '../support/keys.ts';
import { microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectNotice, sentence } from '../support/wordpress.ts';

const NEW_SECRET = 'Nw58Q~bRaNdNeWsEcReT0123456789abcdefghij';

async function openConnection(page: Page): Promise<void> {
	await page.goto('/wp-admin/admin.php?page=wkpbic-connection');
	await expect(page.getByRole('heading', { level: 1, name: 'Connection to Power BI' })).toBeVisible();
}

test('a new secret is tried first: one that Microsoft refuses changes nothing, a good one is taken', async ({ page }) => {
	test.slow();
	await connect(page);
	await openConnection(page);
	await expect(page.getByText('Connected', { exact: true })).toBeVisible();
	await expectAccessible(page);
	await screenshot(page, 'connection');
	const secret = page.getByLabel('New client secret (Value)');
	const exchange = page.getByRole('button', { name: 'Try it and exchange' });
	const said = page.locator('#wkpbic-rotate-said');

	await secret.fill(SECRET_ID);
	await exchange.click();
	await expect(said).toContainText(await sentence(page, 'client_secret_is_guid'));
	await expect(secret).toBeFocused();

	await secret.fill(NEW_SECRET);
	await exchange.click();
	await expect(said).toContainText(await sentence(page, 'client_secret_wrong'));
	await expect(secret).toHaveValue(NEW_SECRET);
	await expectAccessible(page);

	await microsoft.patch({
		apps: { [KEYS.client_id]: { secrets: [{ id: SECRET_ID, value: NEW_SECRET, expires: '2099-12-31T00:00:00Z' }] } },
	});
	await page.getByLabel('It ends on').fill('2027-05-20');
	await exchange.click();
	await expect(said).toContainText('Microsoft accepts the new secret.');
	await expect(secret).toHaveValue('');
	await expect(page.getByText(/It ends on .*20.*2027/)).toBeVisible();
	await expectAccessible(page);
	expect(await page.content()).not.toContain(NEW_SECRET);
	expect(await microsoft.tokenCalls()).toEqual([
		'authorization_code 200',
		'client_credentials 401',
		'client_credentials 200',
	]);
	await page.getByRole('button', { name: 'Check the connection' }).click();
	await expect(page.locator('.wkpbic-ladder .is-passed')).toHaveCount(6);
});

test('disconnecting asks first, keeps the keys, and one sign-in connects again', async ({ page }) => {
	test.slow();
	await connect(page);
	await openConnection(page);
	await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Disconnect from Microsoft?' });
	await expect(dialog).toContainText('Your keys stay stored');
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('button', { name: 'Disconnect', exact: true })).toBeFocused();

	await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
	await dialog.getByRole('button', { name: 'Yes, disconnect' }).click();
	await expect(page.getByText('Not connected yet')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Go to the set-up' }).click();
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await expectNotice(page, 'signed_in');
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200', 'authorization_code 200']);
});

test('sessions that Microsoft ended: the page says so, and signing in again mends it', async ({ page }) => {
	// So short that each use needs another one.
	await microsoft.setSettings({ access_token_seconds: 1 });
	await connect(page);
	await microsoft.revoke(KEYS.username);
	await openConnection(page);
	await page.getByRole('button', { name: 'Check the connection' }).click();
	await expect(page.getByText('Please sign in again')).toBeVisible();
	await expectAccessible(page);
	await screenshot(page, 'connection-sign-in-again');
	await page.locator('.wkpbic-section').first().getByRole('button', { name: 'Sign in again' }).first().click();
	await signInAtMicrosoft(page, MERCHANT);
	await expectNotice(page, 'signed_in');
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200', 'refresh_token 400', 'authorization_code 200']);
});

test('the log names every change and call, filters stay in the address, and no secret is in it', async ({ page }) => {
	await connect(page);
	await page.goto('/wp-admin/admin.php?page=wkpbic-log');
	const table = page.getByRole('table');
	await expect(table).toContainText('POST token');
	await expect(table).toContainText('Signed in');
	await expectAccessible(page);
	await screenshot(page, 'log');
	expect(await page.content()).not.toContain(KEYS.client_secret);
	await page.getByLabel('Kind').selectOption({ label: 'Change' });
	await page.getByRole('button', { name: 'Filter', exact: true }).click();
	await expect(table).not.toContainText('POST token');
	await page.reload();
	await expect(table).toContainText('Signed in');
	await expect(table).not.toContainText('POST token');
	await table.getByRole('button', { name: /^Details of entry/ }).first().click();
	await expectAccessible(page);
	const file = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download as JSON' }).click();
	expect((await file).suggestedFilename()).toBe('wkpbic-log.json');
});

