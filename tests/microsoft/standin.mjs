/**
 * The server itself: reads a request, asks the router, plays faults, keeps the log.
 */
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { plain } from './answer.mjs';
import { Clock } from './clock.mjs';
import { control, front } from './control.mjs';
import { readBody, readHead, Unreadable } from './exchange.mjs';
import { refusalOf } from './faults.mjs';
import { KeyRing } from './keys.mjs';
import { answer } from './router.mjs';
import { scriptedAnswer, send } from './send.mjs';
import { loadSeed } from './tenants/seed.mjs';
import { World } from './world.mjs';

export const LOOPBACK_HOSTS = [ '127.0.0.1', 'localhost', '::1' ];

/**
 * @param {World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {import('node:http').ServerResponse} response
 * @param {string} base
 */
async function serve( world, exchange, response, base ) {
	if ( exchange.segments[ 0 ] === '_control' ) {
		return send( response, control( world, exchange ) );
	}
	if ( exchange.segments.length === 1 && exchange.segments[ 0 ] === '' ) {
		return send( response, exchange.method === 'GET' || exchange.method === 'HEAD' ? front( world, exchange, base ) : plain( 405, '', { Allow: 'GET' } ), { head: exchange.method === 'HEAD' } );
	}
	const fault = world.faults.take( exchange );
	if ( fault?.kind === 'cut' ) {
		world.log.add( exchange, 0, {}, 'cut' );
		response.socket?.destroy();
		return;
	}
	if ( fault?.kind === 'delay' ) {
		await wait( fault.ms ?? 1000, undefined, { ref: false } );
	}
	const ahead = fault?.kind === 'clock' ? fault.seconds : 0;
	exchange.marks.timestamp = world.clock.timestamp( ahead );
	const scripted = fault?.kind === 'aadsts' && fault.as === 'redirect' ? refusalOf( fault ) : null;
	const said = ( fault && scriptedAnswer( fault, exchange, world.clock ) ) ?? answer( world, exchange, { base, scripted, fault } );
	world.log.add( exchange, said.status, said, fault?.kind );
	send( response, said, { head: exchange.method === 'HEAD', truncated: fault?.kind === 'truncated', date: world.clock.httpDate( ahead ) } );
}

/**
 * Starts a stand-in.
 *
 * @param {object} [options]
 * @param {string} [options.host] loopback only
 * @param {number} [options.port] 0 picks a free one
 * @param {import('./tenants/seed.mjs').Seed} [options.seed]
 * @param {string[]} [options.redirectUris] in place of those the seed gives to its first app
 * @returns {Promise<{url: string, world: World, close: () => Promise<void>}>}
 */
export async function startStandIn( { host = '127.0.0.1', port = 0, seed = loadSeed(), redirectUris = [] } = {} ) {
	if ( ! LOOPBACK_HOSTS.includes( host ) ) {
		throw new Error( `refusing to listen on ${ host }: loopback addresses only` );
	}
	const world = new World( { seed, redirectUris, clock: new Clock(), keys: new KeyRing() } );
	let url = '';
	const server = createServer( { maxHeaderSize: 32 * 1024, requestTimeout: 30000 }, async ( request, response ) => {
		try {
			const exchange = readHead( request, world.clock );
			await readBody( request, exchange );
			await serve( world, exchange, response, url );
		} catch ( error ) {
			if ( response.headersSent || response.destroyed ) {
				response.destroy();
			} else if ( error instanceof Unreadable ) {
				send( response, plain( error.status, `${ error.message }\n`, { Connection: 'close' } ) );
			} else {
				process.stderr.write( `${ error?.stack ?? error }\n` );
				send( response, plain( 500, 'The stand-in has a fault of its own; see its output.\n' ) );
			}
		}
	} );
	server.on( 'clientError', ( error, socket ) => {
		if ( socket.writable && error.code !== 'ECONNRESET' ) {
			const line = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
			socket.end( `HTTP/1.1 ${ line }\r\nConnection: close\r\nContent-Length: 0\r\n\r\n` );
		} else {
			socket.destroy();
		}
	} );
	await new Promise( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, host, resolve );
	} );
	const bound = server.address();
	url = `http://${ bound.family === 'IPv6' ? `[${ bound.address }]` : bound.address }:${ bound.port }`;
	return {
		url,
		world,
		close: () => new Promise( ( resolve ) => {
			server.close( () => resolve() );
			server.closeAllConnections();
		} ),
	};
}
