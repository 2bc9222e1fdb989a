/** The workspaces that Power BI listed: the proof that the whole way works. */
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Workspace } from '../../setup';

export function workspacesHeading(count: number): string {
	return count === 0
		? __('Power BI answers, but this account has no workspace yet.', 'wkpbic')
		: sprintf(
				/* translators: %d: number of workspaces. */
				_n(
					'It works: Power BI lists %d workspace.',
					'It works: Power BI lists %d workspaces.',
					count,
					'wkpbic',
				),
				count,
			);
}

export function Workspaces({ workspaces }: { readonly workspaces: readonly Workspace[] }) {
	return (
		<ul className="wkpbic-workspaces" aria-label={__('Workspaces', 'wkpbic')}>
			{workspaces.map((workspace) => (
				<li key={workspace.id} className="wkpbic-workspaces__item">
					<span className="wkpbic-workspaces__name">{workspace.name}</span>
					{workspace.is_read_only && <span className="wkpbic-tag">{__('Read only', 'wkpbic')}</span>}
					{workspace.is_on_dedicated_capacity && (
						<span className="wkpbic-tag">{__('Dedicated capacity', 'wkpbic')}</span>
					)}
				</li>
			))}
		</ul>
	);
}
