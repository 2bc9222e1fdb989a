/** Fetches the kit when somebody wants it, and makes the request to the administrator from what is known of the app. */
import { useCallback, useEffect, useMemo, useState } from '@wordpress/element';
import type { AdminRequest } from '../../core/door';
import type { Kit } from '../../core/load-kit';
import type { Wizard } from '../../extend';
import { APP_NAME } from '../../generated/contract';
import { failureText } from '../shared/failure-text';
import { appOf } from './app-of';

export type AdminRequestState =
	| { readonly status: 'closed' | 'loading' }
	| { readonly status: 'ready'; readonly request: AdminRequest; readonly kit: Kit }
	| { readonly status: 'failed'; readonly sentence: string };

export interface AdminRequestUse {
	readonly state: AdminRequestState;
	/** The link alone, which needs no kit; null while there is no core, or keys that it refuses. */
	readonly consent_url: string | null;
	readonly load: () => void;
}

export function useAdminRequest(wizard: Wizard): AdminRequestUse {
	const { core, loadKit, messageFor } = wizard;
	const [wanted, setWanted] = useState(0);
	const [kit, setKit] = useState<Kit | string | null>(null);
	const facts = JSON.stringify(factsOf(wizard));

	useEffect(() => {
		if (wanted === 0) {
			return undefined;
		}
		let current = true;
		void loadKit().then((loaded) => {
			if (current) {
				setKit(loaded.status === 'ready' ? loaded.api : messageFor(loaded.code, loaded.params));
			}
		});
		return () => {
			current = false;
		};
	}, [wanted, loadKit, messageFor]);

	// Once for both: each call draws another state.
	const consent_url = useMemo(() => {
		try {
			const { app } = JSON.parse(facts) as ReturnType<typeof factsOf>;
			return core.status === 'ready' ? core.api.adminConsentUrl(app).url : null;
		} catch {
			return null;
		}
	}, [core, facts]);

	const state = useMemo<AdminRequestState>(() => {
		if (wanted === 0) {
			return { status: 'closed' };
		}
		if (typeof kit === 'string') {
			return { status: 'failed', sentence: kit };
		}
		if (kit === null || core.status !== 'ready') {
			return { status: 'loading' };
		}
		const { app, site_name } = JSON.parse(facts) as ReturnType<typeof factsOf>;
		const common = { site_name, app_name: APP_NAME, ...app };
		try {
			// Without keys, or with some that the core refuses, the administrator is asked to register the app.
			const request = kit.adminRequest(
				consent_url === null ? { ...common, client_id: null, tenant_id: null } : { ...common, consent_url },
			);
			return { status: 'ready', kit, request };
		} catch (reason) {
			return { status: 'failed', sentence: failureText(reason, messageFor) };
		}
	}, [wanted, kit, core, facts, consent_url, messageFor]);

	return { state, consent_url, load: useCallback(() => setWanted((before) => before + 1), []) };
}

function factsOf(wizard: Wizard) {
	return { app: appOf(wizard), site_name: wizard.site.name };
}
