import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RestFailure } from '../src/rest/failure';
import type { RestClient } from '../src/rest/client';
import type { CheckResult, ProgressChange, Setup } from '../src/setup';
import { fakeRest, MESSAGES, setupWith, storedFields } from './fakes';
import { openWizard, type Situation } from './render';

const result = (id: string, part: Partial<CheckResult> = {}): CheckResult => ({
	id,
	state: 'passed',
	code: null,
	params: {},
	evidence: {},
	milliseconds: 1,
	...part,
});
const ALL_GOOD = ['login_host', 'clock', 'power_bi_host', 'rest'].map((id) => result(id));

/** A server that keeps what it is told. */
function keepingRest(part: Partial<RestClient> = {}): RestClient {
	let setup: Setup = setupWith();
	return fakeRest({
		preflight: vi.fn(() => Promise.resolve(ALL_GOOD)),
		saveProgress: vi.fn((change: ProgressChange) => {
			const answers = { ...setup.progress.answers, ...change.answers } as Setup['progress']['answers'];
			setup = { ...setup, progress: { answers, route: change.route === undefined ? setup.progress.route : change.route } };
			return Promise.resolve(setup);
		}),
		...part,
	});
}

async function open(situation: Situation): Promise<void> {
	openWizard({ step: 1, ...situation });
	await act(async () => undefined);
}
const question = (id: string): HTMLElement => {
	const found = document.querySelector<HTMLElement>(`[data-question="${id}"]`);
	if (!found) {
		throw new Error(`there is no question ${id}`);
	}
	return found;
};
const answer = (id: string, label: string): Promise<void> =>
	act(async () => void fireEvent.click(within(question(id)).getByLabelText(label)));
const answerAll = async (register: 'Yes' | 'No'): Promise<void> => {
	await answer('account', 'From work or school');
	await answer('may_register_apps', register);
	await answer('power_bi_opened', 'Yes');
	await answer('audience', 'Only me');
};
const line = (id: string): HTMLElement | null => document.querySelector(`[data-check="${id}"]`);

describe('the quiz', () => {
	it('says at once what follows from an answer, and suggests a way when it knows enough', async () => {
		const rest = keepingRest();
		await open({ rest });
		expect(screen.queryByRole('radio', { name: /One command/ })).toBeNull();
		await answer('may_register_apps', 'No');
		expect(question('may_register_apps').textContent).toContain('quiz_admin_needed');
		await answerAll('No');
		expect(screen.getByRole<HTMLInputElement>('radio', { name: /My admin does it/ }).checked).toBe(true);
		expect(vi.mocked(rest.saveProgress).mock.calls.map(([change]) => change)).toEqual([
			{ answers: { may_register_apps: 'no' } },
			{ answers: { account: 'work_or_school' } },
			{ answers: { power_bi_opened: 'yes' } },
			{ answers: { audience: 'myself' }, route: 'ask_admin' },
		]);
	});

	it('follows another answer with another suggestion, but not against a choice', async () => {
		const rest = keepingRest();
		await open({ rest });
		await answerAll('No');
		await answer('may_register_apps', 'Yes');
		expect(rest.saveProgress).toHaveBeenLastCalledWith({ answers: { may_register_apps: 'yes' }, route: 'portal_guided' });
		await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /One command/ })));
		expect(rest.saveProgress).toHaveBeenLastCalledWith({ route: 'one_command' });
		await answer('may_register_apps', 'No');
		expect(rest.saveProgress).toHaveBeenLastCalledWith({ answers: { may_register_apps: 'no' } });
		expect(screen.getByRole<HTMLInputElement>('radio', { name: /One command/ }).checked).toBe(true);
	});

	it('stops at a personal account, says what else is possible, and leads back to the answer', async () => {
		await open({ rest: keepingRest() });
		await answerAll('Yes');
		await answer('account', 'A personal one (outlook.com, hotmail.com …)');
		expect(screen.getByText('Stop here: with this account it cannot work.')).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
		expect(document.querySelectorAll('[data-question]')).toHaveLength(1);
		fireEvent.click(screen.getByRole('button', { name: 'Change my answer' }));
		expect(document.activeElement).toBe(within(question('account')).getByLabelText('A personal one (outlook.com, hotmail.com …)'));
		await answer('account', 'From work or school');
		expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
		expect(screen.getByRole<HTMLInputElement>('radio', { name: /Click by click/ }).checked).toBe(true);
	});

	it('goes on where somebody else has stopped', async () => {
		const setup = setupWith({ progress: { answers: { account: 'unsure' }, route: 'one_command' } });
		await open({ setup, rest: keepingRest() });
		expect(within(question('account')).getByLabelText<HTMLInputElement>('I do not know').checked).toBe(true);
		expect(screen.getByRole<HTMLInputElement>('radio', { name: /One command/ }).checked).toBe(true);
		expect(screen.getByRole('link', { name: /Before you start\s*\(done\)/ })).toBeTruthy();
	});

	it('keeps an answer that the server did not, and says so', async () => {
		const rest = keepingRest({ saveProgress: () => Promise.reject(new RestFailure('brand_new', 'Not now.')) });
		await open({ rest });
		await answer('account', 'None');
		expect(within(question('account')).getByLabelText<HTMLInputElement>('None').checked).toBe(true);
		expect(screen.getByText('Not now.')).toBeTruthy();
	});

	it('offers the ways to be chosen by hand where there is no core to suggest one', async () => {
		await open({ rest: keepingRest(), loading: Promise.resolve({ ok: false, why: 'csp' }) });
		expect(screen.getAllByRole('radio', { name: /Click by click|One command|My admin does it/ })).toHaveLength(3);
	});
});

