/** Prism in front of the stand-in's Power BI: it judges what is asked and what is answered by Microsoft's own swagger. */
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startNode } from './processes.mjs';

const file = ( /** @type {string} */ name ) => fileURLToPath( new URL( name, import.meta.url ) );

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
	return new Promise( ( resolve, reject ) => {
		const probe = createSocket().once( 'error', reject ).listen( 0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ ( probe.address() );
			probe.close( () => resolve( port ) );
		} );
	} );
}

/**
 * Starts Prism, and a front in the stand-in's place: calls to the Power BI host go through Prism, all others straight on.
 *
 * @param {string} standIn address of the stand-in
 * @param {number} [port] of the front; 0 picks a free one
 * @returns {Promise<{url: string, judged: () => number, end: () => Promise<void>}>} judged = how many calls went through Prism
 */
export async function startPrism( standIn, port = 0 ) {
	const prismPort = await freePort();
	const prism = await startNode( [
		file( 'node_modules/@stoplight/prism-cli/dist/index.js' ), 'proxy', '--errors', '-h', '127.0.0.1', '-p', String( prismPort ),
		file( 'power-bi.swagger.json' ), `${ standIn }/api.powerbi.com`,
	], 'Prism is listening' );
	let count = 0;
	const front = createServer( ( incoming, outgoing ) => {
		const path = incoming.url ?? '/';
		const judged = /^\/api\.powerbi\.com(\/.*)$/.exec( path );
		count += judged ? 1 : 0;
		const target = judged ? new URL( `http://127.0.0.1:${ prismPort }${ judged[ 1 ] }` ) : new URL( standIn + path );
		// The stand-in answers its control routes to loopback names only, whichever they are; Prism wants its own.
		const headers = { ...incoming.headers, connection: 'close', ...( judged ? { host: target.host } : {} ) };
		const passed = request( target, { method: incoming.method, headers }, ( answer ) => {
			outgoing.writeHead( answer.statusCode ?? 502, answer.headers );
			answer.pipe( outgoing );
		} );
		passed.on( 'error', ( error ) => outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead( 502 ).end( error.message ) );
		incoming.pipe( passed );
	} );
	await new Promise( ( resolve ) => front.listen( port, '127.0.0.1', () => resolve( undefined ) ) );
	const bound = /** @type {import('node:net').AddressInfo} */ ( front.address() );
	return {
		url: `http://127.0.0.1:${ bound.port }`,
		judged: () => count,
		end: async () => {
			front.close();
			front.closeAllConnections();
			await prism.end();
		},
	};
}
