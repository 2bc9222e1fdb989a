/** What is typed at this moment, for those who stand beside the form: links that know the app, a script for the cloud. */
import { createContext, useContext } from '@wordpress/element';
import type { CloudId, SignInMethod } from '../../core/door';

export interface TypedKeys {
	/** As typed; it may be anything. */
	readonly client_id: string;
	readonly cloud: CloudId;
	readonly sign_in_method: SignInMethod;
}

export const KeysContext = createContext<TypedKeys>({ client_id: '', cloud: 'global', sign_in_method: 'delegated' });

export const useTypedKeys = (): TypedKeys => useContext(KeysContext);
