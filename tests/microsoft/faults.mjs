/**
 * Scripted faults: which call they wait for and what happens to it.
 */
import { SIGNATURES } from './keys.mjs';
import { Refusal } from './refusal.mjs';

export const KINDS = [ 'status', 'aadsts', 'power_bi', 'id_token', 'clock', 'delay', 'cut', 'truncated', 'malformed', 'html', 'empty', 'huge' ];
const LIMITS = { delay: 120000, huge: 64 * 1024 * 1024, seconds: 1e9 };
const FIELDS = [ 'match', 'kind', 'times', 'after', 'status', 'retry_after', 'retry_at', 'headers', 'body', 'code', 'error', 'suberror', 'claims', 'text', 'as', 'name', 'message', 'set', 'shift', 'signature', 'omit', 'seconds', 'ms', 'bytes' ];

/**
 * @typedef {object} Fault
 * @property {{method?: string, host?: string, path?: string, grant_type?: string}} [match] all given parts must fit; path is a part of the address, host included
 * @property {'status'|'aadsts'|'power_bi'|'id_token'|'clock'|'delay'|'cut'|'truncated'|'malformed'|'html'|'empty'|'huge'} kind
 * @property {number} [times] how often, 1 when left out; 0 = every time
 * @property {number} [after] how many calls that fit are let through first, 0 when left out
 * @property {number} [status] HTTP status of the answer
 * @property {number|string} [retry_after] value of a Retry-After header
 * @property {number} [retry_at] Retry-After as an HTTP date, so many seconds from the stand-in's clock
 * @property {Record<string, string>} [headers]
 * @property {unknown} [body] text, or a value that is sent as JSON
 * @property {number} [code] AADSTS number
 * @property {string} [error] OAuth error that goes with it
 * @property {string} [suberror]
 * @property {string} [claims]
 * @property {string} [text] description in place of the table's
 * @property {'json'|'page'|'redirect'} [as] shape of an aadsts fault; by the endpoint when left out
 * @property {string} [name] code of a power_bi fault, such as PowerBINotLicensedException; none = an empty body
 * @property {string} [message] in place of the `pbi.error` part; without `name` the body is {"Message": message}
 * @property {Record<string, unknown>} [set] claims of an ID token as they are to be; null leaves one out
 * @property {Record<string, number>} [shift] claims of an ID token as seconds from now
 * @property {'good'|'other_key'|'unpublished_key'|'none'|'hs256'|'broken'|'missing'} [signature] of an ID token
 * @property {boolean} [omit] no ID token at all
 * @property {number} [seconds] of a clock fault: how far its Date header and timestamps are ahead
 * @property {number} [ms] of a delay
 * @property {number} [bytes] of a huge answer
 */

/**
 * @param {unknown} value
 * @returns {Fault}
 */
