import { describe, expect, it, vi } from 'vitest';
import { loadCore, loadFailureCode, type CoreGlue, type LoadEnvironment, type LoadFailure } from '../src/core/load';
import { coreStateOf } from '../src/core/state';
import { CONTRACT_HASH, ERROR_CODES } from '../src/generated/contract';

const FILES = { glue: '/build/core.js?ver=1', wasm: '/build/core_bg.wasm?ver=1', contract_hash: CONTRACT_HASH };

const answer = (status: number, type: string | null = 'application/wasm'): Response =>
	new Response(status === 204 ? null : 'bytes', { status, headers: type === null ? {} : { 'content-type': type } });

class CompileError extends Error {}

function glue(init: (options: unknown) => Promise<unknown> = () => Promise.resolve(), hash = CONTRACT_HASH as string): CoreGlue {
	return { default: vi.fn(init), contractHash: () => hash } as unknown as CoreGlue;
}

function environment(part: Partial<LoadEnvironment> = {}): LoadEnvironment {
	return {
		fetch: () => Promise.resolve(answer(200)),
		importGlue: () => Promise.resolve(glue()),
		WebAssembly: { Module: class {}, CompileError } as unknown as typeof WebAssembly,
		...part,
	};
}

const forbidden = {
	Module: class {
		constructor() {
			throw new CompileError('refused');
		}
	},
	CompileError,
} as unknown as typeof WebAssembly;

describe('loadCore', () => {
	it('hands the answer itself to the glue, so that it compiles while it arrives', async () => {
		const module = glue();
		const response = answer(200);
		const result = await loadCore(
			FILES,
			environment({ fetch: () => Promise.resolve(response), importGlue: () => Promise.resolve(module) }),
		);
		expect(result).toEqual({ ok: true, core: module, served_as: 'wasm' });
		expect(module.default).toHaveBeenCalledExactlyOnceWith({ module_or_path: response });
	});

	it.each(['text/plain', 'application/octet-stream', 'application/wasm;charset=utf-8', null])(
		'takes the bytes when the server says %s',
		async (type) => {
			const module = glue();
			const result = await loadCore(
				FILES,
				environment({
					fetch: () => Promise.resolve(answer(200, type)),
					importGlue: () => Promise.resolve(module),
				}),
			);
			expect(result).toMatchObject({ ok: true, served_as: 'other-type' });
			const [options] = vi.mocked(module.default).mock.calls[0] as unknown as [{ module_or_path: ArrayBuffer }];
			expect(options.module_or_path.byteLength).toBe('bytes'.length);
		},
	);

	it('fetches the wasm before the glue has come', async () => {
		const order: string[] = [];
		await loadCore(
			FILES,
			environment({
				fetch: (url) => {
					order.push(url);
					return Promise.resolve(answer(200));
				},
				importGlue: async (url) => {
					order.push(url);
					return glue();
				},
			}),
		);
		expect(order).toEqual([FILES.wasm, FILES.glue]);
	});

	const failures: readonly (readonly [LoadFailure, string, Partial<LoadEnvironment>])[] = [
		['no-wasm', 'the browser has no WebAssembly', { WebAssembly: undefined }],
		['csp', 'a policy forbids compiling', { WebAssembly: forbidden }],
		['network', 'the wasm cannot be fetched', { fetch: () => Promise.reject(new TypeError('Failed to fetch')) }],
		['http-404', 'the wasm is missing', { fetch: () => Promise.resolve(answer(404, 'text/html')) }],
		['http-403', 'the wasm is refused', { fetch: () => Promise.resolve(answer(403, 'text/html')) }],
		[
			'glue',
			'the glue is there and does not run',
			{ importGlue: () => Promise.reject(new SyntaxError('Unexpected token')) },
		],
		[
			'http-404',
			'the glue is missing',
			{
				importGlue: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
				fetch: (url) => Promise.resolve(answer(url === FILES.glue ? 404 : 200)),
			},
		],
		[
			'network',
			'the glue cannot be fetched',
			{
				importGlue: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
				fetch: (url) => (url === FILES.glue ? Promise.reject(new TypeError('offline')) : Promise.resolve(answer(200))),
			},
		],
		[
			'corrupt',
			'the wasm is cut off',
			{ importGlue: () => Promise.resolve(glue(() => Promise.reject(new CompileError('unexpected end')))) },
		],
		[
			'link',
			'glue and wasm do not belong together',
			{ importGlue: () => Promise.resolve(glue(() => Promise.reject(new TypeError('import not found')))) },
		],
		[
			'contract',
			'the core is of another version than this script',
			{ importGlue: () => Promise.resolve(glue(undefined, 'another hash')) },
		],
	];

	it.each(failures)('says %s when %s', async (why, _when, part) => {
		expect(await loadCore(FILES, environment(part))).toEqual({ ok: false, why });
	});

	it('does not begin where the server is of another version than this script', async () => {
		const fetch = vi.fn<LoadEnvironment['fetch']>();
		const result = await loadCore({ ...FILES, contract_hash: 'another hash' }, environment({ fetch }));
		expect(result).toEqual({ ok: false, why: 'contract' });
		expect(fetch).not.toHaveBeenCalled();
	});

	it('asks for nothing where WebAssembly cannot work', async () => {
		const fetch = vi.fn<LoadEnvironment['fetch']>();
		const importGlue = vi.fn<LoadEnvironment['importGlue']>();
		await loadCore(FILES, environment({ WebAssembly: forbidden, fetch, importGlue }));
		await loadCore(FILES, environment({ WebAssembly: undefined, fetch, importGlue }));
		expect(fetch).not.toHaveBeenCalled();
		expect(importGlue).not.toHaveBeenCalled();
	});
});

describe('loadFailureCode', () => {
	const all: readonly LoadFailure[] = ['no-wasm', 'csp', 'glue', 'network', 'http-404', 'corrupt', 'link', 'contract'];

	it.each(all)('gives %s a code of the contract', (why) => {
		expect(ERROR_CODES).toContain(loadFailureCode(why).code);
	});

	it('tells the status', () => {
		expect(loadFailureCode('http-503')).toEqual({ code: 'wasm_not_found', params: { status: 503 } });
	});

	it('tells a policy apart from an old browser', () => {
		expect(loadFailureCode('csp').code).toBe('wasm_blocked_by_csp');
		expect(loadFailureCode('no-wasm').code).toBe('wasm_missing');
	});
});

describe('coreStateOf', () => {
	it('keeps code and params of a failure', () => {
		expect(coreStateOf({ ok: false, why: 'http-404' })).toEqual({
			status: 'unavailable',
			code: 'wasm_not_found',
			params: { status: 404 },
		});
	});
});
