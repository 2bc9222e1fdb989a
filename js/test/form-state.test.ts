import { describe, expect, it, vi } from 'vitest';
import {
	asksForSecret,
	changedFields,
	initialForm,
	reduceForm,
	type FormAction,
	type FormState,
} from '../src/wizard/microsoft-keys/fields/form-state';
import { isShown, judgeForm } from '../src/wizard/microsoft-keys/fields/verdicts';
import { CLIENT_ID, emptyFields, fakeCore, SECRET, storedFields, TENANT_ID } from './fakes';

const after = (state: FormState, ...actions: FormAction[]): FormState => actions.reduce(reduceForm, state);
const empty = (): FormState => initialForm(emptyFields());

describe('what is sent', () => {
	it('is nothing while nothing was changed', () => {
		expect(changedFields(initialForm(storedFields()), storedFields())).toEqual({});
	});

	it('is only what was changed, character for character', () => {
		const state = after(initialForm(storedFields()), { type: 'typed', field: 'tenant_id', text: ' é%41<b> ' });
		expect(changedFields(state, storedFields())).toEqual({ tenant_id: ' é%41<b> ' });
	});

	it('is an emptied value too', () => {
		const state = after(initialForm(storedFields()), { type: 'typed', field: 'username', text: '' });
		expect(changedFields(state, storedFields())).toEqual({ username: '' });
	});

	it('is a typed secret, and never an empty one', () => {
		const state = after(
			initialForm(storedFields()),
			{ type: 'replacing', field: 'client_secret', replacing: true },
			{ type: 'typed', field: 'client_secret', text: SECRET },
		);
		expect(changedFields(state, storedFields())).toEqual({ client_secret: SECRET });
		expect(changedFields(after(state, { type: 'replacing', field: 'client_secret', replacing: false }), storedFields())).toEqual({});
	});

	it('is never a locked field', () => {
		const stored = { ...emptyFields(), client_id: { value: CLIENT_ID, locked: true } };
		const state = after(initialForm(stored), { type: 'typed', field: 'client_id', text: 'other' });
		expect(changedFields(state, stored)).toEqual({});
	});
});

describe('when a verdict is shown', () => {
	const wrong = { level: 'error', code: 'client_id_not_guid', params: {} } as const;
	const right = { level: 'ok', code: 'ok', params: {} } as const;
	const typed = after(empty(), { type: 'typed', field: 'client_id', text: 'abc' }, { type: 'settled' });
	const left = after(typed, { type: 'left', field: 'client_id', tidy: 'abc' });

	it('is silent about a field that nobody touched', () => {
		const state = after(empty(), { type: 'left', field: 'client_id', tidy: '' });
		expect(isShown(state.fields.client_id, wrong)).toBe(false);
	});

	it('keeps an error back while typing, and shows what is right at once', () => {
		expect(isShown(typed.fields.client_id, wrong)).toBe(false);
		expect(isShown(typed.fields.client_id, right)).toBe(true);
	});

	it('shows an error once the field was left, until typing goes on', () => {
		expect(isShown(left.fields.client_id, wrong)).toBe(true);
		const again = after(left, { type: 'typed', field: 'client_id', text: 'abcd' });
		expect(isShown(again.fields.client_id, wrong)).toBe(false);
	});

	it('shows everything when saving was asked for, empty fields included', () => {
		const state = after(empty(), { type: 'checked_all' });
		expect(isShown(state.fields.client_secret, wrong)).toBe(true);
	});

	it('shows that an emptied field is missing', () => {
		const state = after(left, { type: 'typed', field: 'client_id', text: '' }, { type: 'left', field: 'client_id', tidy: '' });
		expect(isShown(state.fields.client_id, wrong)).toBe(true);
	});
});

describe('blanks at the ends', () => {
	it('are cut when the field is left, and that is said until typing goes on', () => {
		const state = after(
			empty(),
			{ type: 'typed', field: 'client_id', text: 'abc ' },
			{ type: 'left', field: 'client_id', tidy: 'abc' },
		);
		expect(state.fields.client_id).toMatchObject({ text: 'abc', settled: 'abc', tidied: true });
		expect(after(state, { type: 'typed', field: 'client_id', text: 'abcd' }).fields.client_id.tidied).toBe(false);
	});

	it('that were cut on pasting are still told of after leaving', () => {
		const state = after(
			empty(),
			{ type: 'typed', field: 'client_id', text: 'abc', tidied: true },
			{ type: 'left', field: 'client_id', tidy: 'abc' },
		);
		expect(state.fields.client_id.tidied).toBe(true);
	});
});

