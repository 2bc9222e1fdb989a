/** Somebody who has never seen the portal: quiz, seven cards, pasted page, check, sign-in, six rungs, done. */
import { climb } from '../support/journey.ts';
import { KEYS, MERCHANT } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectNotice, expectStep, field, fillKeys, openStep } from '../support/wordpress.ts';

// This one sees the lines appear one after the other.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const OVERVIEW = `Application (client) ID
: ${KEYS.client_id}
Directory (tenant) ID
: ${KEYS.tenant_id}`;

test('the portal route, from the first question to the calm end', async ({ page, scriptErrors, foreignRequests }) => {
	test.slow();

	await test.step('five questions suggest the portal', async () => {
		await openStep(page, 1);
		for (const [question, value] of [
			['account', 'work_or_school'],
			['may_register_apps', 'yes'],
			['power_bi_opened', 'yes'],
			['audience', 'colleagues'],
			['command_line', 'no'],
		]) {
			await page.locator(`[data-question=${question}] input[value=${value}]`).check();
		}
		await expect(page.locator('[data-route=portal_guided] input')).toBeChecked();
		await page.getByRole('button', { name: 'Start' }).click();
		await expectStep(page, 2);
	});

	await test.step('every card can be read, and each tick opens the next one', async () => {
		const cards = page.locator('.wkpbic-card');
		await expect(cards).toHaveCount(7);
		for (let index = 0; index < 7; index++) {
			const toggle = cards.nth(index).locator('.wkpbic-card__toggle');
			if ((await toggle.getAttribute('aria-expanded')) === 'false') {
				await toggle.click();
			}
			await expect(cards.nth(index).getByRole('img')).toHaveAccessibleName(/\S/);
			await expectAccessible(page);
			await screenshot(page, `card-${index + 1}`);
			const done = cards.nth(index).getByRole('checkbox');
			if ((await done.count()) > 0 && index < 5) {
				await done.check();
			}
		}
	});

	await test.step('the pasted page fills in both IDs, the rest is typed', async () => {
		await page.getByLabel('Paste anything').fill(OVERVIEW);
		await page.getByRole('button', { name: 'Find the values' }).click();
		await page.getByRole('button', { name: 'Fill in 2 values' }).click();
		await expect(field(page, 'client_id')).toHaveValue(KEYS.client_id);
		await fillKeys(page, { client_secret: KEYS.client_secret, username: KEYS.username });
		await page.getByRole('button', { name: '180 days (recommended)' }).click();
		await page.getByRole('button', { name: 'Save and check' }).click();
		await expect(page.locator('.wkpbic-preflight__good')).toBeVisible();
		await page.getByRole('button', { name: 'Continue', exact: true }).click();
		await expectStep(page, 3);
	});

	await test.step('Microsoft and back', async () => {
		await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
		await signInAtMicrosoft(page, MERCHANT);
		await decideAtMicrosoft(page, 'Accept');
		await expectNotice(page, 'signed_in');
		await page.getByRole('button', { name: 'Continue', exact: true }).click();
		await expectStep(page, 4);
	});

	await test.step('six rungs, then nothing is left to do', async () => {
		const ladder = await climb(page);
		await expect(ladder.locator('.is-passed')).toHaveCount(6);
		await expect(page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem')).toHaveText([
			/Sales.*Admin/,
			/Finance.*Contributor/,
			/Archive.*Viewer/,
		]);
		await expect(page.getByRole('heading', { name: 'Your shop is connected to Power BI' })).toBeVisible();
		await expect(page.locator('.wkpbic-scorecard__item.is-open, .wkpbic-scorecard__item.is-failing')).toHaveText([
			/Public client flows.*optional/,
			/Power BI admits apps.*optional/,
		]);
		for (const summary of ['The checklist: five values, ten items', 'When the client secret ends', 'Support bundle']) {
			await page.getByText(summary, { exact: true }).first().click();
		}
		await page.getByRole('button', { name: 'Show what is in it' }).click();
		const bundle = page.getByRole('region', { name: 'Support bundle' });
		await expect(bundle).toContainText('contract');
		await expect(bundle).not.toContainText(KEYS.client_secret);
		const file = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Put it into my calendar' }).click();
		expect((await file).suggestedFilename()).toBe('power-bi-secret.ics');
		await expectAccessible(page);
		await screenshot(page, 'step-4-done');
	});

	expect(await microsoft.tokenCalls()).toEqual(['client_credentials 200', 'authorization_code 200']);
	expect(scriptErrors).toEqual([]);
	expect(foreignRequests).toEqual([]);
});
