import type { Page } from '@playwright/test';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectStep, openStep, sentence } from '../support/wordpress.ts';

const answer = (page: Page, question: string, value: string): Promise<void> =>
	page.locator(`[data-question=${question}] input[value=${value}]`).check();

/** Waits until the server has kept what the page sends. */
const kept = (page: Page, route: string): Promise<unknown> =>
	page.waitForResponse((response) => response.url().includes(route) && response.request().method() === 'POST');

test('step 1 with the keyboard alone: answers, a way, and on to step 2', async ({ page }) => {
	await openStep(page, 1);
	const questions = ['account', 'may_register_apps', 'power_bi_opened', 'audience'] as const;
	await page.locator('[data-question=account] input').first().focus();
	for (const [index, question] of questions.entries()) {
		const radio = page.locator(`[data-question=${question}] input`).first();
		await expect(radio).toBeFocused();
		await page.keyboard.press('Space');
		await expect(radio).toBeChecked();
		if (index < questions.length - 1) {
			await page.keyboard.press('Tab');
		}
	}
	await expect(page.locator('[data-route=portal_guided] input')).toBeChecked();
	await page.locator('[data-route=portal_guided] input').focus();
	const saved = kept(page, 'setup/progress');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('[data-route=one_command] input')).toBeChecked();
	await saved;
	await page.getByRole('button', { name: 'Start' }).focus();
	await page.keyboard.press('Enter');
	await expectStep(page, 2);
});

test('answers and the way outlive a reload; a personal account stops at once', async ({ page }) => {
	await openStep(page, 1);
	await answer(page, 'may_register_apps', 'no');
	await expect(page.locator('[data-question=may_register_apps]')).toContainText(await sentence(page, 'quiz_admin_needed'));
	await answer(page, 'account', 'work_or_school');
	await answer(page, 'power_bi_opened', 'yes');
	const saved = kept(page, 'setup/progress');
	await answer(page, 'audience', 'colleagues');
	await saved;
	await expect(page.locator('[data-route=ask_admin] input')).toBeChecked();
	await expectAccessible(page);
	await screenshot(page, 'step-1-answered');

	await page.reload();
	await expect(page.locator('[data-question=audience] input[value=colleagues]')).toBeChecked();
	await expect(page.locator('[data-route=ask_admin] input')).toBeChecked();

	await answer(page, 'account', 'personal');
	await expect(page.getByText(await sentence(page, 'quiz_personal_account'))).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start' })).toBeHidden();
	await expectAccessible(page);
	await screenshot(page, 'step-1-stop');
	await page.getByRole('button', { name: 'Change my answer' }).click();
	await expect(page.locator('[data-question=account] input[value=personal]')).toBeFocused();
});

test('a tick on the scorecard outlives a reload, and its item says how it is known', async ({ page }) => {
	await openStep(page, 2);
	const saved = kept(page, 'setup/claims');
	await page.getByRole('checkbox', { name: 'Done: App registered' }).check();
	await saved;
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Done: App registered' })).toBeChecked();
	await page.locator('[data-item=app_created] button').click();
	await expect(page.locator('[data-item=app_created]')).toContainText('Ticked by hand');
	await expectAccessible(page);
});

test('a nonce that has expired is renewed without a word, and nothing typed is lost', async ({ page }) => {
	await openStep(page, 2);
	await page.evaluate(() => {
		type Api = { wp: { apiFetch: { nonceMiddleware: { nonce: string } } } };
		(window as unknown as Api).wp.apiFetch.nonceMiddleware.nonce = 'expired';
	});
	await page.locator('#wkpbic-client-id').fill('typed');
	await page.getByRole('checkbox', { name: 'Done: App registered' }).check();
	await expect(page.locator('[data-item=app_created]')).toContainText('ticked by you');
	await expect(page.locator('.wkpbic-trouble')).toHaveCount(0);
	await expect(page.locator('#wkpbic-client-id')).toHaveValue('typed');
});

test('whoever has been logged out is told, and goes on after logging in elsewhere', async ({ page, context }) => {
	await openStep(page, 2);
	await page.locator('#wkpbic-client-id').fill('typed');
	const cookies = await context.cookies();
	await context.clearCookies();
	await page.getByRole('checkbox', { name: 'Done: App registered' }).click();
	await expect(page.locator('.wkpbic-trouble')).toContainText('WordPress no longer knows you');
	await expectAccessible(page);
	await screenshot(page, 'logged-out');
	await context.addCookies(cookies);
	await page.locator('.wkpbic-trouble').getByRole('button', { name: 'Try again' }).click();
	await expect(page.locator('.wkpbic-trouble')).toHaveCount(0);
	await expect(page.locator('#wkpbic-client-id')).toHaveValue('typed');
});

for (const [name, answerWith, words] of [
	['a page of a firewall in place of JSON', { status: 200, contentType: 'text/html', body: '<h1>Blocked</h1>' }, 'changes its answers'],
	['an internal error', { status: 500, contentType: 'application/json', body: '{"code":"internal_server_error","message":"x","data":{"status":500}}' }, 'internal error'],
] as const) {
	test(`${name} is told with a way on`, async ({ page }) => {
		await openStep(page, 2);
		const isClaims = /setup(\/|%2F)claims/;
		await page.route(isClaims, (route) => route.fulfill(answerWith));
		await page.getByRole('checkbox', { name: 'Done: App registered' }).click();
		await expect(page.locator('.wkpbic-trouble')).toContainText(words);
		await page.unroute(isClaims);
		await page.locator('.wkpbic-trouble').getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('.wkpbic-trouble')).toHaveCount(0);
	});
}
