/** The final checklist: the five values, and the ten items of the set-up with what proves each. */
import { __, sprintf } from '@wordpress/i18n';
import type { ScoredItem, StoredFieldId } from '../../core/door';
import type { StepProps } from '../../extend';
import { failureSentence } from '../scorecard/failure-sentence';
import { itemWords } from '../scorecard/items';
import { useScorecard } from '../scorecard/use-scorecard';
import { dateText, dateTimeText } from '../shared/date-text';
import { CheckCircle, CrossCircle, InfoCircle } from '../shared/icons';
import { fieldLabels } from '../sign-in/missing-keys';

const VALUES = ['client_id', 'tenant_id', 'client_secret', 'username', 'password'] as const satisfies readonly StoredFieldId[];

export function Checklist({ wizard }: StepProps) {
	const items = useScorecard(wizard)?.items ?? [];
	return (
		<details className="wkpbic-details wkpbic-details--block">
			<summary>{__('The checklist: five values, ten items', 'wkpbic')}</summary>
			<div className="wkpbic-checklist">
				<div>
					<h4 className="wkpbic-panel__heading">{__('Values', 'wkpbic')}</h4>
					<ul>
						{VALUES.map((id) => (
							<Value key={id} wizard={wizard} id={id} />
						))}
					</ul>
				</div>
				{items.length > 0 && (
					<div>
						<h4 className="wkpbic-panel__heading">{__('Items', 'wkpbic')}</h4>
						<ul>
							{items.map((item) => (
								<Item key={item.item} wizard={wizard} item={item} />
							))}
						</ul>
					</div>
				)}
			</div>
		</details>
	);
}

function Value({ wizard, id }: StepProps & { readonly id: (typeof VALUES)[number] }) {
	const field = wizard.setup.fields[id];
	const isThere = 'has_value' in field ? field.has_value : field.value !== '';
	const says =
		'has_value' in field
			? field.stored_at !== null
				? /* translators: %s: date. */
					sprintf(__('stored on %s', 'wkpbic'), dateText(field.stored_at))
				: field.has_value
					? __('stored', 'wkpbic')
					: ''
			: field.value;
	return (
		<li className={isThere ? 'is-passed' : 'is-open'}>
			{isThere ? <CheckCircle /> : <InfoCircle />}
			<span>
				<strong>{fieldLabels()[id]}</strong>{' '}
				<span className="wkpbic-checklist__says" dir="auto">
					{isThere ? says : id === 'password' ? __('not needed', 'wkpbic') : __('missing', 'wkpbic')}
				</span>
			</span>
		</li>
	);
}

const ITEM_ICONS = { proved: CheckCircle, claimed: CheckCircle, failing: CrossCircle, open: InfoCircle } as const;

function Item({ wizard, item }: StepProps & { readonly item: ScoredItem }) {
	const Icon = ITEM_ICONS[item.state];
	return (
		<li className={`is-${item.state === 'proved' ? 'passed' : item.state}`}>
			<Icon />
			<span>
				<strong>{itemWords()[item.item].title}</strong> <span className="wkpbic-checklist__says">{stateOf(wizard, item)}</span>
			</span>
		</li>
	);
}

function stateOf(wizard: StepProps['wizard'], item: ScoredItem): string {
	const { state, at, optional } = item;
	switch (state) {
		case 'proved':
			/* translators: %s: date and time. */
			return at === null ? __('proved', 'wkpbic') : sprintf(__('proved on %s', 'wkpbic'), dateTimeText(at));
		case 'failing':
			return failureSentence(wizard, item);
		case 'claimed':
			return __('ticked by you', 'wkpbic');
		case 'open':
			return optional ? __('optional', 'wkpbic') : __('open', 'wkpbic');
	}
}
