/** Our own four steps, brought in through the door that every plugin uses. */
import { registerStep } from '../extend';
import { beforeYouStart } from './before-you-start';
import { checkAndFinish } from './check-and-finish';
import { microsoftKeys } from './microsoft-keys';
import { signIn } from './sign-in';

export const ownSteps = [beforeYouStart, microsoftKeys, signIn, checkAndFinish] as const;

export function registerOwnSteps(): void {
	ownSteps.forEach((step) => registerStep(step));
}
