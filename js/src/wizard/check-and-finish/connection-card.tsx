/** Who the shop is connected as and since when; or what stands in the way. */
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { TestReport } from '../../setup';
import { dateTimeText } from '../shared/date-text';
import { CheckCircle, InfoCircle, Triangle } from '../shared/icons';
import { standingOf, type Standing } from './standing';

const headings = (): Readonly<Record<Standing, string>> => ({
	connected: __('Connected', 'wkpbic'),
	not_connected: __('Not connected yet', 'wkpbic'),
	sign_in_again: __('Please sign in again', 'wkpbic'),
	held_up: __('Connected, but not everything works yet', 'wkpbic'),
	failing: __('Connected, but Microsoft does not answer as it should', 'wkpbic'),
});

const ICONS = { connected: CheckCircle, not_connected: InfoCircle, sign_in_again: Triangle, failing: Triangle, held_up: Triangle } as const;

export function ConnectionCard({ wizard, report }: StepProps & { readonly report: TestReport | null }) {
	const { connection } = wizard.setup;
	const { state, username, connected_at, last_failure } = connection;
	const standing = standingOf(connection, report);
	const Icon = ICONS[standing];
	return (
		<div className={`wkpbic-connection is-${standing.replaceAll('_', '-')}`}>
			<Icon />
			<div className="wkpbic-connection__words">
				<p className="wkpbic-connection__heading">{headings()[standing]}</p>
				{username !== null && <p>{username}</p>}
				{connected_at !== null && (
					<p className="wkpbic-connection__since">
						{sprintf(
							/* translators: %s: date and time. */
							__('Since %s', 'wkpbic'),
							dateTimeText(connected_at),
						)}
					</p>
				)}
				{last_failure && state !== 'connected' && (
					<p>{wizard.messageFor(last_failure.code, last_failure.params)}</p>
				)}
				{state === 'not_connected' && (
					<p>{__('Step 3 connects your shop; then you can check here whether everything works.', 'wkpbic')}</p>
				)}
			</div>
		</div>
	);
}
