/** Stretches of the way that several specs share, walked as a person walks them unless their names say otherwise. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { KEYS, MERCHANT } from './keys.ts';
import { decideAtMicrosoft, signInAtMicrosoft } from './microsoft.ts';
import { settings } from './settings.ts';
import { expectNotice, logIn, openStep } from './wordpress.ts';

type ApiFetch = (request: { path: string; method: string; data?: object }) => Promise<unknown>;

/** A call of the site's REST API with the page's own nonce, for what a spec is not about. The page must be one of wp-admin. */
export async function callSite(page: Page, method: string, path: string, data?: object): Promise<unknown> {
	return page.evaluate(
		(request) => (window as unknown as { wp: { apiFetch: ApiFetch } }).wp.apiFetch(request),
		{ path, method, ...(data && { data }) },
	);
}

/** Stores values of step 2 without typing them. */
export async function storeKeys(page: Page, fields: Readonly<Record<string, string>> = KEYS): Promise<void> {
	await openStep(page, 4);
	await callSite(page, 'POST', '/wkpbic/v1/setup/fields', fields);
}

/** From step 3 to the page that asks who one is. */
export async function leaveForMicrosoft(page: Page): Promise<void> {
	await openStep(page, 3);
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
}

/** With stored keys: to Microsoft and back. */
export async function connect(page: Page, person: { username: string; password: string } = MERCHANT): Promise<void> {
	await storeKeys(page);
	await leaveForMicrosoft(page);
	await signInAtMicrosoft(page, person);
	await decideAtMicrosoft(page, 'Accept');
	await expectNotice(page, 'signed_in');
}

/** Step 4: climbs the ladder and waits until it stands still. */
export async function climb(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: /^Check (the connection|again)$/ }).click();
	const ladder = page.locator('.wkpbic-ladder');
	await expect(ladder).toHaveAttribute('aria-busy', 'false');
	return ladder;
}

export const rung = (page: Page, title: string): Locator => page.locator('.wkpbic-rung').filter({ hasText: title });

export async function expectAllRungs(page: Page): Promise<void> {
	const ladder = await climb(page);
	await expect(ladder.locator('.is-passed')).toHaveCount(6);
	await expect(page.getByRole('heading', { name: 'Your shop is connected to Power BI' })).toBeVisible();
}

export interface SecondAdmin {
	readonly page: Page;
	readonly close: () => Promise<void>;
}

/** Another administrator of the shop, in a browser of their own. `page` is one of wp-admin, to make the account with. */
export async function secondAdmin(page: Page, browser: Browser): Promise<SecondAdmin> {
	const person = { username: 'second-admin', password: 'Another-Horse-9!' };
	await callSite(page, 'POST', '/wp/v2/users', { ...person, email: 'second@example.test', roles: ['administrator'] });
	const other = await newBrowser(browser);
	await logIn(other.page, person.username, person.password);
	return other;
}

/** Another browser, in which nobody is logged in. */
export async function newBrowser(browser: Browser): Promise<SecondAdmin> {
	const context = await browser.newContext({
		baseURL: settings.wordpress,
		storageState: { cookies: [], origins: [] },
		reducedMotion: 'reduce',
	});
	return { page: await context.newPage(), close: () => context.close() };
}
