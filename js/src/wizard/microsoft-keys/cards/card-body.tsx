/** The inside of a portal card: the sentences, the drawing with the same numbers, the link and the way in words. */
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { PortalTarget } from '../../../core/door';
import type { Wizard } from '../../../extend';
import { NewTabLink } from '../new-tab-link';
import { usePortalLink } from '../use-portal-link';

export interface CardBodyProps {
	readonly wizard: Wizard;
	/** What to do, one sentence a number of the drawing. */
	readonly steps: readonly ReactNode[];
	readonly drawing: ReactNode;
	readonly target: PortalTarget;
	readonly linkText: string;
	/** The menu entries that lead to the page. */
	readonly way: readonly string[];
	readonly children?: ReactNode;
}

export function CardBody({ wizard, steps, drawing, target, linkText, way, children }: CardBodyProps) {
	const link = usePortalLink(wizard.core, target);
	return (
		<div className="wkpbic-card__body">
			<div className="wkpbic-card__words">
				{link && (
					<p className="wkpbic-card__links">
						<NewTabLink href={link.url} button>
							{linkText}
						</NewTabLink>
						{link.entra_url !== null && (
							<NewTabLink href={link.entra_url}>{__('The same in the Entra admin center', 'wkpbic')}</NewTabLink>
						)}
					</p>
				)}
				<p className="wkpbic-card__way">
					<span>{__('The way there:', 'wkpbic')}</span>{' '}
					{way.map((entry, index) => (
						<span key={entry}>
							{index > 0 && (
								<span aria-hidden="true" className="wkpbic-card__then">
									{' '}
									›{' '}
								</span>
							)}
							<span className="wkpbic-card__entry">{entry}</span>
							{index < way.length - 1 && <span className="screen-reader-text">{__(', then', 'wkpbic')}</span>}
						</span>
					))}
				</p>
				<ol className="wkpbic-card__steps">
					{steps.map((step, index) => (
						// The sentences of a card never change their order.
						<li key={index}>{step}</li>
					))}
				</ol>
				{children}
			</div>
			<div className="wkpbic-card__drawing">{drawing}</div>
		</div>
	);
}

/** For sentences whose labels stand out. */
export const LABELS = { strong: <strong /> };
