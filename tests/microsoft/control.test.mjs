/** The control routes: log, clock, settings, changes to the world; who may use them. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, authorizePath, call, control, down, groups, LOGIN, MERCHANT, newCode, redeem, SECRET, standIn, TENANT, token, up, VERIFIER } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

describe( 'the log', () => {
	it( 'tells what was called and how it ended, and nothing that was sent', async () => {
		const code = await newCode();
		const { body } = await redeem( code );
		await redeem( code );
		await groups( body.access_token );
		const log = await control( 'log' );
		const short = log.map( ( each ) => `${ each.method } ${ each.host } ${ each.path.replace( TENANT.id, 'T' ) } ${ each.status }` );
		assert.deepEqual( short, [
			`GET ${ LOGIN } /T/oauth2/v2.0/authorize 200`, `POST ${ LOGIN } /T/login 200`, `POST ${ LOGIN } /T/consent 302`,
			`POST ${ LOGIN } /T/oauth2/v2.0/token 200`, `POST ${ LOGIN } /T/oauth2/v2.0/token 400`, 'GET api.powerbi.com /v1.0/myorg/groups 200',
		] );
		assert.equal( log[ 3 ].grant_type, 'authorization_code' );
		assert.deepEqual( log[ 3 ].form, [ 'client_id', 'client_secret', 'grant_type', 'code', 'redirect_uri', 'code_verifier' ] );
		assert.deepEqual( log[ 4 ].error_codes, [ 54005 ] );
		assert.equal( log[ 4 ].error, 'invalid_grant' );
		assert.equal( log[ 5 ].authorization, 'Bearer' );
		const text = JSON.stringify( log );
		for ( const secret of [ code, SECRET, VERIFIER, MERCHANT.password, body.access_token, body.refresh_token, body.id_token, 'a-state' ] ) {
			assert.ok( ! text.includes( secret ) );
		}
	} );

	it( 'hides a grant_type that is no name, and leaves control and front page out', async () => {
		await token( { grant_type: `${ SECRET } ` } );
		await call( '/' );
		const log = await control( 'log' );
		assert.equal( log.length, 1 );
		assert.equal( log[ 0 ].grant_type, '(unreadable)' );
		await control( 'log', undefined, 'DELETE' );
		assert.deepEqual( await control( 'log' ), [] );
	} );
} );

describe( 'changing the world', () => {
	it( 'fixes the life of access tokens', async () => {
		await control( 'settings', { access_token_seconds: 600 } );
		const { body } = await redeem( await newCode() );
		assert.equal( body.expires_in, 600 );
		assert.equal( ( await groups( body.access_token ) ).status, 200 );
		await control( 'clock', { offset_seconds: 601 } );
		assert.equal( ( await groups( body.access_token ) ).status, 403 );
	} );

	it( 'changes rows, and refuses what would not hang together', async () => {
		await control( 'patch', { users: { [ MERCHANT.username ]: { licensed: false } } } );
		assert.equal( standIn.world.users[ 0 ].licensed, false );
		for ( const change of [ { users: { 'nobody@x.example': {} } }, { users: { [ MERCHANT.username ]: { licenced: true } } }, { users: { [ MERCHANT.username ]: { tenant_id: 'x' } } }, { world: {} }, { __proto__: null, constructor: {} } ] ) {
			await assert.rejects( control( 'patch', change ) );
		}
		assert.equal( standIn.world.users[ 0 ].tenant_id, TENANT.id );
		await control( 'reset', {} );
		assert.equal( standIn.world.users[ 0 ].licensed, true );
	} );

	it( 'loads another seed and refuses a broken one', async () => {
		const seed = structuredClone( standIn.world.seed );
		await assert.rejects( control( 'seed', { ...seed, tenants: [] } ), /names no tenant/ );
		await assert.rejects( control( 'seed', [] ), /must be an object/ );
		await control( 'seed', { ...seed, code_seconds: 5 } );
		const code = await newCode();
		await control( 'clock', { offset_seconds: 7 } );
		assert.deepEqual( ( await redeem( code ) ).body.error_codes, [ 70008 ] );
		await control( 'seed', seed );
	} );

	it( 'refuses nonsense with a sentence', async () => {
		for ( const [ route, body ] of [ [ 'clock', { offset_seconds: '5' } ], [ 'clock', {} ], [ 'settings', { code: 1 } ], [ 'faults', {} ], [ 'faults', [ { kind: 'magic' } ] ], [ 'faults', [ { kind: 'status' } ] ], [ 'faults', [ { kind: 'cut', match: { pth: '/' } } ] ], [ 'faults', [ { kind: 'aadsts' } ] ], [ 'faults', [ null ] ], [ 'faults', [ { kind: 'empty', headers: { 'X-A': 'a\r\nb' } } ] ] ] ) {
			await assert.rejects( control( route, body ), /must|needs|only|needed|unknown|not sendable/ );
		}
		const broken = await call( '/_control/clock', { method: 'POST', body: '{' } );
		assert.equal( broken.status, 400 );
		assert.equal( ( await call( '/_control/log', { method: 'PUT', body: '' } ) ).status, 405 );
		assert.equal( ( await call( '/_control/nothing' ) ).status, 404 );
	} );
} );

describe( 'who may use the control routes', () => {
	/** @returns {Promise<number>} */
	const status = ( path, headers ) => new Promise( ( resolve, reject ) => {
		request( standIn.url + path, { headers }, ( response ) => resolve( response.resume().statusCode ) ).on( 'error', reject ).end();
	} );

	it( 'loopback host names only, no other site', async () => {
		const port = new URL( standIn.url ).port;
		for ( const path of [ '/_control/log', '/' ] ) {
			assert.equal( await status( path, { host: `localhost:${ port }` } ), 200 );
			assert.equal( await status( path, { host: `[::1]:${ port }` } ), 200 );
			assert.equal( await status( path, { host: 'evil.example' } ), 403 );
			assert.equal( await status( path, { host: '127.0.0.1.evil.example' } ), 403 );
			assert.equal( await status( path, { 'sec-fetch-site': 'cross-site' } ), 403 );
			assert.equal( await status( path, { 'sec-fetch-site': 'same-site' } ), 403 );
			assert.equal( await status( path, { origin: 'http://evil.example' } ), 403 );
			assert.equal( await status( path, { origin: 'null' } ), 403 );
			assert.equal( await status( path, { 'sec-fetch-site': 'same-origin', origin: `http://127.0.0.1:${ port }` } ), 200 );
		}
	} );

	it( 'every button of the front page is understood', async () => {
		const decode = ( text ) => text.replace( /&quot;/g, '"' ).replace( /&#39;/g, '\'' ).replace( /&amp;/g, '&' );
		const html = await ( await call( '/' ) ).text();
		const buttons = [ ...html.matchAll( /action="(\/_control\/[^"]*)"><input type="hidden" name="back" value="1">\s*(?:<label[\s\S]*?<\/label>\s*)?<input [^>]*name="json" value="([^"]*)"/g ) ];
		assert.ok( buttons.length > 100, String( buttons.length ) );
		for ( const [ , route, json ] of buttons ) {
			const pressed = await call( route, { method: 'POST', body: new URLSearchParams( { back: '1', json: decode( json ) } ) } );
			assert.equal( pressed.status, 303, `${ route } ${ decode( json ) }: ${ await pressed.text() }` );
		}
	} );

	it( 'the front page lists what a person needs, and its buttons work', async () => {
		const html = await ( await call( '/' ) ).text();
		for ( const text of [ APP.client_id, TENANT.id, SECRET, MERCHANT.username, MERCHANT.password, APP.secrets[ 0 ].id, 'second factor, code 246813', 'gus@fabrikam.example (Viewer)', 'Shop orders', 'Sales overview', 'Shop today' ] ) {
			assert.ok( html.includes( text ), text );
		}
		const pressed = await call( '/_control/faults', { method: 'POST', body: new URLSearchParams( { back: '1', json: '[{"kind":"cut","match":{"path":"/token"}}]' } ) } );
		assert.equal( pressed.status, 303 );
		assert.equal( pressed.headers.get( 'location' ), '/' );
		assert.equal( ( await control( 'faults' ) ).length, 1 );
		assert.match( await ( await call( authorizePath() ) ).text(), /Sign in/ );
	} );
} );
