/**
 * The authorization endpoint: judges the request. Faults about tenant, app and address stay on a page here;
 * everything else goes back to the app.
 */
import { duplicate } from './exchange.mjs';
import { findTenantAndApp } from './directory.mjs';
import { refuseApp, startFlow } from './flow.mjs';
import { findRedirect, isInsecure } from './redirect-uri.mjs';
import { Refusal } from './refusal.mjs';
import { parseScopes } from './scopes.mjs';
import { advance } from './signin.mjs';

const PROMPTS = [ '', 'login', 'none', 'consent', 'select_account' ];

/**
 * @param {import('./tenants/seed.mjs').App} app
 * @param {string|null} uri
 * @returns {{uri: string, platform: string}} the address as requested
 * @throws {Refusal} 500113, 900971, 500117, 50011
 */
export function checkRedirect( app, uri ) {
	if ( app.redirect_uris.length === 0 ) {
		throw new Refusal( 500113 );
	}
	if ( ! uri ) {
		throw new Refusal( 900971 );
	}
	const registered = findRedirect( app.redirect_uris, uri );
	if ( ! registered ) {
		throw isInsecure( uri ) ? new Refusal( 500117 ) : new Refusal( 50011, { uri, client_id: app.client_id } );
	}
	return { uri, platform: registered.platform };
}

/**
 * @param {string|null} state
 * @returns {string|null} as it comes back: HTML is stripped
 */
const echo = ( state ) => state?.replace( /<[^<>]*>/g, '' ) ?? null;

/**
 * @param {URLSearchParams} query
 * @returns {{challenge: string, method: string}|null}
 * @throws {Refusal} 50147, 50149, 501491
 */
function readPkce( query ) {
	const challenge = query.get( 'code_challenge' );
	const method = query.get( 'code_challenge_method' );
	if ( challenge === null || challenge === '' ) {
		if ( method ) {
			throw new Refusal( 50147 );
		}
		return null;
	}
	if ( method !== null && method !== 'S256' && method !== 'plain' ) {
		throw new Refusal( 50149 );
	}
	// Without a method the challenge counts as plain.
	if ( ! ( method === 'S256' ? /^[A-Za-z0-9_-]{43}$/ : /^[A-Za-z0-9._~-]{43,128}$/ ).test( challenge ) ) {
		throw new Refusal( 501491 );
	}
	return { challenge, method: method ?? 'plain' };
}

/**
 * @param {string|null} type
 * @param {import('./tenants/seed.mjs').App} app
 * @returns {boolean} true if an ID token was asked for beside the code
 * @throws {Refusal} 900144, 700054, 70005
 */
function readResponseType( type, app ) {
	if ( ! type ) {
		throw new Refusal( 900144, { parameter: 'response_type' } );
	}
	const words = type.split( ' ' ).sort().join( ' ' );
	if ( words !== 'code' && words !== 'code id_token' ) {
		throw words === 'id_token' && ! app.allow_id_token ? new Refusal( 700054 ) : new Refusal( 70005, { value: type } );
	}
	if ( words === 'code id_token' && ! app.allow_id_token ) {
		throw new Refusal( 700054 );
	}
	return words === 'code id_token';
}

/**
 * @param {URLSearchParams} query
 * @param {boolean} idToken
 * @returns {'query'|'fragment'|'form_post'}
 * @throws {Refusal} 70007
 */
function readMode( query, idToken ) {
	const mode = query.get( 'response_mode' ) || ( idToken ? 'fragment' : 'query' );
	if ( ! [ 'query', 'fragment', 'form_post' ].includes( mode ) || ( idToken && mode === 'query' ) ) {
		throw new Refusal( 70007, { value: mode } );
	}
	return mode;
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {Refusal|null} scripted refusal that a fault wants to see go back to the app
 * @returns {import('./answer.mjs').Answer}
 * @throws {Refusal} for Microsoft's own page
 */
export function authorize( world, exchange, scripted = null ) {
	const [ loginHost, tenantName ] = exchange.segments;
	const { query } = exchange;
	const twice = duplicate( query );
	if ( twice ) {
		throw new Refusal( 9000411, { parameter: twice } );
	}
	const { tenant, app } = findTenantAndApp( world, loginHost, tenantName, query.get( 'client_id' ) );
	const redirect = checkRedirect( app, query.get( 'redirect_uri' ) );
	const place = { id: '', kind: 'authorize', loginHost, tenantName, tenant, app, redirect, mode: 'query', state: echo( query.get( 'state' ) ) };
	try {
		if ( scripted ) {
			throw scripted;
		}
		const idToken = readResponseType( query.get( 'response_type' ), app );
		place.mode = readMode( query, idToken );
		const prompt = query.get( 'prompt' ) ?? '';
		if ( ! PROMPTS.includes( prompt ) ) {
			throw new Refusal( 90023, { value: prompt } );
		}
		const scopes = parseScopes( query.get( 'scope' ) ?? '', app, tenant );
		const pkce = readPkce( query );
		const nonce = query.get( 'nonce' );
		if ( idToken && ! nonce ) {
			throw new Refusal( 900144, { parameter: 'nonce' } );
		}
		const hint = query.get( 'login_hint' ) ?? '';
		const { flow, headers } = startFlow( world, exchange, { ...place, idToken, prompt, scopes, pkce, nonce, hint } );
		return advance( world, flow, exchange.marks, headers );
	} catch ( refusal ) {
		if ( refusal instanceof Refusal ) {
			return refuseApp( world, place, refusal, exchange.marks );
		}
		throw refusal;
	}
}
