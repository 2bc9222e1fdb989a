/** Which step is shown. The address follows, back and forward work, and no typed value is lost on the way. */
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Step } from '../extend';
import { PAGE_SLUG } from '../generated/contract';

/** The address of a step, relative to wp-admin. */
export function addressOf(step: Step): string {
	return `admin.php?page=${PAGE_SLUG}&step=${encodeURIComponent(step.address)}`;
}

/** The step that an address asks for; the one that PHP named when it asks for none that exists. */
export function stepOfAddress(steps: readonly Step[], search: string, fallback: number): Step | undefined {
	const wanted = new URLSearchParams(search).get('step') ?? '';
	const named = (address: string): Step | undefined => steps.find((step) => step.address === address);
	return named(wanted) ?? named(String(fallback)) ?? steps[0];
}

export interface Navigation {
	readonly current: Step | undefined;
	/** True once a step was changed here: only then focus moves to the heading. */
	readonly moved: boolean;
	readonly goTo: (stepId: string) => void;
}

export function useNavigation(steps: readonly Step[], firstStep: number): Navigation {
	const read = useCallback(() => stepOfAddress(steps, window.location.search, firstStep)?.id, [steps, firstStep]);
	const [currentId, setCurrentId] = useState(read);
	const [moved, setMoved] = useState(false);
	const shown = useRef(currentId);

	const show = useCallback((id: string | undefined) => {
		if (id !== undefined && id !== shown.current) {
			shown.current = id;
			setCurrentId(id);
			setMoved(true);
		}
	}, []);

	useEffect(() => {
		const follow = (): void => show(read());
		window.addEventListener('popstate', follow);
		return () => window.removeEventListener('popstate', follow);
	}, [read, show]);

	const goTo = useCallback(
		(stepId: string) => {
			const step = steps.find((candidate) => candidate.id === stepId);
			if (step && step.id !== shown.current) {
				window.history.pushState(null, '', addressOf(step));
				show(step.id);
			}
		},
		[steps, show],
	);

	return { current: steps.find((step) => step.id === currentId) ?? steps[0], moved, goTo };
}
