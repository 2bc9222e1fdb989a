/**
 * The sentences that a person may see, out of the sources: TypeScript through its own compiler, PHP through GNU xgettext.
 *
 * @typedef {{context: string, id: string, plural: string | null, notes: Set<string>, files: Set<string>}} Entry
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { po } from 'gettext-parser';
import ts from 'typescript';

export const DOMAIN = 'wkpbic';

/** Arguments of each function of `@wordpress/i18n`, by place. */
const FUNCTIONS = {
	__: { id: 0, domain: 1 },
	_x: { id: 0, context: 1, domain: 2 },
	_n: { id: 0, plural: 1, domain: 3 },
	_nx: { id: 0, plural: 1, context: 3, domain: 4 },
};

const PHP_KEYWORDS = [
	'__:1', '_e:1', '_x:1,2c', '_ex:1,2c', '_n:1,2', '_nx:1,2,4c', '_n_noop:1,2', 'esc_html__:1', 'esc_html_e:1', 'esc_html_x:1,2c', 'esc_attr__:1', 'esc_attr_e:1', 'esc_attr_x:1,2c',
];

/** @returns {string[]} Files below a folder whose name ends so, in one order on every machine. */
function filesBelow(folder, ending) {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && ending.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** @returns {Entry[]} What the TypeScript below `src` says. */
export function extractTypeScript(root) {
	return filesBelow(join(root, 'js/src'), /\.tsx?$/).flatMap((path) => entriesOf(readFileSync(path, 'utf8'), relative(root, path)));
}

/**
 * @param {string} source TypeScript or TSX.
 * @param {string} file Its name, for the references.
 * @returns {Entry[]}
 * @throws {Error} Where a sentence is not a literal, or belongs to another domain: it could not be translated.
 */
export function entriesOf(source, file) {
	const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
	const entries = [];
	const visit = (node) => {
		if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && Object.hasOwn(FUNCTIONS, node.expression.text)) {
			entries.push(entryOf(node, tree, file));
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return entries;
}

function entryOf(call, tree, file) {
	const places = FUNCTIONS[call.expression.text];
	const text = (name) => {
		if (!(name in places)) {
			return null;
		}
		const argument = call.arguments[places[name]];
		if (!argument || !ts.isStringLiteralLike(argument)) {
			const { line } = tree.getLineAndCharacterOfPosition(call.getStart());
			throw new Error(`${file}:${line + 1}: argument ${places[name] + 1} of ${call.expression.text}() is no literal text`);
		}
		return argument.text;
	};
	if (text('domain') !== DOMAIN) {
		throw new Error(`${file}: "${text('id')}" belongs to another text domain`);
	}
	return {
		context: text('context') ?? '',
		id: text('id'),
		plural: text('plural'),
		notes: new Set(notesAbove(call, tree)),
		files: new Set([file]),
	};
}

/** Comments for translators stand right above the call, or above the statement or argument that holds it. */
function notesAbove(call, tree) {
	const source = tree.text;
	for (let node = call; node && !ts.isBlock(node) && !ts.isSourceFile(node); node = node.parent) {
		const comments = ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [];
		const notes = comments
			.map(({ pos, end }) => source.slice(pos, end).replace(/^\/[/*]+|\*+\/$/g, '').replace(/\s*\n\s*\*?\s*/g, ' ').trim())
			.filter((comment) => comment.startsWith('translators:'));
		if (notes.length > 0) {
			return notes;
		}
	}
	return [];
}

/** @returns {Entry[]} What the PHP of the plugin says. */
export function extractPhp(root) {
	const folder = join(root, 'php-plugin');
	const files = filesBelow(folder, /\.php$/).map((path) => relative(folder, path)).filter((path) => !path.startsWith('build/'));
	const output = execFileSync(
		'xgettext',
		['--language=PHP', '--from-code=UTF-8', '--add-comments=translators', '--add-location=file', '--output=-', '--keyword', ...PHP_KEYWORDS.map((word) => `--keyword=${word}`), ...files],
		{ cwd: folder, maxBuffer: 1 << 26 },
	);
	return Object.values(po.parse(output).translations)
		.flatMap((entries) => Object.values(entries))
		.filter((entry) => entry.msgid !== '')
		.map((entry) => ({
			context: entry.msgctxt ?? '',
			id: entry.msgid,
			plural: entry.msgid_plural ?? null,
			notes: new Set(entry.comments?.extracted?.split(/\n(?=translators:)/).map((note) => note.replaceAll('\n', ' ')) ?? []),
			files: new Set((entry.comments?.reference ?? '').split('\n').map((file) => `php-plugin/${file}`)),
		}));
}

/** @returns {Entry[]} What WordPress shows of the plugin in its list, from the header of the main file. */
export function extractHeader(root) {
	const header = readFileSync(join(root, 'php-plugin/wkpbic.php'), 'utf8');
	return ['Plugin Name', 'Description', 'Author'].map((name) => {
		const [, id] = new RegExp(`^ \\* ${name}:\\s+(.+)$`, 'm').exec(header) ?? [];
		if (!id) {
			throw new Error(`php-plugin/wkpbic.php has no ${name}`);
		}
		return { context: '', id, plural: null, notes: new Set([`translators: ${name} of the plugin.`]), files: new Set(['php-plugin/wkpbic.php']) };
	});
}

/**
 * One entry a sentence, in the order of the alphabet, so that moving code changes nothing.
 *
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
export function merge(entries) {
	const merged = new Map();
	for (const entry of entries) {
		const key = `${entry.context}\u0004${entry.id}`;
		const known = merged.get(key);
		if (!known) {
			merged.set(key, { ...entry, notes: new Set(entry.notes), files: new Set(entry.files) });
			continue;
		}
		known.plural ??= entry.plural;
		entry.notes.forEach((note) => known.notes.add(note));
		entry.files.forEach((file) => known.files.add(file));
	}
	return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
