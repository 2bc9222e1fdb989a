import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CLIENT_ID, SECRET, setupWith, storedFields, TENANT_ID } from './fakes';
import { fieldValue, openStepTwo, pasteText, press } from './step-two';

const OVERVIEW = `Display name
: WooCommerce Power BI
Application (client) ID
: ${CLIENT_ID}
Object ID
: d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b
Directory (tenant) ID
: ${TENANT_ID}`;

const rows = (): string[] => [...document.querySelectorAll('.wkpbic-review__row')].map((row) => row.textContent.replace(/\s+/g, ' '));
const notes = (): string[] => [...document.querySelectorAll('.wkpbic-review__notes .wkpbic-verdict')].map(({ textContent }) => textContent);
const box = (): HTMLTextAreaElement => screen.getByLabelText('Paste anything');

describe('paste anything', () => {
	it('finds both IDs of the page Overview, says where, and fills them in only when told to', async () => {
		await openStepTwo();
		await pasteText(OVERVIEW);
		expect(rows()).toEqual([
			`Application (client) IDcertain${CLIENT_ID}Line 4 of the text, after “Application (client) ID”.`,
			`Directory (tenant) IDcertain${TENANT_ID}Line 8 of the text, after “Directory (tenant) ID”.`,
		]);
		expect(notes()).toEqual(['pasted_object_id']);
		expect(fieldValue('client-id')).toBe('');
		await press('Fill in 2 values');
		expect([fieldValue('client-id'), fieldValue('tenant-id')]).toEqual([CLIENT_ID, TENANT_ID]);
		expect(box().value).toBe('');
		expect(document.activeElement?.id).toBe('wkpbic-client-id');
	});

	it('leaves out what is unticked', async () => {
		await openStepTwo();
		await pasteText(OVERVIEW);
		fireEvent.click(screen.getByLabelText(/^Directory \(tenant\) ID\s*certain/, { selector: '.wkpbic-review input' }));
		await press('Fill in 1 value');
		expect([fieldValue('client-id'), fieldValue('tenant-id')]).toEqual([CLIENT_ID, '']);
	});

	it('masks a secret, shows it when asked, and keeps it out of the document', async () => {
		await openStepTwo();
		await pasteText(`Value: ${SECRET}`);
		expect(document.querySelector('.wkpbic-review__row')?.textContent).toContain('••••');
		await press('Show the client secret');
		expect(screen.getByLabelText<HTMLInputElement>('The client secret that was found').value).toBe(SECRET);
		expect(document.documentElement.outerHTML).not.toContain(SECRET);
		await press('Fill in 1 value');
		expect(fieldValue('client-secret')).toBe(SECRET);
		expect(document.documentElement.outerHTML).not.toContain(SECRET);
	});

	it('never takes a secret that no label names, unless it is ticked', async () => {
		await openStepTwo();
		await pasteText(SECRET);
		expect(document.querySelector<HTMLInputElement>('.wkpbic-review input[type=checkbox]')?.checked).toBe(false);
		expect(document.querySelector('.wkpbic-tag')?.textContent).toBe('likely: please compare');
	});

	it('tells a Secret ID from a Value: the ID is left out, and that is said', async () => {
		await openStepTwo();
		await pasteText(`Secret ID\td0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b\nValue\t${SECRET}`);
		expect(notes()).toEqual(['pasted_secret_id']);
		expect(rows()).toHaveLength(1);
	});

	it('asks which ID is which where nothing says so; one field takes one value', async () => {
		await openStepTwo();
		await pasteText(`${CLIENT_ID}\n${TENANT_ID}`);
		expect(notes()).toEqual(['pasted_ids_unlabelled']);
		const [first, second] = screen.getAllByLabelText<HTMLSelectElement>('What is this?');
		if (!first || !second) {
			throw new Error('two IDs were pasted, and not both are asked about');
		}
		expect([first.value, second.value]).toEqual(['', '']);
		fireEvent.change(first, { target: { value: 'tenant_id' } });
		fireEvent.change(second, { target: { value: 'tenant_id' } });
		expect([first.value, second.value]).toEqual(['', 'tenant_id']);
		fireEvent.change(first, { target: { value: 'client_id' } });
		await press('Fill in 2 values');
		expect([fieldValue('client-id'), fieldValue('tenant-id')]).toEqual([CLIENT_ID, TENANT_ID]);
	});

	it('says that the text holds a redirect URI which is not this site’s', async () => {
		await openStepTwo();
		await pasteText(`${OVERVIEW}\nRedirect URI: http://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3`);
		expect(notes()).toEqual(['pasted_object_id', 'address_scheme_differs']);
	});

	it('changes nothing that wp-config.php has set', async () => {
		const fields = { ...storedFields(), client_id: { value: CLIENT_ID, locked: true } };
		await openStepTwo({ setup: setupWith({ fields }) });
		await pasteText(`Application (client) ID: ${TENANT_ID}`);
		expect(document.querySelector<HTMLInputElement>('.wkpbic-review input[type=checkbox]')?.disabled).toBe(true);
		expect(rows()[0]).toContain('Set in wp-config.php; it stays as it is.');
	});

	it('says so when there is nothing in the text, and closes', async () => {
		await openStepTwo();
		await pasteText('Good morning');
		expect(screen.getByText('Nothing to take over')).toBe(document.activeElement);
		expect(notes()).toEqual(['pasted_nothing']);
		await press('Close');
		expect(document.querySelector('.wkpbic-review')).toBeNull();
	});

	it('shows no words around a password', async () => {
		await openStepTwo();
		await pasteText(`password: Correct-Horse-7!\n${OVERVIEW}`);
		await act(async () => undefined);
		expect(document.querySelector('.wkpbic-review')?.textContent).not.toContain('Correct-Horse');
		expect(rows()[0]).toContain('Line 5 of the text.');
	});
});
