/** Everything that is known of one entry, in words where there are words. */
import { __ } from '@wordpress/i18n';
import type { MessageText } from '../../messages';
import { HelpLink } from '../../wizard/results/help-link';
import type { LogEntry } from './log-entry';
import { kindName } from './words';

type Row = readonly [name: string, value: string | null];

export interface LogDetailProps {
	readonly entry: LogEntry;
	readonly messageFor: MessageText;
	/** Ends with a slash. */
	readonly adminUrl: string;
}

export function LogDetail({ entry, messageFor, adminUrl }: LogDetailProps) {
	const rows: readonly Row[] = [
		...(entry.kind === 'call'
			? ([
					[__('Host', 'wkpbic'), entry.host],
					[__('Trace ID', 'wkpbic'), entry.trace_id],
					[__('Correlation ID', 'wkpbic'), entry.correlation_id],
				] as const)
			: factRows(entry.before, entry.after)),
		[__('Kind', 'wkpbic'), kindName(entry.kind)],
		[__('Who', 'wkpbic'), entry.user],
		[__('Our code', 'wkpbic'), entry.code],
		[__('By way of', 'wkpbic'), entry.source],
		[__('Time (UTC)', 'wkpbic'), new Date(entry.at * 1000).toISOString()],
		[__('Entry', 'wkpbic'), String(entry.id)],
	];
	return (
		<>
			{entry.code !== null && (
				<>
					<p>{messageFor(entry.code)}</p>
					<HelpLink adminUrl={adminUrl} code={entry.code} />
				</>
			)}
			<dl className="wkpbic-details__list">
				{rows.map(([name, value]) =>
					value === null || value === '' ? null : (
						<div key={name}>
							<dt>{name}</dt>
							<dd dir="auto">{value}</dd>
						</div>
					),
				)}
			</dl>
		</>
	);
}

/** One row for each thing that changed: what it was, and what it became. */
function factRows(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): readonly Row[] {
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const word = (value: unknown): string =>
		value === undefined || value === '' ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
	return names.map((name) => [name, `${word(before[name])} → ${word(after[name])}`]);
}
