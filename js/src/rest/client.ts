/**
 * The only file that knows REST paths. WordPress's api-fetch adds the site's address and the nonce, and renews the
 * nonce when it has expired.
 */
import type { ScorecardItem, StoredFieldId } from '../core/door';
import { readPreflight, readSetup, readTest } from '../read-setup';
import { UnreadableError } from '../reading';
import type { CheckResult, ProgressChange, Setup, Workspace } from '../setup';
import { RestFailure, toRestFailure, unreadableAnswer } from './failure';

export interface SignInStart {
	readonly state: string;
	readonly code_verifier: string;
	readonly nonce: string;
	readonly redirect_uri: string;
}

/** Every call rejects with a {@link RestFailure} and with nothing else. */
export interface RestClient {
	readSetup(): Promise<Setup>;
	/** Only the given fields change. */
	saveFields(fields: Readonly<Partial<Record<StoredFieldId, string>>>): Promise<Setup>;
	/** Ticks items of the scorecard, or takes ticks away; items that are not named stay as they are. */
	saveClaims(claims: Readonly<Partial<Record<ScorecardItem, boolean>>>): Promise<Setup>;
	/**
	 * Asks Microsoft about what is stored. The authorize URL is the core's, with `prompt=none`; without one nothing is found
	 * out about the redirect URI.
	 */
	preflight(authorize_url: string | null): Promise<readonly CheckResult[]>;
	/** Remembers answers of step 1 and the chosen way. */
	saveProgress(change: ProgressChange): Promise<Setup>;
	/** Hands the attempt to the server before the browser leaves for Microsoft. */
	startSignIn(attempt: SignInStart): Promise<void>;
	/** Rejects with the first check that failed when Power BI could not be asked for workspaces. */
	testConnection(): Promise<readonly Workspace[]>;
	disconnect(): Promise<Setup>;
}

export interface RestRequest {
	readonly path: string;
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly data?: object;
}

/** The part of `@wordpress/api-fetch` that is used here. */
export type ApiFetch = (request: RestRequest) => Promise<unknown>;

export function createRestClient(apiFetch: ApiFetch, namespace: string): RestClient {
	const call = async <T>(
		method: RestRequest['method'],
		route: string,
		read: (value: unknown, path: string) => T,
		data?: object,
	): Promise<T> => {
		let answer: unknown;
		try {
			answer = await apiFetch({ path: `/${namespace}/${route}`, method, ...(data && { data }) });
		} catch (failure) {
			throw toRestFailure(failure);
		}
		try {
			return read(answer, route);
		} catch (failure) {
			throw failure instanceof UnreadableError ? unreadableAnswer(failure) : failure;
		}
	};

	return {
		readSetup: () => call('GET', 'setup', readSetup),
		saveFields: (fields) => call('POST', 'setup/fields', readSetup, fields),
		saveClaims: (claims) => call('POST', 'setup/claims', readSetup, claims),
		preflight: async (authorize_url) =>
			(await call('POST', 'setup/preflight', readPreflight, authorize_url === null ? {} : { authorize_url })).results,
		saveProgress: (change) => call('POST', 'setup/progress', readSetup, change),
		startSignIn: (attempt) => call('POST', 'setup/sign-in', () => undefined, attempt),
		testConnection: async () => {
			const { results, workspaces } = await call('POST', 'setup/test', readTest);
			if (workspaces !== null) {
				return workspaces;
			}
			const failed = results.find(({ state }) => state === 'failed');
			throw new RestFailure(failed?.code ?? 'microsoft_unknown', '', null, failed?.params);
		},
		disconnect: () => call('DELETE', 'setup/connection', readSetup),
	};
}
