import { defineConfig } from 'vitest/config';
import wpExternals from './wp-externals.ts';

// Two bundles from one source: what the wizard's page loads must not grow by what other pages need.
export default defineConfig(({ mode }) => ({
	plugins: process.env['VITEST'] ? [] : [wpExternals()],
	base: './',
	publicDir: false,
	build: {
		outDir: '../php-plugin/build',
		// The core's own files live in the same folder and are built by `cargo xtask wasm`.
		emptyOutDir: false,
		target: 'es2022',
		cssTarget: ['chrome109', 'firefox115', 'safari16'],
		cssCodeSplit: false,
		assetsInlineLimit: 0,
		modulePreload: false,
		reportCompressedSize: true,
		rolldownOptions: {
			input: mode === 'pages' ? { pages: 'src/pages.tsx' } : { wizard: 'src/main.tsx' },
			output: { entryFileNames: '[name].js', assetFileNames: `${mode === 'pages' ? 'pages' : 'wizard'}[extname]` },
		},
	},
	test: {
		environment: 'jsdom',
		include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
		setupFiles: ['test/setup.ts'],
		restoreMocks: true,
		// A suite without tests, or a test without an assertion, is a mistake and not a pass.
		passWithNoTests: false,
		expect: { requireAssertions: true },
	},
}));
