/** The sentence beside a field. Its room is reserved, so nothing moves when it comes and goes. */
import type { Verdict } from '../../core/door';
import type { Said } from '../../extend';
import type { MessageText } from '../../messages';
import { SaidLine } from './said-line';

export type { Said };

/** What a verdict says in words; null for "nothing to say". */
export function saidOf(verdict: Verdict, messageFor: MessageText, whenOk: string): Said {
	return { level: verdict.level, sentence: verdict.code === 'ok' ? whenOk : messageFor(verdict.code, verdict.params) };
}

export function VerdictLine(props: {
	readonly id: string;
	readonly said: Said | null;
	/** Something that happened to the text, such as blanks that were cut off. */
	readonly remark?: string | null;
}) {
	const { id, said, remark = null } = props;
	return (
		<div className="wkpbic-verdict" id={id}>
			{said && <SaidLine said={said} />}
			{remark !== null && <SaidLine said={{ level: 'hint', sentence: remark }} />}
		</div>
	);
}
