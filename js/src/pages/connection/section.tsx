/** A part of a page, with its heading. */
import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	const id = useId();
	return (
		<section className="wkpbic-section" aria-labelledby={id}>
			<h2 className="wkpbic-section__title" id={id}>
				{title}
			</h2>
			{children}
		</section>
	);
}
