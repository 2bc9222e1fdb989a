/** Which codes are mended in step 2; the contract's error table says so for each. */
import { ERRORS } from '../../generated/contract';

export function isAboutKeys(code: string): boolean {
	return Object.hasOwn(ERRORS, code) && ERRORS[code as keyof typeof ERRORS].step === 2;
}
