import { KEYS, SECRET_ID } from '../support/keys.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { beside, expectStep, field, fillKeys, openStep, saveKeys, stepAddress } from '../support/wordpress.ts';

test('nothing moves when a verdict appears', async ({ page }) => {
	await openStep(page, 2);
	const place = async () => {
		// In the document, not on the screen: typing scrolls.
		const top = (element: Element): number => Math.round(element.getBoundingClientRect().top + window.scrollY);
		return { field: await field(page, 'username').evaluate(top), end: await page.locator('.wkpbic-footer').evaluate(top) };
	};
	const before = await place();
	// The longest sentences that these fields can have.
	await fillKeys(page, { client_id: 'not-a-client-id', tenant_id: 'not a tenant', client_secret: SECRET_ID, username: 'me@hotmail.com' });
	await field(page, 'username').blur();
	for (const id of ['client_id', 'tenant_id', 'client_secret', 'username'] as const) {
		await expect(beside(page, id)).not.toBeEmpty();
	}
	expect(await place()).toEqual(before);
});

test('an error waits until the field is left', async ({ page }) => {
	await openStep(page, 2);
	await field(page, 'client_id').pressSequentially('abc');
	await expect(beside(page, 'client_id')).toBeEmpty();
	await field(page, 'client_id').blur();
	await expect(beside(page, 'client_id')).not.toBeEmpty();
	await field(page, 'client_id').focus();
	await page.keyboard.type('d');
	await expect(beside(page, 'client_id')).toBeEmpty();
	// What is right shows without leaving the field.
	await field(page, 'client_id').fill(KEYS.client_id);
	await expect(field(page, 'client_id')).toBeFocused();
	await expect(beside(page, 'client_id')).toHaveText('Looks right.');
});

test('typed values survive the way to another step and back, and a lost connection', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await page.getByRole('link', { name: /Sign in and consent/ }).click();
	await expectStep(page, 3);
	await expect(page.locator('.wkpbic').getByText('Step 2 holds values that are not saved yet.')).toBeVisible();
	await page.goBack();
	await expectStep(page, 2);
	for (const [id, value] of Object.entries(KEYS) as [keyof typeof KEYS, string][]) {
		await expect(field(page, id)).toHaveValue(value);
	}

	await page.route(/wkpbic(\/|%2F)v1(\/|%2F)setup(\/|%2F)fields/, (route) => route.abort());
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect(page.locator('.wkpbic .components-notice.is-error')).toContainText('Your site did not answer.');
	await expectStep(page, 2);
	for (const [id, value] of Object.entries(KEYS) as [keyof typeof KEYS, string][]) {
		await expect(field(page, id)).toHaveValue(value);
	}

	await page.unrouteAll();
	await saveKeys(page);
});

test('a stored secret is a date, can be replaced, and a changed mind keeps it', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await saveKeys(page);
	await openStep(page, 2);
	await expect(page.getByText(/^Stored on /)).toBeVisible();
	await expect(field(page, 'client_secret')).toHaveCount(0);
	await expectAccessible(page);
	await screenshot(page, 'step-2-stored');

	await page.getByRole('button', { name: 'Replace' }).click();
	await expect(field(page, 'client_secret')).toBeFocused();
	await field(page, 'client_secret').fill('typed and then not wanted');
	await page.getByRole('button', { name: 'Keep the stored secret' }).click();
	await expect(page.getByText(/^Stored on /)).toBeVisible();
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectStep(page, 3);
	await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeEnabled();
});

test('the secret can be shown and covered again', async ({ page }) => {
	await openStep(page, 2);
	await field(page, 'client_secret').fill(KEYS.client_secret);
	await expect(page.locator('#wkpbic-client-secret')).toHaveAttribute('type', 'password');
	await page.getByRole('button', { name: 'Show Client secret (Value)' }).click();
	await expect(page.locator('#wkpbic-client-secret')).toHaveAttribute('type', 'text');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Hide Client secret (Value)' }).click();
	await expect(page.locator('#wkpbic-client-secret')).toHaveAttribute('type', 'password');
});

test('the redirect address is copied character for character', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openStep(page, 2);
	await page.getByRole('button', { name: /Register your shop as an app/ }).click();
	await page.getByRole('button', { name: 'Copy', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(new URL(stepAddress(3), page.url()).href);
});

for (const direction of ['ltr', 'rtl'] as const) {
	test(`every step fits a screen of 320 pixels (${direction})`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await openStep(page, 1);
		await page.evaluate((value) => document.documentElement.setAttribute('dir', value), direction);
		for (const step of [1, 2, 3, 4] as const) {
			await page.locator('.wkpbic-stepper').getByRole('link').nth(step - 1).click();
			await expectStep(page, step);
			if (step === 2) {
				await fillKeys(page, { client_id: KEYS.tenant_id, client_secret: SECRET_ID });
				await field(page, 'client_secret').blur();
			}
			const wider = await page.evaluate(() =>
				[...document.querySelectorAll('.wkpbic *')]
					.filter((element) => element.getClientRects().length > 0 && !element.closest('.screen-reader-text, .wkpbic-stepper__title'))
					.filter((element) => {
						const { left, right } = element.getBoundingClientRect();
						return left < -0.5 || right > window.innerWidth + 0.5;
					})
					.map((element) => element.className.toString()),
			);
			expect(wider).toEqual([]);
			await screenshot(page, `narrow-${direction}-step-${step}`);
		}
	});
}
