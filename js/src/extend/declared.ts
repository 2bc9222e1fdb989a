/** What other plugins declare in PHP (`wkpbic_register_steps`), as the page gets it. Every text is plain, and already translated. */
import type { Actor, ExtensionRule } from '../core/door';
import type { MessageParams } from '../messages';
import type { ExtensionValue } from '../setup';
import type { FieldType } from './registrations';
import type { WizardRegistry } from './wizard-registry';

export interface DeclaredStep {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly before: string | null;
	readonly after: string | null;
}

export interface DeclaredField {
	readonly id: string;
	readonly step: string;
	readonly type: FieldType;
	readonly label: string;
	readonly help: string;
	readonly where: string;
	readonly choices: readonly { readonly value: string; readonly label: string }[];
	readonly rules: readonly ExtensionRule[];
}

export interface DeclaredCheck {
	readonly id: string;
	readonly step: string;
	readonly label: string;
}

/** Permissions of Power BI that a plugin needs besides the five. */
export interface AddedPermissions {
	readonly id: string;
	readonly scopes: readonly string[];
	readonly reason: string;
}

/** What a plugin knows about an error, for the numbers and names that it declared. */
export interface DeclaredDiagnosis {
	readonly id: string;
	/** Numbers as in AADSTS50105. */
	readonly aadsts: readonly number[];
	/** Power BI's names for errors. */
	readonly power_bi: readonly string[];
	readonly sentence: string;
	readonly actor: Actor;
	readonly wait: 'none' | 'minutes' | 'hours';
	readonly link: string | null;
}

export interface Added {
	readonly permissions: readonly AddedPermissions[];
	readonly diagnoses: readonly DeclaredDiagnosis[];
}

/** Something that PHP did not take, or that failed there. */
export interface DeclaredProblem {
	readonly code: string;
	readonly id: string;
	/** Where it comes from: a file below the folder of plugins; null when nobody knows. */
	readonly plugin: string | null;
	readonly params: MessageParams;
}

export interface Declared extends Added {
	readonly steps: readonly DeclaredStep[];
	readonly fields: readonly DeclaredField[];
	readonly checks: readonly DeclaredCheck[];
	readonly problems: readonly DeclaredProblem[];
}

export const NOTHING_DECLARED: Declared = { steps: [], fields: [], checks: [], permissions: [], diagnoses: [], problems: [] };

const isKept = (kept: ExtensionValue | undefined): boolean => kept !== undefined && ('value' in kept ? kept.value !== '' : kept.stored);

/** Brings the declarations into the registry, before any script of another plugin runs. */
export function registerDeclared(registry: WizardRegistry, declared: Declared): void {
	const requiredOf = new Map<string, string[]>(declared.steps.map(({ id }) => [id, []]));
	for (const { id, step, rules } of declared.fields) {
		if (rules.some(({ kind }) => kind === 'required')) {
			requiredOf.get(step)?.push(id);
		}
	}
	for (const { id, title, description, before, after } of declared.steps) {
		const required = requiredOf.get(id) ?? [];
		registry.steps.declare({
			id,
			title: () => title,
			description: () => description,
			...(after !== null && { after }),
			...(before !== null && { before }),
			isDone: ({ extensions }) => required.length > 0 && required.every((field) => isKept(extensions.fields[field])),
		});
	}
	for (const { id, step, type, label, help, where, choices, rules } of declared.fields) {
		registry.fields.declare({ id, step, type, label: () => label, help: () => help, where: () => where, choices: () => choices, rules });
	}
	for (const { id, step, label } of declared.checks) {
		registry.checks.declare({ id, step, label: () => label, run: ({ rest }) => rest.extensionCheck(id) });
	}
}
