/** Tells scripts of other plugins, through `@wordpress/hooks`, what has happened on this page. */
import { useEffect, useRef } from '@wordpress/element';
import type { Step, WizardRegistry } from '../extend';
import { SETUP_CHANGED, STEP_SHOWN, tell, watchHooks } from '../extend/hooks';
import type { Setup } from '../setup';

export function useTold(registry: WizardRegistry, setup: Setup, current: Step | undefined): void {
	useEffect(() => watchHooks(registry.hookFailed), [registry]);

	const last = useRef(setup);
	useEffect(() => {
		if (last.current !== setup) {
			last.current = setup;
			tell(SETUP_CHANGED, setup);
		}
	}, [setup]);

	const id = current?.id;
	useEffect(() => {
		if (id !== undefined) {
			tell(STEP_SHOWN, id);
		}
	}, [id]);
}
