/**
 * Puts an answer on the wire, straight or bent by a fault.
 */
import { json, page, plain } from './answer.mjs';
import { refusalOf } from './faults.mjs';
import { errorPage } from './pages.mjs';
import { powerBiRefusal } from './powerbi.mjs';
import { findRoute, showRefusal } from './router.mjs';

/**
 * @param {import('./faults.mjs').Fault} fault
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {import('./clock.mjs').Clock} clock
 * @returns {import('./answer.mjs').Answer|null} the answer in place of the real one; null if the real one is wanted
 */
export function scriptedAnswer( fault, exchange, clock ) {
	const more = { ...( fault.headers ?? {} ) };
	if ( fault.retry_after !== undefined || fault.retry_at !== undefined ) {
		more[ 'Retry-After' ] = fault.retry_at === undefined ? String( fault.retry_after ) : clock.httpDate( fault.retry_at );
	}
	switch ( fault.kind ) {
		case 'status': {
			const given = fault.body === undefined ? plain( fault.status, '' ) : typeof fault.body === 'string' ? plain( fault.status, fault.body ) : json( fault.status, fault.body );
			return { ...given, headers: { ...given.headers, ...more } };
		}
		case 'aadsts': {
			const shape = fault.as === 'redirect' ? null : fault.as ?? ( findRoute( exchange )?.shape === 'page' ? 'page' : 'json' );
			if ( ! shape ) {
				return null;
			}
			const shown = showRefusal( refusalOf( fault ), exchange, shape );
			return { ...shown, status: fault.status ?? shown.status, headers: { ...shown.headers, ...more } };
		}
		case 'power_bi': {
			const shown = powerBiRefusal( fault.status ?? 403, fault.name ?? '', { message: fault.message, bare: fault.name === undefined && fault.message === undefined } );
			return { ...shown, headers: { ...shown.headers, ...more } };
		}
		case 'html': {
			const body = typeof fault.body === 'string' ? fault.body : String( errorPage( { code: 90033, message: 'A transient error has occurred. Please try again.' }, exchange.marks ) );
			const shown = page( fault.status ?? 503, body );
			return { ...shown, headers: { ...shown.headers, ...more } };
		}
		case 'malformed': {
			const shown = json( fault.status ?? 200, null, more );
			return { ...shown, body: typeof fault.body === 'string' ? fault.body : '{"token_type":"Bearer","access_token":"eyJ0' };
		}
		case 'empty': {
			const shown = json( fault.status ?? 200, null, more );
			return { ...shown, body: '' };
		}
		case 'huge': {
			const bytes = fault.bytes ?? 2 * 1024 * 1024;
			return json( fault.status ?? 200, { token_type: 'Bearer', expires_in: 3600, access_token: 'A'.repeat( bytes ), value: [] }, more );
		}
		default:
			return null;
	}
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {import('./answer.mjs').Answer} answer
 * @param {{head?: boolean, truncated?: boolean, date?: string}} [options] date = value of the Date header, real time when left out
 */
export function send( response, answer, { head = false, truncated = false, date } = {} ) {
	const body = Buffer.from( answer.body, 'utf8' );
	response.writeHead( answer.status, { ...( date ? { Date: date } : {} ), ...answer.headers, 'Content-Length': body.length } );
	if ( truncated ) {
		response.write( body.subarray( 0, Math.floor( body.length / 2 ) ), () => response.socket?.destroy() );
		response.flushHeaders();
		return;
	}
	response.end( head ? undefined : body );
}
