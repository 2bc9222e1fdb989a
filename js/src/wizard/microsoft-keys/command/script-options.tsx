/** What the command shall do: which permissions, how long the secret lives, what the app is called. */
import { SelectControl, TextControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { PermissionId } from '../../../core/door';
import { PERMISSION_IDS, SCRIPT_LIFETIME_MONTHS } from '../../../generated/contract';

export interface Options {
	readonly permissions: readonly PermissionId[];
	readonly months: number;
	/** Empty for the name that the script makes of the shop's. */
	readonly app_name: string;
}

/** Half a year, as the portal recommends. */
export const FIRST_OPTIONS: Options = { permissions: PERMISSION_IDS, months: 6, app_name: '' };

const MONTHS = [1, 3, 6, 12, 18, 24].filter(
	(months) => months >= SCRIPT_LIFETIME_MONTHS.min && months <= SCRIPT_LIFETIME_MONTHS.max,
);

export function ScriptOptions({ options, onChange }: { readonly options: Options; readonly onChange: (options: Options) => void }) {
	const toggle = (permission: PermissionId, wanted: boolean): void =>
		onChange({
			...options,
			permissions: PERMISSION_IDS.filter((id) => (id === permission ? wanted : options.permissions.includes(id))),
		});
	return (
		<div className="wkpbic-options">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={__('The client secret lives for', 'wkpbic')}
				value={String(options.months)}
				options={MONTHS.map((months) => ({ value: String(months), label: monthsText(months) }))}
				onChange={(value) => onChange({ ...options, months: Number(value) })}
			/>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={__('Name of the app (optional)', 'wkpbic')}
				placeholder={__('made from your shop’s name', 'wkpbic')}
				value={options.app_name}
				onChange={(app_name: string) => onChange({ ...options, app_name })}
				autoComplete="off"
			/>
			<details className="wkpbic-options__permissions">
				<summary>
					{sprintf(
						/* translators: 1: how many permissions are chosen, 2: how many there are. */
						__('Permissions: %1$d of %2$d', 'wkpbic'),
						options.permissions.length,
						PERMISSION_IDS.length,
					)}
				</summary>
				<ul>
					{PERMISSION_IDS.map((permission) => (
						<li key={permission}>
							<label>
								<input
									type="checkbox"
									checked={options.permissions.includes(permission)}
									onChange={(event) => toggle(permission, event.target.checked)}
								/>
								<code>{permission}</code>
							</label>
						</li>
					))}
				</ul>
				<p>{__('Without one of them a part of the plugin does not work; you can add it later.', 'wkpbic')}</p>
			</details>
		</div>
	);
}

function monthsText(months: number): string {
	return sprintf(
		/* translators: %d: number of months. */
		_n('%d month', '%d months', months, 'wkpbic'),
		months,
	);
}
