import { __ } from '@wordpress/i18n';
import type { StepRegistration } from '../../extend';
import { missingFields } from '../../setup';
import { BEFORE_YOU_START } from '../step-ids';
import { BeforeYouStart } from './before-you-start';

export const beforeYouStart: StepRegistration = {
	id: BEFORE_YOU_START,
	address: '1',
	title: () => __('Before you start', 'wkpbic'),
	component: BeforeYouStart,
	// Nothing to fill in here: whoever has stored all keys has read it.
	isDone: (setup) => missingFields(setup.fields).length === 0,
};
