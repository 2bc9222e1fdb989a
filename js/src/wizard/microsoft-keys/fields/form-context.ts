/** The form of step 2, for the fields in it. */
import { createContext, useContext } from '@wordpress/element';
import type { KeysForm } from './use-keys-form';

export const KeysFormContext = createContext<KeysForm | null>(null);

/** Throws outside of the form: a field of step 2 cannot stand anywhere else. */
export function useForm(): KeysForm {
	const form = useContext(KeysFormContext);
	if (!form) {
		throw new Error('This field belongs into the form of step 2.');
	}
	return form;
}
