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

// The command line ends its interpreter, so every file gets a fresh one (an eighth of a second).
async function run(...command) {
	const php = new PHP(await loadPHPRuntime(build, {}));
	const file = command.pop();
	if (file) php.writeFile('/checked.php', readFileSync(file));
	const answer = await php.cli(['php', ...command, ...(file ? ['/checked.php'] : [])]);
	return { status: await answer.exitCode, output: await answer.stdoutText };
}

const said = (await run('-r', 'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;', undefined)).output.trim();
if (said !== version) throw new Error(`PHP ${version} was asked for, this build says it is ${said}`);

let faults = 0;
for (const file of files) {
	const { status, output } = await run('-l', file);
	if (status === 0 && output.includes('No syntax errors detected')) continue;
	faults += 1;
	console.log(`${file}: PHP ${version}: ${output.trim().replaceAll('/checked.php', file) || `ended with status ${status}`}`);
}
console.log(`PHP ${version}: ${files.length} files, ${faults} with faults`);
process.exit(faults === 0 ? 0 : 1);
