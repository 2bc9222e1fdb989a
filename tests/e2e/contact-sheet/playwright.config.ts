import { defineConfig } from '@playwright/test';
import specs from '../playwright.config.ts';

/** Pictures of every screen, for people to look at: `make screenshots`. No test of the product, so no part of `make test`. */
export default defineConfig({
	...specs,
	testDir: '.',
	testMatch: '*.sheet.ts',
	globalSetup: '../support/global-setup.ts',
	globalTeardown: './write-index.ts',
	timeout: 120_000,
	use: { ...specs.use, actionTimeout: 8_000, trace: 'off', screenshot: 'off' },
});
