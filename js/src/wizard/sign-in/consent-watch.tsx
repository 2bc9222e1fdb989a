/**
 * Whether the administrator's answer has come. Microsoft tells a shop nothing by itself: what can be known is whether the
 * administrator came back here from the link, or whether somebody has signed in since. The page looks on request and
 * whenever its tab is looked at again; the sure test is signing in, and it says so.
 */
import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { Setup } from '../../setup';
import { dateTimeText } from '../shared/date-text';
import { failureText } from '../shared/failure-text';

/** The least time between two looks that nobody asked for, in milliseconds. */
const PAUSE = 15_000;

type Look =
	| { readonly status: 'idle' | 'looking' | 'not_yet' }
	| { readonly status: 'failed'; readonly sentence: string };

/** When consent was reported or used, in Unix seconds; null when nothing is known. */
export function consentSince(setup: Setup): number | null {
	const reported = setup.evidence.filter(
		({ check, passed }) => passed && (check === 'admin_consent_reported' || check === 'signed_in'),
	);
	const times = reported.map(({ at }) => at);
	return times.length === 0 ? null : Math.max(...times);
}

export function ConsentWatch({ wizard }: StepProps) {
	const { rest, replaceSetup, setup, announce, messageFor } = wizard;
	const [look, setLook] = useState<Look>({ status: 'idle' });
	const lookedAt = useRef(0);
	const since = consentSince(setup);
	const known = useRef(since);

	const check = useCallback(
		async (asked: boolean): Promise<void> => {
			lookedAt.current = Date.now();
			if (asked) {
				setLook({ status: 'looking' });
			}
			try {
				const fresh = await rest.readSetup();
				const found = consentSince(fresh);
				setLook({ status: asked && found === null ? 'not_yet' : 'idle' });
				if (found !== null && found !== known.current) {
					announce(__('Consent has arrived. You can sign in now.', 'wkpbic'));
				}
				known.current = found;
				replaceSetup(fresh);
			} catch (reason) {
				// A look that nobody asked for fails in silence; the next one may not.
				setLook(asked ? { status: 'failed', sentence: failureText(reason, messageFor) } : { status: 'idle' });
			}
		},
		[rest, replaceSetup, announce, messageFor],
	);

	useEffect(() => {
		if (since !== null) {
			return undefined;
		}
		const seen = (): void => {
			if (document.visibilityState === 'visible' && Date.now() - lookedAt.current > PAUSE) {
				void check(false);
			}
		};
		document.addEventListener('visibilitychange', seen);
		return () => document.removeEventListener('visibilitychange', seen);
	}, [since, check]);

	return (
		<div className="wkpbic-panel">
			<h4 className="wkpbic-panel__heading">{__('Has it been allowed?', 'wkpbic')}</h4>
			<div role="status">
				{since !== null ? (
					<p className="wkpbic-verdict__said is-ok">
						{sprintf(
							/* translators: %s: date and time. */
							__('Consent was reported on %s. Sign in now.', 'wkpbic'),
							dateTimeText(since),
						)}
					</p>
				) : (
					<p>
						{look.status === 'not_yet'
							? __(
									'Nothing has been reported yet. That need not mean no: if your administrator allowed it without coming back here, this page cannot see it. Sign in to find out; it costs nothing.',
									'wkpbic',
								)
							: look.status === 'failed'
								? look.sentence
								: __(
										'This page looks again whenever you come back to it. The sure test is to sign in: if something is still missing, you are told what.',
										'wkpbic',
									)}
					</p>
				)}
			</div>
			{since === null && (
				<div>
					<Button
						variant="secondary"
						__next40pxDefaultSize
						isBusy={look.status === 'looking'}
						aria-disabled={look.status === 'looking'}
						onClick={() => (look.status === 'looking' ? undefined : void check(true))}
					>
						{__('Look now', 'wkpbic')}
					</Button>
				</div>
			)}
		</div>
	);
}