describe('the checks of the site', () => {
	it('run once by themselves, with one request for all that the server looks at', async () => {
		const rest = keepingRest();
		await open({ rest });
		expect(rest.preflight).toHaveBeenCalledExactlyOnceWith(null);
		for (const id of ['redirect_uri_legal', 'rest', 'permalinks', 'encryption', 'login_host', 'power_bi_host', 'clock']) {
			expect(line(id)?.className, id).toContain('is-passed');
		}
	});

	it('wait for a click once keys are stored', async () => {
		const rest = keepingRest();
		await open({ rest, setup: setupWith({ fields: storedFields() }) });
		expect(rest.preflight).not.toHaveBeenCalled();
		await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Check now' })));
		expect(rest.preflight).toHaveBeenCalledTimes(1);
	});

	it('say what is wrong in the sentence of its code, with a way to mend it', async () => {
		const leaveFor = vi.fn();
		const rest = keepingRest({
			preflight: () => Promise.resolve([result('clock', { state: 'failed', code: 'clock_wrong', params: { seconds: 400 } }), result('rest', { evidence: { permalinks: 'plain' } })]),
		});
		const setup = setupWith({ problems: [{ code: 'encryption_unavailable', params: {} }] });
		await open({ rest, setup, leaveFor });
		expect(line('clock')?.className).toContain('is-failed');
		expect(line('clock')?.textContent).toContain(MESSAGES['clock_wrong'] ?? 'clock_wrong');
		expect(line('permalinks')?.textContent).toContain('Plain');
		expect(line('login_host')?.className).toContain('is-unknown');
		fireEvent.click(screen.getByRole('button', { name: 'Open Site Health' }));
		expect(leaveFor).toHaveBeenCalledExactlyOnceWith('https://shop.example/wp-admin/site-health.php?tab=debug');
	});

	it('have no clear answer where the site does not answer, and can be run again', async () => {
		const preflight = vi.fn<RestClient['preflight']>(() => Promise.reject(new RestFailure('site_unreachable', '')));
		await open({ rest: keepingRest({ preflight }) });
		expect(line('login_host')?.className).toContain('is-unknown');
		preflight.mockImplementation(() => Promise.resolve(ALL_GOOD));
		await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Check again' })));
		expect(line('login_host')?.className).toContain('is-passed');
	});
});
