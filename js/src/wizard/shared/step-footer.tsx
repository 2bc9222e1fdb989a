/** The bar under a step: back at its start, the one main action at its end. */
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Wizard } from '../../extend';
import { StepLink } from './step-link';

export function StepFooter(props: {
	readonly wizard: Wizard;
	readonly back?: string;
	readonly children?: ReactNode;
}) {
	const { wizard, back, children } = props;
	return (
		<div className="wkpbic-footer">
			<div className="wkpbic-footer__start">
				{back !== undefined && (
					<StepLink wizard={wizard} to={back} className="wkpbic-footer__back">
						{__('Back', 'wkpbic')}
					</StepLink>
				)}
			</div>
			<div className="wkpbic-footer__end">{children}</div>
		</div>
	);
}
