/** The lines of a round of checks: each a mark, what is looked at, what came of it, and the one thing to do about it. */
import { Button, Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { CheckCircle, CrossCircle, InfoCircle, Triangle } from './icons';
import { MoreLink } from './more-link';
import type { CheckLine } from './use-checks';

const MARKS = { passed: CheckCircle, failed: CrossCircle, unknown: Triangle, skipped: InfoCircle } as const;

export function CheckList({ label, lines }: { readonly label: string; readonly lines: readonly CheckLine[] }) {
	return (
		<ul className="wkpbic-checks" aria-label={label}>
			{lines.map((line) => (
				<li key={line.id} className={`wkpbic-checks__line is-${line.status}`} data-check={line.id}>
					<span className="wkpbic-checks__mark" aria-hidden="true">
						<Mark status={line.status} />
					</span>
					<div className="wkpbic-checks__words">
						<span className="wkpbic-checks__label">
							{line.label}
							<span className="screen-reader-text">: {statusText(line.status)}</span>
						</span>
						{line.said && <p className="wkpbic-checks__said">{line.said.sentence}</p>}
						{line.link !== null && (
							<p className="wkpbic-checks__said">
								<MoreLink href={line.link} />
							</p>
						)}
						{line.next && (
							<Button variant="secondary" size="compact" className="wkpbic-checks__next" onClick={line.next.act}>
								{line.next.label}
							</Button>
						)}
					</div>
				</li>
			))}
		</ul>
	);
}

function Mark({ status }: { readonly status: CheckLine['status'] }) {
	if (status === 'running') {
		return <Spinner />;
	}
	if (status === 'waiting') {
		return <span className="wkpbic-checks__dot" />;
	}
	const Icon = MARKS[status];
	return <Icon />;
}

function statusText(status: CheckLine['status']): string {
	switch (status) {
		case 'waiting':
			return __('not checked yet', 'wkpbic');
		case 'running':
			return __('being checked', 'wkpbic');
		case 'passed':
			return __('good', 'wkpbic');
		case 'failed':
			return __('needs you', 'wkpbic');
		case 'unknown':
			return __('no answer', 'wkpbic');
		case 'skipped':
			return __('left out', 'wkpbic');
	}
}
