/** Microsoft's own words and ids, as text, for whoever has to find the event in Microsoft's logs. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Diagnosis } from '../../core/door';
import type { MicrosoftAnswer } from '../../setup';
import { copyText } from '../shared/copy-text';

export type SupportRow = readonly [name: string, value: string | null];

/** Microsoft's texts go on for many lines with ids that stand beside them anyway; the first says what happened. */
export function firstLine(text: string): string {
	return text.split(/\r\n|\r|\n/, 1)[0]?.trim() ?? '';
}

const aadsts = (number: number): string => `AADSTS${number}`;

export function supportRows(code: string, microsoft: MicrosoftAnswer | null): readonly SupportRow[] {
	return [
		[__('Our code', 'wkpbic'), code],
		[__('Microsoft’s error', 'wkpbic'), microsoft?.error ?? null],
		[__('Microsoft’s numbers', 'wkpbic'), microsoft?.error_codes.map(aadsts).join(', ') ?? null],
		[__('Microsoft’s text', 'wkpbic'), firstLine(microsoft?.error_description ?? '')],
		[__('Trace ID', 'wkpbic'), microsoft?.trace_id ?? null],
		[__('Correlation ID', 'wkpbic'), microsoft?.correlation_id ?? null],
		[__('Time', 'wkpbic'), microsoft?.timestamp ?? null],
	];
}

export function supportRowsOf(diagnosis: Diagnosis): readonly SupportRow[] {
	const numbers = diagnosis.aadsts === null ? diagnosis.also : [diagnosis.aadsts, ...diagnosis.also];
	return [
		[__('Our code', 'wkpbic'), diagnosis.code],
		[__('Microsoft’s error', 'wkpbic'), diagnosis.error],
		[__('Microsoft’s numbers', 'wkpbic'), [...new Set(numbers)].map(aadsts).join(', ')],
		[__('HTTP status', 'wkpbic'), diagnosis.http_status === null ? null : String(diagnosis.http_status)],
		[__('Trace ID', 'wkpbic'), diagnosis.trace_id],
		[__('Correlation ID', 'wkpbic'), diagnosis.correlation_id],
		[__('Time', 'wkpbic'), diagnosis.timestamp],
	];
}

export function SupportDetails(props: {
	readonly rows: readonly SupportRow[];
	readonly announce: (sentence: string, urgency?: 'polite' | 'assertive') => void;
}) {
	const rows = props.rows.filter((row): row is readonly [string, string] => Boolean(row[1]));
	const [copied, setCopied] = useState(false);

	const copy = async (): Promise<void> => {
		const worked = await copyText(rows.map(([name, value]) => `${name}: ${value}`).join('\n'));
		setCopied(worked);
		props.announce(
			worked ? __('Copied.', 'wkpbic') : __('The browser does not allow copying. Copy the text by hand.', 'wkpbic'),
			worked ? 'polite' : 'assertive',
		);
	};

	return (
		<details className="wkpbic-details">
			<summary>{__('Details for support', 'wkpbic')}</summary>
			<dl className="wkpbic-details__list">
				{rows.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd dir="auto">{value}</dd>
					</div>
				))}
			</dl>
			<Button variant="secondary" size="small" className="wkpbic-details__copy" onClick={() => void copy()}>
				{copied ? __('Copied', 'wkpbic') : __('Copy all', 'wkpbic')}
			</Button>
		</details>
	);
}
