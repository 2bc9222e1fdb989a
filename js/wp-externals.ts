/**
 * WordPress enqueues React and its own packages; nothing of them belongs in our bundle. This plugin points such imports
 * at the globals that WordPress sets, and writes beside the bundle the `.asset.php` file that names the script handles
 * to enqueue first, with a version that changes with the content.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

interface External {
	readonly global: string;
	readonly handle: string;
}

const REACT: Readonly<Record<string, External>> = {
	react: { global: 'React', handle: 'react' },
	'react-dom': { global: 'ReactDOM', handle: 'react-dom' },
	'react/jsx-runtime': { global: 'ReactJSXRuntime', handle: 'react-jsx-runtime' },
};

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The global and handle that stand for an import, or null when the import belongs in the bundle. */
export function wordpressExternal(id: string): External | null {
	const react = REACT[id];
	if (react) {
		return react;
	}
	const name = /^@wordpress\/([a-z0-9-]+)$/.exec(id)?.[1];
	return name === undefined ? null : { global: `wp.${camelCase(name)}`, handle: `wp-${name}` };
}

/** The text of an `.asset.php` file. */
export function assetFile(imports: readonly string[], code: string): string {
	const handles = imports.flatMap((id) => wordpressExternal(id)?.handle ?? []);
	const list = [...new Set(handles)].sort().map((handle) => `'${handle}'`);
	const version = createHash('sha256').update(code).digest('hex').slice(0, 20);
	return `<?php return array( 'dependencies' => array( ${list.join(', ')} ), 'version' => '${version}' );\n`;
}

export default function wpExternals(): Plugin {
	return {
		name: 'wkpbic-wp-externals',
		enforce: 'pre',
		config: () => ({
			build: {
				rolldownOptions: {
					external: (id: string) => wordpressExternal(id) !== null,
					output: { format: 'iife', globals: (id: string) => wordpressExternal(id)?.global ?? id },
				},
			},
		}),
		generateBundle(_options, bundle) {
			const styles = Object.values(bundle)
				.flatMap((item) => (item.type === 'asset' && item.fileName.endsWith('.css') ? [String(item.source)] : []))
				.join('');
			for (const item of Object.values(bundle)) {
				if (item.type === 'chunk' && item.isEntry) {
					this.emitFile({
						type: 'asset',
						fileName: item.fileName.replace(/\.js$/, '.asset.php'),
						source: assetFile(item.imports, item.code + styles),
					});
				}
			}
		},
	};
}
