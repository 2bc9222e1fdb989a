/** A picture of the page as it is, once per width. */
import type { Page } from '@playwright/test';
import { settings } from '../support/settings.ts';

export const FOLDER = settings.screenshots;
export const WIDTHS = [1440, 390] as const;

export async function picture(page: Page, name: string): Promise<void> {
	const before = page.viewportSize();
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: width > 600 ? 1000 : 844 });
		await page.evaluate(() => window.scrollTo(0, 0));
		await page.screenshot({ path: `${FOLDER}/${name}@${width}.png`, fullPage: true, animations: 'disabled' });
	}
	if (before) {
		await page.setViewportSize(before);
	}
}
