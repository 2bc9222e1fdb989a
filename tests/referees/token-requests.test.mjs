/**
 * The token requests that leave PHP against those that Microsoft's own library posts for the same job, field by field.
 * Every difference stands in EXPLAINED; one that is new fails, and so does one that is gone.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { judge } from '../differential/judge.mjs';
import { CLOUDS, tokenRequest } from '../differential/msal.mjs';

const EXPLAINED = {
	'client-request-id: only msal-node': 'a fresh number for tracing one request at Microsoft; Microsoft’s answer carries its own, and that one is kept',
	'client-request-id in the address: only msal-node': 'the same',
	'client_info: only msal-node': 'asks for the account’s IDs beside the tokens; the connector keeps no account cache',
	'claims: only msal-node': 'asks for optional ID token claims of its own; the connector reads none of them',
	'x-client-SKU: only msal-node': 'telemetry: the name of the library',
	'x-client-VER: only msal-node': 'telemetry: the version of the library',
	'x-client-OS: only msal-node': 'telemetry: the operating system of the server',
	'x-client-CPU: only msal-node': 'telemetry: the processor of the server',
	'x-client-current-telemetry: only msal-node': 'telemetry: which call of the library it was',
	'x-client-last-telemetry: only msal-node': 'telemetry: what failed before',
	'x-ms-lib-capability: only msal-node': 'says that the library heeds Retry-After; the connector does and need not say so',
	'response_type: only msal-node': 'no parameter of this grant in RFC 6749 section 4.3.2; Microsoft’s description does not name it either',
	'scope: another order': 'msal-node puts the OpenID scopes last; RFC 6749 section 3.3 gives the order no meaning',
	'header X-AnchorMailbox: only msal-node': 'routes to a data centre by the account; speed only',
	'header Content-Type: with a charset': 'the form’s type has no parameters (WHATWG URL Standard, application/x-www-form-urlencoded)',
	'header Accept: only PHP': 'asks for JSON, which is what comes in any case',
	'header Accept-Encoding: only PHP': 'an uncompressed answer, so that the limit of its size holds',
};

const ASCII = Array.from( { length: 95 }, ( _, at ) => String.fromCharCode( 32 + at ) ).join( '' );
const VALUES = {
	tenant_id: '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9',
	client_id: '3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846',
	client_secret: 'a+b/c=d&e%f~g.h-i_j48Q~xyz!$\'(),;:@*',
	redirect_uri: 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3',
	code: `1.A${ ASCII }`,
	code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
	refresh_token: `1.B${ ASCII }`,
	username: 'anna+shop@contoso.example',
	password: `p ${ ASCII }ü€😀.`,
};
const METHODS = { code: 'delegated', refresh: 'delegated', client_credentials: 'service_principal', password: 'ropc' };
const OIDC = [ 'openid', 'profile', 'offline_access' ];
const sorted = ( text ) => text.split( ' ' ).sort().join( ' ' );

/** @returns {any[]} */
function fromPhp( asks ) {
	for ( const name of [ 'WP_DOCROOT', 'REFEREE_PHP_DATABASE' ] ) {
		assert.ok( process.env[ name ], `${ name } is not set: \`tests/run referees\` makes the site and sets it` );
	}
	const script = fileURLToPath( new URL( 'token-requests.php', import.meta.url ) );
	// No stand-in: the addresses have to be Microsoft's own.
	const { WKPBIC_DEVELOPMENT_MICROSOFT_URL: _, ...env } = process.env;
	const { status, stdout, stderr } = spawnSync( 'php', [ script ], { input: JSON.stringify( asks ), encoding: 'utf8', env: { ...env, WP_SQLITE_DIR: process.env.REFEREE_PHP_DATABASE, WP_URL: 'http://localhost:8889' } } );
	assert.equal( status, 0, stdout + stderr );
	return JSON.parse( stdout );
}

/** Form fields in the order sent, strictly read: a field twice or a `+` for a blank is not how either of them writes. */
function read( body ) {
	assert.ok( ! body.includes( '+' ), body );
	const pairs = body.split( '&' ).map( ( pair ) => pair.split( /=(.*)/s ).slice( 0, 2 ).map( decodeURIComponent ) );
	assert.equal( new Set( pairs.map( ( [ name ] ) => name ) ).size, pairs.length, 'a field stands twice' );
	return Object.fromEntries( pairs );
}

/** @returns {string[]} a word for each way in which they differ */
function compareFields( label, ours, theirs ) {
	return [ ...new Set( [ ...Object.keys( ours ), ...Object.keys( theirs ) ] ) ].flatMap( ( name ) => {
		const [ mine, other ] = [ ours[ name ], theirs[ name ] ];
		if ( mine === other ) {
			return [];
		}
		if ( mine === undefined || other === undefined ) {
			return [ `${ label }${ name }: only ${ mine === undefined ? 'msal-node' : 'PHP' }` ];
		}
		if ( name === 'scope' && sorted( mine ) === sorted( other ) ) {
			return [ 'scope: another order' ];
		}
		if ( name === 'Content-Type' && other.toLowerCase() === `${ mine };charset=utf-8` ) {
			return [ 'header Content-Type: with a charset' ];
		}
		return [ `${ label }${ name }: ${ mine } in PHP, ${ other } in msal-node` ];
	} );
}

