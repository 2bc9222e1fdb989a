/** Logs the administrator in once, keeps the cookies and the database of that moment, and puts it back at the end. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium, type FullConfig } from '@playwright/test';
import { copyDatabase } from './database.ts';
import { settings } from './settings.ts';
import { logIn, openStep } from './wordpress.ts';

export default async function globalSetup(config: FullConfig): Promise<() => void> {
	const state = dirname(settings.seed);
	rmSync(state, { recursive: true, force: true });
	mkdirSync(state, { recursive: true });
	rmSync(settings.screenshots, { recursive: true, force: true });

	const browser = await chromium.launch(config.projects[0]?.use.launchOptions ?? {});
	try {
		const page = await browser.newPage({ baseURL: settings.wordpress });
		await logIn(page, settings.user, settings.password);
		await openStep(page, 4);
		if (!(await page.getByText('Not connected yet').isVisible())) {
			throw new Error('The specs need a site on which nothing is set up yet. `make test-e2e` makes one.');
		}
		await page.context().storageState({ path: settings.loggedIn });
	} finally {
		await browser.close();
	}
	copyDatabase(settings.database, settings.seed);
	return () => copyDatabase(settings.seed, settings.database);
}
