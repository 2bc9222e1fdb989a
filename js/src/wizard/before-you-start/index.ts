import { __ } from '@wordpress/i18n';
import { missingFields } from '../../setup';
import { BEFORE_YOU_START } from '../step-ids';
import type { StepParts } from '../step-parts';
import { BeforeYouStart } from './before-you-start';

export const beforeYouStart: StepParts = {
	step: {
		id: BEFORE_YOU_START,
		address: '1',
		title: () => __('Before you start', 'wkpbic'),
		component: BeforeYouStart,
		// Nothing to fill in here: whoever has stored all keys has read it.
		isDone: (setup) => missingFields(setup.fields).length === 0,
	},
};
