/** Microsoft's own words and ids, as text, for whoever has to find the event in Microsoft's logs. */
import { __ } from '@wordpress/i18n';
import type { MicrosoftAnswer } from '../../setup';

/** Microsoft's texts go on for many lines with ids that stand beside them anyway; the first says what happened. */
export function firstLine(text: string): string {
	return text.split(/\r\n|\r|\n/, 1)[0]?.trim() ?? '';
}

export function SupportDetails({ code, microsoft }: { readonly code: string; readonly microsoft: MicrosoftAnswer | null }) {
	const rows: readonly (readonly [string, string | null])[] = [
		[__('Our code', 'wkpbic'), code],
		[__('Microsoft’s error', 'wkpbic'), microsoft?.error ?? null],
		[
			__('Microsoft’s numbers', 'wkpbic'),
			microsoft?.error_codes.map((number) => `AADSTS${number}`).join(', ') ?? null,
		],
		[__('Microsoft’s text', 'wkpbic'), firstLine(microsoft?.error_description ?? '')],
		[__('Trace ID', 'wkpbic'), microsoft?.trace_id ?? null],
		[__('Correlation ID', 'wkpbic'), microsoft?.correlation_id ?? null],
		[__('Time', 'wkpbic'), microsoft?.timestamp ?? null],
	];
	return (
		<details className="wkpbic-details">
			<summary>{__('Details for support', 'wkpbic')}</summary>
			<dl className="wkpbic-details__list">
				{rows.map(([name, value]) =>
					value ? (
						<div key={name}>
							<dt>{name}</dt>
							<dd dir="auto">{value}</dd>
						</div>
					) : null,
				)}
			</dl>
		</details>
	);
}
