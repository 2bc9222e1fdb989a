/** Under the sentence for a code: who must act, whether waiting helps, and the ways on. */
import type { Wizard } from '../../extend';
import type { Actor } from '../../generated/contract';
import { actorOf, nextActionOf, otherActionOf, waitOf, type NextAction, type Prompt } from './next-action';
import { HelpLink } from './help-link';
import { NextActionButton } from './next-action-button';
import { WhoActs } from './who-acts';

export interface WhatToDoProps {
	readonly wizard: Wizard;
	readonly code: string;
	/** Known better than by the code alone. */
	readonly actor?: Actor | null;
	readonly wait?: 'none' | 'minutes' | 'hours';
	/** Null where the next action stands elsewhere; the code's own when left out. */
	readonly action?: NextAction | null;
	readonly signIn: (prompt: Prompt | null) => void;
	readonly tryAgain: () => void;
}

export function WhatToDo(props: WhatToDoProps) {
	const { wizard, code, actor = actorOf(code), wait = waitOf(code), action = nextActionOf(code), signIn, tryAgain } = props;
	const other = action === null ? null : otherActionOf(code);
	return (
		<>
			<WhoActs actor={actor} wait={wait} />
			<HelpLink adminUrl={wizard.site.admin_url} code={code} />
			{action !== null && (
				<div className="wkpbic-actions">
					<NextActionButton wizard={wizard} action={action} signIn={signIn} tryAgain={tryAgain} />
					{other !== null && <NextActionButton wizard={wizard} action={other} signIn={signIn} tryAgain={tryAgain} />}
				</div>
			)}
		</>
	);
}
