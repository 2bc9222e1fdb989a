import { KEYS, MERCHANT } from '../support/keys.ts';
import { decideAtMicrosoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { settings } from '../support/settings.ts';
import { expect, test } from '../support/test.ts';
import { expectNotice, fillKeys, openStep, saveKeys } from '../support/wordpress.ts';

test('neither the secret nor a token reaches an answer, the page or a storage of the browser', async ({ page, context }) => {
	const answers: { url: string; body: Promise<string> }[] = [];
	const verifiers: string[] = [];
	page.on('response', (response) => {
		if (response.url().startsWith(settings.wordpress)) {
			answers.push({ url: response.url(), body: response.text().catch(() => '') });
		}
	});
	page.on('request', (request) => {
		if (/setup(\/|%2F)sign-in/.test(request.url())) {
			verifiers.push((request.postDataJSON() as { code_verifier: string }).code_verifier);
		}
	});

	const whatThePageHolds = async (): Promise<string> =>
		JSON.stringify({
			url: page.url(),
			html: await page.content(),
			cookies: await context.cookies(),
			...(await page.evaluate(() => ({
				cookie: document.cookie,
				local: { ...localStorage },
				session: { ...sessionStorage },
				history: history.state as unknown,
				bootstrap: (window as unknown as { wkpbicBootstrap: unknown }).wkpbicBootstrap,
			}))),
		});
	const held: string[] = [];

	await openStep(page, 2);
	await fillKeys(page);
	held.push(await whatThePageHolds());
	await saveKeys(page);
	held.push(await whatThePageHolds());
	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await expectNotice(page, 'signed_in');
	held.push(await whatThePageHolds());
	await openStep(page, 4);
	await page.getByRole('button', { name: 'Check the connection' }).click();
	await expect(page.getByRole('list', { name: 'Workspaces' })).toBeVisible();
	held.push(await whatThePageHolds());
	await openStep(page, 2);
	held.push(await whatThePageHolds());

	const [verifier] = verifiers;
	expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
	const bodies = await Promise.all(answers.map(async ({ url, body }) => ({ url, body: await body })));
	expect(bodies.filter(({ url, body }) => url.includes('wkpbic') && body !== '').length).toBeGreaterThan(5);

	// Three base64url parts with a header that is JSON: what an access token or ID token looks like.
	const token = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/;
	for (const { url, body } of bodies) {
		expect(body.includes(KEYS.client_secret), `the secret is in the answer of ${url}`).toBe(false);
		expect(body.includes(verifier ?? '-'), `the verifier is in the answer of ${url}`).toBe(false);
		expect(token.test(body), `a token is in the answer of ${url}`).toBe(false);
	}
	for (const [moment, everything] of held.entries()) {
		expect(everything.includes(KEYS.client_secret), `the page holds the secret at moment ${moment}`).toBe(false);
		expect(everything.includes(verifier ?? '-'), `the page holds the verifier at moment ${moment}`).toBe(false);
		expect(token.test(everything), `the page holds a token at moment ${moment}`).toBe(false);
	}
});
