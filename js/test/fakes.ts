/** Stand-ins for what surrounds the wizard: a core with few, plain rules, a server, and the state it reports. */
import { vi } from 'vitest';
import type { Bootstrap } from '../src/bootstrap';
import type { Core, LoadResult } from '../src/core/load';
import type { Diagnosis, ErrorCode, QuizAnswers, QuizResult, ScoredItem, ScorecardInput, Verdict } from '../src/core/door';
import { SCORECARD_ITEMS } from '../src/generated/contract';
import type { Kit } from '../src/core/load-kit';
import type { KitState } from '../src/core/state';
import { createWizardRegistry, type WizardRegistry } from '../src/extend';
import { NOTHING_DECLARED } from '../src/extend/declared';
import type { RestClient } from '../src/rest/client';
import type { Fields, Setup } from '../src/setup';
import { registerOwnSteps } from '../src/wizard/own-steps';

export const CLIENT_ID = '3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846';
export const TENANT_ID = '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9';
export const SECRET = 'Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x';
export const ACCOUNT = 'merchant@contoso.example';

export const MESSAGES: Readonly<Record<string, string>> = {
	client_id_not_guid: 'Not a client ID.',
	client_id_same_as_tenant_id: 'Same as the other.',
	client_secret_required: 'The secret is missing.',
	client_secret_wrong: 'Microsoft refuses the secret.',
	edge_space: 'A blank at the end.',
	wasm_blocked_by_csp: 'script-src needs wasm-unsafe-eval.',
	signed_in: 'You are signed in.',
	admin_consent_granted: 'Consent for {tenant}.',
	permissions_not_granted: 'These are missing: {permissions}.',
	power_bi_forbidden: 'Power BI says no.',
};

const UNEXPLAINED: Diagnosis = {
	code: 'nothing_recognised',
	level: 'error',
	params: {},
	actor: 'you',
	wait: 'none',
	step: 3,
	retryable: false,
	interaction_required: false,
	certainty: 'unknown',
	aadsts: null,
	error: null,
	suberror: null,
	http_status: null,
	retry_after_seconds: null,
	trace_id: null,
	correlation_id: null,
	timestamp: null,
	also: [],
	claims_present: false,
	redirect: {},
};

const OK: Verdict = { level: 'ok', code: 'ok', params: {} };

/** In place of a function of the core that the test did not give. */
function unexpected(name: string): () => never {
	return () => {
		throw new Error(`${name}: a call that the test did not expect`);
	};
}

/** Judges as little as the tests need, and nothing like the real rules. */
export function fakeCore(part: Partial<Core> = {}): Core {
	return {
		validateField: vi.fn<Core['validateField']>((field, text, context) => {
			if (field === 'client_id' && text !== '' && text === context.tenant_id) {
				return { level: 'error', code: 'client_id_same_as_tenant_id', params: {} };
			}
			if (field === 'client_id' && text !== CLIENT_ID) {
				return { level: 'error', code: 'client_id_not_guid', params: {} };
			}
			if (field === 'client_secret' && text === '') {
				return { level: 'error', code: 'client_secret_required', params: {} };
			}
			return OK;
		}),
		tidyField: (_field, text) => text.trim(),
		checkRedirectUri: () => OK,
		siteRedirectUri: (admin_url) => ({
			redirect_uri: `${admin_url}admin.php?page=wkpbic-setup-wizard&step=3`,
			verdict: OK,
		}),
		siteAddresses: unexpected('siteAddresses'),
		startSignIn: vi.fn<Core['startSignIn']>(() => ({
			state: 'the-state',
			code_verifier: 'the-verifier',
			nonce: 'the-nonce',
			authorize_url: 'https://login.example/authorize',
		})),
		adminConsentUrl: () => ({ url: 'https://login.example/adminconsent?scope=a%20b', state: 'other-state' }),
		readCallback: vi.fn<Core['readCallback']>(() => ({ kind: 'none' })),
		readPasted: unexpected('readPasted'),
		explainError: () => UNEXPLAINED,
		redirectDoctor: unexpected('redirectDoctor'),
		pickRoute: (answers) => fakeRoute(answers),
		scorecard: (input) => fakeScore(input),
		grantedPermissions: unexpected('grantedPermissions'),
		checkExpiry: (text) => ({ verdict: OK, date: text }),
		portalLink: (target) => ({ url: `https://portal.example/${target}`, entra_url: null, certainty: 'documented', exact: true }),
		...part,
	};
}

/** Two of the real rules: a personal account ends it, and who may not register apps asks an administrator. */
function fakeRoute({ account, may_register_apps }: QuizAnswers): QuizResult {
	const reason = (level: 'hint' | 'error', code: ErrorCode): QuizResult['reasons'][number] => ({ level, code, params: {} });
	const stop = account === 'personal';
	const asks = may_register_apps === 'no';
	return {
		route: stop ? 'stop' : asks ? 'ask_admin' : 'portal_guided',
		sign_in_method: 'delegated',
		reasons: [
			...(stop ? [reason('error', 'quiz_personal_account')] : []),
			...(asks ? [reason('hint', 'quiz_admin_needed')] : []),
		],
	};
}

