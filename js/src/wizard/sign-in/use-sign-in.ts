/** Starting a sign-in: the core spells the attempt, the server keeps it, the browser leaves in the same tab. */
import { useEffect, useState } from '@wordpress/element';
import type { Wizard } from '../../extend';
import { failureText } from '../shared/failure-text';
import type { Prompt } from '../results/next-action';
import { rememberLeaving } from './attempt-memory';
import { appOf } from './app-of';

export interface SignInStarter {
	/** `prompt` makes Microsoft ask again: for the account or for consent. */
	readonly start: (prompt?: Prompt | null) => Promise<void>;
	readonly leaving: boolean;
	readonly failure: string | null;
}

export function useSignIn(wizard: Wizard): SignInStarter {
	const [leaving, setLeaving] = useState(false);
	const [failure, setFailure] = useState<string | null>(null);

	// Coming back with the browser's back button may show this very page again, as it was left.
	useEffect(() => {
		const returned = (event: PageTransitionEvent): void => {
			if (event.persisted) {
				setLeaving(false);
			}
		};
		window.addEventListener('pageshow', returned);
		return () => window.removeEventListener('pageshow', returned);
	}, []);

	const start = async (prompt: Prompt | null = null): Promise<void> => {
		if (wizard.core.status !== 'ready' || leaving) {
			return;
		}
		setLeaving(true);
		setFailure(null);
		try {
			const app = appOf(wizard);
			const attempt = wizard.core.api.startSignIn({
				...app,
				login_hint: wizard.setup.fields.username.value,
				...(prompt !== null && { prompt }),
			});
			await wizard.rest.startSignIn({
				state: attempt.state,
				code_verifier: attempt.code_verifier,
				nonce: attempt.nonce,
				redirect_uri: app.redirect_uri,
			});
			rememberLeaving(wizard.setup.sign_in);
			wizard.leaveFor(attempt.authorize_url);
		} catch (reason) {
			setFailure(failureText(reason, wizard.messageFor));
			setLeaving(false);
		}
	};

	return { start, leaving, failure };
}
