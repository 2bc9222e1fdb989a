/** Sentences that read like their originals but look foreign and are 40 % longer: cut text and forgotten sentences show. */
const KEPT = /(\{[a-z][a-z0-9_]*\}|%(?:\d+\$)?[sd]|<\/?[a-z][a-z0-9]*\s*\/?>)/i;

/** Of the letters that are added; German has words as long as this. */
const LONGEST_WORD = 14;

const ACCENTS = new Map([...'aAeEiIoOuUcCnNsSyYzZ'].map((letter, index) => [letter, [...'áÁéÉîÎöÖûÛçÇñÑšŠýÝžŽ'][index]]));
const ARABIC = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...'ابسدعفغهيجكلمنوبقرشتثخحطيز'][index]]));

const accented = (letter) => ACCENTS.get(letter) ?? letter;
const arabic = (letter) => ARABIC.get(letter.toLowerCase()) ?? letter;

const letterByLetter = (text, change) =>
	text
		.split(KEPT)
		.map((part, index) => (index % 2 === 1 ? part : [...part].map(change).join('')))
		.join('');

/**
 * @param {string} text
 * @returns {string} In brackets, so that a sentence made of pieces shows too.
 */
export function pseudo(text) {
	const more = Math.max(1, Math.ceil([...text].length * 0.4) - 3);
	const words = Array.from({ length: Math.ceil(more / LONGEST_WORD) }, (_, index) => 'ẋ'.repeat(Math.min(LONGEST_WORD, more - index * LONGEST_WORD)));
	return `[${letterByLetter(text, accented)} ${words.join(' ')}]`;
}

/**
 * @param {string} text
 * @returns {string} In Arabic letters that mean nothing, for looking at a page that runs from right to left.
 */
export function pseudoArabic(text) {
	return letterByLetter(text, arabic);
}

/** How a locale of this kind writes, and in which direction. */
export const PSEUDO_LOCALES = {
	en_XA: { write: pseudo, direction: 'ltr' },
	ar: { write: pseudoArabic, direction: 'rtl' },
};
