/** What translators get, and what must come back from them. */
import { describe, expect, it } from 'vitest';
import { entriesOf, merge } from '../../i18n/extract.mjs';
import { problemsOf } from '../../i18n/placeholders.mjs';
import { pseudo } from '../../i18n/pseudo.mjs';

const found = (source: string) => entriesOf(source, 'page.tsx').map(({ context, id, plural, notes }) => [context, id, plural, [...notes]]);

describe('sentences of the sources', () => {
	it.each([
		["__('Save', 'wkpbic')", [['', 'Save', null, []]]],
		["_x('Save', 'verb', 'wkpbic')", [['verb', 'Save', null, []]]],
		["_n('%d day', '%d days', 3, 'wkpbic')", [['', '%d day', '%d days', []]]],
		["_nx('%d day', '%d days', 3, 'left', 'wkpbic')", [['left', '%d day', '%d days', []]]],
		["<p title={__('Hint', 'wkpbic')}>{__('Text', 'wkpbic')}</p>", [['', 'Hint', null, []], ['', 'Text', null, []]]],
		["sprintf(\n/* translators: %s: a name. */\n__('Hello %s', 'wkpbic'), name)", [['', 'Hello %s', null, ['translators: %s: a name.']]]],
		["// translators: a verb\nconst save = __('Save', 'wkpbic');", [['', 'Save', null, ['translators: a verb']]]],
		["translate('Save', 'wkpbic')", []],
	])('%s', (source, expected) => {
		expect(found(source)).toEqual(expected);
	});

	it.each(['__(name, "wkpbic")', '__(`Hello ${name}`, "wkpbic")', '__("a" + "b", "wkpbic")'])('%s is refused: nobody could translate it', (source) => {
		expect(() => found(source)).toThrow('page.tsx:1: argument 1 of __() is no literal text');
	});

	it.each(['__("Save")', '__("Save", "default")'])('%s is refused: it belongs to no domain of ours', (source) => {
		expect(() => found(source)).toThrow();
	});

	it('are there once, with every note and file, in one order', () => {
		const merged = merge([
			...entriesOf("__('Save', 'wkpbic')", 'b.ts'),
			...entriesOf("/* translators: a verb */ __('Save', 'wkpbic')", 'a.ts'),
			...entriesOf("__('Back', 'wkpbic')", 'a.ts'),
		]);
		expect(merged.map(({ id, notes, files }) => [id, [...notes], [...files].sort()])).toEqual([
			['Back', [], ['a.ts']],
			['Save', ['translators: a verb'], ['a.ts', 'b.ts']],
		]);
	});
});

describe('placeholders of a translation', () => {
	it.each([
		['{value} is an example.', null, ['{value} ist ein Beispiel.'], 0],
		['{value} is an example.', null, ['{wert} ist ein Beispiel.'], 1],
		['%1$s of %2$s', null, ['%2$s, davon %1$s'], 0],
		['%1$s of %2$s', null, ['%1$s'], 1],
		['%d day', '%d days', ['ein Tag', '%d Tage'], 1],
		['<link>Open</link> it', null, ['<link>Öffnen</link>'], 0],
		['<link>Open</link> it', null, ['Öffnen'], 1],
	])('%s / %s as %j: %d wrong', (id, plural, forms, wrong) => {
		expect(problemsOf(id, plural, forms)).toHaveLength(wrong);
	});
});

describe('the pseudo language', () => {
	it('keeps placeholders, changes letters and is 40 % longer', () => {
		const text = pseudo('Copy {value} to <b>%1$s</b>, please');
		expect(text).toMatch(/^\[Çöpý \{value\} tö <b>%1\$s<\/b>, pléášé ẋ+\]$/u);
		expect([...text].length).toBeGreaterThanOrEqual(35 * 1.4);
	});
});
