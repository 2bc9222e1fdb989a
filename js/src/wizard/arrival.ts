/**
 * The query with which the page was opened, as the server saw it.
 *
 * Not `location.search`: WordPress tidies the address bar of admin pages before any script of ours runs and takes
 * parameters such as `error` away. A refused consent would look like a granted one.
 */
export function arrivalQuery(): string {
	const [navigation] = performance.getEntriesByType('navigation');
	const address = navigation?.name ?? '';
	return URL.canParse(address) ? new URL(address).search : window.location.search;
}
