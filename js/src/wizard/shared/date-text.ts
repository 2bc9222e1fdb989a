/** Dates in words, in the language of the admin page. Times are Unix seconds. */

const language = (): string | undefined => document.documentElement.lang || undefined;

export function dateText(seconds: number): string {
	return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(seconds * 1000);
}

export function dateTimeText(seconds: number): string {
	return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(seconds * 1000);
}
