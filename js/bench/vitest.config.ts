import { defineConfig } from 'vitest/config';

// npm run bench: figures, not a test.
export default defineConfig({
	test: {
		environment: 'jsdom',
		include: ['bench/**/*.bench.tsx'],
		setupFiles: ['test/setup.ts'],
		testTimeout: 300_000,
	},
});
