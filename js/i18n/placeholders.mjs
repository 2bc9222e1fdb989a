/** What must not change in a translation: `{name}`, `%1$s`, `%d` and tags such as `<link>`. */
const PLACEHOLDER = /\{[a-z][a-z0-9_]*\}|%(?:\d+\$)?[sd]|<\/?[a-z][a-z0-9]*\s*\/?>/gi;

const placeholders = (text) => (text.match(PLACEHOLDER) ?? []).sort();

/**
 * @param {string} id
 * @param {string | null} plural
 * @param {string[]} forms The translation, one text a plural form.
 * @returns {string[]} What is wrong; empty when all is well.
 */
export function problemsOf(id, plural, forms) {
	const allowed = [id, plural ?? id].map((text) => placeholders(text).join(' '));
	return forms
		.filter((form) => !allowed.includes(placeholders(form).join(' ')))
		.map((form) => `placeholders differ (${allowed[0] || 'none'} against ${placeholders(form).join(' ') || 'none'})`);
}
