import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RestFailure } from '../src/rest/failure';
import { waitingAfter } from '../src/wizard/results/may-pass';
import { PropagationClock, type PropagationClockProps } from '../src/wizard/shared/propagation-clock';
import { Term } from '../src/wizard/shared/term';
import { connectedSetup, fakeRest, ownRegistry, setupWith } from './fakes';
import { openWizard, type Situation } from './render';

async function open(situation: Situation): Promise<void> {
	openWizard({ step: 2, ...situation });
	await act(async () => undefined);
}
const tick = (): Promise<void> => act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: 'Done: Consent given' })));
const notices = (): string => [...document.querySelectorAll('.components-notice__content')].map(({ textContent }) => textContent).join('\n');

afterEach(() => vi.useRealTimers());

describe('a site that does not answer as it should', () => {
	it.each([
		['does not answer', new RestFailure('site_unreachable', ''), 'Your site does not answer.'],
		['has logged the person out', new RestFailure('rest_cookie_invalid_nonce', 'x', null, {}, 403), 'WordPress no longer knows you'],
		['asks who it is', new RestFailure('rest_forbidden', 'x', null, {}, 401), 'WordPress no longer knows you'],
		['sends something else', new RestFailure('site_answer_unreadable', ''), 'changes its answers'],
		['has lost its routes', new RestFailure('rest_no_route', 'x', null, {}, 404), 'changes its answers'],
		['breaks', new RestFailure('internal_server_error', 'x', null, {}, 500), 'internal error'],
	])('is told in a sentence with a way on when it %s', async (_, failure, sentence) => {
		const readSetup = vi.fn(() => Promise.resolve(setupWith()));
		await open({ rest: fakeRest({ saveClaims: () => Promise.reject(failure), readSetup }) });
		await tick();
		expect(notices()).toContain(sentence);
		await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
		expect(readSetup).toHaveBeenCalledTimes(1);
		expect(notices()).not.toContain(sentence);
	});

	it('is no matter of the page when it refuses one request', async () => {
		await open({ rest: fakeRest({ saveClaims: () => Promise.reject(new RestFailure('field_unknown', 'No.', null, {}, 400)) }) });
		await tick();
		expect(notices()).toBe('');
	});
});

describe('what others change', () => {
	it('is read when the person comes back after a while, and not at each glance', async () => {
		vi.useFakeTimers({ shouldAdvanceTime: true });
		const readSetup = vi.fn(() => Promise.resolve(connectedSetup()));
		await open({ rest: fakeRest({ readSetup }) });
		const back = (): Promise<void> => act(async () => void document.dispatchEvent(new Event('visibilitychange')));
		await back();
		expect(readSetup).not.toHaveBeenCalled();
		vi.setSystemTime(Date.now() + 60_000);
		await back();
		expect(readSetup).toHaveBeenCalledTimes(1);
		expect(screen.getByRole('link', { name: /Sign in and consent\s*\(done\)/ })).toBeTruthy();
	});

	it('in another tab is read at once', async () => {
		const readSetup = vi.fn(() => Promise.resolve(connectedSetup()));
		await open({ step: 3, rest: fakeRest({ readSetup }) });
		const other = new BroadcastChannel('wkpbic-setup');
		other.postMessage('changed');
		await vi.waitFor(() => expect(readSetup).toHaveBeenCalledTimes(1));
		other.close();
		await act(async () => undefined);
	});
});

describe('parts of other plugins', () => {
	it('stand below the step; one that breaks takes nothing with it', async () => {
		const registry = ownRegistry();
		registry.cards.register({ id: 'x/good', step: 'sign-in', title: () => 'Good card', component: () => <p>Good words.</p> });
		registry.cards.register({
			id: 'x/broken',
			step: 'sign-in',
			title: () => 'Broken card',
			component: () => {
				throw new Error('broken on purpose');
			},
		});
		registry.checks.register({
			id: 'x/check',
			step: 'sign-in',
			label: () => 'Stock figures',
			run: () => Promise.resolve({ state: 'failed', code: null, params: {}, sentence: 'No <b>stock</b>.' }),
		});
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		await open({ step: 3, registry });
		expect(screen.getByText('Good words.')).toBeTruthy();
		expect(notices()).toContain('x/broken');
		await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Check now' })));
		expect(screen.getByText('No <b>stock</b>.')).toBeTruthy();
		expect(screen.getByRole('button', { name: /Sign in with Microsoft|Go to your Microsoft keys/ })).toBeTruthy();
	});

	it('that could not be added are listed for their developers', async () => {
		const registry = ownRegistry();
		registry.steps.register({ id: 'Not An Id', title: () => 'x', component: () => null });
		registry.cards.register({ id: 'x/lost', step: 'nowhere', title: () => 'x', component: () => null });
		await open({ registry });
		expect(screen.getByText('2 parts of other plugins could not be added here')).toBeTruthy();
		expect(screen.getByText('step_id_invalid: Not An Id')).toBeTruthy();
		expect(screen.getByText('card_step_unknown: x/lost')).toBeTruthy();
	});

	it('may leave a step out of this set-up', async () => {
		const registry = ownRegistry();
		registry.steps.register({
			id: 'x/later',
			title: () => 'Later',
			component: () => null,
			isShown: ({ connection }) => connection.state === 'connected',
		});
		await open({ registry });
		expect(screen.queryByRole('link', { name: /Later/ })).toBeNull();
		expect(screen.getByText('Step 2 of 4')).toBeTruthy();
	});
});

