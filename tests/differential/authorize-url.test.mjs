/**
 * The core's authorize URL against the one that Microsoft's own library spells from the same values, parameter by parameter.
 * Every difference stands in EXPLAINED; one that is new fails, and so does one that is gone.
 */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CryptoProvider } from '@azure/msal-node';
import { judge } from './judge.mjs';
import { CLOUDS, getAuthCodeUrl } from './msal.mjs';

const EXPLAINED = {
	'client-request-id: only msal-node': 'a fresh number for tracing one request at Microsoft; the core draws no random numbers, and Microsoft’s answer carries its own',
	'client_info: only msal-node': 'asks for the account’s IDs beside the code; the connector keeps no account cache',
	'clidata: only msal-node': 'asks for client data beside the code, for the same cache',
	'x-client-SKU: only msal-node': 'telemetry: the name of the library',
	'x-client-VER: only msal-node': 'telemetry: the version of the library',
	'x-client-OS: only msal-node': 'telemetry: the operating system of the server',
	'x-client-CPU: only msal-node': 'telemetry: the processor of the server',
	'X-AnchorMailbox: only msal-node': 'routes to a data centre by the hinted account; speed only',
	'scope: another order': 'msal-node puts the OpenID scopes last; RFC 6749 section 3.3 gives the order no meaning',
	'claims: only msal-node': 'asks for optional ID token claims of its own; the connector reads only those that every ID token holds',
	'claims: more in msal-node': 'the same request merged with the one above; the core passes a challenge on unchanged',
};

const TENANT = '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9';
const CLIENT = '3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846';
const PAGE = 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
const OIDC = [ 'openid', 'profile', 'offline_access' ];
const CHALLENGE = '{"access_token":{"capolids":{"essential":true,"values":["0e5f2c1a"]}}}';

/** What varies within each cloud. */
const VARIATIONS = [
	{},
	{ tenant_id: 'contoso.example' },
	{ prompt: 'login' },
	{ prompt: 'consent' },
	{ prompt: 'none' },
	{ prompt: 'select_account' },
	{ login_hint: 'anna+shop@contoso.example' },
	{ login_hint: 'jürgen@contoso.example', prompt: 'none' },
	{ login_hint: 'anna@contoso.example', prompt: 'select_account' },
	{ login_hint: 'a&b=c#d@contoso.example' },
	{ domain_hint: 'contoso.example' },
	{ domain_hint: 'contoso.example', login_hint: 'anna@contoso.example' },
	{ domain_hint: 'contoso.example', login_hint: 'anna@contoso.example', prompt: 'select_account' },
	{ nonce: 'n-0S6_WzA2Mj' },
	{ claims: CHALLENGE },
	{ claims: CHALLENGE, prompt: 'login', login_hint: 'anna@contoso.example', domain_hint: 'contoso.example', nonce: 'n' },
	{ redirect_uri: 'https://shop.example/wp-json/wkpbic/v1/callback' },
	{ redirect_uri: 'http://localhost:9771/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3' },
	{ redirect_uri: 'https://Shop.example:8443/%D0%BC/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3' },
	{ state_bytes: 'ff'.repeat( 32 ) },
];

/** Ours where both have one and it means the same, else a word for how they differ. */
function compare( name, ours, theirs ) {
	if ( ours === theirs ) {
		return null;
	}
	if ( ours === undefined || theirs === undefined ) {
		return `${ name }: only ${ ours === undefined ? 'msal-node' : 'the core' }`;
	}
	if ( name === 'scope' ) {
		const sorted = ( text ) => text.split( ' ' ).sort().join( ' ' );
		return sorted( ours ) === sorted( theirs ) ? 'scope: another order' : 'scope: other scopes';
	}
	if ( name === 'claims' ) {
		const { id_token, ...rest } = JSON.parse( theirs );
		const isMore = id_token && Object.values( id_token ).every( ( claim ) => claim.essential === false );
		return isMore && JSON.stringify( rest ) === ours ? 'claims: more in msal-node' : 'claims: other claims';
	}
	return `${ name }: ${ ours } in the core, ${ theirs } in msal-node`;
}

function differences( ours, theirs ) {
	const [ one, other ] = [ new URL( ours ), new URL( theirs ) ];
	const names = new Set( [ ...one.searchParams.keys(), ...other.searchParams.keys() ] );
	const twice = [ one, other ].flatMap( ( { searchParams } ) => [ ...names ].filter( ( name ) => searchParams.getAll( name ).length > 1 ) );
	const values = [ ...names ].map( ( name ) => compare( name, one.searchParams.get( name ) ?? undefined, other.searchParams.get( name ) ?? undefined ) );
	const endpoint = compare( 'endpoint', one.origin + one.pathname, other.origin + other.pathname );
	return [ endpoint, ...values, ...twice.map( ( name ) => `${ name }: twice` ) ].filter( ( kind ) => kind !== null );
}

describe( 'the authorize URL, beside msal-node’s', () => {
	/** @type {{input: any, ours: string, theirs: string, found: string[]}[]} */
	const cases = [];

	before( async () => {
		const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
		const inputs = CLOUDS.flatMap( ( { cloud } ) =>
			VARIATIONS.map( ( variation ) => ( {
				cloud, tenant_id: TENANT, client_id: CLIENT, redirect_uri: PAGE, state_bytes: '5a'.repeat( 32 ), code_verifier: verifier, ...variation,
			} ) )
		);
		const urls = judge( inputs.map( ( input ) => ( { call: 'authorize_url', input } ) ) );
		for ( const [ at, input ] of inputs.entries() ) {
			const ours = urls[ at ];
			const scopes = new URL( ours ).searchParams.get( 'scope' ).split( ' ' ).filter( ( scope ) => ! OIDC.includes( scope ) );
			const state = Buffer.from( input.state_bytes, 'hex' ).toString( 'base64url' );
			const theirs = await getAuthCodeUrl( input, scopes, state, challenge );
			cases.push( { input, ours, theirs, found: differences( ours, theirs ) } );
		}
	} );

	it( `compares ${ CLOUDS.length * VARIATIONS.length } URLs`, () => assert.equal( cases.length, CLOUDS.length * VARIATIONS.length ) );

	it( 'has no difference that is not explained', () => {
		for ( const { input, found } of cases ) {
			const unexplained = found.filter( ( kind ) => ! Object.hasOwn( EXPLAINED, kind ) );
			assert.deepEqual( unexplained, [], JSON.stringify( input ) );
		}
	} );

	it( 'explains no difference that is gone', () => {
		const seen = new Set( cases.flatMap( ( { found } ) => found ) );
		assert.deepEqual( Object.keys( EXPLAINED ).filter( ( kind ) => ! seen.has( kind ) ), [] );
	} );

	it( 'would notice a difference', () => {
		const { ours, theirs } = cases[ 0 ];
		for ( const [ from, to ] of [ [ 'S256', 'plain' ], [ 'response_type=code', 'response_type=token' ], [ '/authorize', '/authorise' ], [ 'Report.Read.All', 'Report.ReadWrite.All' ], [ 'state=', 'status=' ] ] ) {
			assert.ok( ours.includes( from ), from );
			const found = differences( ours.replace( from, to ), theirs ).filter( ( kind ) => ! Object.hasOwn( EXPLAINED, kind ) );
			assert.notDeepEqual( found, [], `${ from } → ${ to }` );
		}
	} );

	it( 'writes blanks as %20 and never as +, as msal-node does', () => {
		for ( const { ours, theirs } of cases ) {
			assert.ok( ! ours.includes( '+' ) && ! theirs.includes( '+' ), ours );
		}
	} );
} );
