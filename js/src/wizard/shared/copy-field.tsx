/** A text to be copied elsewhere, exactly as it is, with a button that says whether it worked. */
import { Button } from '@wordpress/components';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { copyText } from './copy-text';

/** How long the button says "Copied", in milliseconds. */
const CONFIRMATION_TIME = 2500;

export function CopyField(props: {
	readonly label: string;
	readonly text: string;
	readonly announce: (sentence: string, urgency?: 'polite' | 'assertive') => void;
}) {
	const { label, text, announce } = props;
	const [copied, setCopied] = useState(false);
	const [byHand, setByHand] = useState(false);
	const box = useRef<HTMLElement>(null);
	const labelId = useId();

	useEffect(() => {
		if (!copied) {
			return undefined;
		}
		const timer = setTimeout(() => setCopied(false), CONFIRMATION_TIME);
		return () => clearTimeout(timer);
	}, [copied]);

	const copy = async (): Promise<void> => {
		const worked = await copyText(text);
		setCopied(worked);
		setByHand(!worked);
		if (worked) {
			announce(__('Copied.', 'wkpbic'));
		} else {
			selectAll(box.current);
			announce(__('The browser does not allow copying. The text is selected: copy it by hand.', 'wkpbic'), 'assertive');
		}
	};

	return (
		<div className="wkpbic-copy">
			<span className="wkpbic-copy__label" id={labelId}>
				{label}
			</span>
			<div className="wkpbic-copy__row">
				<code className="wkpbic-copy__text" ref={box} dir="ltr" tabIndex={0} role="textbox" aria-readonly="true" aria-labelledby={labelId}>
					{text}
				</code>
				<Button
					variant="secondary"
					__next40pxDefaultSize
					className="wkpbic-copy__button"
					aria-describedby={labelId}
					onClick={() => void copy()}
				>
					{copied ? __('Copied', 'wkpbic') : __('Copy', 'wkpbic')}
				</Button>
			</div>
			{byHand && (
				<p className="wkpbic-copy__by-hand">
					{__('The browser does not allow copying. The text is selected: copy it by hand.', 'wkpbic')}
				</p>
			)}
		</div>
	);
}

function selectAll(element: HTMLElement | null): void {
	if (element) {
		window.getSelection()?.selectAllChildren(element);
	}
}
