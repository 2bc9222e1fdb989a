/** What Microsoft's consent page is going to ask, in words, before anybody sees that page. */
import { __ } from '@wordpress/i18n';
import type { PermissionId } from '../../core/door';
import { PERMISSION_IDS } from '../../generated/contract';

const purposes = (): Readonly<Record<PermissionId, string>> => ({
	'Dataset.ReadWrite.All': __('Create the shop’s datasets and keep their figures up to date.', 'wkpbic'),
	'Workspace.ReadWrite.All': __('List your workspaces, so that you can choose where the data goes.', 'wkpbic'),
	'Report.Read.All': __('Find your reports and show them here.', 'wkpbic'),
	'Dashboard.Read.All': __('Find your dashboards and show them here.', 'wkpbic'),
	'Content.Create': __('Create reports and dashboards from a template.', 'wkpbic'),
});

export function PermissionsPreview({ granted }: { readonly granted: boolean }) {
	const purposeOf = purposes();
	return (
		<>
			<h3 className="wkpbic-heading">
				{granted
					? __('What your shop may do in Power BI', 'wkpbic')
					: __('What Microsoft will ask you to allow', 'wkpbic')}
			</h3>
			<ul className="wkpbic-permissions">
				{PERMISSION_IDS.map((id) => (
					<li key={id}>
						<span className="wkpbic-permissions__purpose">{purposeOf[id]}</span>
						<code className="wkpbic-permissions__id" dir="ltr">
							{id}
						</code>
					</li>
				))}
			</ul>
			<p className="wkpbic-note">
				{__(
					'Each holds only within what your own account may do. You can take all of them back at any time.',
					'wkpbic',
				)}
			</p>
		</>
	);
}
