/** The page that teaches is read as a person reads it: what it forgets, nobody has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, filled, followed, partsOf, withoutMarkers } from './tutorial.mjs';

const FILE = "<?php\nfirst();\n\n// docs: second\n// why\nsecond();\n\n// docs: third\n\nthird();\n";
const PAGE = [
	'Make a file `a.php`:', '', '<!-- snippet: a.php#start -->', '```php', 'stale', '```', '',
	'To `a.php`, add:', '', '<!-- snippet: a.php#second -->', '```php', '```', '',
	'and to `a.php`', '', '<!-- snippet: a.php#third -->', '```php', 'x', '```', '',
].join('\n');

test('a file falls into parts at its markers, and nothing is lost', () => {
	assert.deepEqual([...partsOf(FILE)], [['start', '<?php\nfirst();'], ['second', '// why\nsecond();'], ['third', 'third();']]);
	assert.equal(withoutMarkers(FILE), '<?php\nfirst();\n\n// why\nsecond();\n\nthird();\n');
	assert.throws(() => partsOf('// docs: a\n// docs: a\n'), /two parts “a”/);
});

test('blocks are filled from the file, and who follows them has the file', () => {
	const page = filled(PAGE, () => FILE);
	assert.deepEqual(blocksOf(page).map(({ code }) => code), ['<?php\nfirst();', '// why\nsecond();', 'third();']);
	assert.equal(filled(page, () => FILE), page);
	assert.equal(followed(page).get('a.php'), withoutMarkers(FILE));
});

test('code with a dollar sign or a template stays as it is', () => {
	assert.match(filled(PAGE, () => FILE.replace('first', () => '$&$1`${x}`')), /\$&\$1`\$\{x\}`\(\)/);
});

test('a part that is gone, a comment without a block and a block without a file name are told', () => {
	assert.throws(() => filled(PAGE, () => 'no parts'), /has no part “second”/);
	assert.throws(() => blocksOf('<!-- snippet: a.php -->\n\n```php\n```\n'), /no code block right below/);
	assert.throws(() => followed(PAGE.replace('To `a.php`', 'There')), /does not name `a.php`/);
});
