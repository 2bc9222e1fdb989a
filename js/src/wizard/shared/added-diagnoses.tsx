/** What other plugins say about an error, each with whose words they are. */
import { __, sprintf } from '@wordpress/i18n';
import type { AddedDiagnosis } from '../../extend/explain';
import { WhoActs } from '../results/who-acts';
import { MoreLink } from './more-link';

export function AddedDiagnoses({ added }: { readonly added: readonly AddedDiagnosis[] }) {
	return added.map(({ id, sentence, actor, wait, link }, index) => (
		<div key={`${id} ${index}`} className="wkpbic-added" data-diagnosis={id}>
			<p>
				<strong>
					{id === ''
						? __('Another plugin says:', 'wkpbic')
						: sprintf(
								/* translators: %s: short name of another plugin, such as my-plugin. */
								__('The plugin “%s” says:', 'wkpbic'),
								id.split('/')[0] ?? id,
							)}
				</strong>{' '}
				{sentence}
			</p>
			<WhoActs actor={actor} wait={wait} />
			{link !== null && (
				<p>
					<MoreLink href={link} />
				</p>
			)}
		</div>
	));
}
