/** Between the page and the site: saving fails for every reason there is, each is told with a way on, and what was typed stays. */
import type { Page } from '@playwright/test';
import { leaveForMicrosoft, storeKeys } from '../support/journey.ts';
import { KEYS, MERCHANT } from '../support/keys.ts';
import { decideAtMicrosoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { expectNotice, expectStep, field, fillKeys, openStep, saveKeys } from '../support/wordpress.ts';

const isFields = /wkpbic(\/|%2F)v1(\/|%2F)setup(\/|%2F)fields/;

async function expectStillTyped(page: Page): Promise<void> {
	await expectStep(page, 2);
	for (const [id, value] of Object.entries(KEYS) as [keyof typeof KEYS, string][]) {
		await expect(field(page, id)).toHaveValue(value);
	}
}

for (const [name, words, answer] of [
	['a firewall answers with a page of its own', 'changes its answers', { status: 403, contentType: 'text/html', body: '<h1>Forbidden</h1>' }],
	['WordPress has no REST API', 'changes its answers', { status: 404, contentType: 'application/json', body: '{"code":"rest_no_route","message":"No route","data":{"status":404}}' }],
	['WordPress stops with an internal error', 'internal error', { status: 500, contentType: 'application/json', body: '{"code":"internal_server_error","message":"There has been a critical error on this website.","data":{"status":500}}' }],
	['the answer is a fatal error in HTML', 'changes its answers', { status: 500, contentType: 'text/html', body: '<p>There has been a critical error on this website.</p>' }],
	['the answer is JSON of somebody else', 'changes its answers', { status: 200, contentType: 'application/json', body: '{"ok":true}' }],
] as const) {
	test(`saving while ${name}`, async ({ page, scriptErrors }) => {
		await openStep(page, 2);
		await fillKeys(page);
		await page.route(isFields, (route) => route.fulfill(answer));
		await page.getByRole('button', { name: 'Save and continue' }).click();
		await expect(page.locator('.wkpbic-trouble')).toContainText(words);
		await expect(page.locator('.wkpbic-trouble').getByRole('button', { name: 'Try again' })).toBeVisible();
		await expectStillTyped(page);
		await expectAccessible(page);
		await page.unroute(isFields);
		await saveKeys(page);
		await expect(page.locator('.wkpbic-trouble')).toHaveCount(0);
		expect(scriptErrors).toEqual([]);
	});
}

test('saving with a nonce that has expired saves all the same', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await page.evaluate(() => {
		type Api = { wp: { apiFetch: { nonceMiddleware: { nonce: string } } } };
		(window as unknown as Api).wp.apiFetch.nonceMiddleware.nonce = 'expired';
	});
	await saveKeys(page);
	await openStep(page, 2);
	await expect(page.getByText(/^Stored on /)).toBeVisible();
});

test('saving after being logged out: told, then saved from the same page', async ({ page, context }) => {
	await openStep(page, 2);
	await fillKeys(page);
	const cookies = await context.cookies();
	await context.clearCookies();
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect(page.locator('.wkpbic-trouble').getByRole('link', { name: /Log in/ })).toBeVisible();
	await expectStillTyped(page);
	await expectAccessible(page);
	await context.addCookies(cookies);
	await saveKeys(page);
});

test('two tabs: what one stores, the other shows, and what is typed there stays', async ({ page, context }) => {
	const second = await context.newPage();
	await openStep(second, 2);
	await openStep(page, 2);
	await field(second, 'username').fill('typed@contoso.example');
	await fillKeys(page);
	await saveKeys(page);
	await expect(second.locator('[data-item=client_id]')).toHaveClass(/is-proved/);
	await expect(field(second, 'username')).toHaveValue('typed@contoso.example');
	await second.close();
});

test('two tabs: both begin to sign in, each comes back to its own answer', async ({ page, context }) => {
	test.slow();
	await storeKeys(page);
	const second = await context.newPage();
	await leaveForMicrosoft(page);
	await leaveForMicrosoft(second);
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await expectNotice(page, 'signed_in');
	await signInAtMicrosoft(second, MERCHANT);
	await expectNotice(second, 'signed_in');
	await second.close();
});