function differences( ours, theirs ) {
	const [ one, other ] = [ new URL( ours.url ), new URL( theirs.url ) ];
	const address = one.origin + one.pathname === other.origin + other.pathname ? [] : [ `address: ${ ours.url } in PHP, ${ theirs.url } in msal-node` ];
	const query = compareFields( '', Object.fromEntries( one.searchParams ), Object.fromEntries( other.searchParams ) ).map( ( kind ) => kind.replace( ':', ' in the address:' ) );
	return [ ...address, ...query, ...compareFields( '', read( ours.body ), read( theirs.body ) ), ...compareFields( 'header ', ours.headers, theirs.headers ) ];
}

describe( 'token requests, beside msal-node’s', () => {
	/** @type {{label: string, job: string, ours: any, theirs: any, found: string[]}[]} */
	const cases = [];

	before( async () => {
		const asks = CLOUDS.flatMap( ( { cloud } ) => Object.entries( METHODS ).map( ( [ job, method ] ) => {
			const { tenant_id, client_id, client_secret, username } = VALUES;
			return { cloud, job, ...VALUES, fields: { cloud, sign_in_method: method, tenant_id, client_id, client_secret, username } };
		} ) );
		const urls = judge( CLOUDS.map( ( { cloud } ) => ( { call: 'authorize_url', input: { ...VALUES, cloud, state_bytes: '5a'.repeat( 32 ), nonce: 'n' } } ) ) );
		const scopesOf = ( cloud ) => new URL( urls[ CLOUDS.findIndex( ( each ) => each.cloud === cloud ) ] ).searchParams.get( 'scope' ).split( ' ' ).filter( ( scope ) => ! OIDC.includes( scope ) );
		const sent = fromPhp( asks );
		assert.equal( sent.length, asks.length );
		for ( const [ at, ask ] of asks.entries() ) {
			const named = scopesOf( ask.cloud );
			const scopes = ask.job === 'client_credentials' ? [ `${ named[ 0 ].slice( 0, named[ 0 ].lastIndexOf( '/' ) ) }/.default` ] : named;
			const theirs = await tokenRequest( /** @type {any} */ ( ask.job ), { ...ask, scopes } );
			cases.push( { label: `${ ask.job } in ${ ask.cloud }`, job: ask.job, ours: sent[ at ], theirs, found: differences( sent[ at ], theirs ) } );
		}
	} );

	it( 'compares the four grants in five clouds', () => assert.equal( cases.length, 20 ) );

	it( 'has no difference that is not explained', () => {
		for ( const { label, found } of cases ) {
			assert.deepEqual( found.filter( ( kind ) => ! Object.hasOwn( EXPLAINED, kind ) ), [], label );
		}
	} );

	it( 'explains no difference that is gone', () => {
		const seen = new Set( cases.flatMap( ( { found } ) => found ) );
		assert.deepEqual( Object.keys( EXPLAINED ).filter( ( kind ) => ! seen.has( kind ) ), [] );
	} );

	it( 'carries every character of secrets, codes and passwords', () => {
		for ( const { job, ours } of cases ) {
			const form = read( ours.body );
			assert.equal( form.client_secret, VALUES.client_secret );
			for ( const [ name, value ] of Object.entries( { code: { code: VALUES.code, code_verifier: VALUES.code_verifier, redirect_uri: VALUES.redirect_uri }, refresh: { refresh_token: VALUES.refresh_token }, client_credentials: {}, password: { username: VALUES.username, password: VALUES.password } }[ job ] ) ) {
				assert.equal( form[ name ], value, name );
			}
			assert.equal( ours.method, 'POST' );
			assert.deepEqual( Object.keys( ours.headers ).filter( ( name ) => /^(origin|referer|cookie|authorization)$/i.test( name ) ), [] );
		}
	} );

	it( 'would notice a difference', () => {
		for ( const { ours, theirs } of cases.slice( 0, 4 ) ) {
			for ( const broken of [ { url: ours.url.replace( '/token', '/tokens' ) }, { body: ours.body.replace( 'grant_type=', 'grant=' ) }, { body: `${ ours.body }x` }, { body: `${ ours.body }&more=1` }, { headers: { ...ours.headers, Origin: 'https://shop.example' } } ] ) {
				const found = differences( { ...ours, ...broken }, theirs ).filter( ( kind ) => ! Object.hasOwn( EXPLAINED, kind ) );
				assert.notDeepEqual( found, [], JSON.stringify( broken ) );
			}
		}
	} );
} );
