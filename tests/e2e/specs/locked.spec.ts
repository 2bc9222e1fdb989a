/** Values that the owner of the server has written into wp-config.php: seen, used, and not to be changed by anybody here. */
import { defineConstants } from '../support/constants.ts';
import { climb } from '../support/journey.ts';
import { KEYS, MERCHANT } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { expectNotice, expectStep, field, openStep, sentence } from '../support/wordpress.ts';

test('keys in wp-config.php: shown, locked, checked, connected, and refused when somebody posts others', async ({ page }) => {
	test.slow();
	defineConstants({
		WKPBIC_CLIENT_ID: KEYS.client_id,
		WKPBIC_TENANT_ID: KEYS.tenant_id,
		WKPBIC_CLIENT_SECRET: KEYS.client_secret,
	});
	await openStep(page, 2);
	await expect(page.getByText('Set in wp-config.php; change it there.')).toHaveCount(2);
	await expect(page.getByText('Set in wp-config.php.', { exact: true })).toBeVisible();
	for (const id of ['client_id', 'tenant_id', 'client_secret'] as const) {
		await expect(field(page, id), id).toHaveCount(0);
	}
	await expect(page.getByText(KEYS.client_id, { exact: true })).toBeVisible();
	expect(await page.content()).not.toContain(KEYS.client_secret);
	await expectAccessible(page);

	await field(page, 'username').fill(KEYS.username);
	await page.getByRole('button', { name: 'Save and check' }).click();
	await expect(page.locator('[data-check="keys-secret"]')).toHaveClass(/is-passed/);
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectStep(page, 3);

	const refused = await page.evaluate(
		(client_id) =>
			(window as unknown as { wp: { apiFetch: (request: object) => Promise<unknown> } }).wp
				.apiFetch({ path: '/wkpbic/v1/setup/fields', method: 'POST', data: { client_id } })
				.then(() => 'stored', ({ code }: { code: string }) => code),
		KEYS.tenant_id,
	);
	expect(refused).toBe('field_locked');

	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await expectNotice(page, 'signed_in');
	await openStep(page, 4);
	await expect((await climb(page)).locator('.is-passed')).toHaveCount(6);
	expect(await microsoft.tokenCalls()).toEqual(['client_credentials 200', 'authorization_code 200']);

	await page.goto('/wp-admin/admin.php?page=wkpbic-connection');
	await expect(page.getByText('WKPBIC_CLIENT_SECRET')).toBeVisible();
	await expect(page.getByLabel('New client secret (Value)')).toHaveCount(0);
	await expectAccessible(page);
});

test('a wrong value in wp-config.php is named where it stands, since no field can mend it', async ({ page }) => {
	defineConstants({ WKPBIC_CLIENT_ID: 'WooCommerce Power BI', WKPBIC_TENANT_ID: KEYS.tenant_id });
	await openStep(page, 2);
	const row = page.locator('.wkpbic-field').filter({ hasText: 'Application (client) ID' });
	await expect(row).toContainText('wp-config.php');
	await expect(row).toContainText(await sentence(page, 'client_id_not_guid'));
});
