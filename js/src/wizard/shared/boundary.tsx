/** A part that breaks takes nothing else with it. */
import { Notice } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface Props {
	/** The id under which the part was registered. */
	readonly id: string;
	readonly children: ReactNode;
	/** Stands in for what has broken, below the notice. */
	readonly instead?: ReactNode;
	readonly onBroken?: (id: string) => void;
}

export class Boundary extends Component<Props, { readonly broken: boolean }> {
	override state = { broken: false };

	static getDerivedStateFromError(): { broken: boolean } {
		return { broken: true };
	}

	override componentDidCatch(): void {
		this.props.onBroken?.(this.props.id);
	}

	override render(): ReactNode {
		if (!this.state.broken) {
			return this.props.children;
		}
		return (
			<>
				<Notice status="error" isDismissible={false} className="wkpbic-notice">
					<p>
						{sprintf(
							/* translators: %s: short name of a part of the wizard, such as microsoft-keys or my-plugin/warehouse. */
							__('“%s” stopped working. Nothing else is affected. Reload the page to try again.', 'wkpbic'),
							this.props.id,
						)}
					</p>
				</Notice>
				{this.props.instead}
			</>
		);
	}
}
