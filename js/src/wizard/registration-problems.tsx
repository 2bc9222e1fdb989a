/** What other plugins brought and could not be taken, for their developers; nobody else needs to read it. */
import { __, _n, sprintf } from '@wordpress/i18n';
import type { RegistrationProblem } from '../extend';

export function RegistrationProblems({ problems }: { readonly problems: readonly RegistrationProblem[] }) {
	if (problems.length === 0) {
		return null;
	}
	return (
		<details className="wkpbic-details wkpbic-problems">
			<summary>
				{sprintf(
					/* translators: %d: how many parts of other plugins could not be added to this page. */
					_n('%d part of another plugin could not be added here', '%d parts of other plugins could not be added here', problems.length, 'wkpbic'),
					problems.length,
				)}
			</summary>
			<p>{__('The set-up works without it. Tell the developer of that plugin:', 'wkpbic')}</p>
			<ul className="wkpbic-notice__list">
				{problems.map(({ code, id }) => (
					<li key={`${code} ${id}`}>
						<code dir="ltr">
							{code}: {id}
						</code>
					</li>
				))}
			</ul>
		</details>
	);
}
