import { KEYS, MERCHANT, SECRET_ID } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import {
	beside,
	expectNotice,
	expectStep,
	field,
	fillKeys,
	openStep,
	saveKeys,
	sentence,
	stepAddress,
} from '../support/wordpress.ts';

test('from the first step to the list of workspaces', async ({ page, scriptErrors, foreignRequests }) => {
	test.slow();

	await test.step('step 1 says what is needed and that Microsoft can answer this site', async () => {
		await openStep(page, 1);
		await expect(page.locator('[data-check=redirect_uri_legal]')).toContainText('good');
		await expect(page.locator('[data-check=login_host]')).toContainText('good');
		await expectAccessible(page);
		await screenshot(page, 'step-1-before-you-start');
		await page.getByRole('button', { name: 'Start' }).click();
		await expectStep(page, 2);
		await expect(page).toHaveURL(stepAddress(2));
		await expect(page.getByRole('heading', { level: 2, name: 'Your Microsoft keys' })).toBeFocused();
	});

	await test.step('step 2 judges wrong values beside their fields', async () => {
		await fillKeys(page, { client_id: KEYS.tenant_id, tenant_id: KEYS.tenant_id, client_secret: SECRET_ID });
		await field(page, 'username').fill(`${KEYS.username}  `);
		await field(page, 'username').blur();

		await expect(beside(page, 'client_secret')).toHaveText(await sentence(page, 'client_secret_is_guid'));
		await expect(field(page, 'client_secret')).toHaveAttribute('aria-invalid', 'true');
		await expect(field(page, 'client_secret')).toHaveAccessibleDescription(
			new RegExp(escaped(await sentence(page, 'client_secret_is_guid'))),
		);
		await expect(beside(page, 'client_id')).toHaveText(await sentence(page, 'client_id_same_as_tenant_id'));
		await expect(beside(page, 'username')).toContainText('Blanks at the ends were removed.');
		await expect(field(page, 'username')).toHaveValue(KEYS.username);
		await expectAccessible(page);
		await screenshot(page, 'step-2-wrong-values');

		await page.getByRole('button', { name: 'Save and continue' }).click();
		await expect(field(page, 'client_id')).toBeFocused();
		await expectStep(page, 2);
	});

	await test.step('step 2 takes the right values', async () => {
		await fillKeys(page);
		await field(page, 'username').blur();
		for (const id of ['client_id', 'tenant_id', 'client_secret', 'username'] as const) {
			await expect(beside(page, id)).toContainText('Looks right.');
		}
		await expectAccessible(page);
		await screenshot(page, 'step-2-your-microsoft-keys');
		await saveKeys(page);
	});

	await test.step('step 3 leads to Microsoft and back', async () => {
		await expectAccessible(page);
		await screenshot(page, 'step-3-sign-in-and-consent');
		expect(await microsoft.tokenCalls()).toEqual([]);
		await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
		await signInAtMicrosoft(page, MERCHANT);
		await decideAtMicrosoft(page, 'Accept');

		await expectStep(page, 3);
		await expect(page).toHaveURL(stepAddress(3));
		await expectNotice(page, 'signed_in');
		await expectAccessible(page);
		await screenshot(page, 'step-3-signed-in');
		expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
	});

	await test.step('step 4 lists the workspaces', async () => {
		await page.getByRole('button', { name: 'Continue' }).click();
		await expectStep(page, 4);
		await page.getByRole('button', { name: 'Check the connection' }).click();
		const workspaces = page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem');
		await expect(workspaces).toHaveCount(3);
		await expect(workspaces.filter({ hasText: 'Sales' })).toHaveCount(1);
		await expect(workspaces.filter({ hasText: 'Finance' })).toHaveCount(1);
		await expect(workspaces.filter({ hasText: 'Archive' })).toHaveCount(1);
		await expectAccessible(page);
		await screenshot(page, 'step-4-check-and-finish');
		expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
	});

	expect(scriptErrors).toEqual([]);
	expect(foreignRequests).toEqual([]);
});

test('disconnecting asks first and forgets the connection', async ({ page }) => {
	await openStep(page, 2);
	await fillKeys(page);
	await saveKeys(page);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await page.getByRole('button', { name: 'Continue' }).click();

	await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Disconnect from Microsoft?' });
	await dialog.getByRole('button', { name: 'Stay connected' }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText('Connected', { exact: true })).toBeVisible();

	await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
	await dialog.getByRole('button', { name: 'Yes, disconnect' }).click();
	await expect(page.getByText('Not connected yet')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Not connected yet')).toBeVisible();
});

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
