/** The request as a page for the printer: only the sheet is printed, nothing of wp-admin around it. */
import { Button } from '@wordpress/components';
import { createPortal, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { AdminRequest } from '../../core/door';
import type { MessageText } from '../../messages';
import { adminRequestSections } from './admin-request-text';

const PRINTING = 'wkpbic-printing';

export function PrintSheet({ request, messageFor }: { readonly request: AdminRequest; readonly messageFor: MessageText }) {
	const [printing, setPrinting] = useState(false);

	useEffect(() => {
		if (!printing) {
			return undefined;
		}
		const done = (): void => setPrinting(false);
		document.body.classList.add(PRINTING);
		window.addEventListener('afterprint', done, { once: true });
		window.print();
		return () => {
			document.body.classList.remove(PRINTING);
			window.removeEventListener('afterprint', done);
		};
	}, [printing]);

	return (
		<>
			<Button variant="secondary" __next40pxDefaultSize onClick={() => setPrinting(true)}>
				{__('Print it', 'wkpbic')}
			</Button>
			{printing &&
				createPortal(
					<div className="wkpbic-sheet">
						<h1>{__('Please allow this app', 'wkpbic')}</h1>
						<p>{messageFor(request.ask)}</p>
						{adminRequestSections(request, messageFor).map(({ heading, lines }) => (
							<section key={heading}>
								<h2>{heading}</h2>
								<ul>
									{lines.map((line) => (
										<li key={line}>{line}</li>
									))}
								</ul>
							</section>
						))}
					</div>,
					document.body,
				)}
		</>
	);
}
