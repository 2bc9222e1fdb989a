import { __ } from '@wordpress/i18n';
import type { Setup } from '../../setup';
import { CHECK_AND_FINISH } from '../step-ids';
import type { StepParts } from '../step-parts';
import { CheckAndFinish } from './check-and-finish';

/** What the ladder proves at its top, for a person and for the app by itself. */
const PROOFS: ReadonlySet<string> = new Set(['permissions_granted', 'service_principal_answered']);

/** Connected, and a check has shown that it works. */
function isDone({ connection, evidence }: Setup): boolean {
	return connection.state === 'connected' && evidence.some(({ check, passed }) => passed && PROOFS.has(check));
}

export const checkAndFinish: StepParts = {
	step: {
		id: CHECK_AND_FINISH,
		address: '4',
		title: () => __('Check and finish', 'wkpbic'),
		component: CheckAndFinish,
		isDone,
	},
};
