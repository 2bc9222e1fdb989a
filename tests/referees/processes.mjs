/** A program as a child process: waited for until it says that it is ready, ended by its own handle. */
import { spawn } from 'node:child_process';

/**
 * @param {string[]} words arguments for Node
 * @param {string|RegExp} ready what its output holds once it listens
 * @param {number} [seconds]
 * @returns {Promise<{output: () => string, end: () => Promise<void>}>}
 * @throws {Error} with its output, if it ends or takes too long
 */
export function startNode( words, ready, seconds = 90 ) {
	const child = spawn( process.execPath, words, { stdio: [ 'ignore', 'pipe', 'pipe' ] } );
	let text = '';
	const ended = new Promise( ( resolve ) => child.once( 'exit', resolve ) );
	const end = async () => {
		child.kill();
		await ended;
	};
	return new Promise( ( resolve, reject ) => {
		const timer = setTimeout( () => end().then( () => reject( new Error( `${ words[ 0 ] } was not ready within ${ seconds } s: ${ text }` ) ) ), seconds * 1000 );
		const hear = ( /** @type {Buffer} */ chunk ) => {
			text += chunk;
			if ( text.match( ready ) ) {
				clearTimeout( timer );
				resolve( { output: () => text, end } );
			}
		};
		child.stdout.on( 'data', hear );
		child.stderr.on( 'data', hear );
		ended.then( ( code ) => {
			clearTimeout( timer );
			reject( new Error( `${ words[ 0 ] } ended with ${ code }: ${ text }` ) );
		} );
	} );
}
