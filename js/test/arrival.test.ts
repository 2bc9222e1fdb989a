import { afterEach, describe, expect, it, vi } from 'vitest';
import { arrivalQuery } from '../src/wizard/arrival';

const navigatedTo = (...names: string[]): void => {
	vi.spyOn(performance, 'getEntriesByType').mockReturnValue(names.map((name) => ({ name }) as PerformanceEntry));
};

afterEach(() => window.history.replaceState(null, '', '/'));

describe('arrivalQuery', () => {
	it('is what the server saw, not what is left in the address bar', () => {
		navigatedTo('https://shop.example/wp-admin/admin.php?page=a&admin_consent=True&error=access_denied');
		window.history.replaceState(null, '', '?page=a&admin_consent=True');
		expect(arrivalQuery()).toBe('?page=a&admin_consent=True&error=access_denied');
	});

	it.each([[[]], [['document']]])('falls back to the address bar where the browser does not tell (%j)', (names) => {
		navigatedTo(...names);
		window.history.replaceState(null, '', '?page=a&step=3');
		expect(arrivalQuery()).toBe('?page=a&step=3');
	});
});
