/** A short text to be pasted elsewhere: one click copies it, exactly as it is. */
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { copyText } from '../shared/copy-text';
import { CheckMark } from '../shared/icons';
import { Copies } from './glyphs';

/** How long the tick is shown, in milliseconds. */
const CONFIRMATION_TIME = 2500;

export function CopyChip(props: { readonly text: string; readonly announce: (sentence: string, urgency?: 'polite' | 'assertive') => void }) {
	const { text, announce } = props;
	const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');

	useEffect(() => {
		if (state !== 'copied') {
			return undefined;
		}
		const timer = setTimeout(() => setState('idle'), CONFIRMATION_TIME);
		return () => clearTimeout(timer);
	}, [state]);

	const copy = async (): Promise<void> => {
		const worked = await copyText(text);
		setState(worked ? 'copied' : 'refused');
		if (worked) {
			/* translators: %s: the text that was copied. */
			announce(sprintf(__('Copied: %s', 'wkpbic'), text));
		} else {
			announce(__('The browser does not allow copying. Select the text and copy it by hand.', 'wkpbic'), 'assertive');
		}
	};

	return (
		<span className="wkpbic-chip">
			<code className="wkpbic-chip__text" dir="ltr">
				{text}
			</code>
			<button
				type="button"
				className="wkpbic-chip__copy"
				/* translators: %s: the text that is copied. */
				aria-label={sprintf(__('Copy %s', 'wkpbic'), text)}
				onClick={() => void copy()}
			>
				{state === 'copied' ? <CheckMark /> : <Copies />}
			</button>
			{state === 'refused' && (
				<span className="wkpbic-chip__by-hand">{__('The browser does not allow copying. Select the text and copy it by hand.', 'wkpbic')}</span>
			)}
		</span>
	);
}
