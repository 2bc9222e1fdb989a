/** What the wizard's components need, on a page that is not the wizard's: steps are other pages from here. */
import { speak } from '@wordpress/a11y';
import { useEffect, useMemo, useState } from '@wordpress/element';
import { loadCore } from '../../core/load';
import { createKitLoader } from '../../core/load-kit';
import { coreStateOf, type CoreState } from '../../core/state';
import type { Wizard } from '../../extend';
import { NOTHING_DECLARED } from '../../extend/declared';
import { PAGE_SLUG } from '../../generated/contract';
import { createMessageText } from '../../messages';
import type { RestClient } from '../../rest/client';
import { BEFORE_YOU_START, CHECK_AND_FINISH, MICROSOFT_KEYS, SIGN_IN } from '../../wizard/step-ids';
import type { ConnectionBootstrap } from '../page-bootstrap';

const ADDRESSES: Readonly<Record<string, string>> = {
	[BEFORE_YOU_START]: '1',
	[MICROSOFT_KEYS]: '2',
	[SIGN_IN]: '3',
	[CHECK_AND_FINISH]: '4',
};

const hrefOf = (step: string): string => `admin.php?page=${PAGE_SLUG}&step=${encodeURIComponent(ADDRESSES[step] ?? step)}`;
const nothing = (): readonly never[] => [];
const leaveFor = (address: string): void => window.location.assign(address);

export function usePageWizard(bootstrap: ConnectionBootstrap, rest: RestClient): Wizard {
	const [setup, replaceSetup] = useState(bootstrap.setup);
	const [core, setCore] = useState<CoreState>({ status: 'loading' });
	const { contract_hash } = bootstrap;

	useEffect(() => {
		let wanted = true;
		void loadCore({ ...bootstrap.core, contract_hash }).then((result) => {
			if (wanted) {
				setCore(coreStateOf(result));
			}
		});
		return () => {
			wanted = false;
		};
	}, [bootstrap, contract_hash]);

	return useMemo<Wizard>(
		() => ({
			setup,
			replaceSetup,
			core,
			loadKit: createKitLoader({ ...bootstrap.kit, contract_hash }),
			rest,
			site: {
				admin_url: bootstrap.site.admin_url,
				name: bootstrap.site.name,
				development_microsoft_url: bootstrap.development_microsoft_url,
			},
			messageFor: createMessageText(bootstrap.messages),
			goTo: (step) => leaveFor(hrefOf(step)),
			hrefOf,
			leaveFor,
			announce: speak,
			setUnsaved: () => undefined,
			hasUnsaved: () => false,
			arrivedWith: '',
			// What is registered belongs to steps, and there are none here.
			fieldsOf: nothing,
			checksOf: nothing,
			cardsOf: nothing,
			added: NOTHING_DECLARED,
		}),
		[setup, core, rest, bootstrap, contract_hash],
	);
}
