/** One command does the portal's clicking: the very script of the page, run by bash against an `az` that plays the directory. */
import { runInCloudShell } from '../support/azure-cli.ts';
import { expectAllRungs } from '../support/journey.ts';
import { KEYS, MERCHANT } from '../support/keys.ts';
import { decideAtMicrosoft, microsoft, signInAtMicrosoft } from '../support/microsoft.ts';
import { expect, expectAccessible, screenshot, test } from '../support/test.ts';
import { expectNotice, expectStep, openStep, saveKeys } from '../support/wordpress.ts';

test('the one-command route, from the suggestion to the workspaces', async ({ page, scriptErrors, foreignRequests }) => {
	test.slow();
	await openStep(page, 1);
	for (const [question, value] of [
		['account', 'work_or_school'],
		['may_register_apps', 'yes'],
		['power_bi_opened', 'yes'],
		['audience', 'myself'],
		['command_line', 'yes'],
	]) {
		await page.locator(`[data-question=${question}] input[value=${value}]`).check();
	}
	await expect(page.locator('[data-route=one_command] input')).toBeChecked();
	await page.getByRole('button', { name: 'Start' }).click();
	await expectStep(page, 2);
	await expect(page.locator('input[name=wkpbic-keys-route][value=one_command]')).toBeChecked();
	await page.getByText('What it will do, line by line').click();
	await expectAccessible(page);
	await page.getByRole('tab', { name: 'PowerShell' }).click();
	await expect(page.getByRole('textbox', { name: 'The command' })).toContainText('$');
	await expectAccessible(page);
	await page.getByRole('tab', { name: 'Bash' }).click();
	const script = await page.getByRole('textbox', { name: 'The command' }).textContent();

	const { output } = await runInCloudShell(script ?? '');
	await page.getByLabel('Paste anything').fill(output);
	await page.getByRole('button', { name: 'Find the values' }).click();
	await page.getByRole('button', { name: 'Fill in 6 values' }).click();
	await screenshot(page, 'step-2-command-filled');
	await saveKeys(page);

	await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
	await signInAtMicrosoft(page, MERCHANT);
	await decideAtMicrosoft(page, 'Accept');
	await expectNotice(page, 'signed_in');
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expectAllRungs(page);
	expect(await page.content()).not.toContain(KEYS.client_secret);
	expect(await microsoft.tokenCalls()).toEqual(['authorization_code 200']);
	expect(scriptErrors).toEqual([]);
	expect(foreignRequests).toEqual([]);
});
