/**
 * node snippets.mjs           brings the code in docs/extending.md up to the example that it is taken from (`make docs`)
 * node snippets.mjs check     fails where it is stale, or where somebody who follows the page would not get the example
 * node snippets.mjs follow FOLDER   follows the page in an empty folder
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filled, followed, read, shipped, withoutMarkers, write } from './tutorial.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = 'docs/extending.md';
const EXAMPLE = 'docs/examples/extra-step';

function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

const page = read(join(ROOT, PAGE));
const fresh = filled(page, (file) => read(join(ROOT, EXAMPLE, file)));
const [command, folder] = process.argv.slice(2);

if (command === undefined) {
	if (fresh !== page) {
		writeFileSync(join(ROOT, PAGE), fresh);
		console.log(`wrote ${PAGE}`);
	}
} else if (command === 'check') {
	if (fresh !== page) {
		stop(`${PAGE} shows code that ${EXAMPLE} no longer has: run \`make docs\`.`);
	}
	const files = followed(page);
	const expected = shipped(join(ROOT, EXAMPLE));
	if (expected.join() !== [...files.keys()].filter((file) => !file.startsWith('tests/')).sort().join()) {
		stop(`${EXAMPLE} holds ${expected.join(', ')}; who follows ${PAGE} gets ${[...files.keys()].join(', ')}.`);
	}
	for (const file of expected) {
		if (files.get(file) !== withoutMarkers(read(join(ROOT, EXAMPLE, file)))) {
			stop(`Who follows ${PAGE} gets another ${file} than ${EXAMPLE} has: a part is missing, or not in the order of the file.`);
		}
	}
	console.log(`${PAGE}: ${files.size} files, as in ${EXAMPLE}`);
} else if (command === 'follow' && folder !== undefined) {
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		stop(`${folder} is not empty.`);
	}
	const files = followed(page);
	write(files, folder);
	console.log([...files.keys()].map((file) => join(folder, file)).join("\n"));
} else {
	stop('node snippets.mjs [check | follow FOLDER]');
}
