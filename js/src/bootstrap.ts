/** What PHP prints before this script: `window.wkpbicBootstrap`, read once and checked. */
import { NOTHING_DECLARED, type Declared } from './extend/declared';
import { readDeclared } from './read-declared';
import { mapOf, nullable, number, shape, text, UnreadableError } from './reading';
import { readSetup } from './read-setup';
import type { Setup } from './setup';

export interface Bootstrap {
	readonly contract_hash: string;
	readonly plugin_version: string;
	/** Addresses of the core's two files. */
	readonly core: { readonly glue: string; readonly wasm: string };
	/** The same of the kit, which is fetched when somebody asks for it. */
	readonly kit: { readonly glue: string; readonly wasm: string };
	readonly rest: { readonly namespace: string };
	/** The step that the address asks for, 1 to 4. */
	readonly step: number;
	readonly site: { readonly admin_url: string; readonly name: string };
	/** Only on a developer's machine: the stand-in for Microsoft. */
	readonly development_microsoft_url: string | null;
	/** Sentence per code, translated, with `{name}` placeholders. */
	readonly messages: Readonly<Record<string, string>>;
	readonly setup: Setup;
	/** What other plugins have declared in PHP. */
	readonly extensions: Declared;
}

declare global {
	interface Window {
		wkpbicBootstrap?: unknown;
	}
}

const reader = shape<Bootstrap>({
	contract_hash: text,
	plugin_version: text,
	core: shape<Bootstrap['core']>({ glue: text, wasm: text }),
	kit: shape<Bootstrap['kit']>({ glue: text, wasm: text }),
	rest: shape<Bootstrap['rest']>({ namespace: text }),
	step: number,
	site: shape<Bootstrap['site']>({ admin_url: text, name: text }),
	development_microsoft_url: nullable(text),
	messages: mapOf(text),
	setup: readSetup,
	extensions: readExtensions,
});

/** What other plugins have declared must not keep anybody from setting up: where it cannot be read, the wizard goes on without it. */
function readExtensions(value: unknown, path: string): Declared {
	if (value === undefined) {
		return NOTHING_DECLARED;
	}
	try {
		return readDeclared(value, path);
	} catch (failure) {
		if (!(failure instanceof UnreadableError)) {
			throw failure;
		}
		return { ...NOTHING_DECLARED, problems: [{ code: 'extensions_unreadable', id: failure.path, plugin: null, params: {} }] };
	}
}

/** Throws {@link UnreadableError} with the path of the first value that is missing or of another kind. */
export function readBootstrap(value: unknown): Bootstrap {
	return reader(value, 'wkpbicBootstrap');
}
