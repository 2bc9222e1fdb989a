/** The program: its command line, how it ends, and that bad input cannot bring it down. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { APP, authorizePath, call, down, LOGIN, MERCHANT, SECRET, standIn, TENANT, up } from './harness.mjs';

const PROGRAM = fileURLToPath( new URL( './server.mjs', import.meta.url ) );

/**
 * @param {...string} args
 * @returns {Promise<{code: number, out: string, err: string}>}
 */
async function run( ...args ) {
	const child = spawn( process.execPath, [ PROGRAM, ...args ] );
	const text = { out: '', err: '' };
	child.stdout.on( 'data', ( chunk ) => ( text.out += chunk ) );
	child.stderr.on( 'data', ( chunk ) => ( text.err += chunk ) );
	const [ code ] = await once( child, 'close' );
	return { code, ...text };
}

describe( 'the command line', () => {
	it( 'prints the keys of the default seed', async () => {
		const { code, out } = await run( '--print-keys' );
		assert.equal( code, 0 );
		assert.deepEqual( JSON.parse( out ), { client_id: APP.client_id, tenant_id: TENANT.id, client_secret: SECRET, username: MERCHANT.username, password: MERCHANT.password } );
	} );

	for ( const [ args, sentence ] of [
		[ [ '--host', '0.0.0.0' ], /loopback/ ],
		[ [ '--host', '192.168.1.2' ], /loopback/ ],
		[ [ '--port', '70000' ], /--port/ ],
		[ [ '--port', 'x' ], /--port/ ],
		[ [ '--seed', 'no-such-file.json' ], /--seed: .*no-such-file/ ],
		[ [ '--seed', PROGRAM ], /--seed: / ],
		[ [ '--redirect-uri', 'shop.example' ], /--redirect-uri/ ],
		[ [ '--nonsense' ], /nonsense/ ],
	] ) {
		it( `refuses ${ args.join( ' ' ) }`, async () => {
			const { code, out, err } = await run( ...args );
			assert.equal( code, 2 );
			assert.equal( out, '' );
			assert.match( err, sentence );
			assert.equal( err.trim().split( '\n' ).length, 1 );
		} );
	}

	for ( const signal of [ 'SIGTERM', 'SIGINT' ] ) {
		it( `says when it is ready, takes its redirect addresses, ends cleanly on ${ signal }`, async () => {
			const child = spawn( process.execPath, [ PROGRAM, '--port', '0', '--redirect-uri', 'https://a.example/cb', '--redirect-uri', 'https://b.example/cb' ], { stdio: [ 'ignore', 'pipe', 'inherit' ] } );
			const [ line ] = await once( child.stdout, 'data' );
			const url = /^ready (http:\/\/127\.0\.0\.1:\d+)\n$/.exec( String( line ) )[ 1 ];
			const status = async ( uri ) => ( await fetch( url + authorizePath( { redirect_uri: uri } ) ) ).status;
			assert.deepEqual( [ await status( 'https://a.example/cb' ), await status( 'https://b.example/cb' ), await status( 'https://c.example/cb' ) ], [ 200, 200, 400 ] );
			child.kill( signal );
			assert.deepEqual( await once( child, 'exit' ), [ 0, null ] );
		} );
	}
} );

