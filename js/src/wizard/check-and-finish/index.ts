import { __ } from '@wordpress/i18n';
import { CHECK_AND_FINISH } from '../step-ids';
import type { StepParts } from '../step-parts';
import { CheckAndFinish } from './check-and-finish';

export const checkAndFinish: StepParts = {
	step: {
		id: CHECK_AND_FINISH,
		address: '4',
		title: () => __('Check and finish', 'wkpbic'),
		component: CheckAndFinish,
	},
};
