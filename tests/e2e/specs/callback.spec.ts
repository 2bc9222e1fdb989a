import type { Page } from '@playwright/test';
import { CLERK, MERCHANT } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { settings } from '../support/settings.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectNotice, expectStep, fillKeys, logIn, openStep, saveKeys, stepAddress } from '../support/wordpress.ts';

async function startSignIn(page: Page): Promise<void> {
	await openStep(page, 2);
	await fillKeys(page);
	await saveKeys(page);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
}

/** Accepts, holds Microsoft's answer back and gives its address, as a stolen link would be. */
async function acceptAndHoldAnswer(page: Page): Promise<string> {
	const isConsent = (url: URL): boolean => url.origin === settings.microsoft && url.pathname.endsWith('/consent');
	let address = '';
	await page.route(isConsent, async (route) => {
		const answer = await route.fetch({ maxRedirects: 0 });
		address = answer.headers()['location'] ?? '';
		await route.fulfill({ status: 200, contentType: 'text/plain', body: 'held back' });
	});
	await decideAtMicrosoft(page, 'Accept');
	await expect(page.getByText('held back')).toBeVisible();
	await page.unroute(isConsent);
	expect(new URL(address).searchParams.has('code')).toBe(true);
	return address;
}

test('an answer that nobody asked for is refused without a call to Microsoft', async ({ page }) => {
	await page.goto(`${stepAddress(3)}&code=0.AAAAstolen&state=${'A'.repeat(43)}`);
	await expect(page).toHaveURL(stepAddress(3));
	await expectNotice(page, 'state_unknown');
	await expectAccessible(page);
	expect(await microsoft.tokenCalls()).toEqual([]);
});

test('an answer that is opened again says that it was done already', async ({ page }) => {
	await startSignIn(page);
	await signInAtMicrosoft(page, MERCHANT);
	const answer = page.waitForRequest((request) => new URL(request.url()).searchParams.has('code'));
	await decideAtMicrosoft(page, 'Accept');
	await expectNotice(page, 'signed_in');

	await page.goto((await answer).url());
	await expect(page).toHaveURL(stepAddress(3));
	await expectNotice(page, 'sign_in_already_done');
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
});

test('an answer that arrives in another browser is refused, and the right browser can still finish', async ({
	page,
	browser,
}) => {
	await startSignIn(page);
	await signInAtMicrosoft(page, MERCHANT);
	const address = await acceptAndHoldAnswer(page);

	const elsewhere = await browser.newContext({ storageState: settings.loggedIn, baseURL: settings.wordpress });
	const other = await elsewhere.newPage();
	await other.goto(address);
	await expectNotice(other, 'sign_in_other_browser');
	expect(await microsoft.tokenCalls()).toEqual([]);
	await elsewhere.close();

	await page.goto(address);
	await expectNotice(page, 'signed_in');
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
});

test('an answer that another administrator opens is refused', async ({ page, browser }) => {
	const second = { username: 'second-admin', password: 'Another-Horse-9!' };
	await openStep(page, 1);
	await page.evaluate(
		(user) =>
			(window as unknown as { wp: { apiFetch: (request: object) => Promise<unknown> } }).wp.apiFetch({
				path: '/wp/v2/users',
				method: 'POST',
				data: { ...user, email: 'second@example.test', roles: ['administrator'] },
			}),
		second,
	);
	await startSignIn(page);
	await signInAtMicrosoft(page, MERCHANT);
	const address = await acceptAndHoldAnswer(page);

	const elsewhere = await browser.newContext({ baseURL: settings.wordpress, storageState: { cookies: [], origins: [] } });
	const other = await elsewhere.newPage();
	await logIn(other, second.username, second.password);
	await other.goto(address);
	await expectNotice(other, 'sign_in_other_user');
	expect(await microsoft.tokenCalls()).toEqual([]);
	await elsewhere.close();
});

test('a declined consent is explained, with the details for support', async ({ page }) => {
	await startSignIn(page);
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Cancel');

	await expectStep(page, 3);
	await expect(page).toHaveURL(stepAddress(3));
	await expectNotice(page, 'sign_in_declined');
	await page.getByText('Details for support').click();
	await expect(page.locator('.wkpbic-details__list')).toContainText('access_denied');
	await expectAccessible(page);
	await screenshot(page, 'step-3-declined');
	expect(await microsoft.tokenCalls()).toEqual([]);
	await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeEnabled();
});

test('somebody who may not consent is told to ask an administrator', async ({ page }) => {
	await startSignIn(page);
	await signInAtMicrosoft(page, CLERK);
	await page.getByRole('button', { name: /Return to the application/ }).click();

	await expectStep(page, 3);
	await expect(page.locator('.wkpbic .components-notice.is-error')).toHaveCount(1);
	await page.getByText('Only my administrator may allow it').click();
	await expect(page.getByRole('textbox', { name: 'Link for your administrator' })).toContainText('/v2.0/adminconsent?');
	expect(await microsoft.tokenCalls()).toEqual([]);
});

test('a wrong secret is explained and leads back to the keys', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await fillKeys(page, { client_secret: 'Zz98Q~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' });
	await saveKeys(page);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');

	await expectNotice(page, 'client_secret_wrong');
	await page.getByText('Details for support').click();
	await expect(page.locator('.wkpbic-details__list')).toContainText('AADSTS7000215');
	await expectAccessible(page);
	await page.locator('.components-notice').getByRole('button', { name: 'Go to your Microsoft keys' }).click();
	await expectStep(page, 2);
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 401']);
});

test('an answer about admin consent is shown and stored nowhere', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await saveKeys(page);
	const tenant = '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9';

	await page.goto(`${stepAddress(3)}&admin_consent=True&tenant=${tenant}&state=${'B'.repeat(43)}`);
	await expectNotice(page, 'admin_consent_granted', { tenant });
	await expect(page).toHaveURL(stepAddress(3));

	await page.goto(
		`${stepAddress(3)}&admin_consent=True&error=consent_required&error_description=AADSTS65004%3A+declined&state=${'B'.repeat(43)}`,
	);
	await expect(page.locator('.components-notice').filter({ hasText: 'AADSTS65004: declined' })).toHaveCount(1);

	await page.reload();
	await expectStep(page, 3);
	await expect(page.locator('.wkpbic .components-notice')).toHaveCount(0);
	expect(await microsoft.tokenCalls()).toEqual([]);
});
