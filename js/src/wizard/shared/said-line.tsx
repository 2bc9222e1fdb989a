/** One sentence with the mark of its level. */
import type { Said } from '../../extend';
import { CheckCircle, CrossCircle, InfoCircle, Triangle } from './icons';

const ICONS = { ok: CheckCircle, hint: InfoCircle, warn: Triangle, error: CrossCircle } as const;

export function SaidLine({ said }: { readonly said: Said }) {
	const Icon = ICONS[said.level];
	return (
		<p className={`wkpbic-verdict__said is-${said.level}`}>
			<Icon />
			<span>{said.sentence}</span>
		</p>
	);
}
