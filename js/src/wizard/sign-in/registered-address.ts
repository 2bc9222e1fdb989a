/** The address in Azure may have been copied with the page around it; Azure's list may hold several. */
import type { AddressDifference } from '../../core/door';
import type { Core } from '../../core/load';

export interface Compared {
	readonly difference: AddressDifference;
	/** The part of the text that was compared. */
	readonly address: string;
}

/** Of several lines those with an address count, and of these the one that agrees longest. Null for an empty text. */
export function compareWith(core: Pick<Core, 'redirectDoctor'>, text: string, sent: string): Compared | null {
	if (text.trim() === '') {
		return null;
	}
	const compare = (address: string): Compared => ({ difference: core.redirectDoctor(address, sent), address });
	const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
	const addresses = lines.length < 2 ? [] : lines.flatMap((line) => line.match(/[a-z][a-z0-9+.-]*:\/\/\S+/i) ?? []);
	const [first, ...others] = addresses.map(compare);
	return first === undefined ? compare(text) : others.reduce((best, next) => (agreement(next) > agreement(best) ? next : best), first);
}

function agreement({ difference }: Compared): number {
	return difference.position ?? Infinity;
}
