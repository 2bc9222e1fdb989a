/**
 * One request, read with care: decoded path, query, form and cookies, or the reason why it cannot be read.
 */
import { cloudByApiHost } from './clouds.mjs';
import { newMarks } from './entra-error.mjs';

const BODY_LIMIT = 64 * 1024;
const POWER_BI_BODY_LIMIT = 16 * 1024 * 1024;
const PATH_LIMIT = 8 * 1024;

/**
 * @typedef {object} Exchange
 * @property {string} method
 * @property {string[]} segments of the path, decoded
 * @property {Record<string, string>} params what the placeholders of a Power BI path stand for
 * @property {URLSearchParams} query
 * @property {URLSearchParams} form empty unless a form was posted
 * @property {string} text the body as sent
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Record<string, string>} cookies
 * @property {import('./entra-error.mjs').Marks} marks
 */

export class Unreadable extends Error {
	/**
	 * @param {number} status
	 * @param {string} message
	 */
	constructor( status, message ) {
		super( message );
		this.status = status;
	}
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('./clock.mjs').Clock} clock
 * @returns {Exchange} without a body yet
 * @throws {Unreadable}
 */
export function readHead( request, clock ) {
	const target = request.url ?? '';
	if ( ! target.startsWith( '/' ) || target.length > PATH_LIMIT * 2 ) {
		throw new Unreadable( target.startsWith( '/' ) ? 414 : 400, 'the request target cannot be used' );
	}
	const cut = target.indexOf( '?' );
	const path = cut < 0 ? target : target.slice( 0, cut );
	let segments;
	try {
		segments = path.slice( 1 ).split( '/' ).map( decodeURIComponent );
	} catch {
		throw new Unreadable( 400, 'the path is not valid percent-encoding' );
	}
	const query = new URLSearchParams( cut < 0 ? '' : target.slice( cut + 1 ) );
	const asked = query.get( 'client-request-id' ) ?? request.headers[ 'client-request-id' ];
	return {
		method: request.method ?? 'GET',
		segments,
		params: {},
		query,
		form: new URLSearchParams(),
		text: '',
		headers: request.headers,
		cookies: readCookies( request.headers.cookie ),
		marks: newMarks( clock, Array.isArray( asked ) ? asked[ 0 ] : asked ),
	};
}

/**
 * Reads the body into the exchange.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {Exchange} exchange
 * @throws {Unreadable}
 */
export async function readBody( request, exchange ) {
	const chunks = [];
	let size = 0;
	const limit = exchange.segments[ 0 ] === '_control' ? BODY_LIMIT * 16 : cloudByApiHost( exchange.segments[ 0 ] ) ? POWER_BI_BODY_LIMIT : BODY_LIMIT;
	for await ( const chunk of request ) {
		size += chunk.length;
		if ( size > limit ) {
			throw new Unreadable( 413, 'the body is too large' );
		}
		chunks.push( chunk );
	}
	exchange.text = Buffer.concat( chunks ).toString( 'utf8' );
	const type = ( request.headers[ 'content-type' ] ?? '' ).split( ';' )[ 0 ].trim().toLowerCase();
	if ( type === 'application/x-www-form-urlencoded' ) {
		exchange.form = new URLSearchParams( exchange.text );
	}
}

/**
 * @param {string|undefined} header
 * @returns {Record<string, string>}
 */
function readCookies( header = '' ) {
	const pairs = header.split( ';' ).map( ( part ) => part.trim().split( '=' ) );
	return Object.fromEntries( pairs.filter( ( pair ) => pair.length >= 2 ).map( ( [ name, ...rest ] ) => [ name, rest.join( '=' ) ] ) );
}

/**
 * @param {URLSearchParams} params
 * @returns {string|undefined} a name that comes twice
 */
export function duplicate( params ) {
	const seen = new Set();
	for ( const name of params.keys() ) {
		if ( seen.has( name ) ) {
			return name;
		}
		seen.add( name );
	}
	return undefined;
}
