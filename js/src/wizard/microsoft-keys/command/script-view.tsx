/** A script to copy, and what each part of it does. */
import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { SetupScript, SetupScriptKind } from '../../../core/door';
import type { Wizard } from '../../../extend';
import { copyText } from '../../shared/copy-text';
import { saidOf, VerdictLine } from '../../shared/verdict-line';

/** How long the button says "Copied", in milliseconds. */
const CONFIRMATION_TIME = 2500;

export function ScriptView(props: {
	readonly wizard: Wizard;
	readonly kind: SetupScriptKind;
	/** A sentence where no script could be made. */
	readonly made: SetupScript | string;
}) {
	const { wizard, kind, made } = props;
	const { messageFor, announce } = wizard;
	const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
	const box = useRef<HTMLPreElement>(null);

	useEffect(() => {
		if (copied !== 'yes') {
			return undefined;
		}
		const timer = setTimeout(() => setCopied(null), CONFIRMATION_TIME);
		return () => clearTimeout(timer);
	}, [copied]);

	if (typeof made === 'string') {
		return <VerdictLine id={`wkpbic-script-${kind}`} said={{ level: 'error', sentence: made }} />;
	}
	const { verdict, text, lines } = made;
	const said = verdict.level === 'ok' ? null : saidOf(verdict, messageFor, '');
	if (text === null) {
		return <VerdictLine id={`wkpbic-script-${kind}`} said={said} />;
	}

	const copy = async (): Promise<void> => {
		const worked = await copyText(text);
		setCopied(worked ? 'yes' : 'no');
		if (worked) {
			announce(__('Copied.', 'wkpbic'));
		} else {
			if (box.current) {
				window.getSelection()?.selectAllChildren(box.current);
			}
			announce(__('The browser does not allow copying. The text is selected: copy it by hand.', 'wkpbic'), 'assertive');
		}
	};

	return (
		<div className="wkpbic-script">
			{said && <VerdictLine id={`wkpbic-script-${kind}`} said={said} />}
			<div className="wkpbic-script__top">
				<Button variant="primary" __next40pxDefaultSize onClick={() => void copy()}>
					{copied === 'yes' ? __('Copied', 'wkpbic') : __('Copy the command', 'wkpbic')}
				</Button>
				<span className="wkpbic-script__safe">{__('There is no secret in it. It makes one, and shows it only to you.', 'wkpbic')}</span>
			</div>
			{copied === 'no' && (
				<p className="wkpbic-copy__by-hand">
					{__('The browser does not allow copying. The text is selected: copy it by hand.', 'wkpbic')}
				</p>
			)}
			<details className="wkpbic-script__lines">
				<summary>{__('What it will do, line by line', 'wkpbic')}</summary>
				<ol>
					{lines.map(({ phrase, first_line, last_line }) => (
						<li key={phrase}>
							<span className="wkpbic-script__range">
								{sprintf(
									/* translators: 1: number of the first line, 2: number of the last line. */
									__('Lines %1$d to %2$d', 'wkpbic'),
									first_line,
									last_line,
								)}
							</span>
							{messageFor(phrase)}
						</li>
					))}
				</ol>
			</details>
			<pre className="wkpbic-script__text" ref={box} dir="ltr" tabIndex={0} role="textbox" aria-readonly="true" aria-multiline="true" aria-label={__('The command', 'wkpbic')}>
				{text}
			</pre>
		</div>
	);
}
