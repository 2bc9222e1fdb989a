import { __ } from '@wordpress/i18n';
import type { StepRegistration } from '../../extend';
import { CHECK_AND_FINISH } from '../step-ids';
import { CheckAndFinish } from './check-and-finish';

export const checkAndFinish: StepRegistration = {
	id: CHECK_AND_FINISH,
	address: '4',
	title: () => __('Check and finish', 'wkpbic'),
	component: CheckAndFinish,
};
