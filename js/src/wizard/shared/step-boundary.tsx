/** A step that breaks takes nothing else with it. */
import { Notice } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface Props {
	readonly stepId: string;
	readonly children: ReactNode;
}

export class StepBoundary extends Component<Props, { readonly broken: boolean }> {
	override state = { broken: false };

	static getDerivedStateFromError(): { broken: boolean } {
		return { broken: true };
	}

	override render(): ReactNode {
		if (!this.state.broken) {
			return this.props.children;
		}
		return (
			<Notice status="error" isDismissible={false} className="wkpbic-notice">
				<p>
					{sprintf(
						/* translators: %s: short name of a step, such as microsoft-keys. */
						__('The step “%s” stopped working. The other steps are not affected. Reload the page to try again.', 'wkpbic'),
						this.props.stepId,
					)}
				</p>
			</Notice>
		);
	}
}
