import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// What the components ask of a browser and jsdom does not have.
window.matchMedia ??= (media: string) =>
	({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined }) as unknown as MediaQueryList;
window.scrollTo = () => undefined;

afterEach(() => {
	cleanup();
	sessionStorage.clear();
});
