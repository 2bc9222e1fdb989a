/** Says why the core could not be loaded, which header or setting to change, and what still works. */
import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CoreState } from '../../core/state';
import type { MessageText } from '../../messages';

export function CoreNotice({ core, messageFor }: { readonly core: CoreState; readonly messageFor: MessageText }) {
	if (core.status !== 'unavailable') {
		return null;
	}
	const sentence = messageFor(core.code, core.params);
	return (
		<Notice status="warning" isDismissible={false} className="wkpbic-notice" spokenMessage={sentence}>
			<p>
				<strong>{sentence}</strong>
			</p>
			<p>
				{__('You can still type and save your keys: the site itself checks them then.', 'wkpbic')}
			</p>
		</Notice>
	);
}
