import { __ } from '@wordpress/i18n';
import { missingFields } from '../../setup';
import { BEFORE_YOU_START } from '../step-ids';
import type { StepParts } from '../step-parts';
import { BeforeYouStart } from './before-you-start';
import { siteChecks } from './site-checks';

export const beforeYouStart: StepParts = {
	step: {
		id: BEFORE_YOU_START,
		address: '1',
		title: () => __('Before you start', 'wkpbic'),
		component: BeforeYouStart,
		draws: ['checks'],
		// Whoever has taken a way, or has stored all keys, has been here.
		isDone: ({ progress, fields }) =>
			(progress.route !== null && progress.route !== 'stop') || missingFields(fields).length === 0,
	},
	checks: siteChecks,
};
