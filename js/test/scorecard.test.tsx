import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RestFailure } from '../src/rest/failure';
import type { Evidence } from '../src/setup';
import { fakeRest, MESSAGES, setupWith } from './fakes';
import { openWizard, type Situation } from './render';

const AT = 1_795_000_000;
const proved: Evidence = { check: 'app_token_issued', passed: true, at: AT, code: '', params: {}, item: 'client_id' };
const failing: Evidence = { check: 'app_token_issued', passed: false, at: AT, code: 'client_secret_wrong', params: {}, item: 'client_secret' };

async function open(situation: Situation): Promise<void> {
	openWizard({ step: 2, ...situation });
	await act(async () => undefined);
}
const row = (item: string): HTMLElement => {
	const found = document.querySelector<HTMLElement>(`[data-item="${item}"]`);
	if (!found) {
		throw new Error(`there is no item ${item}`);
	}
	return found;
};

afterEach(() => vi.unstubAllGlobals());

describe('the scorecard', () => {
	it('shows ten items, and how many of the needed ones are done', async () => {
		await open({ setup: setupWith({ claims: { app_created: AT }, evidence: [proved, failing] }) });
		const card = screen.getByRole('region', { name: /How far you are/ });
		expect(within(card).getAllByRole('listitem')).toHaveLength(10);
		expect(card.textContent).toContain('2 of 9');
		expect(card.textContent).toContain('1 needs you');
		expect(row('client_id').className).toContain('is-proved');
		expect(row('client_secret').className).toContain('is-failing');
		expect(row('app_created').className).toContain('is-claimed');
		expect(row('consent').className).toContain('is-open');
	});

	it('says how it is known, and since when', async () => {
		await open({ setup: setupWith({ evidence: [proved, failing], claims: { app_created: AT } }) });
		const details = (item: string): string => {
			fireEvent.click(within(row(item)).getByRole('button'));
			return row(item).querySelector('.wkpbic-scorecard__details:not([hidden])')?.textContent ?? '';
		};
		expect(details('client_id')).toMatch(/accepted the client ID.*2026/);
		expect(details('client_secret')).toContain(MESSAGES['client_secret_wrong']);
		expect(details('app_created')).toMatch(/Ticked by hand.*2026/);
		expect(within(row('client_id')).getByRole('button').getAttribute('aria-expanded')).toBe('true');
	});

	it('cannot be ticked where a check has spoken', async () => {
		await open({ setup: setupWith({ evidence: [proved, failing] }) });
		expect(within(row('client_id')).queryByRole('checkbox')).toBeNull();
		expect(within(row('client_secret')).queryByRole('checkbox')).toBeNull();
	});

	it('ticks by hand and takes a tick away', async () => {
		const saveClaims = vi
			.fn()
			.mockResolvedValueOnce(setupWith({ claims: { consent: AT } }))
			.mockResolvedValueOnce(setupWith());
		await open({ rest: fakeRest({ saveClaims }) });
		const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done: Consent given' });
		await act(async () => void fireEvent.click(box));
		expect(saveClaims).toHaveBeenLastCalledWith({ consent: true });
		expect(box.checked).toBe(true);
		await act(async () => void fireEvent.click(box));
		expect(saveClaims).toHaveBeenLastCalledWith({ consent: false });
		expect(box.checked).toBe(false);
	});

	it('takes a tick back that the server did not keep, and says why', async () => {
		const saveClaims = (): Promise<never> => Promise.reject(new RestFailure('brand_new', 'Not now.'));
		await open({ rest: fakeRest({ saveClaims }) });
		const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done: Consent given' });
		await act(async () => void fireEvent.click(box));
		expect(box.checked).toBe(false);
		expect(screen.getByRole('alert').textContent).toBe('Not now.');
	});

	it('folds up on a narrow screen', async () => {
		vi.stubGlobal('matchMedia', (media: string) => ({ media, matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
		await open({});
		const summary = document.querySelector('summary.wkpbic-scorecard__heading');
		expect(summary?.textContent).toContain('0 of 9');
		expect(summary?.closest('details')?.open).toBe(false);
	});
});
