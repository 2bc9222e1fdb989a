import { __ } from '@wordpress/i18n';
import { SIGN_IN } from '../step-ids';
import type { StepParts } from '../step-parts';
import { SignIn } from './sign-in';

export const signIn: StepParts = {
	step: {
		id: SIGN_IN,
		// Microsoft sends people back to this very address: it is registered in their app.
		address: '3',
		title: () => __('Sign in and consent', 'wkpbic'),
		component: SignIn,
		isDone: (setup) => setup.connection.state === 'connected',
	},
};
