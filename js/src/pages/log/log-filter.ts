/** Which entries are wanted: in the address, so that a view can be kept, shared and reached by back and forward. */
import { LOG_PAGE_SLUG } from '../../generated/contract';

export const FILTER_NAMES = ['kind', 'event', 'code', 'from', 'to'] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

/** Empty means any. Days are `YYYY-MM-DD`. */
export type LogFilter = Readonly<Record<FilterName, string>> & { readonly page: number };

export const EVERYTHING: LogFilter = { kind: '', event: '', code: '', from: '', to: '', page: 1 };

/** In wp-admin `page` names the page itself, so the number goes by another name. */
const PAGE = 'paged';

export function filterOf(search: string): LogFilter {
	const query = new URLSearchParams(search);
	const page = Number(query.get(PAGE));
	return {
		kind: query.get('kind') ?? '',
		event: query.get('event') ?? '',
		code: query.get('code') ?? '',
		from: query.get('from') ?? '',
		to: query.get('to') ?? '',
		page: Number.isInteger(page) && page > 0 ? page : 1,
	};
}

/** The address of the page with this filter, relative to wp-admin. */
export function addressOf(filter: LogFilter): string {
	const query = new URLSearchParams({ page: LOG_PAGE_SLUG });
	for (const name of FILTER_NAMES) {
		if (filter[name] !== '') {
			query.set(name, filter[name]);
		}
	}
	if (filter.page > 1) {
		query.set(PAGE, String(filter.page));
	}
	return `admin.php?${query.toString()}`;
}

/** The query of `GET log`. */
export function queryOf(filter: LogFilter, withPage: boolean): string {
	const query = new URLSearchParams();
	for (const name of FILTER_NAMES) {
		if (filter[name] !== '') {
			query.set(name, filter[name]);
		}
	}
	if (withPage && filter.page > 1) {
		query.set('page', String(filter.page));
	}
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
}

export function isFiltered(filter: LogFilter): boolean {
	return FILTER_NAMES.some((name) => filter[name] !== '');
}
