/** The plugin that somebody has who has followed docs/extending.md, in a browser. */
import { declaredBy, expectConforms, openExtensionStep } from '../../../../tests/e2e/support/conformance.ts';
import { callSite, connect } from '../../../../tests/e2e/support/journey.ts';
import { microsoft } from '../../../../tests/e2e/support/microsoft.ts';
import { expect, expectAccessible, test } from '../../../../tests/e2e/support/test.ts';
import { openStep, sentence, stepAddress } from '../../../../tests/e2e/support/wordpress.ts';

const STEP = 'Your warehouse';
const FEED_KEY = 'Feed-Key-Of-The-Warehouse-0815';

test.beforeEach(async ({ page }) => {
	await page.goto(stepAddress(4));
	await callSite(page, 'POST', '/wp/v2/plugins/extra-step/extra-step', { status: 'active' });
});

test('the step of the tutorial: two fields and a secret are filled in, a check asks Power BI', async ({ page, scriptErrors, foreignRequests }) => {
	test.slow();
	await connect(page);
	await openExtensionStep(page, STEP);
	await expect(page.getByText('So that reports know what is in stock, and where.')).toBeVisible();

	const code = page.getByLabel('Warehouse code');
	await code.fill('d-1');
	await code.blur();
	await expect(page.locator('[data-field="extra-step/warehouse_code"]')).toContainText(await sentence(page, 'value_pattern_mismatch'));
	await expect(code).toHaveAttribute('aria-invalid', 'true');
	await code.fill('de-12');
	await expect(code).toHaveValue('DE-12');
	await expect(page.getByLabel('Country')).toHaveText('Germany');

	await page.getByLabel('Workspace for stock figures').fill('Sails');
	await page.getByLabel('Key of the stock feed', { exact: true }).fill(FEED_KEY);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('group', { name: 'Key of the stock feed' })).toContainText('Stored on');

	await page.getByRole('button', { name: /^Check/ }).click();
	await expect(page.getByText('Power BI shows you no workspace “Sails”.')).toBeVisible();
	await page.getByLabel('Workspace for stock figures').fill('Sales');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: /^Check/ }).click();
	await expect(page.getByText('Power BI shows you no workspace')).toHaveCount(0);
	await expectAccessible(page);

	expect(await page.content()).not.toContain(FEED_KEY);
	expect(JSON.stringify(await callSite(page, 'GET', '/wkpbic/v1/setup'))).not.toContain(FEED_KEY);
	const asked = (await microsoft.exchanges()).filter(({ host }) => host === 'api.powerbi.com');
	expect(asked.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual(Array(2).fill('GET /v1.0/myorg/groups 200'));
	expect(scriptErrors).toEqual([]);
	expect(foreignRequests).toEqual([]);
});

test('the permission is shown with its reason, and the explanation stands below our own', async ({ page }) => {
	await openStep(page, 3);
	await expect(page.getByText('Sees whether the gateway in your warehouse is switched on')).toBeVisible();
	const explained = await page.evaluate(async () => {
		type Explain = (text: string) => Promise<{ added: readonly { sentence: string }[] }>;
		return (window as unknown as { wkpbic: { explain: Explain } }).wkpbic.explain('DM_GWPipeline_Client_GatewayUnreachable');
	});
	expect(explained.added.map(({ sentence: said }) => said)).toEqual([
		'The gateway in your warehouse does not answer. Switch on the computer on which it runs.',
	]);
});

test('it keeps what every extension has to keep', async ({ page, scriptErrors }) => {
	test.slow();
	await expectConforms(page, 'extra-step', scriptErrors);
	expect((await declaredBy(page, 'extra-step')).fields.map(({ type }) => type)).toEqual(['text', 'text', 'secret']);
});