function check( value ) {
	const say = ( holds, sentence ) => {
		if ( ! holds ) {
			throw new TypeError( `fault: ${ sentence }` );
		}
	};
	say( typeof value === 'object' && value !== null && ! Array.isArray( value ), 'must be an object' );
	const fault = structuredClone( value );
	const unknown = Object.keys( fault ).find( ( name ) => ! FIELDS.includes( name ) );
	say( unknown === undefined, `"${ unknown }" is unknown` );
	const whole = ( name, min, max ) => say( fault[ name ] === undefined || ( Number.isInteger( fault[ name ] ) && fault[ name ] >= min && fault[ name ] <= max ), `"${ name }" must be a whole number from ${ min } to ${ max }` );
	say( KINDS.includes( fault.kind ), `"kind" must be one of ${ KINDS.join( ', ' ) }` );
	fault.match ??= {};
	say( typeof fault.match === 'object' && ! Array.isArray( fault.match ), '"match" must be an object' );
	for ( const [ name, part ] of Object.entries( fault.match ) ) {
		say( [ 'method', 'host', 'path', 'grant_type' ].includes( name ) && typeof part === 'string', `"match.${ name }" is unknown or not text` );
	}
	fault.times ??= 1;
	whole( 'times', 0, 1000000 );
	whole( 'after', 0, 1000000 );
	whole( 'seconds', -LIMITS.seconds, LIMITS.seconds );
	whole( 'retry_at', -LIMITS.seconds, LIMITS.seconds );
	whole( 'status', 200, 599 );
	whole( 'ms', 0, LIMITS.delay );
	whole( 'bytes', 1, LIMITS.huge );
	whole( 'code', 1, 99999999 );
	say( fault.kind !== 'status' || fault.status !== undefined, 'kind "status" needs "status"' );
	say( fault.kind !== 'aadsts' || fault.code !== undefined, 'kind "aadsts" needs "code"' );
	say( fault.as === undefined || [ 'json', 'page', 'redirect' ].includes( fault.as ), '"as" must be json, page or redirect' );
	say( fault.kind !== 'clock' || fault.seconds !== undefined, 'kind "clock" needs "seconds"' );
	say( fault.signature === undefined || SIGNATURES.includes( fault.signature ), `"signature" must be one of ${ SIGNATURES.join( ', ' ) }` );
	for ( const name of [ 'set', 'shift' ] ) {
		say( fault[ name ] === undefined || ( typeof fault[ name ] === 'object' && fault[ name ] !== null && ! Array.isArray( fault[ name ] ) ), `"${ name }" must be an object` );
	}
	say( Object.values( fault.shift ?? {} ).every( Number.isInteger ), '"shift" must hold whole seconds' );
	for ( const name of [ 'error', 'suberror', 'claims', 'text', 'name', 'message' ] ) {
		say( fault[ name ] === undefined || typeof fault[ name ] === 'string', `"${ name }" must be text` );
	}
	for ( const [ name, text ] of Object.entries( fault.headers ?? {} ) ) {
		say( /^[\w-]+$/.test( name ) && typeof text === 'string' && /^[\x20-\x7e]*$/.test( text ), `header "${ name }" is not sendable` );
	}
	say( fault.name === undefined || /^\w{1,100}$/.test( fault.name ), '"name" must be one word' );
	say( fault.retry_after === undefined || /^[\w ,:]{1,40}$/.test( String( fault.retry_after ) ), '"retry_after" must be seconds or an HTTP date' );
	return fault;
}

export class Faults {
	/** @type {Fault[]} */
	list = [];

	/**
	 * @param {unknown[]} faults replace all that were set before
	 */
	set( faults ) {
		if ( ! Array.isArray( faults ) ) {
			throw new TypeError( 'fault: a list is needed' );
		}
		this.list = faults.map( check );
	}

	/**
	 * @param {unknown} fault one more, behind the others
	 */
	add( fault ) {
		this.list.push( check( fault ) );
	}

	/**
	 * The first fault that waits for this call; one of its times is used up.
	 *
	 * @param {{method: string, segments: string[], form: URLSearchParams}} exchange
	 * @returns {Fault|null}
	 */
	take( exchange ) {
		const host = exchange.segments[ 0 ] ?? '';
		const path = `/${ exchange.segments.join( '/' ) }`;
		const index = this.list.findIndex( ( { match, kind } ) =>
			( kind !== 'id_token' || path.endsWith( '/token' ) ) &&
			( match.method === undefined || match.method.toUpperCase() === exchange.method ) &&
			( match.host === undefined || match.host === host ) &&
			( match.path === undefined || path.includes( match.path ) ) &&
			( match.grant_type === undefined || match.grant_type === exchange.form.get( 'grant_type' ) ) );
		if ( index < 0 ) {
			return null;
		}
		const fault = this.list[ index ];
		if ( fault.after > 0 ) {
			fault.after--;
			return null;
		}
		if ( fault.times === 1 ) {
			this.list.splice( index, 1 );
		} else if ( fault.times > 1 ) {
			fault.times--;
		}
		return fault;
	}
}

/**
 * @param {Fault} fault of kind aadsts
 * @returns {Refusal}
 */
export function refusalOf( fault ) {
	const refusal = new Refusal( fault.code, {}, { error: fault.error, suberror: fault.suberror, claims: fault.claims, status: fault.status } );
	if ( fault.text !== undefined ) {
		refusal.message = fault.text;
	}
	return refusal;
}
