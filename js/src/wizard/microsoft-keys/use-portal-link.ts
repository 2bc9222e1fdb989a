/** The address of a page of Microsoft's: of this very app as soon as its client ID is known. */
import type { PortalLink, PortalTarget } from '../../core/door';
import type { CoreState } from '../../core/state';
import { useTypedKeys, type TypedKeys } from './keys-context';

export function usePortalLink(core: CoreState, target: PortalTarget): PortalLink | null {
	return portalLinkOf(core, target, useTypedKeys());
}

/** Null while there is no core: the way in words stands beside every link. */
export function portalLinkOf(core: CoreState, target: PortalTarget, keys: Pick<TypedKeys, 'client_id' | 'cloud'>): PortalLink | null {
	if (core.status !== 'ready') {
		return null;
	}
	const { api } = core;
	const known = api.validateField('client_id', keys.client_id, {}).level !== 'error';
	return api.portalLink(target, keys.cloud, known ? keys.client_id : null);
}
