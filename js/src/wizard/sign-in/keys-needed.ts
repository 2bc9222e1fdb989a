/** The values that the chosen way to sign in needs and that are still empty, in the order of the form. */
import type { StoredFieldId } from '../../core/door';
import { FIELDS, STORED_FIELD_IDS } from '../../generated/contract';
import type { Setup } from '../../setup';

export function keysNeeded({ fields }: Pick<Setup, 'fields'>): StoredFieldId[] {
	const method = fields.sign_in_method.value;
	const isNeeded = (id: StoredFieldId): boolean => {
		switch (id) {
			// The app signs in by itself; nobody's account is used.
			case 'username':
				return method !== 'service_principal';
			case 'password':
				return method === 'ropc';
			// An app that allows public client flows has none.
			case 'client_secret':
				return method !== 'ropc';
			default:
				return FIELDS[id].required;
		}
	};
	const isEmpty = (id: StoredFieldId): boolean => {
		const field = fields[id];
		return 'has_value' in field ? !field.has_value : field.value === '';
	};
	return STORED_FIELD_IDS.filter((id) => isNeeded(id) && isEmpty(id));
}
