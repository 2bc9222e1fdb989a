import { describe, expect, it, vi } from 'vitest';
import type { LoadEnvironment } from '../src/core/load';
import { createKitLoader, type KitGlue } from '../src/core/load-kit';
import { CONTRACT_HASH } from '../src/generated/contract';

const FILES = { glue: '/build/kit.js?ver=1', wasm: '/build/kit_bg.wasm?ver=1', contract_hash: CONTRACT_HASH };

const glue = (hash: string = CONTRACT_HASH): KitGlue =>
	({ default: vi.fn(() => Promise.resolve()), contractHash: () => hash }) as unknown as KitGlue;

/** A browser that finds the files, and the addresses it is asked for. */
function browser(module: KitGlue, part: Partial<LoadEnvironment<KitGlue>> = {}) {
	const asked: string[] = [];
	const environment: LoadEnvironment<KitGlue> = {
		fetch: (url) => {
			asked.push(url);
			return Promise.resolve(new Response('bytes', { headers: { 'content-type': 'application/wasm' } }));
		},
		importGlue: (url) => {
			asked.push(url);
			return Promise.resolve(module);
		},
		WebAssembly: { Module: class {}, CompileError: class extends Error {} } as unknown as typeof WebAssembly,
		...part,
	};
	return { environment, asked };
}

describe('createKitLoader', () => {
	it('fetches nothing before it is asked', () => {
		const { environment, asked } = browser(glue());
		createKitLoader(FILES, environment);
		expect(asked).toEqual([]);
	});

	it('fetches once, whoever asks and however often', async () => {
		const module = glue();
		const { environment, asked } = browser(module);
		const loadKit = createKitLoader(FILES, environment);
		const [first, second] = await Promise.all([loadKit(), loadKit()]);
		expect(first).toEqual({ status: 'ready', api: module });
		expect(second).toBe(first);
		expect(await loadKit()).toBe(first);
		expect(asked).toEqual([FILES.wasm, FILES.glue]);
		expect(module.default).toHaveBeenCalledOnce();
	});

	it('tries again after a failure', async () => {
		const module = glue();
		let online = false;
		const { environment } = browser(module, {
			fetch: () =>
				online
					? Promise.resolve(new Response('bytes', { headers: { 'content-type': 'application/wasm' } }))
					: Promise.reject(new TypeError('offline')),
		});
		const loadKit = createKitLoader(FILES, environment);
		expect(await loadKit()).toEqual({ status: 'unavailable', code: 'wasm_network', params: {} });
		online = true;
		expect(await loadKit()).toEqual({ status: 'ready', api: module });
	});

	it('says what the loader of the core says', async () => {
		const missing = browser(glue(), { fetch: () => Promise.resolve(new Response('', { status: 404 })) });
		expect(await createKitLoader(FILES, missing.environment)()).toEqual({
			status: 'unavailable',
			code: 'wasm_not_found',
			params: { status: 404 },
		});
	});

	it.each([
		['this script', { ...FILES, contract_hash: 'another hash' }, glue()],
		['the files', FILES, glue('another hash')],
	])('does not start where %s is of another version', async (_what, files, module) => {
		expect(await createKitLoader(files, browser(module).environment)()).toEqual({
			status: 'unavailable',
			code: 'contract_mismatch',
			params: {},
		});
	});
});
