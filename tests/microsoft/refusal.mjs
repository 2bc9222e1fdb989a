/**
 * A refusal in Entra's numbers. Thrown anywhere, turned into a page, a redirect or JSON by whoever answers.
 */
import { aadsts } from './aadsts.mjs';

export class Refusal extends Error {
	/**
	 * @param {number} code AADSTS number
	 * @param {Record<string, string>} [params] what the text names
	 * @param {{error?: string, suberror?: string, claims?: string, status?: number}} [override]
	 */
	constructor( code, params = {}, override = {} ) {
		const row = aadsts( code );
		const text = row.text.replace( /\{(\w+)\}/g, ( _, name ) => params[ name ] ?? '' );
		super( text.trim() );
		this.code = code;
		this.error = override.error ?? row.error;
		this.suberror = override.suberror === undefined ? row.suberror : override.suberror || undefined;
		this.claims = override.claims;
		this.status = override.status ?? ( this.error === 'invalid_client' ? 401 : 400 );
	}
}
