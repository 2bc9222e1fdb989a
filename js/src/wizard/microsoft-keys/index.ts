import { __ } from '@wordpress/i18n';
import { missingFields } from '../../setup';
import { MICROSOFT_KEYS } from '../step-ids';
import type { StepParts } from '../step-parts';
import { cards } from './cards';
import { fields } from './fields/registrations';
import { MicrosoftKeys } from './microsoft-keys';
import { checks } from './preflight/checks';

export const microsoftKeys: StepParts = {
	step: {
		id: MICROSOFT_KEYS,
		address: '2',
		title: () => __('Your Microsoft keys', 'wkpbic'),
		component: MicrosoftKeys,
		draws: ['checks', 'cards'],
		isDone: (setup) => missingFields(setup.fields).length === 0,
	},
	fields,
	checks,
	cards,
};
