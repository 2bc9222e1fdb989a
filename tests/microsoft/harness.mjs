/**
 * What the tests share: a running stand-in, a browser without a screen, and the default keys.
 */
import { createHash, randomBytes } from 'node:crypto';
import { startStandIn } from './standin.mjs';
import { loadSeed } from './tenants/seed.mjs';

const seed = loadSeed();
export const TENANT = seed.tenants[ 0 ];
export const APP = seed.apps[ 0 ];
export const OTHER_APP = seed.apps[ 1 ];
export const SECRET = APP.secrets[ 0 ].value;
export const [ MERCHANT, CLERK, ADMIN, VISITOR ] = seed.users;
/** @returns {import('./tenants/seed.mjs').User} of the seed, by the part before the @ */
export const person = ( /** @type {string} */ name ) => seed.users.find( ( each ) => each.username.startsWith( `${ name }@` ) );
export const REDIRECT = APP.redirect_uris[ 0 ].uri;
export const RESOURCE = 'https://analysis.windows.net/powerbi/api';
export const SCOPE = `openid profile offline_access ${ RESOURCE }/Dataset.ReadWrite.All ${ RESOURCE }/Workspace.ReadWrite.All`;
export const LOGIN = 'login.microsoftonline.com';
export const VERIFIER = randomBytes( 32 ).toString( 'base64url' );
export const CHALLENGE = createHash( 'sha256' ).update( VERIFIER ).digest( 'base64url' );

/** @type {Awaited<ReturnType<typeof startStandIn>>} */
export let standIn;

/** @param {object} [options] */
export async function up( options ) {
	standIn = await startStandIn( options );
	return standIn;
}

export const down = () => standIn.close();

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>} never follows a redirect
 */
export const call = ( path, init = {} ) => fetch( standIn.url + path, { redirect: 'manual', ...init } );

/**
 * @param {string} route
 * @param {unknown} [body]
 * @param {string} [method]
 * @returns {Promise<any>}
 */
export async function control( route, body, method = body === undefined ? 'GET' : 'POST' ) {
	const response = await call( `/_control/${ route }`, { method, body: body === undefined ? undefined : JSON.stringify( body ) } );
	const value = await response.json();
	if ( response.status !== 200 ) {
		throw new Error( value.error );
	}
	return value;
}

/**
 * @param {Record<string, string|null>} [change] null leaves a parameter out
 * @param {string} [tenant]
 * @param {string} [endpoint]
 * @returns {string}
 */
export function authorizePath( change = {}, tenant = TENANT.id, endpoint = 'oauth2/v2.0/authorize' ) {
	const fields = {
		client_id: APP.client_id, response_type: 'code', redirect_uri: REDIRECT, response_mode: 'query', scope: SCOPE,
		state: 'a-state', code_challenge: CHALLENGE, code_challenge_method: 'S256', ...change,
	};
	return `/${ LOGIN }/${ tenant }/${ endpoint }?${ new URLSearchParams( Object.entries( fields ).filter( ( [ , value ] ) => value !== null ) ) }`;
}

const decode = ( text ) => text.replace( /&#39;/g, '\'' ).replace( /&quot;/g, '"' ).replace( /&#96;/g, '`' ).replace( /&lt;/g, '<' ).replace( /&gt;/g, '>' ).replace( /&amp;/g, '&' );

/** A person's browser: keeps the cookie, fills forms in, follows nothing by itself. */
export class Browser {
	cookie = '';

	/**
	 * @param {string} path
	 * @param {RequestInit} [init]
	 */
	async open( path, init = {} ) {
		const response = await call( path, { ...init, headers: { ...( this.cookie ? { cookie: this.cookie } : {} ), ...init.headers } } );
		const set = response.headers.get( 'set-cookie' );
		if ( set ) {
			this.cookie = set.split( ';' )[ 0 ];
		}
		this.status = response.status;
		this.location = response.headers.get( 'location' );
		this.answer = this.location ? new URL( this.location ).searchParams : null;
		this.html = await response.text();
		this.text = decode( this.html.replace( /<(style|title|head)[\s\S]*?<\/\1>/g, '' ).replace( /<[^>]*>/g, '' ) );
		return this;
	}

	/**
	 * Sends the form of the present page whose address ends in `step`.
	 *
	 * @param {string} step
	 * @param {Record<string, string>} [fields]
	 */
	async submit( step, fields = {} ) {
		const form = [ ...this.html.matchAll( /<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/g ) ].find( ( match ) => match[ 1 ].endsWith( `/${ step }` ) );
		if ( ! form ) {
			throw new Error( `the page has no form "${ step }": ${ this.text.trim().slice( 0, 300 ) }` );
		}
		const hidden = [ ...form[ 2 ].matchAll( /<input type="hidden" name="([^"]*)" value="([^"]*)">/g ) ].map( ( match ) => [ match[ 1 ], decode( match[ 2 ] ) ] );
		return this.open( decode( form[ 1 ] ), { method: 'POST', body: new URLSearchParams( { ...Object.fromEntries( hidden ), ...fields } ) } );
	}

	/** @param {{username: string, password: string}} user */
	login( user ) {
		return this.submit( 'login', { login: user.username, passwd: user.password } );
	}
}

/**
 * The whole way to a code.
 *
 * @param {Record<string, string|null>} [change]
 * @param {{username: string, password: string}} [user]
 * @returns {Promise<string>}
 */
export async function newCode( change = {}, user = MERCHANT ) {
	const browser = await new Browser().open( authorizePath( change ) );
	await browser.login( user );
	if ( ! browser.location ) {
		await browser.submit( 'consent', { decision: 'accept' } );
	}
	return new URL( browser.location.replace( '#', '?' ) ).searchParams.get( 'code' );
}

/**
 * @param {Record<string, string|null>} fields
 * @param {{tenant?: string, headers?: Record<string, string>}} [options]
 * @returns {Promise<{status: number, body: any, headers: Headers}>}
 */
export async function token( fields, { tenant = TENANT.id, headers = {} } = {} ) {
	const body = new URLSearchParams( Object.entries( { client_id: APP.client_id, client_secret: SECRET, ...fields } ).filter( ( [ , value ] ) => value !== null ) );
	const response = await call( `/${ LOGIN }/${ tenant }/oauth2/v2.0/token`, { method: 'POST', body, headers } );
	return { status: response.status, body: await response.json(), headers: response.headers };
}

/**
 * @param {string} code
 * @param {Record<string, string|null>} [change]
 * @param {object} [options]
 */
export const redeem = ( code, change = {}, options ) => token( { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER, ...change }, options );

/**
 * @param {string|null} accessToken
 * @param {string} [query]
 * @returns {Promise<{status: number, text: string, headers: Headers}>}
 */
export async function groups( accessToken, query = '' ) {
	const response = await call( `/api.powerbi.com/v1.0/myorg/groups${ query }`, { headers: accessToken ? { authorization: `Bearer ${ accessToken }` } : {} } );
	return { status: response.status, text: await response.text(), headers: response.headers };
}
