/** The three ways through step 2. The suggested one is marked; another may be taken at any time. */
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { routes } from './questions';
import type { Quiz } from './use-quiz';

export function RouteChoice({ quiz }: { readonly quiz: Quiz }) {
	const name = useId();
	return (
		<fieldset className="wkpbic-routes">
			<legend className="screen-reader-text">{__('Your way', 'wkpbic')}</legend>
			{routes().map(({ id, title, what, effort }) => (
				<label key={id} className={`wkpbic-route${quiz.route === id ? ' is-taken' : ''}`} data-route={id}>
					<input
						type="radio"
						name={name}
						value={id}
						checked={quiz.route === id}
						onChange={() => quiz.take(id)}
						aria-describedby={`${name}-${id}`}
					/>
					<span className="wkpbic-route__words">
						<span className="wkpbic-route__title">
							{title}
							{quiz.result?.route === id && <span className="wkpbic-tag is-accent">{__('Suggested', 'wkpbic')}</span>}
						</span>
						<span className="wkpbic-route__what" id={`${name}-${id}`}>
							{what} <span className="wkpbic-route__effort">{effort}</span>
						</span>
					</span>
				</label>
			))}
		</fieldset>
	);
}
