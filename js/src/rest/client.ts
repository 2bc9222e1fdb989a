/**
 * The only file that knows REST paths. WordPress's api-fetch adds the site's address and the nonce, and renews the
 * nonce when it has expired.
 */
import type { ScorecardItem, StoredFieldId } from '../core/door';
import type { CheckOutcome } from '../extend/registrations';
import { readExtensionCheck, readPreflight, readRoles, readSetup, readTest } from '../read-setup';
import { UnreadableError } from '../reading';
import type { CheckResult, ProgressChange, Setup, SiteChoice, TestReport } from '../setup';
import { toRestFailure, unreadableAnswer } from './failure';

export interface SignInStart {
	readonly state: string;
	readonly code_verifier: string;
	readonly nonce: string;
	readonly redirect_uri: string;
}

export interface RoleRights {
	readonly manage_settings: boolean;
	readonly view_logs: boolean;
}

/** Role => what it holds; `fixed` where that cannot be changed. */
export type Roles = Readonly<Record<string, RoleRights & { readonly name: string; readonly fixed: boolean }>>;

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
	/** Climbs the ladder of checks. One that fails is a result: only a call that does not come through rejects. */
	testConnection(): Promise<TestReport>;
	disconnect(): Promise<Setup>;
	/** Tries the new secret at Microsoft, then exchanges it; the day is `YYYY-MM-DD`, or null when it is not known. */
	rotateSecret(client_secret: string, client_secret_expires_on: string | null): Promise<Setup>;
	/** Says which site this is, after it was found elsewhere than before. */
	chooseSite(choice: SiteChoice): Promise<Setup>;
	readRoles(): Promise<Roles>;
	/** Rights that are not named stay as they are. */
	saveRoles(changes: Readonly<Record<string, Partial<RoleRights>>>): Promise<Roles>;
	/**
	 * Keeps values of other plugins' fields, all or none; a refusal names the field. An empty text leaves a stored secret as it
	 * is, null erases it.
	 */
	saveExtensionFields(values: Readonly<Record<string, string | null>>): Promise<Setup>;
	/** Runs a check that PHP has declared. One that fails is an outcome. */
	extensionCheck(id: string): Promise<CheckOutcome>;
	/** A document for whoever helps; nothing secret. */
	supportBundle(): Promise<unknown>;
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
		testConnection: () => call('POST', 'setup/test', readTest),
		disconnect: () => call('DELETE', 'setup/connection', readSetup),
		rotateSecret: (client_secret, client_secret_expires_on) =>
			call('POST', 'setup/rotate-secret', readSetup, {
				client_secret,
				...(client_secret_expires_on !== null && { client_secret_expires_on }),
			}),
		chooseSite: (choice) => call('POST', 'setup/site', readSetup, { choice }),
		readRoles: () => call('GET', 'setup/roles', readRoles),
		saveRoles: (changes) => call('POST', 'setup/roles', readRoles, changes),
		saveExtensionFields: (values) => call('POST', 'setup/extension-fields', readSetup, { values }),
		extensionCheck: (id) => call('POST', 'setup/extension-check', readExtensionCheck, { id }),
		supportBundle: () => call('GET', 'setup/support-bundle', (value) => value),
	};
}
