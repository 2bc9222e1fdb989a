/** A word that is explained where it stands: a button that opens its meaning right below, for mouse, keyboard and finger. */
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import type { KeyboardEvent, ReactNode } from 'react';
import { glossary, type TermId } from './glossary';

export function Term({ id, children }: { readonly id: TermId; readonly children?: ReactNode }) {
	const [open, setOpen] = useState(false);
	const meaningId = useId();
	const around = useRef<HTMLSpanElement>(null);
	const { word, meaning } = glossary()[id];

	useEffect(() => {
		if (!open) {
			return undefined;
		}
		const closeOutside = (event: Event): void => {
			if (event.target instanceof Node && !around.current?.contains(event.target)) {
				setOpen(false);
			}
		};
		document.addEventListener('pointerdown', closeOutside);
		document.addEventListener('focusin', closeOutside);
		return () => {
			document.removeEventListener('pointerdown', closeOutside);
			document.removeEventListener('focusin', closeOutside);
		};
	}, [open]);

	const close = (event: KeyboardEvent): void => {
		if (event.key === 'Escape') {
			setOpen(false);
		}
	};

	return (
		<span className="wkpbic-term" ref={around} onKeyDown={close}>
			<button
				type="button"
				className="wkpbic-term__word"
				aria-expanded={open}
				aria-controls={meaningId}
				onClick={() => setOpen(!open)}
			>
				{children ?? word}
			</button>
			<span className="wkpbic-term__meaning" id={meaningId} role="note" hidden={!open}>
				<strong>{word}</strong> {meaning}
			</span>
		</span>
	);
}
