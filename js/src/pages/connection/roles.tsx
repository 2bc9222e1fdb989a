/** Which roles may change the connection, and which may read the log. */
import { CheckboxControl, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { RoleRights, Roles as RoleMatrix } from '../../rest/client';
import { failureText } from '../../wizard/shared/failure-text';

export function Roles({ wizard }: StepProps) {
	const { rest, messageFor, announce } = wizard;
	const [roles, setRoles] = useState<RoleMatrix | null>(null);
	const [saving, setSaving] = useState<string | null>(null);
	const [failure, setFailure] = useState<string | null>(null);

	useEffect(() => {
		let wanted = true;
		rest.readRoles().then(
			(read) => wanted && setRoles(read),
			(reason: unknown) => wanted && setFailure(failureText(reason, messageFor)),
		);
		return () => {
			wanted = false;
		};
	}, [rest, messageFor]);

	const change = async (role: string, right: keyof RoleRights, granted: boolean): Promise<void> => {
		if (saving !== null) {
			return;
		}
		setSaving(`${role} ${right}`);
		setFailure(null);
		try {
			setRoles(await rest.saveRoles({ [role]: { [right]: granted } }));
			announce(__('Saved.', 'wkpbic'));
		} catch (reason) {
			setFailure(failureText(reason, messageFor));
		}
		setSaving(null);
	};

	return (
		<>
			<p className="wkpbic-note">
				{__('Administrators always hold both rights. A change counts at once.', 'wkpbic')}
			</p>
			{roles === null && failure === null && <Spinner />}
			{roles !== null && (
				<div className="wkpbic-table-scroll">
					<table className="wkpbic-table">
						<thead>
							<tr>
								<th scope="col">{__('Role', 'wkpbic')}</th>
								<th scope="col">{__('Change the connection', 'wkpbic')}</th>
								<th scope="col">{__('Read the log', 'wkpbic')}</th>
							</tr>
						</thead>
						<tbody>
							{Object.entries(roles).map(([role, { name, fixed, ...rights }]) => (
								<tr key={role}>
									<th scope="row">{name}</th>
									{(['manage_settings', 'view_logs'] as const).map((right) => (
										<td key={right}>
											<CheckboxControl
												__nextHasNoMarginBottom
												label=""
												aria-label={
													right === 'manage_settings'
														? /* translators: %s: name of a role. */
															sprintf(__('%s may change the connection', 'wkpbic'), name)
														: /* translators: %s: name of a role. */
															sprintf(__('%s may read the log', 'wkpbic'), name)
												}
												checked={rights[right]}
												disabled={fixed}
												onChange={(granted) => void change(role, right, granted)}
											/>
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
			<div role="status">{failure !== null && <p className="wkpbic-verdict__said is-error">{failure}</p>}</div>
		</>
	);
}
