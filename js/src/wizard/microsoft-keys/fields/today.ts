/** Days as the person's own calendar has them, `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
	return inDays(0, now);
}

/** The day that comes so many days after today. */
export function inDays(days: number, now: Date = new Date()): string {
	// Noon, so that no change to or from summer time can make it another day.
	const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
	return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
