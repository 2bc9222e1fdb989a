/** The facts of the connection, one a line: app, directory, cloud, way to sign in, next renewal. */
import { __ } from '@wordpress/i18n';
import type { Setup } from '../../setup';
import { cloudName } from '../../wizard/microsoft-keys/fields/words';
import { dateTimeText } from '../../wizard/shared/date-text';

const methods = (): Readonly<Record<string, string>> => ({
	delegated: __('A person signs in at Microsoft', 'wkpbic'),
	ropc: __('With a stored password', 'wkpbic'),
	service_principal: __('The app by itself', 'wkpbic'),
});

export function ConnectionFacts({ setup }: { readonly setup: Setup }) {
	const { fields, connection } = setup;
	const rows: readonly (readonly [string, string | null])[] = [
		[__('Way to sign in', 'wkpbic'), methods()[fields.sign_in_method.value] ?? fields.sign_in_method.value],
		[__('Application (client) ID', 'wkpbic'), fields.client_id.value || null],
		[__('Directory (tenant) ID', 'wkpbic'), fields.tenant_id.value || null],
		[__('Cloud', 'wkpbic'), cloudName(fields.cloud.value)],
		[
			__('Next renewal, when somebody needs it', 'wkpbic'),
			connection.refresh_at === null ? null : dateTimeText(connection.refresh_at),
		],
		[
			__('Last problem', 'wkpbic'),
			connection.last_failure === null ? null : dateTimeText(connection.last_failure.at),
		],
		[
			__('Microsoft is asked again', 'wkpbic'),
			connection.last_failure?.retry_at ? dateTimeText(connection.last_failure.retry_at) : null,
		],
	];
	return (
		<dl className="wkpbic-details__list">
			{rows.map(([name, value]) =>
				value === null ? null : (
					<div key={name}>
						<dt>{name}</dt>
						<dd dir="auto">{value}</dd>
					</div>
				),
			)}
		</dl>
	);
}
