/**
 * The sign-in in front of oidc-provider: the core spells the authorize URL, the redemption is the form that PHP's TokenClient sends.
 * plugin.test.mjs sends the plugin itself the same way.
 */
import assert from 'node:assert/strict';
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { judge } from '../differential/judge.mjs';
import { loadSeed } from '../microsoft/tenants/seed.mjs';
import { startOidc } from './oidc.mjs';

const { tenants: [ TENANT ], apps: [ APP ], users: [ MERCHANT ] } = loadSeed();
const REDIRECT = 'http://localhost:9771/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
const RESOURCE = 'https://analysis.windows.net/powerbi/api';
const SCOPES = [ 'Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.Read.All', 'Dashboard.Read.All', 'Content.Create' ].map( ( name ) => `${ RESOURCE }/${ name }` );
const VERIFIER = randomBytes( 32 ).toString( 'base64url' );
const INPUT = { cloud: 'global', tenant_id: TENANT.id, client_id: APP.client_id, redirect_uri: REDIRECT, state_bytes: '5a'.repeat( 32 ), code_verifier: VERIFIER, nonce: 'n-0S6_WzA2Mj' };

/** @type {Awaited<ReturnType<typeof startOidc>>} */
let oidc;
/** @type {string[]} authorize URLs: as the wizard asks, with consent asked for again, without a person */
let urls;

before( async () => {
	oidc = await startOidc( { redirectUris: [ REDIRECT ] } );
	urls = judge( [ {}, { prompt: 'consent' }, { prompt: 'none' }, { prompt: 'select_account' }, { redirect_uri: `${ REDIRECT }&more=1` } ].map( ( change ) => ( { call: 'authorize_url', input: { ...INPUT, ...change } } ) ) );
} );
after( () => oidc.end() );

/** A person's browser: keeps cookies, follows the provider's own redirects and stops at the site's. */
class Visitor {
	cookies = new Map();

	async go( url, init = {} ) {
		const here = url.replace( 'https://', `${ oidc.url }/` );
		const response = await fetch( new URL( here, oidc.url ), { redirect: 'manual', ...init, headers: { cookie: [ ...this.cookies ].map( ( pair ) => pair.join( '=' ) ).join( '; ' ) } } );
		for ( const line of response.headers.getSetCookie() ) {
			const [ name, value ] = line.split( ';' )[ 0 ].split( /=(.*)/s );
			this.cookies.set( name, value );
		}
		this.status = response.status;
		this.html = await response.text();
		const location = response.headers.get( 'location' );
		this.answer = null;
		if ( location?.startsWith( REDIRECT ) ) {
			this.answer = new URL( location ).searchParams;
		} else if ( location ) {
			return this.go( location.replace( /^https?:\/\/[^/]+/, '' ) );
		}
		return this;
	}

	submit( fields ) {
		const [ , action ] = /<form method="post" action="([^"]*)">/.exec( this.html ) ?? assert.fail( `no form: ${ this.html }` );
		return this.go( action, { method: 'POST', body: new URLSearchParams( fields ) } );
	}

	async signIn( url ) {
		await this.go( url );
		await this.submit( { login: MERCHANT.username, passwd: MERCHANT.password } );
		return this.answer ? this : this.submit( { decision: 'accept' } );
	}
}

