import type { Page } from '@playwright/test';
import { KEYS, SECRET_ID } from '../support/keys.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { beside, expectNotice, expectStep, field, fillKeys, openStep, saveKeys, sentence } from '../support/wordpress.ts';

const isWasm = (url: URL): boolean => url.pathname.endsWith('/core_bg.wasm');

/** The page still does what it can: the server judges, keys are stored, and only signing in has to wait. */
async function expectUsableWithoutCore(page: Page): Promise<void> {
	await fillKeys(page, { ...KEYS, client_secret: SECRET_ID });
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect(beside(page, 'client_secret')).toHaveText(await sentence(page, 'client_secret_is_guid'));
	await expect(field(page, 'client_secret')).toBeFocused();
	await expect(field(page, 'client_id')).toHaveValue(KEYS.client_id);
	await expectStep(page, 2);

	await field(page, 'client_secret').fill(KEYS.client_secret);
	await saveKeys(page);
	await expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeDisabled();
}

test('a policy that forbids WebAssembly is named, and keys can still be saved', async ({ page }) => {
	await page.route(/page=wkpbic-setup-wizard/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({
			response,
			headers: { ...response.headers(), 'content-security-policy': "script-src 'self' 'unsafe-inline'" },
		});
	});
	await openStep(page, 2);
	await expectNotice(page, 'wasm_blocked_by_csp');
	expect(await sentence(page, 'wasm_blocked_by_csp')).toContain("'wasm-unsafe-eval'");
	await expectAccessible(page);
	await screenshot(page, 'without-core');
	await expectUsableWithoutCore(page);
});

test('a browser without WebAssembly is told so, and keys can still be saved', async ({ page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
	await openStep(page, 2);
	await expectNotice(page, 'wasm_missing');
	await expectUsableWithoutCore(page);
});

test('a missing file is named with its status', async ({ page }) => {
	await page.route(isWasm, (route) => route.fulfill({ status: 404, body: 'gone' }));
	await openStep(page, 2);
	await expectNotice(page, 'wasm_not_found', { status: 404 });
});

test('a file that cannot be fetched is told from one that is missing', async ({ page }) => {
	await page.route(isWasm, (route) => route.abort());
	await openStep(page, 2);
	await expectNotice(page, 'wasm_network');
});

test('a damaged file is named', async ({ page }) => {
	await page.route(isWasm, async (route) => {
		const response = await route.fetch();
		const body = (await response.body()).subarray(0, 4096);
		await route.fulfill({ status: 200, contentType: 'application/wasm', body });
	});
	await openStep(page, 2);
	await expectNotice(page, 'wasm_corrupt');
});

test('a server that sends wasm under another type is no problem and no news', async ({ page, scriptErrors }) => {
	await page.route(isWasm, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
	});
	await openStep(page, 2);
	await field(page, 'client_id').fill(KEYS.client_id);
	await expect(beside(page, 'client_id')).toHaveText('Looks right.');
	await expect(page.locator('.wkpbic .components-notice')).toHaveCount(0);
	expect(scriptErrors).toEqual([]);
});
