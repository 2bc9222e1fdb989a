/** The stand-in for Microsoft: its control routes, and its pages as a person meets them. */
import { expect, type Page } from '@playwright/test';
import { settings } from './settings.ts';

export interface Exchange {
	readonly method: string;
	readonly host: string;
	readonly path: string;
	readonly grant_type?: string;
	readonly status: number;
}

async function control(method: string, route: string, body?: unknown): Promise<unknown> {
	const answer = await fetch(`${settings.microsoft}/_control/${route}`, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
	});
	if (!answer.ok) {
		throw new Error(`${method} _control/${route}: ${answer.status} ${await answer.text()}`);
	}
	const text = await answer.text();
	return text === '' ? null : JSON.parse(text);
}

export const microsoft = {
	reset: () => control('POST', 'reset', {}),
	setFaults: (faults: readonly object[]) => control('POST', 'faults', faults),
	/** Changes rows of its directory: `{ users: { 'clerk@contoso.example': { licensed: true } } }`. */
	patch: (change: object) => control('POST', 'patch', change),
	/** Such as `{ access_token_seconds: 5 }`, until the next reset. */
	setSettings: (settings: Readonly<Record<string, number>>) => control('POST', 'settings', settings),
	/** Ends all sessions of somebody: refresh tokens from before are refused. */
	revoke: (username: string) => control('POST', 'revoke', { username }),
	async exchanges(): Promise<readonly Exchange[]> {
		return (await control('GET', 'log')) as Exchange[];
	},
	/** The calls to a token endpoint, as `grant_type status`. */
	async tokenCalls(): Promise<readonly string[]> {
		const all = await this.exchanges();
		return all
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/oauth2/v2.0/token'))
			.map(({ grant_type, status }) => `${grant_type} ${status}`);
	},
};

/** Fills in the stand-in's sign-in form; what comes then depends on the user. */
export async function signInAtMicrosoft(page: Page, person: { username: string; password: string }): Promise<void> {
	await expect(page).toHaveURL((url) => url.href.startsWith(settings.microsoft));
	await page.getByLabel('Email or phone').fill(person.username);
	await page.getByLabel('Password').fill(person.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Everything that Microsoft's page shows, as somebody copies it who selects all. */
export async function copyMicrosoftPage(page: Page): Promise<string> {
	await expect(page).toHaveURL((url) => url.href.startsWith(settings.microsoft));
	return page.locator('body').innerText();
}

export async function decideAtMicrosoft(page: Page, decision: 'Accept' | 'Cancel'): Promise<void> {
	await expect(page.getByRole('heading', { name: /Permissions requested/ })).toBeVisible();
	await page.getByRole('button', { name: decision }).click();
}
