import { defineConfig } from '@playwright/test';
import { settings } from './support/settings.ts';

/**
 * One worker and no retries: the specs share one WordPress and one stand-in, and a spec that passes only at the second
 * try has found something. Traffic leaves this machine nowhere: every other name does not resolve.
 */
export default defineConfig({
	// The wizard's own specs, and those of the example that extends it.
	projects: [
		{ name: 'wizard', testDir: './specs' },
		{ name: 'example', testDir: '../../docs/examples' },
	],
	globalSetup: './support/global-setup.ts',
	workers: 1,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: true,
	reporter: 'list',
	use: {
		baseURL: settings.wordpress,
		storageState: settings.loggedIn,
		// Without pauses between lines that appear one after the other; the portal journey asks for them.
		contextOptions: { reducedMotion: 'reduce' },
		viewport: { width: 1440, height: 1000 },
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: settings.chromium,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
			],
		},
	},
});
