/** What PHP prints before the script of these pages: `window.wkpbicPage`, read once and checked. */
import { flag, listOf, mapOf, nullable, oneOf, shape, text, UnreadableError } from '../reading';
import { readSetup } from '../read-setup';
import type { Bootstrap } from '../bootstrap';

declare global {
	interface Window {
		wkpbicPage?: unknown;
	}
}

export type ConnectionBootstrap = Omit<Bootstrap, 'step' | 'extensions'> & {
	readonly screen: 'connection';
	readonly may_view_logs: boolean;
};

export interface LogBootstrap {
	readonly screen: 'log';
	readonly rest: { readonly namespace: string };
	readonly site: { readonly admin_url: string };
	readonly messages: Readonly<Record<string, string>>;
	/** What the audit trail can tell of. */
	readonly events: readonly string[];
}

export type PageBootstrap = ConnectionBootstrap | LogBootstrap;

const rest = shape<Bootstrap['rest']>({ namespace: text });
const module = shape<Bootstrap['core']>({ glue: text, wasm: text });

const connection = shape<ConnectionBootstrap>({
	screen: oneOf('connection'),
	may_view_logs: flag,
	contract_hash: text,
	plugin_version: text,
	core: module,
	kit: module,
	rest,
	site: shape<Bootstrap['site']>({ admin_url: text, name: text }),
	development_microsoft_url: nullable(text),
	messages: mapOf(text),
	setup: readSetup,
});

const log = shape<LogBootstrap>({
	screen: oneOf('log'),
	rest,
	site: shape<LogBootstrap['site']>({ admin_url: text }),
	messages: mapOf(text),
	events: listOf(text),
});

/** Throws {@link UnreadableError} with the path of the first value that is missing or of another kind. */
export function readPageBootstrap(value: unknown): PageBootstrap {
	const screen = (value as { readonly screen?: unknown } | null | undefined)?.screen;
	switch (screen) {
		case 'connection':
			return connection(value, 'wkpbicPage');
		case 'log':
			return log(value, 'wkpbicPage');
		default:
			throw new UnreadableError('wkpbicPage.screen', 'connection or log');
	}
}
