/** What passes by itself at Microsoft's end: it is tried again without anybody, or left. */
import { callSite, climb, connect } from '../support/journey.ts';
import { KEYS } from '../support/keys.ts';
import { microsoft } from '../support/microsoft.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { fillKeys, openStep } from '../support/wordpress.ts';

const CLOCK = '.wkpbic-clock';

test('step 4: Power BI is down, comes back, and the page notices without a click', async ({ page }) => {
	await connect(page);
	await microsoft.setFaults([{ kind: 'status', status: 503, body: 'down', match: { path: '/groups' }, times: 0 }]);
	await page.clock.install();
	await openStep(page, 4);
	const ladder = await climb(page);
	await expect(ladder.locator('.is-failed')).toHaveCount(1);
	await expect(page.locator(CLOCK)).toContainText(/\d:\d\d so far\./);
	await expectAccessible(page);

	await microsoft.setFaults([]);
	await page.getByRole('button', { name: 'Check again' }).focus();
	// The site leaves Microsoft alone for a while after a fault; that time is over here.
	await callSite(page, 'POST', '/wkpbic/v1/setup/fields', { username: KEYS.username });
	await page.clock.fastForward(21_000);
	await expect(ladder.locator('.is-passed')).toHaveCount(6);
	await expect(page.locator(CLOCK)).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Check again' }), 'the focus stays where it was').toBeFocused();
});

test('step 2: an address that is not known yet is tried again, and nobody has to wait for it', async ({ page }) => {
	await page.clock.install();
	await microsoft.patch({ apps: { [KEYS.client_id]: { redirect_uris: [{ uri: 'https://shop.example/wp-admin/', platform: 'web' }] } } });
	await openStep(page, 2);
	await fillKeys(page);
	await page.getByRole('button', { name: 'Save and check' }).click();
	await expect(page.locator('[data-check="keys-redirect-uri"]')).toHaveClass(/is-failed/);
	await expect(page.locator(CLOCK)).toContainText('so far; usually up to 5 minutes.');
	const asked = (await microsoft.exchanges()).length;
	await page.clock.fastForward(21_000);
	await expect.poll(async () => (await microsoft.exchanges()).length).toBeGreaterThan(asked);
	await page.getByRole('button', { name: 'Do not wait' }).click();
	await expect(page.locator(CLOCK)).toHaveCount(0);
});
