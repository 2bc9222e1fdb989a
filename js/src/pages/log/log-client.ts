/** The calls of the log page. They reject with a RestFailure and with nothing else. */
import { toRestFailure, unreadableAnswer } from '../../rest/failure';
import { UnreadableError } from '../../reading';
import { readLogPage, type LogPageOf } from './log-entry';
import { queryOf, type LogFilter } from './log-filter';

export interface LogClient {
	readonly page: (filter: LogFilter) => Promise<LogPageOf>;
	/** Everything that the filter lets through, as one JSON document. */
	readonly document: (filter: LogFilter) => Promise<string>;
}

/** The part of `@wordpress/api-fetch` that is used here. */
export type Fetch = (request: { readonly path: string; readonly method: 'GET'; readonly parse?: false }) => Promise<unknown>;

export function createLogClient(fetch: Fetch, namespace: string): LogClient {
	const get = async <T>(route: string, read: (answer: unknown) => T | Promise<T>, parse?: false): Promise<T> => {
		let answer: unknown;
		try {
			answer = await fetch({ path: `/${namespace}/${route}`, method: 'GET', ...(parse === false && { parse }) });
		} catch (failure) {
			throw toRestFailure(failure instanceof Response ? await failure.json().catch(() => null) : failure);
		}
		try {
			return await read(answer);
		} catch (failure) {
			throw failure instanceof UnreadableError ? unreadableAnswer(failure) : toRestFailure(failure);
		}
	};
	return {
		page: (filter) => get(`log${queryOf(filter, true)}`, (answer) => readLogPage(answer, 'log')),
		document: (filter) => get(`log/export${queryOf(filter, false)}`, (answer) => (answer as Response).text(), false),
	};
}
