/** Step 2 with the core itself, and the few ways in which its tests touch it. */
import { act, fireEvent, screen } from '@testing-library/react';
import { openWizard, type Situation } from './render';
import { realCore } from './real-core';
import { loaded } from './fakes';

export async function openStepTwo(situation: Situation = {}): Promise<void> {
	const core = await realCore();
	openWizard({ step: 2, loading: loaded(core), ...situation });
	await settle();
}

export const settle = (): Promise<void> => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

/** By its whole text; searching by role costs seconds in a page of this size. */
export function button(text: string | RegExp): HTMLButtonElement {
	const found = [...document.querySelectorAll('button')].filter((candidate) => {
		const words = candidate.getAttribute('aria-label') ?? candidate.textContent.replace(/\s+/g, ' ').trim();
		return typeof text === 'string' ? words === text : text.test(words);
	});
	const [only] = found;
	if (!only || found.length > 1) {
		throw new Error(`${found.length} buttons say ${String(text)}`);
	}
	return only;
}

export const press = (text: string | RegExp): Promise<void> =>
	act(async () => {
		fireEvent.click(button(text));
		await new Promise((resolve) => setTimeout(resolve, 0));
	});

export async function pasteText(text: string): Promise<void> {
	const box = screen.getByLabelText<HTMLTextAreaElement>('Paste anything');
	box.value = text;
	fireEvent.paste(box);
	await settle();
}

export const fieldValue = (id: string): string => (document.getElementById(`wkpbic-${id}`) as HTMLInputElement | null)?.value ?? '(no input)';
