/** Our own four steps with what belongs to them, brought in through the door that every plugin uses. */
import type { WizardRegistry } from '../extend';
import { beforeYouStart } from './before-you-start';
import { checkAndFinish } from './check-and-finish';
import { microsoftKeys } from './microsoft-keys';
import { signIn } from './sign-in';
import type { StepParts } from './step-parts';

export const ownSteps: readonly StepParts[] = [beforeYouStart, microsoftKeys, signIn, checkAndFinish];

export function registerOwnSteps(registry: WizardRegistry): void {
	for (const { step, fields = [], checks = [], cards = [] } of ownSteps) {
		registry.steps.register(step);
		fields.forEach(registry.fields.register);
		checks.forEach(registry.checks.register);
		cards.forEach(registry.cards.register);
	}
}
