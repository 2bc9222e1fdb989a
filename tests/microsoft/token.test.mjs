/** What the token endpoint refuses, by AADSTS number, OAuth error and HTTP status. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ADMIN, APP, call, CLERK, control, down, groups, LOGIN, MERCHANT, newCode, OTHER_APP, redeem, REDIRECT, RESOURCE, SECRET, TENANT, token, up, VERIFIER } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

/**
 * @param {{status: number, body: any}} answer
 * @param {number} code
 * @param {string} error
 * @param {number} [status]
 */
function refused( { status, body }, code, error, wanted = error === 'invalid_client' ? 401 : 400 ) {
	assert.deepEqual( { code: body.error_codes?.[ 0 ], error: body.error, status }, { code, error, status: wanted } );
	const marks = `Trace ID: ${ body.trace_id }\r\nCorrelation ID: ${ body.correlation_id }\r\nTimestamp: ${ body.timestamp }`;
	assert.ok( body.error_description.startsWith( `AADSTS${ code }: ` ) && body.error_description.endsWith( `\r\n${ marks }` ) );
	assert.match( body.timestamp, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/ );
	assert.equal( body.error_uri, `https://${ LOGIN }/error?code=${ code }` );
	assert.equal( body.access_token, undefined );
}

describe( 'the request itself', () => {
	const grant = { grant_type: 'authorization_code', code: '1.Ainvented', redirect_uri: REDIRECT, code_verifier: VERIFIER };
	const cases = [
		[ 900144, 'invalid_request', 'no grant_type', { ...grant, grant_type: null } ],
		[ 900144, 'invalid_request', 'no client_id', { ...grant, client_id: null } ],
		[ 900144, 'invalid_request', 'no code', { ...grant, code: null } ],
		[ 900144, 'invalid_request', 'no redirect_uri', { ...grant, redirect_uri: null } ],
		[ 900144, 'invalid_request', 'no refresh_token', { grant_type: 'refresh_token' } ],
		[ 900144, 'invalid_request', 'no scope for client_credentials', { grant_type: 'client_credentials' } ],
		[ 70003, 'unsupported_grant_type', 'an unknown grant', { ...grant, grant_type: 'magic' } ],
		[ 70003, 'unsupported_grant_type', 'a grant named like a built-in', { ...grant, grant_type: 'constructor' } ],
		[ 700016, 'unauthorized_client', 'an unknown client', { ...grant, client_id: TENANT.id } ],
		[ 7000218, 'invalid_client', 'no secret', { ...grant, client_secret: null } ],
		[ 7000215, 'invalid_client', 'a wrong secret', { ...grant, client_secret: `${ SECRET }x` } ],
		[ 7000215, 'invalid_client', 'the secret ID in place of its value', { ...grant, client_secret: APP.secrets[ 0 ].id } ],
		[ 7000215, 'invalid_client', 'the secret of another app', { ...grant, client_secret: OTHER_APP.secrets[ 0 ].value } ],
		[ 7000222, 'invalid_client', 'an expired secret', { ...grant, client_secret: APP.secrets[ 1 ].value } ],
		[ 70008, 'invalid_grant', 'a code that was never given', grant ],
		[ 9002313, 'invalid_grant', 'a code that cannot be one', { ...grant, code: 'a code!' } ],
		[ 70000, 'invalid_grant', 'a refresh token that was never given', { grant_type: 'refresh_token', refresh_token: '1.Ainvented' } ],
		[ 9002313, 'invalid_grant', 'a refresh token that cannot be one', { grant_type: 'refresh_token', refresh_token: '{"a":1}' } ],
	];
	for ( const [ code, error, name, fields ] of cases ) {
		it( `${ code } ${ error }: ${ name }`, async () => refused( await token( fields ), code, error ) );
	}

	it( '90002, 50194, 9002332: the tenant in the path', async () => {
		refused( await token( grant, { tenant: 'nobody.example' } ), 90002, 'invalid_request' );
		refused( await token( grant, { tenant: 'common' } ), 50194, 'invalid_request' );
		refused( await token( grant, { tenant: 'consumers' } ), 9002332, 'invalid_request' );
	} );

	it( '900144: a JSON body, and parameters in the address', async () => {
		const path = `/${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token`;
		const body = JSON.stringify( { ...grant, client_id: APP.client_id, client_secret: SECRET } );
		const asJson = await call( path, { method: 'POST', body, headers: { 'content-type': 'application/json' } } );
		refused( { status: asJson.status, body: await asJson.json() }, 900144, 'invalid_request' );
		const inQuery = await call( `${ path }?grant_type=authorization_code`, { method: 'POST', body: new URLSearchParams() } );
		refused( { status: inQuery.status, body: await inQuery.json() }, 900144, 'invalid_request' );
	} );

	it( '9000411: a parameter that comes twice', async () => {
		const response = await call( `/${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams( 'grant_type=a&grant_type=b' ) } );
		refused( { status: response.status, body: await response.json() }, 9000411, 'invalid_request' );
	} );

	it( '900561: GET', async () => {
		const response = await call( `/${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token` );
		refused( { status: response.status, body: await response.json() }, 900561, 'invalid_request', 405 );
	} );

	it( '9002326: an Origin header beside a secret', async () => {
		refused( await redeem( await newCode(), {}, { headers: { origin: 'http://localhost:9771' } } ), 9002326, 'invalid_request' );
	} );
} );

describe( 'redeeming a code', () => {
	it( '54005: works once', async () => {
		const code = await newCode();
		assert.equal( ( await redeem( code ) ).status, 200 );
		refused( await redeem( code ), 54005, 'invalid_grant' );
	} );

	it( '70008: lives for one minute', async () => {
		const [ inTime, tooLate ] = [ await newCode(), await newCode() ];
		await control( 'clock', { offset_seconds: 58 } );
		assert.equal( ( await redeem( inTime ) ).status, 200 );
		await control( 'clock', { offset_seconds: 62 } );
		refused( await redeem( tooLate ), 70008, 'invalid_grant' );
	} );

	it( '500112: another redirect address, reported as invalid_client', async () => {
		refused( await redeem( await newCode(), { redirect_uri: REDIRECT.replace( '9771', '9772' ) } ), 500112, 'invalid_client' );
	} );

	it( '50148: no verifier, or one that cannot be', async () => {
		const code = await newCode();
		refused( await redeem( code, { code_verifier: null } ), 50148, 'invalid_grant' );
		refused( await redeem( code, { code_verifier: 'short' } ), 50148, 'invalid_grant' );
	} );

	it( '501481: another verifier, and a verifier without a challenge', async () => {
		refused( await redeem( await newCode(), { code_verifier: [ ...VERIFIER ].reverse().join( '' ) } ), 501481, 'invalid_grant' );
		refused( await redeem( await newCode( { code_challenge: null, code_challenge_method: null } ) ), 501481, 'invalid_grant' );
	} );

	it( 'a refused attempt does not use the code up', async () => {
		const code = await newCode();
		refused( await redeem( code, { client_secret: 'wrong' } ), 7000215, 'invalid_client' );
		assert.equal( ( await redeem( code ) ).status, 200 );
	} );

	it( '7000110: a code of another client', async () => {
		refused( await redeem( await newCode(), { client_id: OTHER_APP.client_id, client_secret: OTHER_APP.secrets[ 0 ].value } ), 7000110, 'invalid_grant' );
	} );

	it( '700005: at the endpoint of another tenant', async () => {
		await control( 'patch', { apps: { [ APP.client_id ]: { audience: 'AzureADMultipleOrgs' } } } );
		refused( await redeem( await newCode(), {}, { tenant: 'fabrikam.example' } ), 700005, 'invalid_grant' );
	} );

	it( 'tells who signed in if client_info was asked for', async () => {
		const { body } = await redeem( await newCode(), { client_info: '1' } );
		assert.deepEqual( JSON.parse( Buffer.from( body.client_info, 'base64url' ) ), { uid: MERCHANT.id, utid: TENANT.id } );
		assert.equal( body.user_id, undefined );
	} );

	it( '65001: a scope nobody consented to', async () => {
		refused( await redeem( await newCode(), { scope: `${ RESOURCE }/Report.Read.All` } ), 65001, 'invalid_grant' );
	} );

	it( 'takes the secret by HTTP Basic as well', async () => {
		const basic = Buffer.from( [ APP.client_id, SECRET ].map( encodeURIComponent ).join( ':' ) ).toString( 'base64' );
		const answer = await redeem( await newCode(), { client_id: null, client_secret: null }, { headers: { authorization: `Basic ${ basic }` } } );
		assert.equal( answer.status, 200 );
	} );

	it( 'a secret with every printable ASCII character arrives whole', async () => {
		const value = Array.from( { length: 95 }, ( _, index ) => String.fromCharCode( 32 + index ) ).join( '' );
		await control( 'patch', { apps: { [ APP.client_id ]: { secrets: [ { id: APP.secrets[ 0 ].id, value, expires: '2099-01-01T00:00:00Z' } ] } } } );
		assert.equal( ( await redeem( await newCode(), { client_secret: value } ) ).status, 200 );
	} );

	it( '9002327, 9002325, 700025: an address registered for a single-page app', async () => {
		await control( 'patch', { apps: { [ APP.client_id ]: { redirect_uris: [ { uri: REDIRECT, platform: 'spa' } ] } } } );
		const headers = { origin: 'http://localhost:9771' };
		refused( await redeem( await newCode() ), 9002327, 'invalid_request' );
		refused( await redeem( await newCode(), {}, { headers } ), 700025, 'invalid_client' );
		refused( await redeem( await newCode( { code_challenge: null, code_challenge_method: null } ), { client_secret: null, code_verifier: null }, { headers } ), 9002325, 'invalid_request' );
		assert.equal( ( await redeem( await newCode(), { client_secret: null }, { headers } ) ).status, 200 );
	} );
} );

describe( 'refreshing', () => {
	const refresh = ( value, change ) => token( { grant_type: 'refresh_token', refresh_token: value, ...change } );

	it( '7000110: a token of another client', async () => {
		const { body } = await redeem( await newCode() );
		refused( await refresh( body.refresh_token, { client_id: OTHER_APP.client_id, client_secret: OTHER_APP.secrets[ 0 ].value } ), 7000110, 'invalid_grant' );
	} );

	it( '700082: unused for 90 days; use renews it', async () => {
		const { body } = await redeem( await newCode() );
		await control( 'clock', { offset_seconds: 89 * 86400 } );
		const renewed = await refresh( body.refresh_token );
		assert.equal( renewed.status, 200 );
		await control( 'clock', { offset_seconds: 91 * 86400 } );
		refused( await refresh( body.refresh_token ), 700082, 'invalid_grant' );
		assert.equal( ( await refresh( renewed.body.refresh_token ) ).status, 200 );
	} );

	it( '65001, 50057: consent withdrawn, user disabled', async () => {
		const { body } = await redeem( await newCode() );
		await control( 'patch', { users: { [ MERCHANT.username ]: { state: 'disabled' } } } );
		refused( await refresh( body.refresh_token ), 50057, 'invalid_grant' );
		await control( 'patch', { users: { [ MERCHANT.username ]: { state: 'active' } }, consents: [] } );
		refused( await refresh( body.refresh_token ), 65001, 'invalid_grant' );
	} );

	it( '70000: after a reset of the stand-in', async () => {
		const { body } = await redeem( await newCode() );
		await control( 'reset', {} );
		refused( await refresh( body.refresh_token ), 70000, 'invalid_grant' );
		assert.equal( ( await groups( body.access_token ) ).status, 403 );
	} );
} );

describe( 'the app by itself', () => {
	const scope = `${ RESOURCE }/.default`;

	it( 'gets a token without a refresh token', async () => {
		const { status, body } = await token( { grant_type: 'client_credentials', scope } );
		assert.equal( status, 200 );
		assert.deepEqual( Object.keys( body ).sort(), [ 'access_token', 'expires_in', 'ext_expires_in', 'token_type' ] );
		assert.equal( ( await groups( body.access_token ) ).status, 200 );
	} );

	it( '1002012, 7000216, 50194', async () => {
		refused( await token( { grant_type: 'client_credentials', scope: `${ RESOURCE }/Dataset.Read.All` } ), 1002012, 'invalid_scope' );
		refused( await token( { grant_type: 'client_credentials', scope, client_secret: null } ), 7000216, 'invalid_client' );
		refused( await token( { grant_type: 'client_credentials', scope }, { tenant: 'common' } ), 50194, 'invalid_request' );
	} );
} );

describe( 'user name and password', () => {
	const grant = { grant_type: 'password', scope: `${ RESOURCE }/Workspace.Read.All offline_access` };
	const as = ( user, change ) => token( { ...grant, username: user.username, password: user.password, ...change } );

	it( 'works once somebody has consented', async () => {
		refused( await as( MERCHANT ), 65001, 'invalid_grant' );
		await newCode( { scope: `${ grant.scope } openid` } );
		const { status, body } = await as( MERCHANT );
		assert.equal( status, 200 );
		assert.ok( body.refresh_token );
		assert.equal( ( await groups( body.access_token ) ).status, 200 );
	} );

	it( 'refuses with 50126, 50034, 50057, 50053, 50055, 50076, 7000218, 9001023', async () => {
		refused( await as( MERCHANT, { password: 'wrong' } ), 50126, 'invalid_grant' );
		refused( await as( { username: 'nobody@contoso.example', password: 'x' } ), 50034, 'invalid_grant' );
		refused( await as( MERCHANT, { client_secret: null } ), 7000218, 'invalid_client' );
		refused( await token( { ...grant, username: 'a', password: 'b' }, { tenant: 'common' } ), 9001023, 'invalid_request' );
		for ( const [ state, code ] of [ [ 'disabled', 50057 ], [ 'locked', 50053 ], [ 'password_expired', 50055 ] ] ) {
			await control( 'patch', { users: { [ CLERK.username ]: { state } } } );
			refused( await as( CLERK ), code, 'invalid_grant' );
		}
		await control( 'patch', { users: { [ ADMIN.username ]: { mfa: true } } } );
		const answer = await as( ADMIN );
		refused( answer, 50076, 'invalid_grant' );
		assert.equal( answer.body.suberror, 'basic_action' );
	} );

	it( '700025: a secret for an app that is a public client', async () => {
		const other = { client_id: OTHER_APP.client_id };
		refused( await as( MERCHANT, { ...other, client_secret: OTHER_APP.secrets[ 0 ].value } ), 700025, 'invalid_client' );
		refused( await as( MERCHANT, { ...other, client_secret: null } ), 65001, 'invalid_grant' );
	} );
} );
