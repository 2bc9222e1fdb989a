/** What is registered and shown in this set-up: the steps, and for each of them its fields, checks and cards. */
import { useMemo, useSyncExternalStore } from '@wordpress/element';
import type { Card, Check, Field, Step, WizardRegistry } from '../extend';
import type { Setup } from '../setup';

export interface Parts {
	readonly steps: readonly Step[];
	readonly fieldsOf: (stepId: string) => readonly Field[];
	readonly checksOf: (stepId: string) => readonly Check[];
	readonly cardsOf: (stepId: string) => readonly Card[];
}

interface Part {
	readonly step: string;
	readonly isShown: (setup: Setup) => boolean;
}

const NONE: readonly never[] = [];

/** The lists are the same arrays until something is registered or the set-up changes. */
export function useParts(registry: WizardRegistry, setup: Setup): Parts {
	const registered = useSyncExternalStore(registry.subscribe, registry.all);
	return useMemo(
		() => ({
			steps: registered.steps.filter((step) => step.isShown(setup)),
			fieldsOf: byStep(registered.fields, setup),
			checksOf: byStep(registered.checks, setup),
			cardsOf: byStep(registered.cards, setup),
		}),
		[registered, setup],
	);
}

function byStep<T extends Part>(parts: readonly T[], setup: Setup): (stepId: string) => readonly T[] {
	const groups = new Map<string, T[]>();
	for (const part of parts.filter(({ isShown }) => isShown(setup))) {
		const group = groups.get(part.step);
		if (group) {
			group.push(part);
		} else {
			groups.set(part.step, [part]);
		}
	}
	return (stepId) => groups.get(stepId) ?? NONE;
}
