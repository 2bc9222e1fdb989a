// node tests/run-php-unit.mjs FOLDER 8.1 REPORT   the unit suite on that PHP version, by the system's PHPUnit; REPORT gets its JUnit.
// FOLDER holds the PHP builds that tests/wordpress/get-npm.sh php-wasm fetched; WP_DOCROOT names a WordPress.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, version, report] = process.argv.slice(2);
const root = dirname(import.meta.dirname);
const { resolve } = createRequire(join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(resolve(name)));
const { PHP, loadPHPRuntime } = await load('@php-wasm/universal');
const build = await (await load(`@php-wasm/node-${version.replace('.', '-')}`)).getPHPLoaderModule();

const php = new PHP(await loadPHPRuntime(build, {}));
// PHPUnit asks stty how wide the terminal is; no test of this suite starts a process
php.setSpawnHandler(() => spawn('false'));
// folders of this machine, under the same names inside
for (const path of [root, dirname(report), process.env.WP_DOCROOT, '/usr/share/php', '/usr/bin']) {
	php.mkdir(path);
	await php.mount(path, (_, FS, point) => {
		FS.mount(FS.filesystems.NODEFS, { root: path }, point);
		return () => FS.unmount(point);
	});
}
const settings = ['error_reporting=-1', 'memory_limit=1G', 'include_path=/usr/share/php', `auto_prepend_file=${join(root, 'tests/php/Support/before-phpunit.php')}`];
const phpunit = ['/usr/bin/phpunit', '-c', join(root, 'tests/php/phpunit.xml'), '--testsuite', 'unit', '--colors=never', '--log-junit', report];
const environment = { WP_SODIUM_COMPAT: join(process.env.WP_DOCROOT, 'wp-includes/sodium_compat') };
const answer = await php.cli(['php', ...settings.flatMap((setting) => ['-d', setting]), ...phpunit], { env: environment });
const output = await answer.stdoutText;
process.stdout.write(output);
process.stderr.write(await answer.stderrText);
if (!output.startsWith(`PHP ${version}.`)) throw new Error(`PHP ${version} was asked for and did not answer`);
process.exit(await answer.exitCode);
