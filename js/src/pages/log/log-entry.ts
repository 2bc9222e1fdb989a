/** The log as PHP tells it (`GET wkpbic/v1/log`). Times are Unix seconds. */
import { listOf, mapOf, nullable, number, shape, text, type Reader, UnreadableError } from '../../reading';

interface Common {
	readonly id: number;
	readonly at: number;
	/** What happened, or, for a call, the kind of address. */
	readonly event: string;
	readonly code: string | null;
	/** Log-in name; null where nobody was logged in. */
	readonly user: string | null;
	readonly source: string;
}

/** Somebody did something. */
export interface AuditEntry extends Common {
	readonly kind: 'audit';
	readonly before: Readonly<Record<string, unknown>>;
	readonly after: Readonly<Record<string, unknown>>;
}

/** A call to Microsoft. */
export interface CallEntry extends Common {
	readonly kind: 'call';
	readonly method: string;
	readonly host: string;
	/** Null when no answer came. */
	readonly status: number | null;
	readonly milliseconds: number | null;
	readonly trace_id: string | null;
	readonly correlation_id: string | null;
}

export type LogEntry = AuditEntry | CallEntry;

export interface LogPageOf {
	readonly entries: readonly LogEntry[];
	readonly page: number;
	readonly pages: number;
	readonly total: number;
}

const common = {
	id: number,
	at: number,
	event: text,
	code: nullable(text),
	user: nullable(text),
	source: text,
};
const anything: Reader<unknown> = (value) => value;
const audit = shape<Omit<AuditEntry, 'kind'>>({ ...common, before: mapOf(anything), after: mapOf(anything) });
const call = shape<Omit<CallEntry, 'kind'>>({
	...common,
	method: text,
	host: text,
	status: nullable(number),
	milliseconds: nullable(number),
	trace_id: nullable(text),
	correlation_id: nullable(text),
});

const entry: Reader<LogEntry> = (value, path) => {
	const kind = (value as { readonly kind?: unknown } | null)?.kind;
	switch (kind) {
		case 'audit':
			return { kind, ...audit(value, path) };
		case 'call':
			return { kind, ...call(value, path) };
		default:
			throw new UnreadableError(`${path}.kind`, 'audit or call');
	}
};

export const readLogPage = shape<LogPageOf>({ entries: listOf(entry), page: number, pages: number, total: number });
