/** What the authorize endpoint refuses, by AADSTS number, and whether the app gets to hear of it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, authorizePath, Browser, call, CHALLENGE, control, down, LOGIN, MERCHANT, OTHER_APP, REDIRECT, RESOURCE, TENANT, up, VERIFIER } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const FABRIKAM = 'c7a1e0d2-58b4-4f3d-8e69-2b9f47a6d013';

describe( 'faults that never leave Microsoft\'s page', () => {
	const cases = [
		[ 90002, 'a GUID of no tenant', authorizePath( {}, '11111111-2222-3333-4444-555555555555' ) ],
		[ 90002, 'a client ID in place of the tenant ID', authorizePath( {}, APP.client_id ) ],
		[ 90002, 'a domain of no tenant', authorizePath( {}, 'nobody.example' ) ],
		[ 90002, 'a tenant of another cloud', authorizePath().replace( LOGIN, 'login.microsoftonline.us' ) ],
		[ 900023, 'neither GUID nor domain', authorizePath( {}, 'contoso' ) ],
		[ 900021, 'the all-zero GUID', authorizePath( {}, '00000000-0000-0000-0000-000000000000' ) ],
		[ 50194, 'common', authorizePath( {}, 'common' ) ],
		[ 50194, 'organizations', authorizePath( {}, 'organizations' ) ],
		[ 9002332, 'consumers', authorizePath( {}, 'consumers' ) ],
		[ 9002332, 'the GUID of the consumers tenant', authorizePath( {}, '9188040d-6c67-4c5b-b112-36a304b66dad' ) ],
		[ 900144, 'no client_id', authorizePath( { client_id: null } ) ],
		[ 700016, 'an unknown client', authorizePath( { client_id: TENANT.id } ) ],
		[ 700016, 'a client that is no GUID', authorizePath( { client_id: 'my-app' } ) ],
		[ 700016, 'a client of another directory', authorizePath( {}, FABRIKAM ) ],
		[ 50011, 'an address that is not registered', authorizePath( { redirect_uri: 'https://elsewhere.example/' } ) ],
		[ 50011, 'another letter case in the path', authorizePath( { redirect_uri: REDIRECT.replace( 'wp-admin', 'WP-Admin' ) } ) ],
		[ 50011, 'another step in the query', authorizePath( { redirect_uri: REDIRECT.replace( 'step=3', 'step=4' ) } ) ],
		[ 50011, 'an HTML-escaped ampersand', authorizePath( { redirect_uri: REDIRECT.replace( '&', '&amp;' ) } ) ],
		[ 50011, 'https on localhost', authorizePath( { redirect_uri: REDIRECT.replace( 'http:', 'https:' ) } ) ],
		[ 50011, 'a script address', authorizePath( { redirect_uri: 'javascript:alert(1)' } ) ],
		[ 500117, 'http outside localhost', authorizePath( { redirect_uri: 'http://shop.example/' } ) ],
		[ 900971, 'no redirect_uri', authorizePath( { redirect_uri: null } ) ],
		[ 500113, 'an app without any address', authorizePath( { client_id: OTHER_APP.client_id } ) ],
		[ 9000411, 'a parameter that comes twice', `${ authorizePath() }&state=again` ],
	];
	for ( const [ code, name, path ] of cases ) {
		it( `${ code }: ${ name }`, async () => {
			const browser = await new Browser().open( path );
			assert.equal( browser.status, 400 );
			assert.equal( browser.location, null );
			assert.match( browser.text, new RegExp( `AADSTS${ code }: \\S` ) );
			assert.match( browser.text, /Request Id: [0-9a-f-]{36}/ );
			assert.match( browser.text, /Trace ID: [0-9a-f-]{36}/ );
			assert.match( browser.text, /Correlation ID: [0-9a-f-]{36}/ );
			assert.match( browser.text, /Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/ );
			assert.deepEqual( ( await control( 'log' ) )[ 0 ].error_codes, [ code ] );
		} );
	}
} );

describe( 'faults the app gets to hear of', () => {
	const cases = [
		[ 900144, 'invalid_request', 'no response_type', { response_type: null } ],
		[ 70005, 'unsupported_response_type', 'an unknown response_type', { response_type: 'token' } ],
		[ 700054, 'unsupported_response_type', 'an ID token the app may not have', { response_type: 'id_token' } ],
		[ 700054, 'unsupported_response_type', 'the hybrid flow the app may not use', { response_type: 'code id_token', nonce: 'n' } ],
		[ 70007, 'invalid_request', 'an unknown response_mode', { response_mode: 'web_message' } ],
		[ 90023, 'invalid_request', 'an unknown prompt', { prompt: 'please' } ],
		[ 900144, 'invalid_request', 'no scope', { scope: null } ],
		[ 900144, 'invalid_request', 'an empty scope', { scope: ' ' } ],
		[ 650053, 'invalid_client', 'a scope without its API, which means Graph', { scope: 'openid Dataset.ReadWrite.All' } ],
		[ 650053, 'invalid_client', 'a permission Power BI does not have', { scope: `${ RESOURCE }/Dataset.Everything` } ],
		[ 500011, 'invalid_resource', 'an unknown API', { scope: 'https://api.example/read' } ],
		[ 70011, 'invalid_scope', '.default beside named scopes', { scope: `${ RESOURCE }/.default ${ RESOURCE }/Dataset.Read.All` } ],
		[ 70011, 'invalid_scope', 'a scope with a quotation mark', { scope: 'a"b' } ],
		[ 50147, 'invalid_request', 'a method without a challenge', { code_challenge: null } ],
		[ 50149, 'invalid_request', 'an unknown challenge method', { code_challenge_method: 's256' } ],
		[ 501491, 'invalid_request', 'a short challenge', { code_challenge: CHALLENGE.slice( 1 ) } ],
		[ 501491, 'invalid_request', 'a long challenge', { code_challenge: `${ CHALLENGE }A` } ],
		[ 501491, 'invalid_request', 'a challenge with padding', { code_challenge: `${ CHALLENGE }=` } ],
		[ 501491, 'invalid_request', 'a plain challenge of 129 characters', { code_challenge: 'a'.repeat( 129 ), code_challenge_method: null } ],
		[ 50058, 'login_required', 'prompt=none while nobody is signed in', { prompt: 'none' } ],
	];
	for ( const [ code, error, name, change ] of cases ) {
		it( `${ code } ${ error }: ${ name }`, async () => {
			const browser = await new Browser().open( authorizePath( change ) );
			assert.equal( browser.status, 302 );
			assert.ok( browser.location.startsWith( `${ REDIRECT }&error=` ) );
			assert.equal( browser.answer.get( 'error' ), error );
			assert.match( browser.answer.get( 'error_description' ), new RegExp( `^AADSTS${ code }: .*\\r\\nTrace ID: .*\\r\\nCorrelation ID: .*\\r\\nTimestamp: ` ) );
			assert.equal( browser.answer.get( 'state' ), 'a-state' );
			assert.equal( browser.answer.get( 'code' ), null );
		} );
	}
} );

describe( 'the answer to the app', () => {
	/** @param {Record<string, string|null>} change */
	async function finish( change ) {
		const browser = await new Browser().open( authorizePath( change ) );
		await browser.login( MERCHANT );
		return browser.submit( 'consent', { decision: 'accept' } );
	}

	it( 'comes in the fragment if asked', async () => {
		const { location } = await finish( { response_mode: 'fragment' } );
		assert.match( location, /&step=3#code=1\.A[^&]*&state=a-state&session_state=/ );
	} );

	it( 'comes as a form if asked', async () => {
		const browser = await finish( { response_mode: 'form_post' } );
		assert.equal( browser.status, 200 );
		assert.match( browser.html, /<form method="post" action="http:\/\/localhost:9771\/wp-admin\/admin\.php\?page=wkpbic-setup-wizard&amp;step=3">/ );
		assert.match( browser.html, /name="code" value="1\.A/ );
	} );

	it( 'leaves state out if none was sent, keeps odd characters, strips HTML', async () => {
		assert.equal( ( await finish( { state: null } ) ).answer.has( 'state' ), false );
		await control( 'reset', {} );
		assert.equal( ( await finish( { state: 'a+b &%c=é#<b>d' } ) ).answer.get( 'state' ), 'a+b &%c=é#d' );
	} );

	it( 'goes to "/" for an address without a path', async () => {
		await control( 'patch', { apps: { [ APP.client_id ]: { redirect_uris: [ { uri: 'https://shop.example', platform: 'web' } ] } } } );
		assert.match( ( await finish( { redirect_uri: 'https://shop.example' } ) ).location, /^https:\/\/shop\.example\/\?code=/ );
	} );

	it( 'takes a plain challenge when no method is named', async () => {
		const browser = await finish( { code_challenge: VERIFIER, code_challenge_method: null } );
		assert.match( browser.answer.get( 'code' ), /^1\.A/ );
	} );

	it( 'keeps the correlation ID the caller chose', async () => {
		const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
		const browser = await new Browser().open( `${ authorizePath( { scope: null } ) }&client-request-id=${ id }` );
		assert.ok( browser.answer.get( 'error_description' ).includes( `Correlation ID: ${ id }` ) );
	} );
} );

it( 'authorize takes GET only: 900561', async () => {
	const response = await call( authorizePath(), { method: 'POST', body: '' } );
	assert.equal( response.status, 405 );
	assert.equal( response.headers.get( 'allow' ), 'GET' );
	assert.match( await response.text(), /AADSTS900561/ );
} );