describe('what the core is asked', () => {
	it('has the other fields as context, and never the secret', () => {
		const core = fakeCore();
		const state = after(
			empty(),
			{ type: 'typed', field: 'client_id', text: CLIENT_ID },
			{ type: 'typed', field: 'tenant_id', text: TENANT_ID },
			{ type: 'typed', field: 'client_secret', text: SECRET },
			{ type: 'settled' },
		);
		judgeForm(state, emptyFields(), core, '2026-11-24');
		for (const [, , context] of vi.mocked(core.validateField).mock.calls) {
			expect(context).toEqual({ client_id: CLIENT_ID, tenant_id: TENANT_ID, username: '' });
		}
	});

	it('is nothing about a stored secret or a locked field', () => {
		const core = fakeCore();
		const stored = { ...storedFields(), client_id: { value: CLIENT_ID, locked: true } };
		expect(judgeForm(initialForm(stored), stored, core, '2026-11-24')).toMatchObject({ client_id: null, client_secret: null });
	});
});

describe('the stored secret', () => {
	it('is asked for only when there is none, or it is being replaced', () => {
		expect(asksForSecret(empty(), emptyFields(), 'client_secret')).toBe(true);
		const state = initialForm(storedFields());
		expect(asksForSecret(state, storedFields(), 'client_secret')).toBe(false);
		expect(asksForSecret(after(state, { type: 'replacing', field: 'client_secret', replacing: true }), storedFields(), 'client_secret')).toBe(true);
	});

	it('cannot be replaced when wp-config.php sets it', () => {
		const stored = { ...storedFields(), client_secret: { has_value: true, stored_at: null, locked: true } };
		const state = after(initialForm(stored), { type: 'replacing', field: 'client_secret', replacing: true });
		expect(asksForSecret(state, stored, 'client_secret')).toBe(false);
	});
});

describe('the sign-in method', () => {
	const choosing = (method: string): FormState =>
		after(empty(), { type: 'typed', field: 'sign_in_method', text: method }, { type: 'typed', field: 'password', text: 'Correct-Horse-7!' });

	it('asks for a password only where one is used, and sends none otherwise', () => {
		expect(asksForSecret(choosing('ropc'), emptyFields(), 'password')).toBe(true);
		expect(asksForSecret(choosing('delegated'), emptyFields(), 'password')).toBe(false);
		expect(changedFields(choosing('ropc'), emptyFields())).toEqual({ sign_in_method: 'ropc', password: 'Correct-Horse-7!' });
		expect(changedFields(choosing('delegated'), emptyFields())).toEqual({});
	});

	it('asks for no account where nobody signs in', () => {
		const state = choosing('service_principal');
		expect(judgeForm(state, emptyFields(), fakeCore(), '2026-11-24').username).toBeNull();
		expect(judgeForm(choosing('ropc'), emptyFields(), fakeCore(), '2026-11-24').username).not.toBeNull();
	});

	it('by password misses the password', () => {
		const state = after(empty(), { type: 'typed', field: 'sign_in_method', text: 'ropc' });
		expect(judgeForm(state, emptyFields(), fakeCore(), '2026-11-24').password).toMatchObject({ level: 'error', code: 'value_required' });
	});
});

describe('values out of a pasted text', () => {
	it('are shown with their verdict at once, and a secret among them replaces the stored one', () => {
		const state = after(initialForm(storedFields()), { type: 'taken', values: { client_id: 'abc', client_secret: SECRET } });
		expect(state.fields.client_id).toMatchObject({ text: 'abc', settled: 'abc', left: true });
		expect(asksForSecret(state, storedFields(), 'client_secret')).toBe(true);
		expect(changedFields(state, storedFields())).toEqual({ client_id: 'abc', client_secret: SECRET });
	});

	it('leave what they do not name as it was typed', () => {
		const typed = after(empty(), { type: 'typed', field: 'username', text: 'me@contoso.example' });
		expect(after(typed, { type: 'taken', values: { client_id: CLIENT_ID } }).fields.username.text).toBe('me@contoso.example');
	});
});

describe('saving', () => {
	it('leaves no typed secret behind', () => {
		const state = after(
			empty(),
			{ type: 'typed', field: 'client_secret', text: SECRET },
			{ type: 'saved', fields: storedFields() },
		);
		expect(JSON.stringify(state)).not.toContain(SECRET);
	});

	it('refused keeps every typed value', () => {
		const typed = after(
			empty(),
			{ type: 'typed', field: 'client_secret', text: SECRET },
			{ type: 'typed', field: 'client_id', text: 'abc' },
		);
		const state = after(typed, {
			type: 'refused',
			field: 'client_id',
			refusal: { code: 'client_id_not_guid', params: {}, sentence: 'No.' },
		});
		expect(state.fields.client_secret.text).toBe(SECRET);
		expect(state.fields.client_id).toMatchObject({ text: 'abc', left: true });
		expect(after(state, { type: 'typed', field: 'client_id', text: 'abcd' }).fields.client_id.refusal).toBeNull();
	});
});
