/** A wizard page with what another plugin has declared in PHP, and the few ways in which tests touch it. */
import { act, fireEvent, render } from '@testing-library/react';
import { vi } from 'vitest';
import type { KitState } from '../src/core/state';
import { NOTHING_DECLARED, registerDeclared, type Declared, type DeclaredField } from '../src/extend/declared';
import type { WizardRegistry } from '../src/extend';
import type { RestClient } from '../src/rest/client';
import type { ExtensionValue, Setup } from '../src/setup';
import { WizardPage } from '../src/wizard/wizard-page';
import { bootstrapWith, fakeCore, fakeRest, loaded, ownRegistry, setupWith } from './fakes';
import { realKit } from './real-core';

export const STEP = 'shop-kit/warehouse';

export const declaredField = (name: string, part: Partial<DeclaredField> = {}): DeclaredField => ({
	id: `shop-kit/${name}`,
	step: STEP,
	type: 'text',
	label: `Label of ${name}`,
	help: '',
	where: '',
	choices: [],
	rules: [],
	...part,
});

/** One step with the given fields, after our first. */
export const declaring = (fields: readonly DeclaredField[], part: Partial<Declared> = {}): Declared => ({
	...NOTHING_DECLARED,
	steps: [{ id: STEP, title: 'Your warehouse', description: 'Where the goods are.', before: null, after: 'before-you-start' }],
	fields,
	...part,
});

export const keeping = (values: Readonly<Record<string, ExtensionValue>>): Setup => setupWith({ extensions: { fields: values } });

export interface ExtendedPage {
	readonly declared: Declared;
	readonly setup: Setup;
	/** What `&step=` says; the declared step unless it is said. */
	readonly address?: string;
	readonly rest?: Partial<RestClient>;
	readonly loadKit?: () => Promise<KitState>;
	/** What scripts of other plugins do before the first drawing. */
	readonly script?: (registry: WizardRegistry) => void;
	/** With the core itself, or with one of few words. */
	readonly core?: Parameters<typeof loaded>[0];
	readonly messages?: Readonly<Record<string, string>>;
}

export async function openExtended(page: ExtendedPage): Promise<WizardRegistry> {
	const registry = ownRegistry();
	registerDeclared(registry, page.declared);
	page.script?.(registry);
	window.history.replaceState(null, '', `/wp-admin/admin.php?page=wkpbic-setup-wizard&step=${encodeURIComponent(page.address ?? STEP)}`);
	const bootstrap = bootstrapWith(1, page.setup);
	render(
		<WizardPage
			bootstrap={{ ...bootstrap, messages: { ...bootstrap.messages, ...page.messages }, extensions: page.declared }}
			registry={registry}
			rest={fakeRest(page.rest)}
			loading={loaded(page.core ?? fakeCore())}
			loadKit={page.loadKit ?? realKit}
		/>,
	);
	await settle();
	return registry;
}

export const settle = (): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

export const input = (name: string): HTMLInputElement => {
	const found = document.getElementById(`wkpbic-field-shop-kit/${name}`);
	if (!found) {
		throw new Error(`There is no input for ${name}.`);
	}
	return found as HTMLInputElement;
};

/** The sentence beside a field. */
export const beside = (name: string): string => document.getElementById(`wkpbic-field-shop-kit/${name}-verdict`)?.textContent ?? '(nowhere)';

export const typeInto = (name: string, text: string): void => void fireEvent.change(input(name), { target: { value: text } });

export const submit = (): Promise<void> =>
	act(async () => {
		fireEvent.submit(shownForm());
		await new Promise((resolve) => setTimeout(resolve, 0));
	});

function shownForm(): HTMLFormElement {
	const form = document.querySelector<HTMLFormElement>('.wkpbic-step:not([hidden]) form');
	if (!form) {
		throw new Error('There is no form in the step.');
	}
	return form;
}

/** React writes what a component threw to the console; the test knows. */
export const silent = (): void => void vi.spyOn(console, 'error').mockImplementation(() => undefined);
