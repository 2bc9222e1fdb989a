/** The filter above the log. It takes effect with its button, so that nothing jumps while somebody chooses. */
import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { EVERYTHING, isFiltered, type FilterName, type LogFilter } from './log-filter';
import { eventName, kindName } from './words';

export function LogFilters(props: {
	readonly filter: LogFilter;
	readonly events: readonly string[];
	readonly apply: (filter: LogFilter) => void;
}) {
	const { filter, events, apply } = props;
	const [draft, setDraft] = useState(filter);
	const [shown, setShown] = useState(filter);
	// Back and forward bring another filter.
	if (shown !== filter) {
		setShown(filter);
		setDraft(filter);
	}
	const set = (name: FilterName) => (value: string) => setDraft({ ...draft, [name]: value, page: 1 });
	const look = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true } as const;

	return (
		<form
			className="wkpbic-filters"
			role="search"
			aria-label={__('Filter the log', 'wkpbic')}
			onSubmit={(event) => {
				event.preventDefault();
				apply({ ...draft, page: 1 });
			}}
		>
			<SelectControl
				{...look}
				label={__('Kind', 'wkpbic')}
				value={draft.kind}
				options={[
					{ value: '', label: __('All', 'wkpbic') },
					...['audit', 'call'].map((value) => ({ value, label: kindName(value) })),
				]}
				onChange={set('kind')}
			/>
			<SelectControl
				{...look}
				label={__('What happened', 'wkpbic')}
				value={draft.event}
				options={[
					{ value: '', label: __('All', 'wkpbic') },
					...events.map((value) => ({ value, label: eventName(value) })),
					// The address may ask for a kind of call, which has no name here.
					...(draft.event === '' || events.includes(draft.event) ? [] : [{ value: draft.event, label: draft.event }]),
				]}
				onChange={set('event')}
			/>
			<TextControl
				{...look}
				label={__('Code', 'wkpbic')}
				value={draft.code}
				dir="ltr"
				spellCheck={false}
				onChange={set('code')}
			/>
			<TextControl {...look} type="date" label={__('From', 'wkpbic')} value={draft.from} onChange={set('from')} />
			<TextControl {...look} type="date" label={__('To', 'wkpbic')} value={draft.to} onChange={set('to')} />
			<div className="wkpbic-filters__actions">
				<Button type="submit" variant="secondary" __next40pxDefaultSize>
					{__('Filter', 'wkpbic')}
				</Button>
				{isFiltered(filter) && (
					<Button variant="tertiary" __next40pxDefaultSize onClick={() => apply(EVERYTHING)}>
						{__('Show all', 'wkpbic')}
					</Button>
				)}
			</div>
		</form>
	);
}
