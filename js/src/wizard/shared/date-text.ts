/** Dates in words, in the language of the admin page. Times are Unix seconds. */

const language = (): string | undefined => document.documentElement.lang || undefined;

export function dateText(seconds: number): string {
	return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(seconds * 1000);
}

export function dateTimeText(seconds: number): string {
	return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(seconds * 1000);
}

/** The same in few characters, for tables. */
export function shortDateTimeText(seconds: number): string {
	return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(seconds * 1000);
}

/** A day written as `YYYY-MM-DD`, in words; as it stands when it is no day. */
export function dayText(day: string): string {
	const time = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(time)
		? day
		: new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
