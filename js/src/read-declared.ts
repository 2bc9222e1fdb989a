/** Reader for what other plugins have declared in PHP. PHP has checked every part already: here only the shapes count. */
import type { ExtensionRule } from './core/door';
import type { AddedPermissions, Declared, DeclaredCheck, DeclaredDiagnosis, DeclaredField, DeclaredProblem, DeclaredStep } from './extend/declared';
import { frozen, listOf, mapOf, nullable, number, oneOf, shape, text, textOrNumber, type Reader } from './reading';

/** The kit says whether it can use the rule; here it is data with a kind. */
const rule: Reader<ExtensionRule> = (value, path) => {
	shape<{ kind: string }>({ kind: text })(value, path);
	return value as ExtensionRule;
};

const fieldType: Reader<DeclaredField['type']> = oneOf('text', 'secret', 'guid', 'url', 'email', 'date', 'select', 'toggle');

export const readDeclared: Reader<Declared> = frozen(shape<Declared>({
	steps: listOf(shape<DeclaredStep>({ id: text, title: text, description: text, before: nullable(text), after: nullable(text) })),
	fields: listOf(
		shape<DeclaredField>({
			id: text,
			step: text,
			type: fieldType,
			label: text,
			help: text,
			where: text,
			choices: listOf(shape<DeclaredField['choices'][number]>({ value: text, label: text })),
			rules: listOf(rule),
		}),
	),
	checks: listOf(shape<DeclaredCheck>({ id: text, step: text, label: text })),
	permissions: listOf(shape<AddedPermissions>({ id: text, scopes: listOf(text), reason: text })),
	diagnoses: listOf(
		shape<DeclaredDiagnosis>({
			id: text,
			aadsts: listOf(number),
			power_bi: listOf(text),
			sentence: text,
			actor: oneOf('you', 'entra_admin', 'power_bi_admin', 'host', 'nobody'),
			wait: oneOf('none', 'minutes', 'hours'),
			link: nullable(text),
		}),
	),
	problems: listOf(shape<DeclaredProblem>({ code: text, id: text, plugin: nullable(text), params: mapOf(textOrNumber) })),
}));
