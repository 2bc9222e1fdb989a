/** Two people: one who may not consent, and the administrator who does. */
import type { Page } from '@playwright/test';
import { leaveForMicrosoft, newBrowser, secondAdmin, storeKeys } from '../support/journey.ts';
import { CLERK, KEYS, MICROSOFT_ADMIN } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectNotice, expectStep } from '../support/wordpress.ts';

/** The clerk tries, is refused by Microsoft, comes back, and opens the request; gives the link in it. */
async function askForConsent(page: Page): Promise<string> {
	await storeKeys(page, { ...KEYS, username: CLERK.username });
	await leaveForMicrosoft(page);
	await signInAtMicrosoft(page, CLERK);
	await page.getByRole('button', { name: /Return to the application/ }).click();
	await expectStep(page, 3);
	await expectNotice(page, 'sign_in_declined');
	await page.getByText('Only my administrator may allow it').click();
	const link = await page.getByRole('textbox', { name: 'Link for your administrator' }).textContent();
	return link ?? '';
}

async function consent(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await signInAtMicrosoft(page, MICROSOFT_ADMIN);
	await decideAtMicrosoft(page, 'Accept');
}

test('the admin route: the request holds no secret, the consent is noticed, the first person gets in', async ({ page, browser }) => {
	test.slow();
	const link = await askForConsent(page);

	const mail = page.getByRole('link', { name: 'Write a mail' });
	await expect(mail).toHaveAttribute('href', /^mailto:\?/);
	await page.getByText('Read what is in it').click();
	await expect(page.locator('.wkpbic-request__text')).toContainText(link);
	await expect(page.locator('.wkpbic-request__text')).not.toContainText(KEYS.client_secret);
	await page.getByRole('button', { name: 'Look now' }).click();
	await expect(page.getByText('Nothing has been reported yet.')).toBeVisible();
	await expectAccessible(page);
	await screenshot(page, 'step-3-ask-admin');

	const other = await secondAdmin(page, browser);
	await consent(other.page, link);
	await expectNotice(other.page, 'admin_consent_granted', { tenant: KEYS.tenant_id });
	await expectAccessible(other.page);
	await screenshot(other.page, 'step-3-consent-given');
	await other.close();

	await page.getByRole('button', { name: 'Look now' }).click();
	await expect(page.getByText('Consent was reported on')).toBeVisible();
	await expect(page.locator('[data-item=consent]')).toHaveClass(/is-proved/);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await expectNotice(page, 'signed_in');
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
});

test('an administrator without an account in the shop meets its log-in form, and their consent counts all the same', async ({
	page,
	browser,
}) => {
	const link = await askForConsent(page);
	const other = await newBrowser(browser);
	await consent(other.page, link);
	await expect(other.page.getByRole('button', { name: 'Log In' })).toBeVisible();
	await other.close();

	// Nobody told the shop; signing in is the sure test, as the page says.
	await page.getByRole('button', { name: 'Look now' }).click();
	await expect(page.getByText('Nothing has been reported yet.')).toBeVisible();
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await expectNotice(page, 'signed_in');
});

test('an administrator who declines is told so, and nothing is proved', async ({ page, browser }) => {
	const link = await askForConsent(page);
	const other = await secondAdmin(page, browser);
	await other.page.goto(link);
	await signInAtMicrosoft(other.page, MICROSOFT_ADMIN);
	await decideAtMicrosoft(other.page, 'Cancel');
	await expect(other.page.locator('.components-notice').filter({ hasText: 'Consent was not given.' })).toHaveCount(1);
	await expectAccessible(other.page);
	await other.close();
	await page.getByRole('button', { name: 'Look now' }).click();
	await expect(page.getByText('Nothing has been reported yet.')).toBeVisible();
	expect(await microsoft.tokenCalls()).toEqual([]);
});
