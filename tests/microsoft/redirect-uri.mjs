/**
 * How a requested redirect address is compared with the registered ones, and how an answer is put onto it.
 */

/**
 * @typedef {{uri: string, platform: 'web'|'spa'|'public'}} RegisteredRedirect
 */

/**
 * Text is compared as written. Only these differ from plain equality: the host's case, a default port that is
 * spelled out, a missing path against "/", any port on localhost, and a leading wildcard label in the host.
 *
 * @param {string} uri
 * @returns {{scheme: string, host: string, port: string, rest: string}|null}
 */
function split( uri ) {
	const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#:@]+|\[[^\]]*\])(?::(\d+))?([/?#].*)?$/i.exec( uri );
	if ( ! match ) {
		return null;
	}
	const scheme = match[ 1 ].toLowerCase();
	const host = match[ 2 ].toLowerCase();
	const standard = { http: '80', https: '443' }[ scheme ] ?? '';
	const port = host === 'localhost' ? '*' : match[ 3 ] ?? standard;
	const rest = match[ 4 ] ?? '';
	return { scheme, host, port, rest: rest.startsWith( '/' ) ? rest : `/${ rest }` };
}

/**
 * @param {string} registered
 * @param {string} requested
 * @returns {boolean}
 */
export function redirectMatches( registered, requested ) {
	if ( registered === requested ) {
		return true;
	}
	const a = split( registered );
	const b = split( requested );
	if ( ! a || ! b || a.scheme !== b.scheme || a.port !== b.port ) {
		return false;
	}
	if ( a.host.startsWith( '*.' ) ) {
		const label = b.host.slice( 0, -( a.host.length - 1 ) );
		const path = ( rest ) => rest.split( /[?#]/ )[ 0 ];
		return b.host.endsWith( a.host.slice( 1 ) ) && /^[a-z0-9-]+$/.test( label ) && path( a.rest ) === path( b.rest );
	}
	return a.host === b.host && a.rest === b.rest;
}

/**
 * @param {RegisteredRedirect[]} registered
 * @param {string} requested
 * @returns {RegisteredRedirect|undefined}
 */
export const findRedirect = ( registered, requested ) => registered.find( ( r ) => redirectMatches( r.uri, requested ) );

/**
 * @param {string} requested
 * @returns {boolean} true for an http address that could never be registered in the portal
 */
export function isInsecure( requested ) {
	const parts = split( requested );
	return parts !== null && parts.scheme === 'http' && parts.host !== 'localhost';
}

/**
 * Puts the answer onto the address, keeping a query that is already there.
 *
 * @param {string} uri
 * @param {[string, string][]} pairs
 * @param {'query'|'fragment'} mode
 * @returns {string}
 */
export function withAnswer( uri, pairs, mode ) {
	const text = new URLSearchParams( pairs ).toString().replace( /\+/g, '%20' );
	const [ , base, query = '', fragment = '' ] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec( uri );
	const path = /^[a-z][a-z0-9+.-]*:\/\/[^/]*$/i.test( base ) ? `${ base }/` : base;
	if ( mode === 'fragment' ) {
		return `${ path }${ query }#${ text }`;
	}
	const joint = query === '' ? '?' : /[?&]$/.test( query ) ? '' : '&';
	return `${ path }${ query }${ joint }${ text }${ fragment }`;
}
