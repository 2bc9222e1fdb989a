/** The entries, newest first. Each opens to show everything that is known of it. */
import { Button } from '@wordpress/components';
import { Fragment, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { MessageText } from '../../messages';
import { shortDateTimeText } from '../../wizard/shared/date-text';
import { LogDetail } from './log-detail';
import type { LogEntry } from './log-entry';
import { eventName, kindName } from './words';

export interface LogTableProps {
	readonly entries: readonly LogEntry[];
	readonly messageFor: MessageText;
	/** Ends with a slash. */
	readonly adminUrl: string;
}

export function LogTable({ entries, messageFor, adminUrl }: LogTableProps) {
	const [open, setOpen] = useState<number | null>(null);
	return (
		<div className="wkpbic-table-scroll" tabIndex={0} role="region" aria-label={__('Log', 'wkpbic')}>
			<table className="wkpbic-table wkpbic-table--log">
				<thead>
					<tr>
						<th scope="col">{__('When', 'wkpbic')}</th>
						<th scope="col">{__('Kind', 'wkpbic')}</th>
						<th scope="col">{__('What happened', 'wkpbic')}</th>
						<th scope="col">{__('Result', 'wkpbic')}</th>
						<th scope="col">{__('Who', 'wkpbic')}</th>
						<th scope="col">
							<span className="screen-reader-text">{__('Details', 'wkpbic')}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{entries.map((entry) => {
						const isOpen = open === entry.id;
						return (
							<Fragment key={entry.id}>
								<tr className={entry.code === null ? '' : 'has-problem'}>
									<td>{shortDateTimeText(entry.at)}</td>
									<td>{kindName(entry.kind)}</td>
									<td>{entry.kind === 'call' ? <code dir="ltr">{`${entry.method} ${entry.event}`}</code> : eventName(entry.event)}</td>
									<td>{resultOf(entry)}</td>
									<td>{entry.user ?? entry.source}</td>
									<td>
										<Button
											variant="link"
											aria-expanded={isOpen}
											aria-controls={`wkpbic-log-${entry.id}`}
											aria-label={sprintf(
												/* translators: %d: number of a log entry. */
												__('Details of entry %d', 'wkpbic'),
												entry.id,
											)}
											onClick={() => setOpen(isOpen ? null : entry.id)}
										>
											{isOpen ? __('Close', 'wkpbic') : __('Details', 'wkpbic')}
										</Button>
									</td>
								</tr>
								{isOpen && (
									<tr className="wkpbic-table__detail" id={`wkpbic-log-${entry.id}`}>
										<td colSpan={6}>
											<LogDetail entry={entry} messageFor={messageFor} adminUrl={adminUrl} />
										</td>
									</tr>
								)}
							</Fragment>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

function resultOf(entry: LogEntry): string {
	if (entry.kind === 'audit') {
		return entry.code ?? '';
	}
	const status = entry.status === null ? __('no answer', 'wkpbic') : String(entry.status);
	const time =
		entry.milliseconds === null
			? ''
			: /* translators: %d: number of milliseconds. */
				sprintf(__('%d ms', 'wkpbic'), entry.milliseconds);
	return [status, time, entry.code].filter(Boolean).join(' · ');
}
