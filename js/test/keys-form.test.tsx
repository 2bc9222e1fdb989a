import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RestFailure } from '../src/rest/failure';
import type { RestClient } from '../src/rest/client';
import { ACCOUNT, CLIENT_ID, fakeRest, MESSAGES, SECRET, setupWith, storedFields, TENANT_ID } from './fakes';
import { openWizard, type Situation } from './render';
import { button } from './step-two';

const LABELS = {
	client_id: 'Application (client) ID',
	tenant_id: 'Directory (tenant) ID',
	client_secret: 'Client secret (Value)',
	username: 'Microsoft account (email)',
} as const;
type Field = keyof typeof LABELS;

const input = (field: Field): HTMLInputElement => screen.getByLabelText(LABELS[field]);
const beside = (field: Field): string | null =>
	document.getElementById(`wkpbic-${field.replace('_', '-')}-verdict`)?.textContent ?? null;
const type = (field: Field, value: string): void => void fireEvent.change(input(field), { target: { value } });
const pass = (milliseconds: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));
const press = (name: string): Promise<void> =>
	act(async () => void fireEvent.click(button(name)));

const shownStep = (): string | null | undefined => document.querySelector('.wkpbic-step:not([hidden]) h2')?.textContent;

async function openKeys(situation: Situation = {}): Promise<void> {
	openWizard({ step: 2, ...situation });
	await pass(0);
}

function typeAll(): void {
	type('client_id', CLIENT_ID);
	type('tenant_id', TENANT_ID);
	type('client_secret', SECRET);
	type('username', ACCOUNT);
}

const typed = (): Record<Field, string> => ({
	client_id: input('client_id').value,
	tenant_id: input('tenant_id').value,
	client_secret: input('client_secret').value,
	username: input('username').value,
});
const ALL_TYPED = { client_id: CLIENT_ID, tenant_id: TENANT_ID, client_secret: SECRET, username: ACCOUNT };

