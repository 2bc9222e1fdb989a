/** Asks the core, natively, through `cargo run --example judge`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath( new URL( '../../', import.meta.url ) );

/**
 * @param {{call: string, input: object}[]} requests
 * @returns {any[]} the results, in the order of the requests
 * @throws {Error} when the program cannot be run or refuses a request
 */
export function judge( requests ) {
	const input = requests.map( ( request ) => JSON.stringify( request ) ).join( '\n' );
	const options = { cwd: ROOT, input, encoding: /** @type {const} */ ( 'utf8' ), maxBuffer: 64 * 1024 * 1024 };
	const { status, stdout, stderr, error } = spawnSync( 'cargo', [ 'run', '-q', '--locked', '-p', 'wkpbic-core', '--example', 'judge' ], options );
	if ( error || status !== 0 ) {
		throw new Error( `the judge did not run: ${ error ?? stderr }` );
	}
	const answers = stdout.trimEnd().split( '\n' ).map( ( line ) => JSON.parse( line ) );
	if ( answers.length !== requests.length ) {
		throw new Error( `${ requests.length } requests, ${ answers.length } answers` );
	}
	return answers.map( ( answer, at ) => {
		if ( ! ( 'result' in answer ) ) {
			throw new Error( `${ JSON.stringify( requests[ at ] ) }: ${ answer.error }` );
		}
		return answer.result;
	} );
}
