/** The two ways without a page of Microsoft's: a stored password, and the app by itself. */
import type { Page } from '@playwright/test';
import { climb, newBrowser, rung } from '../support/journey.ts';
import { KEYS, MERCHANT, MICROSOFT_ADMIN, SALES } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectNotice, expectStep, field, fillKeys, openStep, saveKeys, sentence } from '../support/wordpress.ts';

async function chooseMethod(page: Page, method: 'ropc' | 'service_principal'): Promise<void> {
	await openStep(page, 2);
	await page.getByText('Advanced: another Microsoft cloud, another way to sign in').click();
	await page.locator(`input[name=wkpbic-sign-in-method][value=${method}]`).check();
}

test('a password: behind a warning, refused until somebody consents, then six rungs', async ({ page, browser }) => {
	test.slow();
	await chooseMethod(page, 'ropc');
	await expect(page.getByText('Microsoft advises against this.', { exact: true })).toBeVisible();
	await fillKeys(page);
	await page.locator('#wkpbic-password').fill(MERCHANT.password);
	await expectAccessible(page);
	await screenshot(page, 'step-2-password');
	await saveKeys(page);
	await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toHaveCount(0);
	expect(await page.content()).not.toContain(MERCHANT.password);

	await page.getByRole('button', { name: 'Try the password' }).click();
	await expectNotice(page, 'consent_required');
	await expectAccessible(page);
	await page.locator('.components-notice.is-error').getByRole('button', { name: 'Ask your administrator' }).click();
	const link = await page.getByRole('textbox', { name: 'Link for your administrator' }).textContent();
	const other = await newBrowser(browser);
	await other.page.goto(link ?? '');
	await signInAtMicrosoft(other.page, MICROSOFT_ADMIN);
	await decideAtMicrosoft(other.page, 'Accept');
	await expect(other.page.getByRole('button', { name: 'Log In' })).toBeVisible();
	await other.close();

	await page.getByRole('button', { name: 'Try the password' }).click();
	await expect(page.getByText('Microsoft accepts the password. Step 4 checks the rest.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectStep(page, 4);
	await expect((await climb(page)).locator('.is-passed')).toHaveCount(6);
	expect(await microsoft.tokenCalls()).toEqual(['password 400', 'password 200']);
});

test('the app by itself: without a workspace it is told what is missing, with one it is done', async ({ page }) => {
	test.slow();
	await chooseMethod(page, 'service_principal');
	await expect(field(page, 'username')).toHaveCount(0);
	const { client_id, tenant_id, client_secret } = KEYS;
	await fillKeys(page, { client_id, tenant_id, client_secret });
	await expectAccessible(page);
	await screenshot(page, 'step-2-app');
	await saveKeys(page);
	await page.getByRole('button', { name: 'Connect the app' }).click();
	await expect(page.getByText('Microsoft knows the app. Step 4 checks the rest.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectStep(page, 4);

	await climb(page);
	const workspaces = rung(page, 'No workspace was found that the shop may write to');
	await expect(workspaces).toContainText(await sentence(page, 'power_bi_no_workspace'));
	await expect(workspaces.getByRole('link', { name: /Open Power BI/ })).toBeVisible();
	await expect(workspaces.locator('.wkpbic-rung__title')).toBeFocused();
	await expectAccessible(page);
	await screenshot(page, 'step-4-app-without-workspace');

	await microsoft.patch({ apps: { [client_id]: { workspaces: [{ id: SALES, role: 'Member' }] } } });
	const ladder = await climb(page);
	await expect(ladder.locator('.is-failed')).toHaveCount(0);
	await expect(ladder.locator('.is-skipped')).toHaveText([/Not needed/, /Not needed/]);
	await expect(page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem')).toHaveText([/Sales.*Member/]);
	expect(await microsoft.tokenCalls()).toEqual(['client_credentials 200']);
});
