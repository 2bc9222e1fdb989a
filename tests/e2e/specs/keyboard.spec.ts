/** All four steps without a pointer: Tab, Space, Enter and typing, from WordPress's skip link to the calm end. */
import type { Locator, Page } from '@playwright/test';
import { KEYS, MERCHANT } from '../support/keys.ts';
import { microsoft } from '../support/microsoft.ts';
import { expect, test } from '../support/test.ts';
import { expectNotice, expectStep, field, openStep } from '../support/wordpress.ts';

/** More stops than any step has. */
const MOST_STOPS = 150;

/** Walks with Tab until the element has the focus, and sees to it that the focus can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let stops = 0; stops < MOST_STOPS; stops++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) {
			expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
			return;
		}
	}
	throw new Error(`${target} was not reached with ${MOST_STOPS} presses of Tab.`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

test('from the first question to the connected shop with the keyboard alone', async ({ page }) => {
	test.slow();
	await openStep(page, 1);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
	await page.keyboard.press('Enter');

	await test.step('step 1', async () => {
		for (const question of ['account', 'may_register_apps', 'power_bi_opened', 'audience']) {
			await press(page, page.locator(`[data-question=${question}] input`).first(), 'Space');
		}
		await expect(page.locator('[data-route=portal_guided] input')).toBeChecked();
		await press(page, page.getByRole('button', { name: 'Start' }), 'Enter');
		await expectStep(page, 2);
		await expect(page.getByRole('heading', { level: 2, name: 'Your Microsoft keys' })).toBeFocused();
	});

	await test.step('step 2: a wrong value takes the focus back, right ones go on', async () => {
		await tabTo(page, field(page, 'client_id'));
		await page.keyboard.type(KEYS.tenant_id);
		await tabTo(page, field(page, 'tenant_id'));
		await page.keyboard.type(KEYS.tenant_id);
		await tabTo(page, page.locator('#wkpbic-client-secret'));
		await page.keyboard.type(KEYS.client_secret);
		await tabTo(page, field(page, 'username'));
		await page.keyboard.type(KEYS.username);
		await press(page, page.getByRole('button', { name: 'Save and continue' }), 'Enter');
		await expect(field(page, 'client_id')).toBeFocused();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(KEYS.client_id);
		await press(page, page.getByRole('button', { name: 'Save and continue' }), 'Enter');
		await expectStep(page, 3);
	});

	await test.step('step 3: to Microsoft and back', async () => {
		await expect(page.getByRole('heading', { level: 2, name: 'Sign in and consent' })).toBeFocused();
		await press(page, page.getByRole('button', { name: 'Sign in with Microsoft' }), 'Enter');
		await expect(page.getByLabel('Password')).toBeFocused();
		await page.keyboard.type(MERCHANT.password);
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: /Permissions requested/ })).toBeVisible();
		await press(page, page.getByRole('button', { name: 'Accept' }), 'Enter');
		await expectNotice(page, 'signed_in');
		await press(page, page.getByRole('button', { name: 'Continue', exact: true }), 'Enter');
		await expectStep(page, 4);
	});

	await test.step('step 4: the ladder, and a dialog that gives the focus back', async () => {
		await press(page, page.getByRole('button', { name: 'Check the connection' }), 'Enter');
		await expect(page.getByRole('heading', { name: 'Your shop is connected to Power BI' })).toBeVisible();
		const disconnect = page.getByRole('button', { name: 'Disconnect', exact: true });
		await page.keyboard.press('Shift+Tab');
		await expect(disconnect).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(disconnect).toBeFocused();
	});
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
});
