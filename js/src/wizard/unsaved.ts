/** Typed values that are not saved yet: which steps hold some, and the browser's question before they are lost. */
import { useCallback, useEffect, useState } from '@wordpress/element';

export interface Unsaved {
	readonly has: (stepId: string) => boolean;
	readonly set: (stepId: string, unsaved: boolean) => void;
}

export function useUnsaved(): Unsaved {
	const [ids, setIds] = useState<ReadonlySet<string>>(new Set());

	const set = useCallback((stepId: string, unsaved: boolean) => {
		setIds((before) => {
			if (before.has(stepId) === unsaved) {
				return before;
			}
			const after = new Set(before);
			if (unsaved) {
				after.add(stepId);
			} else {
				after.delete(stepId);
			}
			return after;
		});
	}, []);

	const any = ids.size > 0;
	useEffect(() => {
		if (!any) {
			return undefined;
		}
		const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
		window.addEventListener('beforeunload', ask);
		return () => window.removeEventListener('beforeunload', ask);
	}, [any]);

	return { has: useCallback((stepId: string) => ids.has(stepId), [ids]), set };
}
