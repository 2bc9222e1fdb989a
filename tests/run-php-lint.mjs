// node tests/run-php-lint.mjs FOLDER 8.1 FILE...   `php -l` of that PHP version on every file, all in this one process.
// FOLDER holds the PHP builds that tests/wordpress/get-npm.sh php-wasm fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, version, ...files] = process.argv.slice(2);
if (files.length === 0) throw new Error('no file to check');

const { resolve } = createRequire(join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(resolve(name)));
const { PHP, loadPHPRuntime } = await load('@php-wasm/universal');
const build = await (await load(`@php-wasm/node-${version.replace('.', '-')}`)).getPHPLoaderModule();

// The command line ends its interpreter, so every call gets a fresh one (an eighth of a second).
async function run(command, paths = []) {
	const php = new PHP(await loadPHPRuntime(build, {}));
	php.mkdir('/checked');
	paths.forEach((path, index) => php.writeFile(`/checked/${index}.php`, readFileSync(path)));
	const answer = await php.cli(['php', ...command, ...paths.map((_, index) => `/checked/${index}.php`)]);
	const output = (await answer.stdoutText).replace(/\/checked\/(\d+)\.php/g, (_, index) => paths[index]);
	return { status: await answer.exitCode, output };
}

const said = (await run(['-r', 'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;'])).output.trim();
if (said !== version) throw new Error(`PHP ${version} was asked for, this build says it is ${said}`);

// From PHP 8.3 on, -l takes any number of files; before, it silently checks the first alone.
const many = Number(version.split('.')[1]) >= 3;
const calls = many ? [files] : files.map((file) => [file]);
let sound = 0;
for (const call of calls) {
	const { status, output } = await run(['-l'], call);
	const passed = output.match(/^No syntax errors detected in /gm)?.length ?? 0;
	sound += passed;
	if (status !== 0 || passed !== call.length) console.log(`PHP ${version}, status ${status}: ${output.trim()}`);
}
console.log(`PHP ${version}: ${sound} of ${files.length} files are sound`);
process.exit(sound === files.length ? 0 : 1);
