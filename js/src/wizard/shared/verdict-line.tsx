/** The sentence beside a field. Its room is reserved, so nothing moves when it comes and goes. */
import type { Verdict } from '../../core/door';
import type { Said } from '../../extend';
import type { MessageText } from '../../messages';
import { CheckCircle, CrossCircle, InfoCircle, Triangle } from './icons';

export type { Said };

const ICONS = { ok: CheckCircle, hint: InfoCircle, warn: Triangle, error: CrossCircle } as const;

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
	const Icon = said && ICONS[said.level];
	return (
		<div className="wkpbic-verdict" id={id}>
			{said && Icon && (
				<p className={`wkpbic-verdict__said is-${said.level}`}>
					<Icon />
					<span>{said.sentence}</span>
				</p>
			)}
			{remark !== null && (
				<p className="wkpbic-verdict__said is-hint">
					<InfoCircle />
					<span>{remark}</span>
				</p>
			)}
		</div>
	);
}
