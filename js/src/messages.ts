/**
 * Sentences for codes. The texts come from PHP, translated; here they only get their values filled in.
 */

export type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the sentence for a code. `fallback` is shown when this build does not know the code. */
export type MessageText = (code: string, params?: MessageParams, fallback?: string) => string;

/** Replaces each `{name}` that has a value; a placeholder without one stays visible, so that the gap is noticed. */
export function fillPlaceholders(template: string, params: MessageParams): string {
	return template.replace(/\{([a-z_]+)\}/g, (placeholder, name: string) =>
		Object.hasOwn(params, name) ? String(params[name]) : placeholder,
	);
}

export function createMessageText(messages: Readonly<Record<string, string>>): MessageText {
	return (code, params = {}, fallback = code) => {
		const template = Object.hasOwn(messages, code) ? messages[code] : undefined;
		return template === undefined ? fallback : fillPlaceholders(template, params);
	};
}
