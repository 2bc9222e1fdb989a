/** Stopping in the middle: everything but an unsaved secret is there again, whoever comes back and with whatever. */
import { callSite, connect, newBrowser, secondAdmin, storeKeys } from '../support/journey.ts';
import { KEYS } from '../support/keys.ts';
import { settings } from '../support/settings.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { expectStep, field, fillKeys, logIn, openStep } from '../support/wordpress.ts';

test('what is saved is there after a reload, in another browser and for another administrator', async ({ page, browser }) => {
	test.slow();
	await openStep(page, 1);
	const kept = page.waitForResponse((response) => response.url().includes('setup/progress') && response.ok());
	await page.locator('[data-question=account] input[value=work_or_school]').check();
	await kept;
	await storeKeys(page);
	await callSite(page, 'POST', '/wkpbic/v1/setup/claims', { app_created: true });

	const expectAllThere = async (there: typeof page): Promise<void> => {
		await openStep(there, 1);
		await expect(there.locator('[data-question=account] input[value=work_or_school]')).toBeChecked();
		await openStep(there, 2);
		for (const id of ['client_id', 'tenant_id', 'username'] as const) {
			await expect(field(there, id)).toHaveValue(KEYS[id]);
		}
		await expect(there.getByText(/^Stored on /)).toBeVisible();
		await expect(there.locator('[data-item=app_created]')).toHaveClass(/is-claimed/);
		expect(await there.content()).not.toContain(KEYS.client_secret);
	};

	await page.reload();
	await expectAllThere(page);

	const sameAgain = await newBrowser(browser);
	await logIn(sameAgain.page, settings.user, settings.password);
	await expectAllThere(sameAgain.page);
	await sameAgain.close();

	const colleague = await secondAdmin(page, browser);
	await expectAllThere(colleague.page);
	await colleague.close();
});

test('a connection is seen by another administrator, who is not asked to sign in again', async ({ page, browser }) => {
	await connect(page);
	const colleague = await secondAdmin(page, browser);
	await openStep(colleague.page, 4);
	await expect(colleague.page.getByText('Connected', { exact: true })).toBeVisible();
	await expect(colleague.page.getByText(KEYS.username).first()).toBeVisible();
	await openStep(colleague.page, 3);
	await expect(colleague.page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
	await expectAccessible(colleague.page);
	await colleague.close();
});

test('plain values that were typed and not saved survive a reload; a typed secret does not', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	page.on('dialog', (dialog) => void dialog.accept());
	await page.reload();
	await expectStep(page, 2);
	for (const id of ['client_id', 'tenant_id', 'username'] as const) {
		await expect(field(page, id)).toHaveValue(KEYS[id]);
	}
	await expect(field(page, 'client_secret')).toHaveValue('');
	expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(KEYS.client_secret);
});
