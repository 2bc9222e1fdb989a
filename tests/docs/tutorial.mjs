/**
 * A page that teaches by building something. Each of its code blocks stands below a comment that names where the code comes from,
 *
 *     <!-- snippet: extra-step.php#fields -->
 *
 * and the part of a file is what follows its line `// docs: fields`, up to the next such line. `#start` is what stands before
 * the first one; a file without parts is shown whole, by its name alone.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';

const MARKER = /^\s*\/\/ docs: ([a-z][a-z-]*)$/;
const BLOCK = /^<!-- snippet: ([\w./-]+?)(?:#([a-z][a-z-]*))? -->\n```(\w*)\n([\s\S]*?)^```$/gm;
const MENTION = /^<!-- snippet:/gm;

/**
 * The parts of a file, in order.
 *
 * @param {string} text
 * @returns {Map<string, string>} each without blank lines at its ends
 */
export function partsOf(text) {
	const parts = new Map([['start', []]]);
	let part = 'start';
	for (const line of text.split('\n')) {
		const marker = MARKER.exec(line);
		if (!marker) {
			parts.get(part).push(line);
			continue;
		}
		part = marker[1];
		if (parts.has(part)) {
			throw new Error(`there are two parts “${part}”`);
		}
		parts.set(part, []);
	}
	return new Map([...parts].map(([name, lines]) => [name, lines.join('\n').replace(/^\n+|\s+$/g, '')]));
}

/**
 * The code blocks of a page.
 *
 * @param {string} page
 * @returns {{file: string, part: string, language: string, code: string, before: string}[]} `before`: the text since the block above
 */
export function blocksOf(page) {
	const blocks = [];
	let end = 0;
	for (const match of page.matchAll(BLOCK)) {
		const [whole, file, part = 'start', language, code] = match;
		blocks.push({ file, part, language, code: code.replace(/\n$/, ''), before: page.slice(end, match.index) });
		end = match.index + whole.length;
	}
	if (blocks.length !== (page.match(MENTION) ?? []).length) {
		throw new Error('a comment “snippet” has no code block right below it');
	}
	return blocks;
}

/**
 * The page with every block as the file has it now.
 *
 * @param {string} page
 * @param {(file: string) => string} read
 */
export function filled(page, read) {
	return page.replace(BLOCK, (_, file, part, language) => {
		const code = partsOf(read(file)).get(part ?? 'start');
		if (!code) {
			throw new Error(`${file} has no part “${part ?? 'start'}”`);
		}
		return `<!-- snippet: ${file}${part ? `#${part}` : ''} -->\n\`\`\`${language}\n${code}\n\`\`\``;
	});
}

/**
 * Does what the page says, in the order in which it says it: each block is put at the end of its file.
 *
 * @param {string} page
 * @returns {Map<string, string>} the files
 */
export function followed(page) {
	const files = new Map();
	for (const { file, code, before } of blocksOf(page)) {
		if (!before.includes(`\`${file}\``)) {
			throw new Error(`the text above a block of ${file} does not name \`${file}\`, so nobody would know where it belongs`);
		}
		const above = files.get(file);
		files.set(file, above === undefined ? `${code}\n` : `${above}\n${code}\n`);
	}
	return files;
}

/** The files in a folder, which should be empty. */
export function write(files, folder) {
	for (const [file, text] of files) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

/** What the example is without its markers: what somebody has who has followed the page. */
export function withoutMarkers(text) {
	return `${[...partsOf(text).values()].filter((part) => part !== '').join('\n\n')}\n`;
}

/** @returns {string[]} the files below a folder that a reader has to write: what WordPress runs */
export function shipped(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.filter((file) => !file.startsWith('tests/') && ['.php', '.js'].includes(extname(file)))
		.sort();
}

export const read = (path) => readFileSync(path, 'utf8');
