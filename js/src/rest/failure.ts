/** What went wrong with a call to the site's own REST API, in one shape. */
import type { MessageParams } from '../messages';
import type { UnreadableError } from '../reading';

export class RestFailure extends Error {
	constructor(
		/** Ours, WordPress's (`rest_…`) or `site_unreachable` / `site_answer_unreadable`. */
		readonly code: string,
		/** The server's sentence; empty when there was no server to ask. */
		readonly sentence: string,
		/** The field it is about, if any. */
		readonly field: string | null = null,
		readonly params: MessageParams = {},
		/** HTTP status, null when no answer came. */
		readonly status: number | null = null,
	) {
		super(sentence === '' ? code : sentence);
		this.name = 'RestFailure';
	}
}

/** api-fetch's own codes for "no answer" and "an answer that is not JSON". */
const WITHOUT_ANSWER = new Set(['fetch_error', 'offline_error']);
const NOT_JSON = new Set(['invalid_json', 'unknown_error']);

export function toRestFailure(failure: unknown): RestFailure {
	const { code, message, data } = object(failure);
	if (typeof code !== 'string' || WITHOUT_ANSWER.has(code)) {
		return new RestFailure('site_unreachable', '');
	}
	if (NOT_JSON.has(code)) {
		return new RestFailure('site_answer_unreadable', '');
	}
	const { field, params, status } = object(data);
	return new RestFailure(
		code,
		typeof message === 'string' ? message : '',
		typeof field === 'string' ? field : null,
		readParams(params),
		typeof status === 'number' ? status : null,
	);
}

export function unreadableAnswer(reason: UnreadableError): RestFailure {
	return new RestFailure('site_answer_unreadable', '', null, { path: reason.path });
}

function object(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function readParams(value: unknown): MessageParams {
	const entries = Object.entries(object(value));
	return Object.fromEntries(
		entries.filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
	);
}
