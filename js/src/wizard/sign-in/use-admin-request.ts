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

export function useAdminRequest(wizard: Wizard): { readonly state: AdminRequestState; readonly load: () => void } {
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
			const consent_url = core.api.adminConsentUrl(app).url;
			return { status: 'ready', kit, request: kit.adminRequest({ ...common, consent_url }) };
		} catch {
			// Without keys, or with some that the core refuses, the administrator is asked to register the app.
		}
		try {
			const request = kit.adminRequest({ ...common, client_id: null, tenant_id: null });
			return { status: 'ready', kit, request };
		} catch (reason) {
			return { status: 'failed', sentence: failureText(reason, messageFor) };
		}
	}, [wanted, kit, core, facts, messageFor]);

	return { state, load: useCallback(() => setWanted((before) => before + 1), []) };
}

function factsOf(wizard: Wizard) {
	return { app: appOf(wizard), site_name: wizard.site.name };
}
