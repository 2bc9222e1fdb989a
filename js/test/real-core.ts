/** The core itself, as it is built: for tests of what people see when the rules speak. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Core } from '../src/core/load';
import type * as Door from '../src/generated/core';

const built = (file: string) => readFileSync(resolve(import.meta.dirname, '../../php-plugin/build', file));

export async function realCore(): Promise<Core> {
	const address = `data:text/javascript;base64,${built('core.js').toString('base64')}`;
	const glue = (await import(/* @vite-ignore */ address)) as typeof Door;
	glue.initSync({ module: built('core_bg.wasm') });
	return glue;
}
