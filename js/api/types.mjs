/**
 * node api/types.mjs write|check|bundle   the types of the public surface, src/index.ts
 *
 * Each bundles them into one file, which the plugin ships as build/types/wkpbic.d.ts, and judges that file by the type tests.
 * `write` prints the surface to api/wkpbic.api.md, which is committed; `check` fails when the committed one says anything else,
 * so that whoever changes the surface shows it to the reviewer.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const MODES = ['write', 'check', 'bundle'];

/** How scripts meet the surface: there is no module to import at run time. */
const GLOBAL = `
declare global {
    interface Window {
        /** There on the wizard's page, for scripts that depend on the handle \`wkpbic-wizard\`. */
        readonly wkpbic: typeof import('./wkpbic');
    }
}
`;

const root = resolve(import.meta.dirname, '..');
const declarations = resolve(root, 'build/declarations');

function fail(sentence) {
	rmSync(declarations, { recursive: true, force: true });
	console.error(sentence);
	process.exit(1);
}

function compile(project) {
	const { status } = spawnSync(process.execPath, [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', resolve(root, project)], { stdio: 'inherit' });
	if (status !== 0) {
		fail(`tsc does not accept js/${project}.`);
	}
}

const [, , mode = ''] = process.argv;
if (!MODES.includes(mode)) {
	fail(`Say one of ${MODES.join(', ')}.`);
}

rmSync(declarations, { recursive: true, force: true });
mkdirSync(resolve(declarations, 'generated'), { recursive: true });
compile('tsconfig.types.json');
// The compiler leaves out what is a declaration already.
for (const file of ['core.d.ts', 'kit.d.ts']) {
	copyFileSync(resolve(root, 'src/generated', file), resolve(declarations, 'generated', file));
}

const config = ExtractorConfig.loadFileAndPrepare(resolve(root, 'api/api-extractor.json'));
const { errorCount, apiReportChanged } = Extractor.invoke(config, {
	localBuild: mode === 'write',
	messageCallback: (message) => {
		// What has changed is said below, with what to do about it.
		message.handled = message.messageId.startsWith('console-');
	},
});
if (errorCount > 0) {
	fail('The types cannot be bundled.');
}
appendFileSync(config.untrimmedFilePath, GLOBAL);
compile('tsconfig.shipped-types.json');
rmSync(declarations, { recursive: true, force: true });

if (mode === 'check' && apiReportChanged) {
	fail('js/api/wkpbic.api.md is stale. Run `npm run types --prefix js`, and say in CHANGELOG.md what changes for other plugins.');
}
