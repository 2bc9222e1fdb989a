/** A sentence that reads like its original but looks foreign and is 40 % longer: cut text and forgotten sentences show. */
const ACCENTS = new Map([...'aAeEiIoOuUcCnNsSyYzZ'].map((letter, index) => [letter, [...'áÁéÉîÎöÖûÛçÇñÑšŠýÝžŽ'][index]]));
const KEPT = /(\{[a-z][a-z0-9_]*\}|%(?:\d+\$)?[sd]|<\/?[a-z][a-z0-9]*\s*\/?>)/i;

/**
 * @param {string} text
 * @returns {string}
 */
export function pseudo(text) {
	const accented = text
		.split(KEPT)
		.map((part, index) => (index % 2 === 1 ? part : [...part].map((letter) => ACCENTS.get(letter) ?? letter).join('')))
		.join('');
	const more = Math.ceil([...text].length * 0.4);
	return `[${accented} ${'ẋ'.repeat(Math.max(1, more - 3))}]`;
}
