import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['node_modules', 'build', 'src/generated/core.d.ts'] },
	...tseslint.configs.recommendedTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		plugins: { 'react-hooks': reactHooks },
		rules: {
			'react-hooks/rules-of-hooks': 'error',
			'react-hooks/exhaustive-deps': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'no-console': 'error',
			// Screens ask WordPress and the core; these would be a second way around them.
			'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'fetch'],
			'no-restricted-syntax': [
				'error',
				{
					selector: "ImportSpecifier[imported.name=/^__(experimental|unstable)/]",
					message: 'Only stable WordPress components: experimental ones change without notice.',
				},
			],
		},
	},
	// One file talks to the network by itself, to learn why the core did not load; one remembers that this tab left for Microsoft, one what
	// was typed in it and is no secret.
	{ files: ['src/core/load.ts', 'src/wizard/sign-in/attempt-memory.ts', 'src/wizard/microsoft-keys/fields/draft.ts', 'test/**'], rules: { 'no-restricted-globals': 'off' } },
	{ files: ['test/**'], rules: { '@typescript-eslint/require-await': 'off', '@typescript-eslint/unbound-method': 'off' } },
	// Lines there are wrong on purpose; the compiler must say so.
	{
		files: ['test-d/**'],
		rules: {
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
		},
	},
	{ files: ['*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
	// Programs that are run by hand say what is wrong.
	{ files: ['api/**'], rules: { 'no-console': 'off' } },
);
