/** Core and kit themselves, as they are built: for tests of what people see when the rules speak. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Core } from '../src/core/load';
import type { KitState } from '../src/core/state';
import type * as CoreDoor from '../src/generated/core';
import type * as KitDoor from '../src/generated/kit';

const built = (file: string) => readFileSync(resolve(import.meta.dirname, '../../php-plugin/build', file));

async function start<Glue extends { readonly initSync: (given: { module: BufferSource }) => unknown }>(name: 'core' | 'kit'): Promise<Glue> {
	const address = `data:text/javascript;base64,${built(`${name}.js`).toString('base64')}`;
	const glue = (await import(/* @vite-ignore */ address)) as Glue;
	glue.initSync({ module: built(`${name}_bg.wasm`) });
	return glue;
}

export const realCore = (): Promise<Core> => start<typeof CoreDoor>('core');

export const realKit = async (): Promise<KitState> => ({ status: 'ready', api: await start<typeof KitDoor>('kit') });
