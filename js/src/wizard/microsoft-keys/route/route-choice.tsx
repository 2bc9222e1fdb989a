/** Three ways to the same values; changing one's mind loses nothing. */
import { __ } from '@wordpress/i18n';
import type { KeysRoute } from './use-route';

export function RouteChoice({ route, onChange }: { readonly route: KeysRoute; readonly onChange: (route: KeysRoute) => void }) {
	const choices: readonly { readonly route: KeysRoute; readonly name: string; readonly note: string }[] = [
		{ route: 'portal_guided', name: __('Click by click', 'wkpbic'), note: __('Seven cards, about ten minutes', 'wkpbic') },
		{ route: 'one_command', name: __('One command', 'wkpbic'), note: __('For those who like a command line, about three minutes', 'wkpbic') },
		{ route: 'ask_admin', name: __('My admin does it', 'wkpbic'), note: __('You send a request and paste the answer', 'wkpbic') },
	];
	return (
		<fieldset className="wkpbic-routes">
			<legend className="screen-reader-text">{__('How do you want to get the keys?', 'wkpbic')}</legend>
			{choices.map((choice) => (
				<label key={choice.route} className={`wkpbic-routes__choice${choice.route === route ? ' is-chosen' : ''}`}>
					<input
						type="radio"
						name="wkpbic-keys-route"
						value={choice.route}
						checked={choice.route === route}
						onChange={() => onChange(choice.route)}
					/>
					<span className="wkpbic-routes__name">{choice.name}</span>
					<span className="wkpbic-routes__note">{choice.note}</span>
				</label>
			))}
		</fieldset>
	);
}
