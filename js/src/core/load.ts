/**
 * Loads the core. This is the only file that knows the core is WebAssembly; everything else sees a {@link Core}, or the
 * kit of `load-kit.ts`, or one code that says why there is none, and goes on without it.
 */
import { CONTRACT_HASH } from '../generated/contract';
import type * as Door from '../generated/core';

/** The core's functions, all that `cargo xtask wasm` found, without the loader's own. */
export type Core = Omit<typeof Door, keyof Glue | 'initSync'>;

/** Why a module did not load, each told apart by what the browser did. */
export type LoadFailure = 'no-wasm' | 'csp' | 'glue' | 'network' | `http-${number}` | 'corrupt' | 'link' | 'contract';

export type LoadResult<Api = Core> =
	| { readonly ok: true; readonly core: Api; readonly served_as: 'wasm' | 'other-type' }
	| { readonly ok: false; readonly why: LoadFailure };

/** What every module that wasm-bindgen writes has: what starts it, and which contract it was built with. */
export interface Glue {
	readonly default: (wasm: { module_or_path: Response | ArrayBuffer }) => Promise<unknown>;
	readonly contractHash: () => string;
}

/** The core's module as it is written. */
export type CoreGlue = typeof Door;

/** Where a module's two files are, and which contract the server has: all parts must be of one build. */
export interface ModuleFiles {
	readonly glue: string;
	readonly wasm: string;
	readonly contract_hash: string;
}

/** What the loader needs from the browser; tests put fakes here. */
export interface LoadEnvironment<Module extends Glue = CoreGlue> {
	readonly fetch: (url: string) => Promise<Response>;
	readonly importGlue: (url: string) => Promise<Module>;
	readonly WebAssembly: typeof WebAssembly | undefined;
}

const browser = <Module extends Glue>(): LoadEnvironment<Module> => ({
	fetch: (url) => fetch(url, { credentials: 'same-origin' }),
	importGlue: (url) => import(/* @vite-ignore */ url) as Promise<Module>,
	WebAssembly: typeof WebAssembly === 'object' ? WebAssembly : undefined,
});

/** The smallest module there is. Compiling it fails only where a Content-Security-Policy forbids WebAssembly. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Fetches glue and wasm side by side and starts the module.
 *
 * A server that sends the wrong type for `.wasm` costs a slower second way of compiling and nothing else: no message.
 */
export async function loadModule<Module extends Glue>(
	files: ModuleFiles,
	environment: LoadEnvironment<Module> = browser(),
): Promise<LoadResult<Module>> {
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
	let glue: Module;
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

/** Loads the core, which every page of the wizard begins with. */
export function loadCore(files: ModuleFiles, environment?: LoadEnvironment): Promise<LoadResult> {
	return loadModule(files, environment);
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

async function answerOf(environment: Pick<LoadEnvironment, 'fetch'>, url: string): Promise<Response | null> {
	try {
		return await environment.fetch(url);
	} catch {
		return null;
	}
}

/** A failed `import()` says nothing about its reason; asking for the same file again does. */
async function whyGlueFailed(environment: Pick<LoadEnvironment, 'fetch'>, url: string): Promise<LoadFailure> {
	const answer = await answerOf(environment, url);
	if (answer === null) {
		return 'network';
	}
	return answer.ok ? 'glue' : `http-${answer.status}`;
}
