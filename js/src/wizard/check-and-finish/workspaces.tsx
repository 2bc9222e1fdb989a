/** The workspaces that Power BI listed, with the role in each: the proof that the whole way works. */
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

/** Power BI's four roles in its own words; another one is shown as it came. */
function roleName(role: string | null): string {
	switch (role) {
		case 'Admin':
			return __('Admin', 'wkpbic');
		case 'Member':
			return __('Member', 'wkpbic');
		case 'Contributor':
			return __('Contributor', 'wkpbic');
		case 'Viewer':
			return __('Viewer, may only read', 'wkpbic');
		default:
			return role ?? __('Role not told', 'wkpbic');
	}
}

export function Workspaces({ workspaces }: { readonly workspaces: readonly Workspace[] }) {
	return (
		<ul className="wkpbic-workspaces" aria-label={__('Workspaces', 'wkpbic')}>
			{workspaces.map((workspace) => (
				<li key={workspace.id} className="wkpbic-workspaces__item">
					<span className="wkpbic-workspaces__name" dir="auto">
						{workspace.name}
					</span>
					<span className="wkpbic-tag">{roleName(workspace.role)}</span>
					{workspace.is_read_only && workspace.role !== 'Viewer' && (
						<span className="wkpbic-tag">{__('Read only', 'wkpbic')}</span>
					)}
					{workspace.is_on_dedicated_capacity && (
						<span className="wkpbic-tag">{__('Dedicated capacity', 'wkpbic')}</span>
					)}
				</li>
			))}
		</ul>
	);
}
