import { act, fireEvent, screen } from '@testing-library/react';
import { addAction, removeAction } from '@wordpress/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FieldProps } from '../src/extend';
import { FIELD_SAVED } from '../src/extend/hooks';
import { RestFailure } from '../src/rest/failure';
import type { Setup } from '../src/setup';
import { beside, declaredField, declaring, input, keeping, openExtended, settle, silent, STEP, submit, typeInto, type ExtendedPage } from './extending';

const CODE = 'shop-kit/code';
const MESSAGES = {
	value_required: 'A value is needed.',
	too_long: 'At most {max} characters.',
	value_pattern_mismatch: 'Another form is needed.',
	value_not_guid: 'No GUID.',
	extension_refused: 'The site says no.',
};

const oneField = (part: Parameters<typeof declaredField>[1] = {}, more: Partial<ExtendedPage> = {}): ExtendedPage => ({
	declared: declaring([declaredField('code', part)]),
	setup: keeping({ [CODE]: { value: '' } }),
	messages: MESSAGES,
	...more,
});
const saving = (after: Setup) => vi.fn<(values: Readonly<Record<string, string | null>>) => Promise<Setup>>(() => Promise.resolve(after));
const rest = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(() => vi.useRealTimers());

describe('a field of another plugin', () => {
	it.each([
		['text', 'text', 'auto'],
		['guid', 'text', 'ltr'],
		['url', 'text', 'ltr'],
		['email', 'text', 'ltr'],
		['secret', 'password', 'ltr'],
		['date', 'date', null],
	] as const)('of type %s has an input with label, help, place and description', async (type, inputType, direction) => {
		await openExtended(oneField({ type, label: 'Code', help: 'Two letters.', where: 'On the door.', rules: [{ kind: 'required' }] }));
		const box = screen.getByLabelText<HTMLInputElement>('Code');
		expect([box.type, box.getAttribute('dir'), box.getAttribute('aria-required'), box.getAttribute('aria-invalid')]).toEqual([inputType, direction, 'true', 'false']);
		const described = (box.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
		expect(described.map((element) => element?.textContent)).toEqual(['Two letters. On the door.', '']);
	});

	it('of type select offers its choices and a way to choose none', async () => {
		const saveExtensionFields = saving(keeping({ [CODE]: { value: 'b' } }));
		const choices = [
			{ value: 'a', label: 'Alpha' },
			{ value: 'b', label: 'Beta' },
		];
		await openExtended(oneField({ type: 'select', label: 'Code', choices }, { rest: { saveExtensionFields } }));
		const box = screen.getByLabelText<HTMLSelectElement>('Code');
		expect([...box.options].map(({ text }) => text)).toEqual(['Please choose', 'Alpha', 'Beta']);
		fireEvent.change(box, { target: { value: 'b' } });
		await submit();
		expect(saveExtensionFields).toHaveBeenCalledExactlyOnceWith({ [CODE]: 'b' });
	});

	it('of type toggle is on with 1 and off with nothing', async () => {
		const saveExtensionFields = saving(keeping({ [CODE]: { value: '1' } }));
		await openExtended(oneField({ type: 'toggle', label: 'Code' }, { rest: { saveExtensionFields } }));
		const box = screen.getByLabelText<HTMLInputElement>('Code');
		expect(box.checked).toBe(false);
		fireEvent.click(box);
		expect(box.checked).toBe(true);
		await submit();
		expect(saveExtensionFields).toHaveBeenCalledExactlyOnceWith({ [CODE]: '1' });
	});

	it('shows HTML of its plugin as the text that it is', async () => {
		await openExtended(oneField({ label: '<img src=x onerror=alert(1)>', help: '<script>alert(2)</script>' }));
		expect(screen.getByLabelText('<img src=x onerror=alert(1)>')).toBeTruthy();
		expect(document.querySelector('img[src="x"], .wkpbic script')).toBeNull();
	});

	it('is judged by the kit: what is right after 150 ms, what is wrong once it was left', async () => {
		await openExtended(oneField({ rules: [{ kind: 'pattern', pattern: '[A-Z]{2}-[0-9]+' }] }));
		vi.useFakeTimers();
		typeInto('code', 'A');
		await rest(200);
		expect(beside('code')).toBe('');
		act(() => void fireEvent.blur(input('code')));
		expect(beside('code')).toBe('Another form is needed.');
		expect(input('code').getAttribute('aria-invalid')).toBe('true');
		typeInto('code', 'AB-7');
		await rest(149);
		expect(beside('code')).toBe('');
		await rest(2);
		expect(beside('code')).toBe('Looks right.');
	});

	it('is not judged, and still saved, where the kit does not come', async () => {
		const saveExtensionFields = saving(keeping({ [CODE]: { value: 'x' } }));
		const loadKit = vi.fn(() => Promise.resolve({ status: 'unavailable', code: 'wasm_network', params: {} } as const));
		await openExtended(oneField({ rules: [{ kind: 'guid' }] }, { loadKit, rest: { saveExtensionFields } }));
		typeInto('code', 'x');
		await submit();
		expect(beside('code')).toBe('');
		expect(saveExtensionFields).toHaveBeenCalledTimes(1);
	});

	it('asks for the kit only when its step is opened', async () => {
		const loadKit = vi.fn(() => Promise.resolve({ status: 'unavailable', code: 'wasm_network', params: {} } as const));
		await openExtended(oneField({}, { loadKit, address: '1' }));
		expect(loadKit).not.toHaveBeenCalled();
		fireEvent.click(screen.getByRole('link', { name: /Your warehouse/ }));
		await settle();
		expect(loadKit).toHaveBeenCalled();
	});
});

describe('saving', () => {
	it('sends what has changed, says so, tells listeners the id, and goes on to the next step', async () => {
		const saveExtensionFields = saving(keeping({ [CODE]: { value: 'new' }, 'shop-kit/other': { value: 'as it was' } }));
		const heard = vi.fn();
		addAction(FIELD_SAVED, 'test/heard', heard);
		const declared = declaring([declaredField('code'), declaredField('other')]);
		const setup = keeping({ [CODE]: { value: 'old' }, 'shop-kit/other': { value: 'as it was' } });
		await openExtended({ declared, setup, rest: { saveExtensionFields } });
		expect(asksBeforeLeaving()).toBe(false);
		typeInto('code', 'new');
		expect(asksBeforeLeaving()).toBe(true);
		await submit();
		removeAction(FIELD_SAVED, 'test/heard');
		expect(saveExtensionFields).toHaveBeenCalledExactlyOnceWith({ [CODE]: 'new' });
		expect(heard.mock.calls).toEqual([[CODE]]);
		expect(asksBeforeLeaving()).toBe(false);
		expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Your Microsoft keys');
	});

	it('stops at a required field that is empty, and takes focus there', async () => {
		await openExtended(oneField({ rules: [{ kind: 'required' }] }));
		await submit();
		expect(beside('code')).toBe('A value is needed.');
		expect(document.activeElement).toBe(input('code'));
	});

	it('puts a refusal of the site beside its field, and loses nothing that was typed', async () => {
		const refusal = new RestFailure('extension_refused', 'from the server', CODE, {}, 400);
		const declared = declaring([declaredField('code'), declaredField('other')]);
		const setup = keeping({ [CODE]: { value: '' }, 'shop-kit/other': { value: '' } });
		await openExtended({ declared, setup, messages: MESSAGES, rest: { saveExtensionFields: () => Promise.reject(refusal) } });
		typeInto('code', 'x'.repeat(50));
		typeInto('other', 'also typed');
		await submit();
		expect(beside('code')).toBe('The site says no.');
		expect([input('code').value, input('other').value]).toEqual(['x'.repeat(50), 'also typed']);
		expect(document.activeElement).toBe(input('code'));
		typeInto('code', 'y');
		expect(beside('code')).not.toContain('The site says no.');
	});

	it('says above the button why it failed where it is about no field', async () => {
		const failure = new RestFailure('site_unreachable', '');
		await openExtended(oneField({}, { rest: { saveExtensionFields: () => Promise.reject(failure) } }));
		typeInto('code', 'typed');
		await submit();
		expect(document.querySelector('form .components-notice')?.textContent).toContain('Your site did not answer.');
		expect(input('code').value).toBe('typed');
	});

	it('survives a listener that throws, and lists the hook', async () => {
		addAction(FIELD_SAVED, 'test/throws', () => {
			throw new Error('broken on purpose');
		});
		const registry = await openExtended(oneField({}, { rest: { saveExtensionFields: saving(keeping({ [CODE]: { value: 'x' } })) } }));
		typeInto('code', 'x');
		await submit();
		removeAction(FIELD_SAVED, 'test/throws');
		expect(registry.problems()).toEqual([{ code: 'hook_failed', id: FIELD_SAVED }]);
		expect(screen.getByText('hook_failed: wkpbic.fieldSaved')).toBeTruthy();
	});
});

describe('a secret of another plugin', () => {
	const stored = keeping({ [CODE]: { stored: true, stored_on: '2026-11-20' } });
	const secretField = (more: Partial<ExtendedPage> = {}): ExtendedPage =>
		oneField({ type: 'secret', label: 'Key', rules: [{ kind: 'required' }] }, { setup: stored, ...more });

	it('that is stored says since when, and may stay as it is', async () => {
		await openExtended(secretField());
		expect(screen.getByText('Stored on November 20, 2026.')).toBeTruthy();
		await submit();
		expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Your Microsoft keys');
	});

	it('is replaced by what is typed, covered, and out of the document', async () => {
		const saveExtensionFields = saving(keeping({ [CODE]: { stored: true, stored_on: '2026-11-24' } }));
		await openExtended(secretField({ rest: { saveExtensionFields } }));
		act(() => void fireEvent.click(screen.getByRole('button', { name: 'Replace Key' })));
		expect(document.activeElement).toBe(input('code'));
		typeInto('code', 'hush');
		expect([input('code').type, document.body.innerHTML.includes('hush')]).toEqual(['password', false]);
		fireEvent.click(screen.getByRole('button', { name: 'Show Key' }));
		expect(input('code').type).toBe('text');
		await submit();
		expect(saveExtensionFields).toHaveBeenCalledExactlyOnceWith({ [CODE]: 'hush' });
		fireEvent.click(screen.getByRole('link', { name: /Your warehouse/ }));
		expect(screen.getByText('Stored on November 24, 2026.')).toBeTruthy();
	});

	it('may be kept after all', async () => {
		await openExtended(secretField());
		act(() => void fireEvent.click(screen.getByRole('button', { name: 'Replace Key' })));
		typeInto('code', 'hush');
		act(() => void fireEvent.click(screen.getByRole('button', { name: 'Keep the stored secret' })));
		expect(screen.getByText('Stored on November 20, 2026.')).toBeTruthy();
		expect(asksBeforeLeaving()).toBe(false);
	});
});

describe('a component of another plugin', () => {
	function Picker({ field, control }: FieldProps) {
		return (
			<label>
				{field.label()}!
				<input
					id={control.inputId}
					aria-describedby={control.saidId}
					value={control.text}
					onChange={(event) => control.change(event.target.value.toUpperCase())}
					onBlur={control.leave}
				/>
			</label>
		);
	}

	it('draws the field that PHP has declared; rules and words stay PHP’s, and the wizard says what is wrong', async () => {
		await openExtended(
			oneField(
				{ label: 'Code', rules: [{ kind: 'max_chars', max: 3 }] },
				{ script: ({ fields }) => void fields.register({ id: CODE, component: Picker }) },
			),
		);
		expect(screen.getByLabelText('Code!')).toBe(input('code'));
		typeInto('code', 'abcd');
		act(() => void fireEvent.focusOut(input('code')));
		expect(input('code').value).toBe('ABCD');
		expect(beside('code')).toBe('At most 3 characters.');
	});

	it('is drawn again for a key in its own field, and for none in the others', async () => {
		const names = Array.from({ length: 60 }, (_, index) => `f${index}`);
		const drawn = vi.fn<(id: string) => void>();
		const Counted = (props: FieldProps) => {
			drawn(props.field.id);
			return <Picker {...props} />;
		};
		await openExtended({
			declared: declaring(names.map((name) => declaredField(name))),
			setup: keeping(Object.fromEntries(names.map((name) => [`shop-kit/${name}`, { value: '' }]))),
			script: ({ fields }) => names.forEach((name) => fields.register({ id: `shop-kit/${name}`, component: Counted })),
		});
		typeInto('f7', 'a'); // The first one changes what the page knows: there is something to lose now.
		drawn.mockClear();
		typeInto('f7', 'ab');
		expect(drawn.mock.calls).toEqual([['shop-kit/f7']]);
	});

	it('that throws leaves the field to the wizard, and is listed', async () => {
		silent();
		const Broken = (): never => {
			throw new Error('broken on purpose');
		};
		const saveExtensionFields = saving(keeping({ [CODE]: { value: 'x' } }));
		const registry = await openExtended(
			oneField({ label: 'Code' }, { rest: { saveExtensionFields }, script: ({ fields }) => void fields.register({ id: CODE, component: Broken }) }),
		);
		expect(registry.problems()).toEqual([{ code: 'field_failed', id: CODE }]);
		expect(screen.getByText('field_failed: shop-kit/code')).toBeTruthy();
		fireEvent.change(screen.getByLabelText('Code'), { target: { value: 'x' } });
		await submit();
		expect(saveExtensionFields).toHaveBeenCalledExactlyOnceWith({ [CODE]: 'x' });
	});

	it('of a step may draw its fields itself', async () => {
		const Own = ({ wizard }: { readonly wizard: { readonly fieldsOf: (id: string) => readonly { readonly id: string }[] } }) => (
			<p>{`I draw ${wizard.fieldsOf(STEP).map(({ id }) => id).join()}`}</p>
		);
		await openExtended(oneField({}, { script: ({ steps }) => void steps.register({ id: STEP, component: Own, draws: ['fields'] }) }));
		expect(screen.getByText('I draw shop-kit/code')).toBeTruthy();
		expect(() => input('code')).toThrow('There is no input for code.');
	});
});

describe('a step of another plugin', () => {
	it('without a component has its description, its fields and the way on', async () => {
		await openExtended(oneField());
		expect(screen.getByText('Where the goods are.')).toBeTruthy();
		expect(screen.getByText('Step 2 of 5')).toBeTruthy();
		expect(screen.getByRole('button', { name: 'Continue' })).toBeTruthy();
		expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('admin.php?page=wkpbic-setup-wizard&step=1');
	});

	it('is done when every required value is kept', async () => {
		const rules = [{ kind: 'required' as const }];
		const declared = declaring([declaredField('code', { rules }), declaredField('key', { type: 'secret', rules }), declaredField('more')]);
		const values = { [CODE]: { value: 'x' }, 'shop-kit/key': { stored: false, stored_on: null }, 'shop-kit/more': { value: '' } };
		const registry = await openExtended({ declared, setup: keeping(values) });
		const step = registry.steps.list().find(({ id }) => id === STEP);
		expect(step?.isDone(keeping(values))).toBe(false);
		expect(step?.isDone(keeping({ ...values, 'shop-kit/key': { stored: true, stored_on: null } }))).toBe(true);
	});

	it('that is ours shows fields of others below its own, with a button of their own', async () => {
		const saveExtensionFields = saving(keeping({ [CODE]: { value: 'x' } }));
		await openExtended(oneField({ step: 'microsoft-keys', label: 'Code' }, { address: '2', rest: { saveExtensionFields } }));
		const box = screen.getByLabelText<HTMLInputElement>('Code');
		fireEvent.change(box, { target: { value: 'x' } });
		await act(async () => void fireEvent.submit(box.form as HTMLFormElement));
		expect(saveExtensionFields).toHaveBeenCalledExactlyOnceWith({ [CODE]: 'x' });
		expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Your Microsoft keys');
	});

	it('does not show a field for which the site keeps nothing, and lists it', async () => {
		await openExtended({
			declared: declaring([]),
			setup: keeping({}),
			script: ({ fields }) => void fields.register({ id: 'shop-kit/lost', step: STEP, type: 'text', label: () => 'Lost' }),
		});
		expect(screen.queryByLabelText('Lost')).toBeNull();
		expect(screen.getByText('field_not_declared: shop-kit/lost')).toBeTruthy();
	});
});
