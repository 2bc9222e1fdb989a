/** Keeps the set-up in step with the server where others change it: another tab, another person, a lost connection. */
import { useCallback, useEffect, useRef } from '@wordpress/element';

/** How long what the server said counts as fresh, in milliseconds. */
const FRESH = 20_000;

/**
 * Reads the set-up again when the person comes back to this tab, or when another tab has changed it. Nothing that is
 * typed is touched; it belongs to the steps.
 */
export function useFreshSetup(read: () => Promise<void>): { readonly changedHere: () => void } {
	const readAt = useRef(Date.now());
	const channel = useRef<BroadcastChannel | null>(null);

	const again = useCallback((): void => {
		readAt.current = Date.now();
		read().catch(() => undefined);
	}, [read]);

	useEffect(() => {
		const onReturn = (): void => {
			if (document.visibilityState === 'visible' && Date.now() - readAt.current > FRESH) {
				again();
			}
		};
		document.addEventListener('visibilitychange', onReturn);
		window.addEventListener('online', again);
		if (typeof BroadcastChannel === 'function') {
			channel.current = new BroadcastChannel('wkpbic-setup');
			channel.current.onmessage = again;
		}
		return () => {
			document.removeEventListener('visibilitychange', onReturn);
			window.removeEventListener('online', again);
			channel.current?.close();
			channel.current = null;
		};
	}, [again]);

	return {
		changedHere: useCallback(() => {
			readAt.current = Date.now();
			channel.current?.postMessage('changed');
		}, []),
	};
}
