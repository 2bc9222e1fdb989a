import { act, fireEvent, screen } from '@testing-library/react';
import { addAction, removeAction } from '@wordpress/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckOutcome } from '../src/extend';
import { NOTHING_DECLARED, type Declared, type DeclaredDiagnosis } from '../src/extend/declared';
import { SETUP_CHANGED, STEP_SHOWN } from '../src/extend/hooks';
import { RestFailure } from '../src/rest/failure';
import { declaring, keeping, openExtended, settle, STEP } from './extending';
import { connectedSetup, setupWith, storedFields } from './fakes';
import { realCore } from './real-core';

const CHECK: Declared['checks'][number] = { id: 'shop-kit/stock', step: STEP, label: 'Stock figures' };
const line = (id: string): string => document.querySelector(`[data-check="${id}"]`)?.textContent ?? '(no line)';
const checkNow = (): Promise<void> =>
	act(async () => {
		fireEvent.click(screen.getByRole('button', { name: 'Check now' }));
		await new Promise((resolve) => setTimeout(resolve, 0));
	});

afterEach(() => vi.useRealTimers());

describe('a check that PHP declares', () => {
	it('is run by the site, and says what came of it with a way to more', async () => {
		const outcome: CheckOutcome = { state: 'failed', code: null, params: {}, sentence: 'No <b>stock</b>.', link: 'https://shop-kit.example/stock' };
		const extensionCheck = vi.fn(() => Promise.resolve(outcome));
		await openExtended({ declared: declaring([], { checks: [CHECK] }), setup: keeping({}), rest: { extensionCheck } });
		await checkNow();
		expect(extensionCheck.mock.calls).toEqual([['shop-kit/stock']]);
		expect(line('shop-kit/stock')).toContain('Stock figures: needs youNo <b>stock</b>.More about this');
		expect(screen.getByRole('link', { name: /More about this/ }).getAttribute('href')).toBe('https://shop-kit.example/stock');
	});

	it.each([
		['that the site refuses', () => Promise.reject(new RestFailure('internal_server_error', 'Broken.')), 'no answerBroken.'],
		['with a link that is none', () => Promise.resolve({ state: 'failed', code: null, params: {}, sentence: 'No.', link: 'javascript:alert(1)' } as const), 'needs youNo.'],
		['that gives something else', () => Promise.resolve('fine' as never), 'no answerNo clear answer.'],
	])('%s ends in words', async (_, extensionCheck, words) => {
		await openExtended({ declared: declaring([], { checks: [CHECK] }), setup: keeping({}), rest: { extensionCheck } });
		await checkNow();
		expect(line('shop-kit/stock')).toContain(words);
		expect(document.querySelector('[data-check] a')).toBeNull();
	});

	it('that never ends is left after 30 seconds, and the others count meanwhile', async () => {
		const checks = [CHECK, { ...CHECK, id: 'shop-kit/quick' }];
		const extensionCheck = (id: string): Promise<CheckOutcome> =>
			id === CHECK.id ? new Promise(() => undefined) : Promise.resolve({ state: 'passed', code: null, params: {} });
		await openExtended({ declared: declaring([], { checks }), setup: keeping({}), rest: { extensionCheck } });
		vi.useFakeTimers();
		fireEvent.click(screen.getByRole('button', { name: 'Check now' }));
		await act(async () => void (await vi.advanceTimersByTimeAsync(29_999)));
		expect([line('shop-kit/stock'), line('shop-kit/quick')]).toEqual(['Stock figures: being checked', 'Stock figures: good']);
		await act(async () => void (await vi.advanceTimersByTimeAsync(1)));
		expect(line('shop-kit/stock')).toContain('No answer within 30 seconds.');
		expect(screen.getByRole('button', { name: 'Check now' }).getAttribute('aria-disabled')).toBe('false');
	});
});

describe('a check of another plugin among ours', () => {
	it.each([
		['never ends', (): Promise<CheckOutcome> => new Promise(() => undefined), 'being checked'],
		['fails', (): Promise<CheckOutcome> => Promise.resolve({ state: 'failed', code: null, params: {}, sentence: 'No stock.' }), 'No stock.'],
	])('holds them up in no way when it %s', async (_, extensionCheck, words) => {
		const readSetup = vi.fn(() => Promise.resolve(setupWith({ fields: storedFields() })));
		await openExtended({
			declared: { ...NOTHING_DECLARED, checks: [{ ...CHECK, step: 'microsoft-keys' }] },
			setup: setupWith({ fields: storedFields() }),
			address: '2',
			core: await realCore(),
			rest: { preflight: () => Promise.resolve([]), readSetup, extensionCheck },
		});
		await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Check with Microsoft' })));
		await vi.waitFor(() => expect(document.querySelector('.wkpbic-preflight__good')?.textContent).toBe('Nothing stands in the way of signing in.'), 5000);
		expect(line('shop-kit/stock')).toContain(words);
		expect(readSetup).toHaveBeenCalledTimes(1);
	});
});