/** @returns {Promise<{status: number, body: any}>} the form as PHP sends it: rawurlencode, that is %20 for a blank */
async function token( fields ) {
	const all = { client_id: APP.client_id, scope: `openid profile offline_access ${ SCOPES.join( ' ' ) }`, ...fields, client_secret: APP.secrets[ 0 ].value };
	const body = Object.entries( all ).filter( ( [ , value ] ) => value !== null ).map( ( pair ) => pair.map( encodeURIComponent ).join( '=' ) ).join( '&' );
	const response = await fetch( `${ oidc.url }/login.microsoftonline.com/${ TENANT.id }/oauth2/v2.0/token`, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' } } );
	return { status: response.status, body: await response.json() };
}

const redeem = ( code, change = {} ) => token( { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER, ...change } );

describe( 'a provider that no one here wrote', () => {
	it( 'takes the core\'s authorize URL and PHP\'s redemption, and its ID token carries what is checked', async () => {
		const { answer } = await new Visitor().signIn( urls[ 0 ] );
		assert.equal( answer.get( 'state' ), Buffer.from( INPUT.state_bytes, 'hex' ).toString( 'base64url' ) );
		const { status, body } = await redeem( answer.get( 'code' ) );
		assert.equal( status, 200, JSON.stringify( body ) );
		assert.deepEqual( body.scope.split( ' ' ).filter( ( each ) => each.includes( '/' ) ).sort(), [ ...SCOPES ].sort() );
		const [ head, claims, signature ] = body.id_token.split( '.' );
		const said = JSON.parse( Buffer.from( claims, 'base64url' ) );
		const { keys: [ key ] } = await ( await fetch( `${ oidc.url }/login.microsoftonline.com/${ TENANT.id }/discovery/v2.0/keys` ) ).json();
		assert.ok( verify( 'sha256', Buffer.from( `${ head }.${ claims }` ), createPublicKey( { key, format: 'jwk' } ), Buffer.from( signature, 'base64url' ) ) );
		assert.deepEqual( [ said.iss, said.aud, said.nonce, said.tid ], [ `https://login.microsoftonline.com/${ TENANT.id }/v2.0`, APP.client_id, INPUT.nonce, TENANT.id ] );
		const groups = await fetch( `${ oidc.url }/api.powerbi.com/v1.0/myorg/groups`, { headers: { authorization: `Bearer ${ body.access_token }` } } );
		assert.deepEqual( ( await groups.json() ).value.map( ( each ) => each.name ), [ 'Sales', 'Finance', 'Archive' ] );
		assert.equal( ( await fetch( `${ oidc.url }/api.powerbi.com/v1.0/myorg/groups`, { headers: { authorization: 'Bearer x' } } ) ).status, 401 );
	} );

	it( 'refreshes when consent was asked for, with the form that PHP sends', async () => {
		const { answer } = await new Visitor().signIn( urls[ 1 ] );
		const first = await redeem( answer.get( 'code' ) );
		const second = await token( { grant_type: 'refresh_token', refresh_token: first.body.refresh_token } );
		assert.equal( second.status, 200, JSON.stringify( second.body ) );
		assert.notEqual( second.body.refresh_token, first.body.refresh_token );
	} );

	it( 'gives the app a token by itself', async () => {
		const { status, body } = await token( { grant_type: 'client_credentials', scope: `${ RESOURCE }/.default` } );
		assert.deepEqual( [ status, body.refresh_token, body.token_type ], [ 200, undefined, 'Bearer' ] );
	} );

	it( 'says login_required for prompt=none, and lets a person pick an account', async () => {
		const visitor = await new Visitor().go( urls[ 2 ] );
		assert.equal( visitor.answer.get( 'error' ), 'login_required' );
		assert.equal( ( await visitor.signIn( urls[ 3 ] ) ).answer.get( 'error' ), null );
	} );
} );

describe( 'and it is strict', () => {
	for ( const [ name, change, error ] of [
		[ 'another verifier', { code_verifier: 'a'.repeat( 43 ) }, 'invalid_grant' ],
		[ 'no verifier', { code_verifier: null }, 'invalid_grant' ],
		[ 'another redirect address', { redirect_uri: `${ REDIRECT }&more=1` }, 'invalid_grant' ],
	] ) {
		it( `${ name }: ${ error }`, async () => {
			const { answer } = await new Visitor().signIn( urls[ 0 ] );
			const { status, body } = await redeem( answer.get( 'code' ), change );
			assert.deepEqual( [ status, body.error ], [ 400, error ] );
		} );
	}

	it( 'a code twice: invalid_grant', async () => {
		const { answer } = await new Visitor().signIn( urls[ 0 ] );
		await redeem( answer.get( 'code' ) );
		assert.equal( ( await redeem( answer.get( 'code' ) ) ).body.error, 'invalid_grant' );
	} );

	it( 'an address that is not registered stays on its own page', async () => {
		const visitor = await new Visitor().go( urls[ 4 ] );
		assert.deepEqual( [ visitor.status, visitor.answer ], [ 400, null ] );
	} );
} );