/** The last evidence that names an item counts, else the tick; public client flows are optional. */
function fakeScore({ claims = [], evidence = [] }: ScorecardInput): ScoredItem[] {
	return SCORECARD_ITEMS.map((item) => {
		const last = evidence.findLast((entry) => entry.item === item);
		return {
			item,
			state: last ? (last.passed ? 'proved' : 'failing') : claims.includes(item) ? 'claimed' : 'open',
			optional: item === 'public_client_flows',
			check: last?.check ?? null,
			at: last?.at ?? null,
			code: last?.code ?? null,
		};
	});
}

/** A kit of the functions that the test gives. */
export function fakeKit(part: Partial<Kit>): () => Promise<KitState> {
	const api = new Proxy(part, {
		get: (functions, name: keyof Kit) => functions[name] ?? unexpected(name),
	}) as Kit;
	return () => Promise.resolve({ status: 'ready', api });
}

/** The kit of a test that does not expect it to be fetched. */
export const noKit = (): Promise<never> => Promise.reject(new Error('the test did not expect the kit'));

export function emptyFields(): Fields {
	return {
		client_id: { value: '', locked: false },
		tenant_id: { value: '', locked: false },
		client_secret: { has_value: false, stored_at: null, locked: false },
		username: { value: '', locked: false },
		password: { has_value: false, stored_at: null, locked: false },
		client_secret_expires_on: { value: '', locked: false },
		cloud: { value: 'global', locked: false },
		sign_in_method: { value: 'delegated', locked: false },
		reminder_email: { value: '', locked: false },
	};
}

export function storedFields(): Fields {
	return {
		client_id: { value: CLIENT_ID, locked: false },
		tenant_id: { value: TENANT_ID, locked: false },
		client_secret: { has_value: true, stored_at: 1_795_000_000, locked: false },
		username: { value: ACCOUNT, locked: false },
		password: { has_value: false, stored_at: null, locked: false },
		client_secret_expires_on: { value: '', locked: false },
		cloud: { value: 'global', locked: false },
		sign_in_method: { value: 'delegated', locked: false },
		reminder_email: { value: '', locked: false },
	};
}

export function setupWith(part: Partial<Setup> = {}): Setup {
	return {
		contract_hash: 'hash',
		fields: emptyFields(),
		connection: {
			state: 'not_connected',
			username: null,
			connected_at: null,
			access_token_expires_at: null,
			refresh_at: null,
			last_failure: null,
		},
		sign_in: null,
		claims: {},
		evidence: [],
		progress: { answers: {}, route: null },
		expiry: null,
		site: null,
		may_change_roles: false,
		problems: [],
		extensions: { fields: {} },
		...part,
	};
}

export const connectedSetup = (): Setup =>
	setupWith({
		fields: storedFields(),
		connection: {
			state: 'connected',
			username: ACCOUNT,
			connected_at: 1_795_000_000,
			access_token_expires_at: 1_795_003_600,
			refresh_at: 1_795_003_300,
			last_failure: null,
		},
	});

export function bootstrapWith(step: number, setup: Setup): Bootstrap {
	return {
		contract_hash: 'hash',
		plugin_version: '0.1.0',
		core: { glue: '/build/core.js', wasm: '/build/core_bg.wasm' },
		kit: { glue: '/build/kit.js', wasm: '/build/kit_bg.wasm' },
		rest: { namespace: 'wkpbic/v1' },
		step,
		site: { admin_url: 'https://shop.example/wp-admin/', name: 'Joe’s shop' },
		development_microsoft_url: null,
		messages: MESSAGES,
		setup,
		extensions: NOTHING_DECLARED,
	};
}

export function fakeRest(part: Partial<RestClient> = {}): RestClient {
	const unexpected = (): Promise<never> => Promise.reject(new Error('a call that the test did not expect'));
	return {
		readSetup: vi.fn(unexpected),
		saveFields: vi.fn(unexpected),
		saveClaims: vi.fn(unexpected),
		preflight: vi.fn(unexpected),
		saveProgress: vi.fn(unexpected),
		startSignIn: vi.fn(unexpected),
		testConnection: vi.fn(unexpected),
		disconnect: vi.fn(unexpected),
		rotateSecret: vi.fn(unexpected),
		chooseSite: vi.fn(unexpected),
		readRoles: vi.fn(unexpected),
		saveRoles: vi.fn(unexpected),
		saveExtensionFields: vi.fn(unexpected),
		extensionCheck: vi.fn(unexpected),
		supportBundle: vi.fn(unexpected),
		...part,
	};
}

export function ownRegistry(): WizardRegistry {
	const registry = createWizardRegistry();
	registerOwnSteps(registry);
	return registry;
}

export const loaded = (core: Core): Promise<LoadResult> =>
	Promise.resolve({ ok: true, core, served_as: 'wasm' });
