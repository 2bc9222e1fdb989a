/** The shape in which the folder of a step hands over what it brings. */
import type { CardRegistration, CheckRegistration, FieldRegistration, StepRegistration } from '../extend';

export interface StepParts {
	readonly step: StepRegistration;
	readonly fields?: readonly FieldRegistration[];
	readonly checks?: readonly CheckRegistration[];
	readonly cards?: readonly CardRegistration[];
}