const saving = (saveFields: RestClient['saveFields']): { rest: RestClient; saveFields: RestClient['saveFields'] } => {
	const spy = vi.fn(saveFields);
	return { rest: fakeRest({ saveFields: spy }), saveFields: spy };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('verdicts', () => {
	it('wait for 150 milliseconds without a keystroke', async () => {
		await openKeys();
		type('client_id', CLIENT_ID);
		await pass(149);
		expect(beside('client_id')).toBe('');
		await pass(1);
		expect(beside('client_id')).toBe('Looks right.');
	});

	it('start waiting again at each keystroke', async () => {
		await openKeys();
		type('client_id', CLIENT_ID.slice(0, -1));
		await pass(100);
		type('client_id', CLIENT_ID);
		await pass(100);
		expect(beside('client_id')).toBe('');
		await pass(50);
		expect(beside('client_id')).toBe('Looks right.');
	});

	it('keep errors back until the field is left, then say them at once', async () => {
		await openKeys();
		type('client_id', 'abc');
		await pass(1000);
		expect(beside('client_id')).toBe('');
		expect(input('client_id').getAttribute('aria-invalid')).toBe('false');
		fireEvent.blur(input('client_id'));
		expect(beside('client_id')).toBe(MESSAGES['client_id_not_guid']);
		expect(input('client_id').getAttribute('aria-invalid')).toBe('true');
	});

	it('are part of the description of their field', async () => {
		await openKeys();
		const ids = (input('client_id').getAttribute('aria-describedby') ?? '').split(' ');
		expect(ids).toContain('wkpbic-client-id-verdict');
		expect(ids.map((id) => document.getElementById(id))).not.toContain(null);
	});

	it('compare the two IDs, whichever is typed last', async () => {
		await openKeys();
		type('client_id', TENANT_ID);
		fireEvent.blur(input('client_id'));
		type('tenant_id', TENANT_ID);
		await pass(150);
		expect(beside('client_id')).toBe(MESSAGES['client_id_same_as_tenant_id']);
	});

	it('tell that blanks were removed', async () => {
		await openKeys();
		type('client_id', ` ${CLIENT_ID} `);
		fireEvent.blur(input('client_id'));
		expect(input('client_id').value).toBe(CLIENT_ID);
		expect(beside('client_id')).toContain('Blanks at the ends were removed.');
	});

	it('tell it at once when the blanks were pasted', async () => {
		await openKeys();
		fireEvent.paste(input('client_id'));
		type('client_id', `${CLIENT_ID}\t`);
		expect(input('client_id').value).toBe(CLIENT_ID);
		expect(beside('client_id')).toContain('Blanks at the ends were removed.');
	});
});

describe('saving', () => {
	it('posts what was typed and goes on to step 3', async () => {
		const { rest, saveFields } = saving(() => Promise.resolve(setupWith({ fields: storedFields() })));
		await openKeys({ rest });
		typeAll();
		await press('Save and continue');
		expect(saveFields).toHaveBeenCalledExactlyOnceWith(ALL_TYPED);
		expect(shownStep()).toBe('Sign in and consent');
		expect(document.body.innerHTML).not.toContain(SECRET);
	});

	it('sends nothing while the core finds an error, and leads to the first one', async () => {
		const { rest, saveFields } = saving(() => Promise.reject(new Error('not expected')));
		await openKeys({ rest });
		type('client_id', CLIENT_ID);
		await press('Save and continue');
		expect(saveFields).not.toHaveBeenCalled();
		expect(document.activeElement).toBe(input('client_secret'));
		expect(beside('client_secret')).toBe(MESSAGES['client_secret_required']);
	});

	it('puts a refusal of the server beside its field and keeps every typed value', async () => {
		const { rest } = saving(() =>
			Promise.reject(new RestFailure('brand_new', 'The server says no.', 'tenant_id', {}, 400)),
		);
		await openKeys({ rest });
		typeAll();
		await press('Save and continue');
		expect(beside('tenant_id')).toBe('The server says no.');
		expect(input('tenant_id').getAttribute('aria-invalid')).toBe('true');
		expect(document.activeElement).toBe(input('tenant_id'));
		expect(typed()).toEqual(ALL_TYPED);
	});

	it.each([
		['the site does not answer', new RestFailure('site_unreachable', ''), 'Your site did not answer.'],
		['the answer is rubbish', new RestFailure('site_answer_unreadable', ''), 'cannot be read'],
		['the session is over', new RestFailure('rest_cookie_invalid_nonce', 'Cookie check failed'), 'logged out'],
		['the server fails', new RestFailure('internal_server_error', 'Server trouble.', null, {}, 500), 'Server trouble.'],
	])('keeps every typed value when %s', async (_when, failure, words) => {
		const { rest } = saving(() => Promise.reject(failure));
		await openKeys({ rest });
		typeAll();
		await press('Save and continue');
		expect(document.querySelector('.components-notice.is-error')?.textContent).toContain(words);
		expect(typed()).toEqual(ALL_TYPED);
	});

	it('works without the core: the server judges', async () => {
		const { rest, saveFields } = saving(() =>
			Promise.reject(new RestFailure('edge_space', 'A blank.', 'client_id', {}, 400)),
		);
		await openKeys({ rest, loading: Promise.resolve({ ok: false, why: 'csp' }) });
		type('client_id', 'abc ');
		fireEvent.blur(input('client_id'));
		expect(input('client_id').value).toBe('abc ');
		await press('Save and continue');
		expect(saveFields).toHaveBeenCalledExactlyOnceWith({ client_id: 'abc ' });
		expect(beside('client_id')).toBe(MESSAGES['edge_space']);
	});
});

describe('the secret', () => {
	it('is in no attribute of the page while it is typed or shown', async () => {
		await openKeys();
		type('client_secret', SECRET);
		await pass(150);
		expect(document.body.innerHTML).not.toContain(SECRET);
		await press('Show Client secret (Value)');
		expect(input('client_secret').type).toBe('text');
		expect(input('client_secret').value).toBe(SECRET);
		expect(document.body.innerHTML).not.toContain(SECRET);
		await press('Hide Client secret (Value)');
		expect(input('client_secret').type).toBe('password');
	});

	it('is a date once it is stored; replacing it can be given up', async () => {
		await openKeys({ setup: setupWith({ fields: storedFields() }) });
		expect(screen.queryByLabelText(LABELS.client_secret, { selector: 'input' })).toBeNull();
		expect(screen.getByText(/^Stored on /).textContent).toMatch(/2026/);
		await press('Replace Client secret (Value)');
		expect(document.activeElement).toBe(input('client_secret'));
		await press('Keep the stored secret');
		expect(screen.getByText(/^Stored on /)).toBeTruthy();
	});
});

describe('locked fields', () => {
	it('are shown and cannot be typed in', async () => {
		const fields = { ...storedFields(), client_id: { value: CLIENT_ID, locked: true } };
		await openKeys({ setup: setupWith({ fields }) });
		expect(screen.queryByLabelText(LABELS.client_id, { selector: 'input' })).toBeNull();
		expect(screen.getByText(CLIENT_ID)).toBeTruthy();
		expect(screen.getByText(/Set in wp-config\.php/)).toBeTruthy();
	});
});

describe('unsaved values', () => {
	it('survive the way to another step and back, and the browser asks before they are lost', async () => {
		await openKeys();
		const leaves = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
		expect(leaves()).toBe(true);
		typeAll();
		await pass(0);
		expect(leaves()).toBe(false);
		fireEvent.click(screen.getByText('Check and finish'));
		expect(shownStep()).toBe('Check and finish');
		fireEvent.click(screen.getByText('Your Microsoft keys', { selector: 'a *' }));
		expect(typed()).toEqual(ALL_TYPED);
	});
});
