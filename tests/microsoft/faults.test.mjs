/** Scripted faults: each kind, who it is for, and that it goes away. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { authorizePath, Browser, call, control, down, groups, LOGIN, newCode, redeem, REDIRECT, TENANT, token, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const PATH = `/${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token`;
const raw = ( init = {} ) => call( PATH, { method: 'POST', body: new URLSearchParams( { grant_type: 'refresh_token' } ), ...init } );

describe( 'kinds', () => {
	for ( const status of [ 400, 401, 403, 404, 408, 429, 500, 502, 503, 504 ] ) {
		it( `status ${ status }, then as usual`, async () => {
			await control( 'faults', [ { match: { path: '/token' }, kind: 'status', status, retry_after: 7, body: { a: 1 } } ] );
			const answer = await raw();
			assert.equal( answer.status, status );
			assert.equal( answer.headers.get( 'retry-after' ), '7' );
			assert.deepEqual( await answer.json(), { a: 1 } );
			assert.deepEqual( ( await ( await raw() ).json() ).error_codes, [ 900144 ] );
		} );
	}

	it( 'aadsts as JSON from the token endpoint, with any number, suberror and claims', async () => {
		const claims = '{"access_token":{"capolids":{"essential":true}}}';
		await control( 'faults', [ { match: { grant_type: 'refresh_token' }, kind: 'aadsts', code: 50076, error: 'interaction_required', suberror: 'basic_action', claims }, { kind: 'aadsts', code: 12345, text: 'Something new.' } ] );
		const first = await ( await raw() ).json();
		assert.equal( first.error, 'interaction_required' );
		assert.equal( first.suberror, 'basic_action' );
		assert.equal( first.claims, claims );
		const second = await ( await raw() ).json();
		assert.match( second.error_description, /^AADSTS12345: Something new\.\r\nTrace ID/ );
	} );

	it( 'aadsts as a page, or sent back to the app', async () => {
		await control( 'faults', [ { match: { path: '/authorize' }, kind: 'aadsts', code: 90033 }, { match: { path: '/authorize' }, kind: 'aadsts', code: 53003, error: 'access_denied', as: 'redirect' } ] );
		const shown = await new Browser().open( authorizePath() );
		assert.match( shown.text, /AADSTS90033: / );
		const sent = await new Browser().open( authorizePath() );
		assert.ok( sent.location.startsWith( REDIRECT ) );
		assert.match( sent.answer.get( 'error_description' ), /^AADSTS53003: / );
		await control( 'faults', [ { match: { path: '/authorize' }, kind: 'aadsts', code: 53003, as: 'redirect' } ] );
		const stays = await new Browser().open( authorizePath( { redirect_uri: 'https://elsewhere.example/' } ) );
		assert.match( stays.text, /AADSTS50011: / );
	} );

	it( 'cut', async () => {
		await control( 'faults', [ { kind: 'cut' } ] );
		await assert.rejects( raw() );
		assert.deepEqual( ( await control( 'log' ) ).map( ( each ) => [ each.status, each.fault ] ), [ [ 0, 'cut' ] ] );
	} );

	it( 'truncated: the head promises more than comes', async () => {
		const { body } = await redeem( await newCode() );
		await control( 'faults', [ { match: { host: 'api.powerbi.com' }, kind: 'truncated' } ] );
		await assert.rejects( groups( body.access_token ) );
		assert.equal( ( await groups( body.access_token ) ).status, 200 );
	} );

	it( 'malformed', async () => {
		await control( 'faults', [ { kind: 'malformed' } ] );
		const answer = await raw();
		assert.equal( answer.status, 200 );
		const text = await answer.text();
		assert.throws( () => JSON.parse( text ) );
	} );

	it( 'html', async () => {
		await control( 'faults', [ { kind: 'html', status: 200 } ] );
		const answer = await raw();
		assert.equal( answer.status, 200 );
		assert.match( answer.headers.get( 'content-type' ), /text\/html/ );
		assert.match( await answer.text(), /<html/ );
	} );

	it( 'empty', async () => {
		await control( 'faults', [ { kind: 'empty' } ] );
		assert.equal( await ( await raw() ).text(), '' );
	} );

	it( 'huge: valid JSON of the size asked for', async () => {
		await control( 'faults', [ { kind: 'huge', bytes: 3000000 } ] );
		assert.equal( ( await ( await raw() ).json() ).access_token.length, 3000000 );
	} );

	it( 'delay: the answer waits, then is the usual one', async () => {
		await control( 'faults', [ { kind: 'delay', ms: 60000 } ] );
		await assert.rejects( raw( { signal: AbortSignal.timeout( 150 ) } ), { name: 'TimeoutError' } );
		await control( 'faults', [ { kind: 'delay', ms: 60 } ] );
		const before = performance.now();
		assert.deepEqual( ( await ( await raw() ).json() ).error_codes, [ 900144 ] );
		assert.ok( performance.now() - before >= 59 );
	} );
} );

describe( 'matching', () => {
	it( 'by method, host, part of the path and grant', async () => {
		await control( 'faults', [
			{ match: { method: 'get', path: '/token' }, kind: 'status', status: 501 },
			{ match: { host: 'login.microsoftonline.us' }, kind: 'status', status: 502 },
			{ match: { grant_type: 'password' }, kind: 'status', status: 503 },
			{ match: { method: 'post', host: LOGIN, path: 'oauth2/v2.0/tok', grant_type: 'refresh_token' }, kind: 'status', status: 504 },
		] );
		assert.equal( ( await raw() ).status, 504 );
		assert.equal( ( await raw() ).status, 400 );
		assert.equal( ( await control( 'faults' ) ).length, 3 );
		assert.equal( ( await call( PATH ) ).status, 501 );
	} );

	it( 'as often as said, for ever with 0', async () => {
		await control( 'faults', [ { kind: 'status', status: 503, times: 2 }, { kind: 'status', status: 429, times: 0 } ] );
		const seen = [];
		for ( let call = 0; call < 5; call++ ) {
			seen.push( ( await raw() ).status );
		}
		assert.deepEqual( seen, [ 503, 503, 429, 429, 429 ] );
		await control( 'faults', undefined, 'DELETE' );
		assert.equal( ( await raw() ).status, 400 );
	} );

	it( 'a fault stands in front of everything: the code is not used up', async () => {
		const code = await newCode();
		await control( 'faults', [ { match: { grant_type: 'authorization_code' }, kind: 'status', status: 503 } ] );
		assert.equal( ( await call( PATH, { method: 'POST', body: new URLSearchParams( { grant_type: 'authorization_code', code } ) } ) ).status, 503 );
		assert.equal( ( await redeem( code ) ).status, 200 );
	} );

	it( 'does not touch the control routes', async () => {
		await control( 'faults', [ { kind: 'status', status: 503, times: 0 } ] );
		assert.equal( ( await call( '/_control/log' ) ).status, 200 );
		assert.equal( ( await call( '/' ) ).status, 200 );
		assert.equal( ( await token( { grant_type: 'refresh_token' } ).catch( () => null ) ), null );
	} );
} );

describe( 'every number', () => {
	const rows = JSON.parse( readFileSync( new URL( '../vectors/microsoft/aadsts.json', import.meta.url ), 'utf8' ) );

	it( `of the ${ rows.length } known ones comes as JSON, as a page, and back to the app`, async () => {
		assert.ok( rows.length > 200 );
		for ( const { code, meaning } of rows ) {
			await control( 'faults', [ { kind: 'aadsts', code, times: 2 }, { kind: 'aadsts', code, as: 'redirect' } ] );
			const asJson = await ( await raw() ).json();
			assert.deepEqual( asJson.error_codes, [ code ] );
			assert.match( asJson.error, /^(invalid_(request|grant|client|scope|resource)|unauthorized_client|access_denied|(interaction|login|consent)_required|unsupported_(grant|response)_type|temporarily_unavailable|server_error)$/, String( code ) );
			assert.ok( asJson.error_description.length > 100 && meaning.length > 0 );
			const shown = await new Browser().open( authorizePath() );
			assert.ok( shown.location === null && shown.text.includes( `AADSTS${ code }: ` ), String( code ) );
			const sent = await new Browser().open( authorizePath() );
			assert.ok( sent.answer.get( 'error_description' ).startsWith( `AADSTS${ code }: ` ), String( code ) );
		}
	} );
} );

describe( 'time', () => {
	it( 'clock: the Date header and the timestamp of this call are ahead, then right again', async () => {
		await control( 'faults', [ { kind: 'clock', seconds: -7200 } ] );
		const late = await raw();
		const off = ( answer ) => Math.round( ( Date.parse( answer.headers.get( 'date' ) ) - Date.now() ) / 1000 );
		assert.ok( Math.abs( off( late ) + 7200 ) <= 2 );
		assert.ok( Math.abs( Date.parse( ( await late.json() ).timestamp.replace( ' ', 'T' ) ) - Date.now() + 7200000 ) <= 3000 );
		assert.ok( Math.abs( off( await raw() ) ) <= 2 );
	} );

	it( 'the clock of the stand-in moves the Date header too', async () => {
		await control( 'clock', { offset_seconds: 600 } );
		assert.ok( Math.abs( Date.parse( ( await raw() ).headers.get( 'date' ) ) - Date.now() - 600000 ) <= 2000 );
	} );

	it( 'Retry-After as seconds, as a date from the clock, as any text', async () => {
		await control( 'faults', [ { kind: 'status', status: 429, retry_after: 30 }, { kind: 'status', status: 503, retry_at: 90 }, { kind: 'aadsts', code: 90033, retry_after: 'Wed, 21 Oct 2015 07:28:00 GMT' } ] );
		assert.equal( ( await raw() ).headers.get( 'retry-after' ), '30' );
		const date = ( await raw() ).headers.get( 'retry-after' );
		assert.match( date, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/ );
		assert.ok( Math.abs( Date.parse( date ) - Date.now() - 90000 ) <= 2000 );
		assert.equal( ( await raw() ).headers.get( 'retry-after' ), 'Wed, 21 Oct 2015 07:28:00 GMT' );
	} );
} );

describe( 'more of scripting', () => {
	it( 'after: lets so many calls through first', async () => {
		await control( 'faults', [ { kind: 'status', status: 503, after: 2, match: { path: '/token' } } ] );
		const seen = [];
		for ( let call = 0; call < 4; call++ ) {
			seen.push( ( await raw() ).status );
		}
		assert.deepEqual( seen, [ 400, 400, 503, 400 ] );
	} );

	it( 'add: one more behind the others; an unknown field is refused', async () => {
		await control( 'faults', [ { kind: 'status', status: 503 } ] );
		assert.equal( ( await control( 'faults/add', { kind: 'status', status: 504 } ) ).length, 2 );
		assert.deepEqual( [ ( await raw() ).status, ( await raw() ).status ], [ 503, 504 ] );
		for ( const bad of [ { kind: 'status', status: 503, tmies: 2 }, { kind: 'clock' }, { kind: 'id_token', signature: 'great' }, { kind: 'id_token', shift: { exp: 'x' } }, { kind: 'id_token', set: [] }, { kind: 'power_bi', name: 'a b' }, { kind: 'status', status: 503, retry_at: 'x' } ] ) {
			await assert.rejects( control( 'faults/add', bad ), /unknown|needs|must/ );
		}
	} );

	it( 'power_bi: each of the shapes', async () => {
		const { body } = await redeem( await newCode() );
		const once = async ( fault ) => {
			await control( 'faults', [ { kind: 'power_bi', match: { host: 'api.powerbi.com' }, ...fault } ] );
			const { status, text, headers } = await groups( body.access_token );
			return [ status, text === '' ? '' : JSON.parse( text ), headers.get( 'x-powerbi-error-info' ) ];
		};
		assert.deepEqual( await once( { name: 'A' } ), [ 403, { error: { code: 'A', 'pbi.error': { code: 'A', parameters: {}, details: [], exceptionCulprit: 1 } } }, 'A' ] );
		assert.deepEqual( await once( { name: 'A', message: 'b', status: 401 } ), [ 401, { error: { code: 'A', message: 'b' } }, 'A' ] );
		assert.deepEqual( await once( { message: 'b' } ), [ 403, { Message: 'b' }, null ] );
		assert.deepEqual( await once( { status: 401 } ), [ 401, '', null ] );
	} );
} );
