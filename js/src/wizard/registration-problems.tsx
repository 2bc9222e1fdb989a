/** What other plugins brought and could not be taken, for their developers; nobody else needs to read it. */
import { useSyncExternalStore } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { WizardRegistry } from '../extend';
import type { DeclaredProblem } from '../extend/declared';
import type { MessageText } from '../messages';
import type { Setup } from '../setup';

export interface RegistrationProblemsProps {
	readonly registry: WizardRegistry;
	readonly setup: Setup;
	/** What PHP has found out already. */
	readonly declared: readonly DeclaredProblem[];
	readonly messageFor: MessageText;
}

export function RegistrationProblems({ registry, setup, declared, messageFor }: RegistrationProblemsProps) {
	const found = useSyncExternalStore(registry.watchProblems, registry.problems);
	const here = [...found, ...undeclared(registry, setup)].map(({ code, id }) => ({ code, id, plugin: null, params: {} }));
	const problems: readonly DeclaredProblem[] = [...declared, ...here];
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
				{problems.map(({ code, id, plugin, params }, index) => (
					<li key={`${code} ${id} ${index}`}>
						<code dir="ltr">
							{code}: {id}
							{plugin !== null && ` (${plugin})`}
						</code>
						<Sentence text={messageFor(code, params, '')} />
					</li>
				))}
			</ul>
		</details>
	);
}

function Sentence({ text }: { readonly text: string }) {
	return text === '' ? null : <span> {text}</span>;
}

/** Fields for which the site keeps no value, in steps that leave it to the wizard to draw them: nobody sees them. */
function undeclared(registry: WizardRegistry, setup: Setup): { readonly code: string; readonly id: string }[] {
	const { steps, fields } = registry.all();
	const drawers = new Set(steps.filter(({ draws }) => draws.includes('fields')).map(({ id }) => id));
	return fields
		.filter(({ id, step }) => id.includes('/') && !drawers.has(step) && !Object.hasOwn(setup.extensions.fields, id))
		.map(({ id }) => ({ code: 'field_not_declared', id }));
}
