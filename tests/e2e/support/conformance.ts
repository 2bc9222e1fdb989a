/**
 * What every plugin that extends the wizard has to keep, as far as a browser can see it; `wp wkpbic conformance` looks at the rest.
 * The page is one of wp-admin, and the plugin is active.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { callSite } from './journey.ts';
import { expectAccessible } from './test.ts';
import { stepAddress } from './wordpress.ts';

interface DeclaredField {
	readonly id: string;
	readonly step: string;
	readonly type: string;
	readonly label: string;
}

interface Declared {
	readonly steps: readonly { readonly id: string; readonly title: string }[];
	readonly fields: readonly DeclaredField[];
	readonly problems: readonly { readonly code: string; readonly id: string }[];
}

/** The hostile values that PHP uses, too: name and text. */
export function hostileValues(): readonly (readonly [name: string, text: string])[] {
	const file = fileURLToPath(new URL('../../../php-plugin/src/Conformance/HostileValues.php', import.meta.url));
	const print = 'require $argv[1]; echo json_encode(Wkpbic\\Conformance\\HostileValues::all(), JSON_THROW_ON_ERROR);';
	return Object.entries(JSON.parse(execFileSync('php', ['-r', print, file], { encoding: 'utf8' })) as Record<string, string>);
}

/** What the plugin has declared, as the page got it. */
export async function declaredBy(page: Page, plugin: string): Promise<Declared> {
	const { steps, fields, problems } = await page.evaluate(
		() => (window as unknown as { wkpbicBootstrap: { extensions: Declared } }).wkpbicBootstrap.extensions,
	);
	const own = ({ id }: { readonly id: string }): boolean => id.startsWith(`${plugin}/`);
	return { steps: steps.filter(own), fields: fields.filter(own), problems: problems.filter(own) };
}

export async function openExtensionStep(page: Page, title: string): Promise<void> {
	await page.goto(stepAddress(4));
	await page.getByRole('navigation', { name: 'Steps of the set-up' }).getByRole('link', { name: title }).click();
	await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

/**
 * Opens each step of the plugin and makes sure that nothing was refused, that axe has no finding, that the keyboard reaches every
 * field, and that hostile values are judged alike on both sides and leave the page whole.
 *
 * @param errors What the page's scripts have complained about, see the fixture `scriptErrors`.
 */
export async function expectConforms(page: Page, plugin: string, errors: readonly string[]): Promise<void> {
	await page.goto(stepAddress(4));
	const declared = await declaredBy(page, plugin);
	expect(declared.problems).toEqual([]);
	expect(declared.steps.length + declared.fields.length, `parts of ${plugin}`).toBeGreaterThan(0);
	for (const step of declared.steps) {
		await openExtensionStep(page, step.title);
		await expectAccessible(page);
		const fields = declared.fields.filter((field) => field.step === step.id);
		await expectReachable(page, fields);
		await expectAlike(page, fields);
		await expectWhole(page, fields);
		await expectAccessible(page);
	}
	expect(errors).toEqual([]);
}

const inField = (page: Page, { id }: DeclaredField) => page.locator(`[data-field="${id}"]`).locator('input, select, textarea, button').first();

/** Tab alone goes through the step and comes by every field, which then has a name. */
async function expectReachable(page: Page, fields: readonly DeclaredField[]): Promise<void> {
	const met = new Set<string>();
	await page.getByRole('heading', { level: 2 }).first().click();
	for (let tab = 0; tab < 60 && met.size < fields.length; tab += 1) {
		await page.keyboard.press('Tab');
		const field = await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null);
		if (field !== null) {
			met.add(field);
		}
	}
	expect([...met].sort(), 'fields that Tab reaches').toEqual(fields.map(({ id }) => id).sort());
	for (const field of fields) {
		await expect(inField(page, field)).toHaveAccessibleName(/\S/);
	}
}

type Verdict = { readonly level: string };
type Validate = (fieldId: string, text: string) => Promise<Verdict>;

/** The core in the page and PHP say the same about each hostile value. What PHP takes is put away again. */
async function expectAlike(page: Page, fields: readonly DeclaredField[]): Promise<void> {
	const values = hostileValues();
	for (const { id } of fields) {
		const inPage = await page.evaluate(
			async ([field, texts]) => {
				const { validate } = (window as unknown as { wkpbic: { validate: Validate } }).wkpbic;
				return Promise.all(texts.map(async (text) => (await validate(field, text)).level !== 'error'));
			},
			[id, values.map(([, text]) => text)] as const,
		);
		const onSite: boolean[] = [];
		for (const [, text] of values) {
			onSite.push(await callSite(page, 'POST', '/wkpbic/v1/setup/extension-fields', { values: { [id]: text } }).then(() => true, () => false));
		}
		await callSite(page, 'POST', '/wkpbic/v1/setup/extension-fields', { values: { [id]: null } });
		const named = (verdicts: readonly boolean[]): string[] => values.map(([name], at) => `${name}: ${verdicts[at] ? 'taken' : 'refused'}`);
		expect(named(inPage), `${id}: the page and PHP`).toEqual(named(onSite));
	}
}

/** Typed into the field, hostile values change nothing but the field. */
async function expectWhole(page: Page, fields: readonly DeclaredField[]): Promise<void> {
	const heading = await page.getByRole('heading', { level: 2 }).first().innerText();
	for (const field of fields) {
		const input = inField(page, field);
		if (!(await input.evaluate((element) => element instanceof HTMLInputElement && ['text', 'password'].includes(element.type)))) {
			continue;
		}
		for (const [name, text] of hostileValues()) {
			await input.fill(text);
			await input.blur();
			await expect(page.getByRole('heading', { level: 2 }).first(), `${field.id} with ${name}`).toHaveText(heading);
		}
		expect(await page.locator('.wkpbic img[src="x"], .wkpbic script').count(), `elements that ${field.id} has let in`).toBe(0);
		await input.fill('');
	}
}
