/** Where everything is; the runner of the suite says it in the environment. */
import { fileURLToPath } from 'node:url';

function required(...names: string[]): string {
	for (const name of names) {
		const value = process.env[name];
		if (value) {
			return value.replace(/\/$/, '');
		}
	}
	throw new Error(`${names.join(' or ')} is not set. \`make test-e2e\` starts the servers and sets it.`);
}

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const settings = {
	/** Address of the WordPress under test. */
	wordpress: required('WP_BASE_URL'),
	user: process.env['WP_USER'] ?? 'admin',
	password: process.env['WP_PASSWORD'] ?? 'password',
	/** Its database, which is put back before each test. */
	database: required('WP_SQLITE_FILE'),
	/** Address of the stand-in for Microsoft. */
	microsoft: required('MICROSOFT_URL', 'WKPBIC_DEVELOPMENT_MICROSOFT_URL'),
	chromium: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
	/** Cookies of the logged-in administrator, made once per run. */
	loggedIn: here('.state/administrator.json'),
	/** The database as it was right after that log-in. */
	seed: here('.state/seed.sqlite'),
	screenshots: here('screenshots'),
};