describe('the propagation clock', () => {
	const START = new Date('2026-11-24T12:00:00Z');
	const show = (part: Partial<PropagationClockProps>): PropagationClockProps => {
		vi.useFakeTimers({ now: START });
		const props: PropagationClockProps = {
			wizard: { announce: vi.fn() },
			what: 'Microsoft is spreading the secret.',
			usualMinutes: 2,
			since: START.getTime() / 1000 - 30,
			look: vi.fn(() => Promise.resolve(false)),
			onArrived: vi.fn(),
			onLeave: vi.fn(),
			...part,
		};
		render(<PropagationClock {...props} />);
		return props;
	};
	const pass = (seconds: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(seconds * 1000)));

	it('counts from the beginning, says so once, and owns up when it takes longer', async () => {
		const { wizard } = show({});
		expect(screen.getByText('0:30 so far; usually up to 2 minutes.')).toBeTruthy();
		await pass(95);
		expect(screen.getByText(/^2:05 so far, which is longer than usual/)).toBeTruthy();
		expect(wizard.announce).toHaveBeenCalledExactlyOnceWith('Microsoft is spreading the secret.');
	});

	it('claims no usual time where nobody knows one', async () => {
		show({ usualMinutes: null });
		await pass(3600);
		expect(screen.getByText('60:30 so far.')).toBeTruthy();
	});

	it.each([
		['redirect_uri_mismatch', true],
		['microsoft_unavailable', true],
		// Asking on would keep the account locked, or trouble a person again.
		['account_locked', false],
		['second_factor_busy', false],
		['request_loop', false],
		['client_secret_wrong', false],
		['code_of_tomorrow', false],
	])('begins after %s: %s', (code, begins) => {
		expect(waitingAfter(null, code) !== null).toBe(begins);
	});

	it('goes on counting while the same is in the way', () => {
		const before = { code: 'microsoft_unavailable', since: 1 } as const;
		expect(waitingAfter(before, 'microsoft_unavailable')).toBe(before);
		expect(waitingAfter(before, null)).toBeNull();
	});

	it('looks by itself until it has arrived', async () => {
		const look = vi.fn().mockRejectedValueOnce(new Error('no answer')).mockResolvedValueOnce(true);
		const { onArrived, wizard } = show({ look });
		await pass(20);
		expect(onArrived).not.toHaveBeenCalled();
		await pass(20);
		expect(onArrived).toHaveBeenCalledTimes(1);
		expect(wizard.announce).toHaveBeenLastCalledWith('It has arrived. You can go on.');
	});

	it('looks at once when asked, and can be left', async () => {
		const { look, onLeave } = show({});
		await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Look now' })));
		expect(look).toHaveBeenCalledTimes(1);
		fireEvent.click(screen.getByRole('button', { name: 'Do not wait' }));
		expect(onLeave).toHaveBeenCalledTimes(1);
	});
});

describe('a term', () => {
	it('opens its meaning and closes it with Escape, or when the person goes elsewhere', () => {
		render(
			<>
				<Term id="secret_id" />
				<button type="button">elsewhere</button>
			</>,
		);
		const word = screen.getByRole('button', { name: 'Secret ID' });
		const meaning = (): Element | null => document.querySelector('[role="note"]:not([hidden])');
		fireEvent.click(word);
		expect(meaning()?.textContent).toContain('the Value next to it');
		fireEvent.keyDown(word, { key: 'Escape' });
		expect(meaning()).toBeNull();
		fireEvent.click(word);
		fireEvent.focusIn(screen.getByRole('button', { name: 'elsewhere' }));
		expect(meaning()).toBeNull();
	});
});
