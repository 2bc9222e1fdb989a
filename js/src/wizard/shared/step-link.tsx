/** A link to another step. A plain click switches in the page; with a modifier key the browser does what it does. */
import type { MouseEvent, ReactNode } from 'react';
import type { Wizard } from '../../extend';

export function opensHere(event: MouseEvent): boolean {
	return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

export function StepLink(props: {
	readonly wizard: Wizard;
	readonly to: string;
	readonly className?: string;
	readonly children: ReactNode;
}) {
	const { wizard, to, className, children } = props;
	const follow = (event: MouseEvent): void => {
		if (opensHere(event)) {
			event.preventDefault();
			wizard.goTo(to);
		}
	};
	return (
		<a href={wizard.hrefOf(to)} onClick={follow} {...(className !== undefined && { className })}>
			{children}
		</a>
	);
}