describe( 'bad input', () => {
	before( () => up() );
	after( down );

	/**
	 * @param {string|Buffer} bytes
	 * @returns {Promise<string>} first line of the answer
	 */
	const raw = ( bytes ) => new Promise( ( resolve, reject ) => {
		let text = '';
		const socket = connect( Number( new URL( standIn.url ).port ), '127.0.0.1', () => socket.write( bytes ) );
		socket.on( 'data', ( chunk ) => {
			text += chunk;
			if ( text.includes( '\r\n' ) ) {
				socket.destroy();
			}
		} );
		socket.on( 'close', () => resolve( text.split( '\r\n' )[ 0 ] ) );
		socket.on( 'error', ( error ) => ( error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve( text.split( '\r\n' )[ 0 ] ) : reject( error ) ) );
	} );
	const head = 'Host: 127.0.0.1\r\nConnection: close\r\n\r\n';

	for ( const [ name, bytes ] of [
		[ 'a broken percent sign in the path', `GET /%zz/x HTTP/1.1\r\n${ head }` ],
		[ 'percent-encoding that is no UTF-8', `GET /%ff%fe HTTP/1.1\r\n${ head }` ],
		[ 'a target that is an asterisk', `OPTIONS * HTTP/1.1\r\n${ head }` ],
		[ 'a whole address as target', `GET http://evil.example/ HTTP/1.1\r\n${ head }` ],
		[ 'no HTTP at all', 'hello there\r\n\r\n' ],
		[ 'binary noise', Buffer.from( Array.from( { length: 256 }, ( _, index ) => index ) ) ],
		[ 'a very long target', `GET /${ 'a'.repeat( 20000 ) } HTTP/1.1\r\n${ head }` ],
		[ 'a very large header', `GET / HTTP/1.1\r\nX: ${ 'a'.repeat( 40000 ) }\r\n${ head }` ],
		[ 'an unknown method', `BREW / HTTP/1.1\r\n${ head }` ],
		[ 'a wrong method on the front page', `DELETE / HTTP/1.1\r\n${ head }` ],
		[ 'nulls in the path', `GET /%00/%00 HTTP/1.1\r\n${ head }` ],
		[ 'steps up', `GET /../../etc/passwd HTTP/1.1\r\n${ head }` ],
		[ 'names of built-ins', `GET /login.microsoftonline.com/x/constructor HTTP/1.1\r\n${ head }` ],
		[ 'a control route named like a built-in', `GET /_control/__proto__ HTTP/1.1\r\n${ head }` ],
		[ 'a body that is too large', `POST /${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token HTTP/1.1\r\nContent-Length: 200000\r\nHost: 127.0.0.1\r\n\r\n${ 'a'.repeat( 200000 ) }` ],
		[ 'broken chunks', `POST /${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: 127.0.0.1\r\n\r\nzz\r\n` ],
	] ) {
		it( `${ name } → 4xx`, async () => {
			assert.match( await raw( bytes ), /^HTTP\/1\.1 4\d\d / );
			assert.equal( ( await call( '/' ) ).status, 200 );
		} );
	}

	it( 'random parameters never give a 5xx', async () => {
		const pieces = [ '', '%', '%00', '%ff', '%0d%0a', '\'', '"', '<b>', '=', '&', '&&', '#', '+', '🙂', '​', 'a'.repeat( 3000 ), '__proto__', 'constructor', '[]', '../..', '{{1}}', '${1}' ];
		const names = [ 'client_id', 'redirect_uri', 'scope', 'state', 'prompt', 'nonce', 'login_hint', 'response_mode', 'response_type', 'code_challenge', 'code_challenge_method', 'grant_type', 'code', 'refresh_token', 'client_secret', 'flow', 'canary', 'login', 'passwd', 'account', '__proto__' ];
		const ends = [ 'oauth2/v2.0/authorize', 'oauth2/v2.0/token', 'v2.0/adminconsent', 'adminconsent', 'login', 'select', 'consent', 'v2.0/.well-known/openid-configuration', 'discovery/v2.0/keys' ];
		let seed = 7;
		const pick = ( list ) => list[ ( seed = ( seed * 48271 ) % 2147483647 ) % list.length ];
		for ( let round = 0; round < 300; round++ ) {
			const params = Array.from( { length: 6 }, () => `${ pick( names ) }=${ pick( pieces ) }` ).join( '&' ).replace( /[#<>"]/g, encodeURIComponent );
			const known = `client_id=${ APP.client_id }&redirect_uri=${ encodeURIComponent( APP.redirect_uris[ 0 ].uri ) }`;
			const method = pick( [ 'GET', 'POST' ] );
			const query = pick( [ params, `${ known }&${ params.replace( /client_id|redirect_uri/g, 'x' ) }` ] );
			const response = await call( `/${ LOGIN }/${ pick( [ TENANT.id, 'common', encodeURIComponent( pick( pieces ) ) || 'x' ] ) }/${ pick( ends ) }?${ query }`, { method, ...( method === 'POST' ? { body: params, headers: { 'content-type': pick( [ 'application/x-www-form-urlencoded', 'application/json', 'text/plain' ] ) } } : {} ) } );
			assert.ok( response.status < 500, `${ response.status } for ${ query }` );
			await response.arrayBuffer();
		}
	} );
} );
