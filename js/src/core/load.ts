/**
 * Loads the core. This is the only file that knows the core is WebAssembly; everything else sees a {@link Core} or one
 * code that says why there is none, and goes on without it.
 */
import { CONTRACT_HASH } from '../generated/contract';
import type * as Door from '../generated/core';

/** What the core offers to the wizard: the door's functions, without the loader's own. */
export type Core = Pick<
	typeof Door,
	| 'validateField'
	| 'tidyField'
	| 'checkRedirectUri'
	| 'siteRedirectUri'
	| 'startSignIn'
	| 'adminConsentUrl'
	| 'readCallback'
>;

/** Why the core did not load, each told apart by what the browser did. */
export type LoadFailure = 'no-wasm' | 'csp' | 'glue' | 'network' | `http-${number}` | 'corrupt' | 'link' | 'contract';

export type LoadResult =
	| { readonly ok: true; readonly core: Core; readonly served_as: 'wasm' | 'other-type' }
	| { readonly ok: false; readonly why: LoadFailure };

/** The module that wasm-bindgen writes. */
export type Glue = typeof Door;

/** Where the core's two files are, and which contract the server has: all parts must be of one build. */
export interface CoreFiles {
	readonly glue: string;
	readonly wasm: string;
	readonly contract_hash: string;
}

/** What the loader needs from the browser; tests put fakes here. */
export interface LoadEnvironment {
	readonly fetch: (url: string) => Promise<Response>;
	readonly importGlue: (url: string) => Promise<Glue>;
	readonly WebAssembly: typeof WebAssembly | undefined;
}

const browser = (): LoadEnvironment => ({
	fetch: (url) => fetch(url, { credentials: 'same-origin' }),
	importGlue: (url) => import(/* @vite-ignore */ url) as Promise<Glue>,
	WebAssembly: typeof WebAssembly === 'object' ? WebAssembly : undefined,
});

/** The smallest module there is. Compiling it fails only where a Content-Security-Policy forbids WebAssembly. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Fetches glue and wasm side by side and starts the core.
 *
 * A server that sends the wrong type for `.wasm` costs a slower second way of compiling and nothing else: no message.
 */
export async function loadCore(
	files: CoreFiles,
	environment: LoadEnvironment = browser(),
): Promise<LoadResult> {
	if (files.contract_hash !== CONTRACT_HASH) {
		return { ok: false, why: 'contract' };
	}
	const { WebAssembly: wasm } = environment;
	if (!wasm) {
		return { ok: false, why: 'no-wasm' };
	}
	try {
		new wasm.Module(EMPTY_MODULE);
	} catch {
		return { ok: false, why: 'csp' };
	}

	const pending = answerOf(environment, files.wasm);
	let glue: Glue;
	try {
		glue = await environment.importGlue(files.glue);
	} catch {
		return { ok: false, why: await whyGlueFailed(environment, files.glue) };
	}

	const answer = await pending;
	if (answer === null) {
		return { ok: false, why: 'network' };
	}
	if (!answer.ok) {
		return { ok: false, why: `http-${answer.status}` };
	}
	const streamed = answer.headers.get('content-type') === 'application/wasm';
	try {
		await glue.default({ module_or_path: streamed ? answer : await answer.arrayBuffer() });
	} catch (failure) {
		return { ok: false, why: failure instanceof wasm.CompileError ? 'corrupt' : 'link' };
	}
	if (glue.contractHash() !== CONTRACT_HASH) {
		return { ok: false, why: 'contract' };
	}
	return { ok: true, core: glue, served_as: streamed ? 'wasm' : 'other-type' };
}

/** The message code for a failure, as the server's message map names it. */
export function loadFailureCode(why: LoadFailure): { readonly code: string; readonly params: Record<string, number> } {
	switch (why) {
		case 'no-wasm':
			return { code: 'wasm_missing', params: {} };
		case 'csp':
			return { code: 'wasm_blocked_by_csp', params: {} };
		case 'network':
			return { code: 'wasm_network', params: {} };
		case 'glue':
		case 'corrupt':
		case 'link':
			return { code: 'wasm_corrupt', params: {} };
		case 'contract':
			return { code: 'contract_mismatch', params: {} };
		default:
			return { code: 'wasm_not_found', params: { status: Number(why.slice('http-'.length)) } };
	}
}

async function answerOf(environment: LoadEnvironment, url: string): Promise<Response | null> {
	try {
		return await environment.fetch(url);
	} catch {
		return null;
	}
}

/** A failed `import()` says nothing about its reason; asking for the same file again does. */
async function whyGlueFailed(environment: LoadEnvironment, url: string): Promise<LoadFailure> {
	const answer = await answerOf(environment, url);
	if (answer === null) {
		return 'network';
	}
	return answer.ok ? 'glue' : `http-${answer.status}`;
}
