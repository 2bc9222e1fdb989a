/** Logs the administrator in once and keeps both the cookies and the database of that moment. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium, type FullConfig } from '@playwright/test';
import { copyDatabase } from './database.ts';
import { settings } from './settings.ts';
import { logIn } from './wordpress.ts';

export default async function globalSetup(config: FullConfig): Promise<void> {
	const state = dirname(settings.seed);
	rmSync(state, { recursive: true, force: true });
	mkdirSync(state, { recursive: true });
	rmSync(settings.screenshots, { recursive: true, force: true });

	const browser = await chromium.launch(config.projects[0]?.use.launchOptions ?? {});
	try {
		const page = await browser.newPage({ baseURL: settings.wordpress });
		await logIn(page, settings.user, settings.password);
		await page.context().storageState({ path: settings.loggedIn });
	} finally {
		await browser.close();
	}
	copyDatabase(settings.database, settings.seed);
}
