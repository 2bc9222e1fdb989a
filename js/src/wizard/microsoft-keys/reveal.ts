/** Brings a part of step 2 before the person's eyes: whatever hides it is opened, and focus goes there. */
import type { KeyFieldId } from './fields/form-state';

export const fieldElementId = (field: KeyFieldId): string => `wkpbic-${field.replaceAll('_', '-')}`;

export function revealField(field: KeyFieldId): void {
	reveal(fieldElementId(field));
}

export function reveal(elementId: string): void {
	const element = document.getElementById(elementId);
	if (!element) {
		return;
	}
	for (let around = element.parentElement; around; around = around.parentElement) {
		if (around instanceof HTMLDetailsElement) {
			around.open = true;
		}
	}
	element.focus({ preventScroll: true });
	element.scrollIntoView?.({ block: 'center' });
}
