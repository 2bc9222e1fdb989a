/** The log: changes and calls to Microsoft, with a filter in the address, details, and a file to take away. */
import { Button, Notice, Spinner } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { MessageText } from '../../messages';
import { saveFile } from '../../wizard/results/save-file';
import { failureText } from '../../wizard/shared/failure-text';
import type { LogClient } from './log-client';
import type { LogPageOf } from './log-entry';
import { addressOf, filterOf, isFiltered, type LogFilter } from './log-filter';
import { LogFilters } from './log-filters';
import { LogTable } from './log-table';

export interface LogPageProps {
	/** Ends with a slash. */
	readonly adminUrl: string;
	readonly client: LogClient;
	readonly messageFor: MessageText;
	readonly events: readonly string[];
}

export function LogPage({ client, messageFor, events, adminUrl }: LogPageProps) {
	const [filter, setFilter] = useState(() => filterOf(window.location.search));
	const [found, setFound] = useState<LogPageOf | null>(null);
	const [failure, setFailure] = useState<string | null>(null);
	const [saving, setSaving] = useState(false);

	useEffect(() => {
		const follow = (): void => setFilter(filterOf(window.location.search));
		window.addEventListener('popstate', follow);
		return () => window.removeEventListener('popstate', follow);
	}, []);

	useEffect(() => {
		let wanted = true;
		client.page(filter).then(
			(page) => {
				if (wanted) {
					setFound(page);
					setFailure(null);
					speak(countOf(page.total));
				}
			},
			(reason: unknown) => {
				if (wanted) {
					setFound(null);
					setFailure(failureText(reason, messageFor));
				}
			},
		);
		return () => {
			wanted = false;
		};
	}, [client, filter, messageFor]);

	const show = useCallback((next: LogFilter): void => {
		window.history.pushState(null, '', addressOf(next));
		setFilter(next);
	}, []);

	const save = async (): Promise<void> => {
		if (saving) {
			return;
		}
		setSaving(true);
		try {
			saveFile('wkpbic-log.json', 'application/json', await client.document(filter));
			setFailure(null);
		} catch (reason) {
			setFailure(failureText(reason, messageFor));
		}
		setSaving(false);
	};

	return (
		<div className="wkpbic wkpbic-page">
			<header className="wkpbic-header">
				<h1 className="wkpbic-header__title">{__('Log', 'wkpbic')}</h1>
				<p className="wkpbic-header__lead">
					{__('Who changed what, and every call to Microsoft. No secret and no token is ever written here.', 'wkpbic')}
				</p>
			</header>
			<LogFilters filter={filter} events={events} apply={show} />
			{failure !== null && (
				<Notice
					status="error"
					isDismissible={false}
					className="wkpbic-notice"
					spokenMessage={failure}
					politeness="assertive"
				>
					<p className="wkpbic-notice__sentence">{failure}</p>
				</Notice>
			)}
			{found === null && failure === null && <Spinner />}
			{found !== null && (
				<>
					<div className="wkpbic-log-bar">
						<p>{countOf(found.total)}</p>
						<Button
							variant="secondary"
							__next40pxDefaultSize
							isBusy={saving}
							aria-disabled={saving}
							onClick={() => void save()}
						>
							{__('Download as JSON', 'wkpbic')}
						</Button>
					</div>
					{found.entries.length > 0 ? (
						<LogTable entries={found.entries} messageFor={messageFor} adminUrl={adminUrl} />
					) : (
						<p className="wkpbic-empty">
							{isFiltered(filter)
								? __('Nothing fits this filter.', 'wkpbic')
								: __('Nothing has been written down yet.', 'wkpbic')}
						</p>
					)}
					{found.pages > 1 && <Pages filter={filter} pages={found.pages} show={show} />}
				</>
			)}
		</div>
	);
}

function Pages(props: { readonly filter: LogFilter; readonly pages: number; readonly show: (filter: LogFilter) => void }) {
	const { filter, pages, show } = props;
	return (
		<nav className="wkpbic-actions wkpbic-pages" aria-label={__('Pages of the log', 'wkpbic')}>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={filter.page <= 1}
				onClick={() => show({ ...filter, page: filter.page - 1 })}
			>
				{__('Newer', 'wkpbic')}
			</Button>
			<span>
				{sprintf(
					/* translators: 1: number of this page, 2: number of pages. */
					__('Page %1$d of %2$d', 'wkpbic'),
					filter.page,
					pages,
				)}
			</span>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={filter.page >= pages}
				onClick={() => show({ ...filter, page: filter.page + 1 })}
			>
				{__('Older', 'wkpbic')}
			</Button>
		</nav>
	);
}

function countOf(total: number): string {
	return sprintf(
		/* translators: %d: number of log entries. */
		_n('%d entry', '%d entries', total, 'wkpbic'),
		total,
	);
}
