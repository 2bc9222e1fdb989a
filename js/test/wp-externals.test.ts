import { describe, expect, it } from 'vitest';
import { assetFile, wordpressExternal } from '../wp-externals';

describe('wordpressExternal', () => {
	it.each([
		['react', 'React', 'react'],
		['react/jsx-runtime', 'ReactJSXRuntime', 'react-jsx-runtime'],
		['@wordpress/element', 'wp.element', 'wp-element'],
		['@wordpress/api-fetch', 'wp.apiFetch', 'wp-api-fetch'],
	])('%s is %s, enqueued as %s', (id, global, handle) => {
		expect(wordpressExternal(id)).toEqual({ global, handle });
	});

	it.each(['./index', '@wordpress/components/build/button', 'react-is', '@other/element'])('%s is bundled', (id) => {
		expect(wordpressExternal(id)).toBeNull();
	});
});

describe('assetFile', () => {
	it('lists each handle once, in order, with a version of the content', () => {
		const file = assetFile(['@wordpress/i18n', 'react/jsx-runtime', '@wordpress/i18n'], 'code');
		expect(file).toMatch(
			/^<\?php return array\( 'dependencies' => array\( 'react-jsx-runtime', 'wp-i18n' \), 'version' => '[0-9a-f]{20}' \);\n$/,
		);
		expect(assetFile([], 'other')).not.toContain(/'[0-9a-f]{20}'/.exec(assetFile([], 'code'))?.[0] ?? '-');
	});
});
