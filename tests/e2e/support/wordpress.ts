/** WordPress and the wizard as a person meets them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { KEYS } from './keys.ts';

export async function logIn(page: Page, user: string, password: string): Promise<void> {
	await page.goto('/wp-login.php');
	await page.getByLabel('Username or Email Address').fill(user);
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Log In' }).click();
	await expect(page.locator('#wpadminbar')).toBeVisible();
}

export const STEP_TITLES = ['Before you start', 'Your Microsoft keys', 'Sign in and consent', 'Check and finish'] as const;

export type StepNumber = 1 | 2 | 3 | 4;

const titleOf = (step: StepNumber): string => STEP_TITLES[step - 1] ?? '';

export const stepAddress = (step: StepNumber): string => `/wp-admin/admin.php?page=wkpbic-setup-wizard&step=${step}`;

export async function openStep(page: Page, step: StepNumber): Promise<void> {
	await page.goto(stepAddress(step));
	await expectStep(page, step);
}

export async function expectStep(page: Page, step: StepNumber): Promise<void> {
	await expect(page.getByRole('heading', { level: 2, name: titleOf(step) })).toBeVisible();
	await expect(page.locator('[aria-current="step"]')).toContainText(titleOf(step));
}

export type KeyField = keyof typeof KEYS;

const LABELS: Record<KeyField, string> = {
	client_id: 'Application (client) ID',
	tenant_id: 'Directory (tenant) ID',
	client_secret: 'Client secret (Value)',
	username: 'Microsoft account (email)',
};

export const field = (page: Page, id: KeyField): Locator => page.getByRole('textbox', { name: LABELS[id] }).or(page.locator(`input[type=password]#wkpbic-${id.replace('_', '-')}`));

/** The sentences beside a field: what the field's own description points at. */
export const beside = (page: Page, id: KeyField): Locator => page.locator(`#wkpbic-${id.replace('_', '-')}-verdict`);

export async function fillKeys(page: Page, keys: Readonly<Partial<Record<KeyField, string>>> = KEYS): Promise<void> {
	for (const [id, value] of Object.entries(keys) as [KeyField, string][]) {
		await field(page, id).fill(value);
	}
}

export async function saveKeys(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save and continue' }).click();
	await expectStep(page, 3);
}

/** The sentence for a code, as this site has it: specs name codes, never wordings. */
export async function sentence(page: Page, code: string, params: Record<string, string | number> = {}): Promise<string> {
	return (await template(page, code)).replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}

/** The same for whatever values its parameters have. */
export async function sentencePattern(page: Page, code: string): Promise<RegExp> {
	const parts = (await template(page, code)).split(/\{\w+\}/);
	return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'));
}

async function template(page: Page, code: string): Promise<string> {
	type Texts = { messages: Record<string, string> };
	type Printed = { wkpbicBootstrap?: Texts; wkpbicPage?: Texts };
	let text: string | undefined;
	// The browser may still be on its way back to the page of the plugin, so a page that goes away meanwhile is asked again.
	await expect(async () => {
		const texts = await page.evaluate(() => ((window as Printed).wkpbicBootstrap ?? (window as Printed).wkpbicPage)?.messages);
		expect(texts, 'a page of the plugin').toBeDefined();
		text = texts?.[code];
	}).toPass({ timeout: 30_000 });
	if (text === undefined) {
		throw new Error(`The page has no sentence for ${code}.`);
	}
	return text;
}

/** A notice of the wizard that holds the sentence of a code. */
export async function expectNotice(page: Page, code: string, params: Record<string, string | number> = {}): Promise<void> {
	const text = await sentence(page, code, params);
	await expect(page.locator('.wkpbic .components-notice').filter({ hasText: text })).toHaveCount(1);
}
