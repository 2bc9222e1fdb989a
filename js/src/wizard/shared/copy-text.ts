/**
 * Puts a text on the clipboard, character for character. The modern way needs https or localhost; the older one works
 * elsewhere. False when the browser allows neither.
 */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyBySelection(text);
	}
}

function copyBySelection(text: string): boolean {
	const area = document.createElement('textarea');
	area.value = text;
	area.setAttribute('readonly', '');
	area.className = 'screen-reader-text';
	const focused = document.activeElement;
	document.body.append(area);
	area.focus({ preventScroll: true });
	area.select();
	try {
		return document.execCommand('copy');
	} catch {
		return false;
	} finally {
		area.remove();
		if (focused instanceof HTMLElement) {
			focused.focus({ preventScroll: true });
		}
	}
}
