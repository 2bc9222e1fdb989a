/**
 * Every dead end that Microsoft can lead into. Each row says where it shows itself, which sentence has to stand there, what is
 * offered next, and which calls for a token may have been made. Afterwards all values of step 2 are still there.
 */
import type { Locator, Page } from '@playwright/test';
import { climb, connect, leaveForMicrosoft, storeKeys } from '../support/journey.ts';
import { EXPIRED_SECRET, KEYS, MERCHANT, SALES, UNLICENSED, VISITOR } from '../support/keys.ts';
import { copyMicrosoftPage, decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { settings } from '../support/settings.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { expectStep, field, openStep, sentencePattern, stepAddress } from '../support/wordpress.ts';

type Keys = Readonly<Record<string, string>>;

interface DeadEnd {
	readonly name: string;
	readonly keys?: Keys;
	/** What is broken at Microsoft, before anybody asks. */
	readonly broken?: () => Promise<unknown>;
	readonly code: string;
	/** The label of what is to be done next. */
	readonly next: RegExp;
	readonly tokenCalls: readonly string[];
}

const NOBODYS_ID = '11111111-2222-4333-8444-555555555555';
const TOKEN = { path: '/oauth2/v2.0/token' };

async function expectSaid(place: Locator, { code, next }: DeadEnd): Promise<void> {
	await expect(place).toContainText(await sentencePattern(place.page(), code));
	await expect(place.getByRole('button', { name: next }).or(place.getByRole('link', { name: next })).first()).toBeVisible();
	await expectAccessible(place.page());
}

async function expectNothingLost(page: Page, keys: Keys): Promise<void> {
	await openStep(page, 2);
	for (const id of ['client_id', 'tenant_id', 'username'] as const) {
		await expect(field(page, id)).toHaveValue(keys[id] ?? '');
	}
	await expect(page.getByText(/^Stored on /).first()).toBeVisible();
}

const redirectUris = (uri: string) => ({ apps: { [KEYS.client_id]: { redirect_uris: [{ uri, platform: 'web' }] } } });

/** Step 2, "Check with Microsoft": before anybody leaves. */
const CHECKED: readonly (DeadEnd & { readonly line: string })[] = [
	{
		name: 'wrong tenant',
		keys: { tenant_id: NOBODYS_ID },
		line: 'keys-tenant',
		code: 'tenant_unknown',
		next: /Go to “Directory \(tenant\) ID”/,
		// The questions are asked side by side.
		tokenCalls: ['client_credentials 400'],
	},
	{
		name: 'wrong client',
		keys: { client_id: NOBODYS_ID },
		line: 'keys-app',
		code: 'client_unknown',
		next: /Go to “Application \(client\) ID”/,
		tokenCalls: ['client_credentials 400'],
	},
	{
		name: 'expired secret',
		keys: { client_secret: EXPIRED_SECRET },
		line: 'keys-secret',
		code: 'client_secret_expired',
		next: /Go to “Client secret \(Value\)”/,
		tokenCalls: ['client_credentials 401'],
	},
	{
		name: 'wrong redirect address',
		broken: () => microsoft.patch(redirectUris(`${settings.wordpress}/wp-admin/admin.php?page=wkpbic-setup-wizard`)),
		line: 'keys-redirect-uri',
		code: 'redirect_uri_mismatch',
		next: /Open “Authentication”/,
		tokenCalls: ['client_credentials 200'],
	},
];

for (const row of CHECKED) {
	test(`checked in step 2: ${row.name}`, async ({ page }) => {
		const keys = { ...KEYS, ...row.keys };
		await storeKeys(page, keys);
		await row.broken?.();
		await openStep(page, 2);
		await page.getByRole('button', { name: 'Check with Microsoft' }).click();
		const line = page.locator(`[data-check="${row.line}"]`);
		await expect(line).toHaveClass(/is-failed/);
		await expectSaid(line, row);
		expect(await microsoft.tokenCalls()).toEqual(row.tokenCalls);
		await expectNothingLost(page, keys);
	});
}

/** Pages of Microsoft's that never lead back: the person copies the page, and the wizard explains it. */
const PASTED: readonly (DeadEnd & { readonly person?: { username: string; password: string } })[] = [
	{
		name: 'wrong tenant',
		keys: { tenant_id: NOBODYS_ID },
		code: 'tenant_unknown',
		next: /Go to your Microsoft keys/,
		tokenCalls: [],
	},
	{
		name: 'wrong client',
		keys: { client_id: NOBODYS_ID },
		code: 'client_unknown',
		next: /Go to your Microsoft keys/,
		tokenCalls: [],
	},
	{
		name: 'account of another company',
		person: VISITOR,
		code: 'account_not_in_tenant',
		next: /Sign in with another account/,
		tokenCalls: [],
	},
];

async function pasteWhatMicrosoftShowed(page: Page): Promise<Locator> {
	const shown = await copyMicrosoftPage(page);
	await page.goto(stepAddress(3));
	await expectStep(page, 3);
	await page.getByRole('button', { name: 'Yes, I want to paste it' }).click();
	await page.getByRole('textbox', { name: 'What Microsoft showed' }).fill(shown);
	await page.getByRole('button', { name: 'Explain it' }).click();
	return page.locator('.wkpbic-error-page__answer');
}

for (const row of PASTED) {
	test(`shown by Microsoft and pasted: ${row.name}`, async ({ page }) => {
		const keys = { ...KEYS, ...row.keys };
		await storeKeys(page, keys);
		await leaveForMicrosoft(page);
		if (row.person) {
			await signInAtMicrosoft(page, row.person);
		}
		await expect(page.getByText(/AADSTS\d+/).first()).toBeVisible();
		await expectSaid(await pasteWhatMicrosoftShowed(page), row);
		expect(await microsoft.tokenCalls()).toEqual(row.tokenCalls);
		await expectNothingLost(page, keys);
	});
}

test('shown by Microsoft and pasted: wrong redirect address, and the doctor marks the character', async ({ page }) => {
	const right = new URL(stepAddress(3), settings.wordpress).href;
	const wrong = right.replace('step=3', 'step=8');
	await microsoft.patch(redirectUris(wrong));
	await storeKeys(page);
	await leaveForMicrosoft(page);
	const answer = await pasteWhatMicrosoftShowed(page);
	await expectSaid(answer, { name: '', code: 'redirect_uri_mismatch', next: /Open “Authentication” in Azure/, tokenCalls: [] });

	await page.getByRole('textbox', { name: 'Redirect URI as it stands in Azure' }).fill(wrong);
	await expect(answer.locator('.wkpbic-address mark')).toHaveText([/8$/, /3$/]);
	await expect(answer.locator('.wkpbic-doctor__finding')).toContainText(`character ${right.length}`);
	await expectAccessible(page);

	await microsoft.patch(redirectUris(right));
	await leaveForMicrosoft(page);
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await expect(page.locator('.components-notice.is-success')).toHaveCount(1);
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
});

/** Step 3: what comes back to the shop. */
const ANSWERED: readonly DeadEnd[] = [
	{
		name: 'expired secret',
		keys: { client_secret: EXPIRED_SECRET },
		code: 'client_secret_expired',
		next: /Certificates & secrets/,
		tokenCalls: ['authorization_code 401'],
	},
	{
		name: 'no consent for a permission',
		broken: () => microsoft.setFaults([{ kind: 'aadsts', code: 65001, match: TOKEN }]),
		code: 'consent_required',
		next: /Sign in again/,
		tokenCalls: ['authorization_code 400'],
	},
	{
		name: 'a second factor that was demanded afterwards',
		broken: () => microsoft.setFaults([{ kind: 'aadsts', code: 50076, match: TOKEN }]),
		code: 'interaction_required',
		next: /Sign in again/,
		tokenCalls: ['authorization_code 400'],
	},
	{
		name: 'Microsoft is down',
		broken: () => microsoft.setFaults([{ kind: 'status', status: 503, body: 'down', match: TOKEN }]),
		code: 'microsoft_unavailable',
		next: /Try again/,
		tokenCalls: ['authorization_code 503'],
	},
	{
		name: 'the connection to Microsoft is cut',
		broken: () => microsoft.setFaults([{ kind: 'cut', match: TOKEN }]),
		code: 'microsoft_unreachable',
		next: /Try again/,
		tokenCalls: ['authorization_code 0'],
	},
	{
		name: 'Microsoft takes longer than the shop waits',
		broken: () => microsoft.setFaults([{ kind: 'delay', ms: 10_500, match: TOKEN }]),
		code: 'microsoft_unreachable',
		next: /Try again/,
		tokenCalls: ['authorization_code 200'],
	},
];

for (const row of ANSWERED) {
	test(`answered in step 3: ${row.name}`, async ({ page }) => {
		const keys = { ...KEYS, ...row.keys };
		await storeKeys(page, keys);
		await leaveForMicrosoft(page);
		await row.broken?.();
		await signInAtMicrosoft(page, MERCHANT);
		await decideAtMicrosoft(page, 'Accept');
		await expectStep(page, 3);
		await expectSaid(page.locator('.wkpbic .components-notice.is-error'), row);
		expect(await microsoft.tokenCalls()).toEqual(row.tokenCalls);
		await expectNothingLost(page, keys);
	});
}

/** Step 4: the rung that breaks. */
const CLIMBED: readonly (DeadEnd & { readonly person: { username: string; password: string } })[] = [
	{
		name: 'no licence',
		person: UNLICENSED,
		code: 'power_bi_no_licence',
		next: /Open Power BI/,
		tokenCalls: ['authorization_code 200'],
	},
	{
		name: 'Power BI is down',
		person: MERCHANT,
		broken: () => microsoft.setFaults([{ kind: 'status', status: 503, body: 'down', match: { path: '/groups' }, times: 0 }]),
		code: 'microsoft_unavailable',
		next: /Try again|Check and finish/,
		tokenCalls: ['authorization_code 200'],
	},
	{
		name: 'a permission was taken away',
		person: MERCHANT,
		broken: () =>
			microsoft.setFaults([
				{ kind: 'power_bi', status: 403, name: 'PowerBINotAuthorizedException', match: { path: '/groups' }, times: 0 },
			]),
		code: 'power_bi_forbidden',
		next: /tenant settings/,
		tokenCalls: ['authorization_code 200'],
	},
];

for (const row of CLIMBED) {
	test(`climbed in step 4: ${row.name}`, async ({ page }) => {
		await connect(page, row.person);
		await row.broken?.();
		await openStep(page, 4);
		const ladder = await climb(page);
		// Whoever signed in as somebody else than step 2 names is told that as well.
		await expectSaid(ladder.locator('.is-failed').last(), row);
		expect(await microsoft.tokenCalls()).toEqual(row.tokenCalls);
		await expectNothingLost(page, KEYS);
	});
}

test('climbed in step 4: the tenant admits no apps', async ({ page }) => {
	const { username: _, ...keys } = KEYS;
	await microsoft.patch({
		tenants: { [KEYS.tenant_id]: { service_principals_allowed: false } },
		apps: { [KEYS.client_id]: { workspaces: [{ id: SALES, role: 'Member' }] } },
	});
	await storeKeys(page, { ...keys, sign_in_method: 'service_principal' });
	await openStep(page, 4);
	const ladder = await climb(page);
	await expectSaid(ladder.locator('.is-failed'), {
		name: '',
		code: 'power_bi_service_principals_off',
		next: /tenant settings/,
		tokenCalls: [],
	});
	expect(await microsoft.tokenCalls()).toEqual(['client_credentials 200']);
});

test('signed in as somebody else than step 2 names: both are named, with both ways out', async ({ page }) => {
	await connect(page, { username: 'admin@contoso.example', password: 'Correct-Horse-9!' });
	const guard = page.locator('.components-notice').filter({ hasText: 'You signed in as admin@contoso.example.' });
	await expect(guard).toContainText(KEYS.username);
	await expect(guard).toContainText(KEYS.tenant_id);
	await expect(guard.getByRole('button', { name: `Sign in as ${KEYS.username} instead` })).toBeVisible();
	await expectAccessible(page);
	await guard.getByRole('button', { name: 'Write admin@contoso.example in step 2' }).click();
	await expectStep(page, 2);
});
