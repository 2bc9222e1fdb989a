/** Every spec starts from a site with nothing set up, an administrator logged in, and a stand-in without a past. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { undefineConstants } from './constants.ts';
import { copyDatabase } from './database.ts';
import { microsoft } from './microsoft.ts';
import { settings } from './settings.ts';

interface Fixtures {
	readonly cleanWorld: void;
	/** What went wrong in the page's scripts: uncaught errors, and errors logged by files of the plugin. */
	readonly scriptErrors: readonly string[];
	/** Addresses of other machines that the page asked for. */
	readonly foreignRequests: readonly string[];
}

export const test = base.extend<Fixtures>({
	cleanWorld: [
		async ({}, use) => {
			undefineConstants();
			copyDatabase(settings.seed, settings.database);
			await microsoft.reset();
			await use();
			undefineConstants();
		},
		{ auto: true },
	],
	scriptErrors: async ({ page }, use) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error' && message.location().url.includes('/plugins/wkpbic/')) {
				errors.push(message.text());
			}
		});
		await use(errors);
	},
	foreignRequests: async ({ page }, use) => {
		const foreign: string[] = [];
		page.on('request', (request) => {
			const { protocol, origin } = new URL(request.url());
			if (protocol.startsWith('http') && origin !== settings.wordpress && origin !== settings.microsoft) {
				foreign.push(request.url());
			}
		});
		await use(foreign);
	},
});

/** WCAG 2.2 AA, within what the plugin draws; WordPress's own frame has findings of its own. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.include('#wpbody-content')
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

export async function screenshot(page: Page, name: string): Promise<void> {
	await page.evaluate(() => window.scrollTo(0, 0));
	await page.screenshot({ path: `${settings.screenshots}/${name}.png`, fullPage: true, animations: 'disabled' });
}

export { expect };
