/** Other plugins as they should not be, all at once: each is reported, and the wizard goes on. A thousand fields, and it stays quick. */
import type { BrowserContext, Page } from '@playwright/test';
import { settings } from '../support/settings.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { expectStep, fillKeys, openStep, saveKeys, sentence } from '../support/wordpress.ts';

const withPlugins = (context: BrowserContext, name: 'broken' | 'thousand'): Promise<void> =>
	context.addCookies([{ name: 'wkpbic_fixture', value: name, url: settings.wordpress }]);

const openPart = async (page: Page, step: string): Promise<void> => {
	await page.goto(`/wp-admin/admin.php?page=wkpbic-setup-wizard&step=${encodeURIComponent(step)}`);
	await expect(page.locator('.wkpbic-step:not([hidden])')).toBeVisible();
};

const fieldOf = (page: Page, id: string) => page.locator(`[id="wkpbic-field-${id}"]`);
const besideOf = (page: Page, id: string) => page.locator(`[id="wkpbic-field-${id}-verdict"]`);

test('ten broken plugins are each reported, and the wizard goes on', async ({ page, context, scriptErrors }) => {
	await withPlugins(context, 'broken');
	await page.clock.install();
	await openPart(page, 'good/step');

	// The steps that could be taken stand where they asked to, the lost one at the end, and ours are ours.
	const titles = await page.locator('.wkpbic-stepper__title').allTextContents();
	expect(titles.map((title) => title.replace(/<.*/s, '').trim())).toEqual([
		'Before you start',
		'A good step',
		'Half a step',
		'Step',
		'A step that throws',
		'broken/title',
		'Your Microsoft keys',
		'Sign in and consent',
		'Check and finish',
		'A lost step',
	]);

	// Each is named for its developer.
	await page.locator('.wkpbic-problems > summary').click();
	const reported = (await page.locator('.wkpbic-problems li code').allTextContents()).map((line) => line.replace(' (broken.php)', '')).sort();
	expect(reported).toEqual(
		[
			'extension_id_taken: good/code',
			'rule_kind_unknown: broken/rule',
			'rule_pattern_unsupported: broken/pattern',
			'extension_id_invalid: client_secret',
			'extension_failed: wkpbic_register_steps',
			'step_neighbour_unknown: broken/lost',
			'field_failed: broken/component',
			'step_failed: broken/title',
			'step_id_invalid: sign-in',
			'step_incomplete: ',
			'hook_failed: wkpbic.stepShown',
		].sort(),
	);
	expect(await page.locator('.wkpbic-problems').textContent()).toContain(await sentence(page, 'extension_id_taken'));

	// Checks: the good one passes; of the others one throws, one gives something else, one never ends.
	await page.getByRole('button', { name: 'Check now' }).click();
	const line = (id: string) => page.locator(`[data-check="${id}"]`);
	await expect(line('good/check')).toContainText('All is well.');
	await expect(line('broken/throws')).toContainText(await sentence(page, 'extension_failed'));
	await expect(line('broken/odd')).toContainText(await sentence(page, 'extension_failed'));
	await expect(line('broken/for-ever')).toContainText('being checked');
	await page.clock.fastForward(31_000);
	await expect(line('broken/for-ever')).toContainText('No answer within 30 seconds.');

	// A megabyte is refused where it is typed, and by the site too; the field whose component throws still takes a value.
	const megabyte = 'x'.repeat(1024 * 1024);
	await fieldOf(page, 'good/code').fill(megabyte);
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect(besideOf(page, 'good/code').locator('.is-error')).toBeVisible();
	const refused = await page.evaluate(async (value) => {
		type Api = { wp: { apiFetch: (request: object) => Promise<unknown> } };
		const request = { path: '/wkpbic/v1/setup/extension-fields', method: 'POST', data: { values: { 'good/code': value } } };
		return (window as unknown as Api).wp.apiFetch(request).then(
			() => 'taken',
			(failure: { data?: { field?: string; status?: number } }) => `${failure.data?.status} ${failure.data?.field}`,
		);
	}, megabyte);
	expect(refused).toBe('400 good/code');
	await fieldOf(page, 'good/code').fill('AB-7');
	await fieldOf(page, 'broken/component').fill('typed all the same');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Half a step' })).toBeVisible();

	// HTML is the text that it was written as.
	await openPart(page, 'broken/html');
	await expect(page.locator('.wkpbic-step:not([hidden]) .wkpbic-lead')).toContainText('<script>');
	expect(await page.evaluate(() => (window as { wkpbicOwned?: number }).wkpbicOwned)).toBeUndefined();

	// What is ours works as it always does.
	await openPart(page, 'broken/step');
	await expect(page.locator('.wkpbic-step:not([hidden]) .components-notice')).toContainText('broken/step');
	await page.locator('.wkpbic-stepper__link', { hasText: 'Your Microsoft keys' }).click();
	await expectStep(page, 2);
	await fillKeys(page);
	await saveKeys(page);
	await expect(page.locator('[data-card="broken/card"]')).toContainText('stopped working');
	await openPart(page, 'good/step');
	await expect(fieldOf(page, 'good/code')).toHaveValue('AB-7');
	await expect(fieldOf(page, 'broken/component')).toHaveValue('typed all the same');
	expect(scriptErrors.filter((error) => !error.includes('broken on purpose'))).toEqual([]);

	// Site Health names for the administrator what PHP has found, and whose it is.
	const taken = await sentence(page, 'extension_id_taken');
	await page.goto('/wp-admin/site-health.php');
	const found = page.locator('.health-check-accordion-panel', { hasText: taken });
	await expect(found).toHaveCount(1);
	for (const part of ['good/code', 'broken/rule', 'broken/pattern', 'client_secret', 'wkpbic_register_steps', 'broken.php']) {
		await expect(found).toContainText(part);
	}
});

test('a thousand fields in fifty steps: a keystroke touches its own field only', async ({ page, context, scriptErrors }) => {
	await withPlugins(context, 'thousand');
	await openPart(page, 'thousand/step-25');
	await expect(page.locator('.wkpbic-stepper__link')).toHaveCount(54);
	await expect(page.locator('.wkpbic-step:not([hidden]) [data-field]')).toHaveCount(20);
	await fieldOf(page, 'thousand/field-25-7').fill('a');

	// Every field of the step has its first value now; from here on only the one that is typed in may change.
	const touched = await page.evaluate(() => {
		const fields = new Set<string>();
		const step = document.querySelector('.wkpbic-step:not([hidden])') as Element;
		new MutationObserver((records) => {
			for (const { target } of records) {
				const element = target instanceof Element ? target : target.parentElement;
				fields.add(element?.closest('[data-field]')?.getAttribute('data-field') ?? 'elsewhere');
			}
		}).observe(step, { subtree: true, childList: true, attributes: true, characterData: true });
		(window as { wkpbicTouched?: Set<string> }).wkpbicTouched = fields;
		return fields.size;
	});
	expect(touched).toBe(0);
	await fieldOf(page, 'thousand/field-25-7').pressSequentially('bcdef');
	await expect(fieldOf(page, 'thousand/field-25-7')).toHaveValue('abcdef');
	expect(await page.evaluate(() => [...((window as { wkpbicTouched?: Set<string> }).wkpbicTouched ?? [])])).toEqual(['thousand/field-25-7']);

	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Step 26', exact: true })).toBeVisible();
	await openStep(page, 2);
	expect(scriptErrors).toEqual([]);
});