describe('permissions that other plugins ask for', () => {
	it('stand in the preview of step 3, with whose they are and why', async () => {
		const permissions = [{ id: 'shop-kit/capacity', scopes: ['Capacity.Read.All', 'Gateway.Read.All'], reason: 'It <i>watches</i> the capacity.' }];
		await openExtended({ declared: { ...NOTHING_DECLARED, permissions }, setup: setupWith({ fields: storedFields() }), address: '3' });
		const row = screen.getByText('Capacity.Read.All Gateway.Read.All').closest('li');
		expect(row?.textContent).toContain('For the plugin “shop-kit”: It <i>watches</i> the capacity.');
	});
});

describe('an error that other plugins know', () => {
	const gateway: DeclaredDiagnosis = {
		id: 'shop-kit/gateway',
		aadsts: [50105, 999_999],
		power_bi: [],
		sentence: 'Switch the gateway on.',
		actor: 'host',
		wait: 'minutes',
		link: null,
	};
	const failedWith = (code: string, number: number) =>
		setupWith({
			fields: storedFields(),
			sign_in: {
				outcome: 'failed',
				code,
				params: {},
				at: 1,
				microsoft: { error: 'access_denied', error_description: null, error_codes: [number], trace_id: null, correlation_id: null, timestamp: null },
			},
		});
	const notice = (): string => document.querySelector('.wkpbic-notice .components-notice__content')?.textContent ?? '';
	const declared = { ...NOTHING_DECLARED, diagnoses: [gateway] };

	it('has their words beneath ours after a sign-in', async () => {
		await openExtended({ declared, setup: failedWith('client_secret_wrong', 50105), address: '3' });
		expect(notice()).toMatch(/^Microsoft refuses the secret\..*The plugin “shop-kit” says: Switch the gateway on\..*Whoever looks after your web server/);
	});

	it('has theirs alone where ours say that it is unknown', async () => {
		await openExtended({ declared, setup: failedWith('microsoft_unknown', 999_999), address: '3', messages: { microsoft_unknown: 'Unknown to us.' } });
		expect(notice()).toMatch(/^The plugin “shop-kit” says: Switch the gateway on\./);
		expect(notice()).not.toContain('Unknown to us.');
	});

	it('is explained from a pasted page too', async () => {
		const core = await realCore();
		await openExtended({ declared, setup: connectedSetup(), address: '3', core, messages: { account_not_assigned: 'Ask for access.' } });
		fireEvent.change(screen.getByLabelText('What Microsoft showed'), { target: { value: 'AADSTS50105: …' } });
		fireEvent.click(screen.getByRole('button', { name: 'Explain it' }));
		expect(document.querySelector('.wkpbic-error-page__answer')?.textContent).toMatch(/Ask for access\..*Switch the gateway on\./);
	});
});

describe('problems', () => {
	it('that PHP has found stand in the list with their sentence, and the wizard goes on', async () => {
		const problems = [{ code: 'extension_part_invalid', id: '<b>x</b>', plugin: 'shop-kit/shop-kit.php', params: { parameter: 'label' } }];
		await openExtended({ declared: { ...NOTHING_DECLARED, problems }, setup: keeping({}), address: '1', messages: { extension_part_invalid: 'Its {parameter} is missing.' } });
		expect(screen.getByText(/^extension_part_invalid: <b>x<\/b> \(shop-kit\/shop-kit\.php\)$/)).toBeTruthy();
		expect(screen.getByText('Its label is missing.')).toBeTruthy();
		expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
	});
});

describe('listeners', () => {
	it('hear of steps that are shown and of another set-up; one that throws is listed and harms nothing', async () => {
		const heard: unknown[] = [];
		addAction(STEP_SHOWN, 'test/heard', (id: string) => void heard.push(id));
		addAction(SETUP_CHANGED, 'test/throws', () => {
			throw new Error('broken on purpose');
		});
		const declared = declaring([]);
		const registry = await openExtended({ declared, setup: keeping({}), address: '1', rest: { saveClaims: () => Promise.resolve(setupWith({ claims: { consent: 5 } })) } });
		fireEvent.click(screen.getByRole('link', { name: /Your warehouse/ }));
		await settle();
		await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: 'Done: Consent given' })));
		removeAction(STEP_SHOWN, 'test/heard');
		removeAction(SETUP_CHANGED, 'test/throws');
		expect(heard).toEqual(['before-you-start', STEP]);
		expect(registry.problems()).toEqual([{ code: 'hook_failed', id: SETUP_CHANGED }]);
	});
});
