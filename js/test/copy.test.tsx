import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CopyField } from '../src/wizard/shared/copy-field';

const TEXT = 'https://shop.example/wp-admin/admin.php?page=a&step=3';

function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
	Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } });
}
const press = (): Promise<void> => act(async () => void fireEvent.click(screen.getByRole('button')));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	clipboard(undefined);
	Reflect.deleteProperty(document, 'execCommand');
});

describe('CopyField', () => {
	it('copies the text character for character and confirms for a while', async () => {
		const writeText = vi.fn(() => Promise.resolve());
		const announce = vi.fn();
		clipboard(writeText);
		render(<CopyField label="Redirect URI" text={TEXT} announce={announce} />);
		await press();
		expect(writeText).toHaveBeenCalledExactlyOnceWith(TEXT);
		expect(announce).toHaveBeenCalledExactlyOnceWith('Copied.');
		expect(screen.getByRole('button').textContent).toBe('Copied');
		await act(() => vi.advanceTimersByTimeAsync(2500));
		expect(screen.getByRole('button').textContent).toBe('Copy');
	});

	it('copies the older way on a site without https', async () => {
		const selected: string[] = [];
		document.execCommand = () => {
			selected.push((document.activeElement as HTMLTextAreaElement).value);
			return true;
		};
		render(<CopyField label="Redirect URI" text={TEXT} announce={() => undefined} />);
		await press();
		expect(selected).toEqual([TEXT]);
		expect(screen.getByRole('button').textContent).toBe('Copied');
		expect(document.querySelector('textarea')).toBeNull();
	});

	it('selects the text and says so where the browser allows neither', async () => {
		clipboard(() => Promise.reject(new Error('denied')));
		document.execCommand = () => false;
		render(<CopyField label="Redirect URI" text={TEXT} announce={() => undefined} />);
		await press();
		expect(screen.getByRole('button').textContent).toBe('Copy');
		expect(screen.getByText(/copy it by hand/)).toBeTruthy();
		expect(window.getSelection()?.toString()).toBe(TEXT);
	});
});
