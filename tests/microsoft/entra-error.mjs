/**
 * Entra's way of saying no: the identifiers every refusal carries, its JSON, and the pairs of an answer to the app.
 */
import { randomUUID } from 'node:crypto';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * @typedef {{trace_id: string, correlation_id: string, timestamp: string}} Marks
 */

/**
 * @param {import('./clock.mjs').Clock} clock
 * @param {string|undefined} asked `client-request-id` of the request, kept if it is a GUID
 * @returns {Marks}
 */
export function newMarks( clock, asked ) {
	return {
		trace_id: `${ randomUUID().slice( 0, -2 ) }00`,
		correlation_id: asked && GUID.test( asked ) ? asked.toLowerCase() : randomUUID(),
		timestamp: clock.timestamp(),
	};
}

/**
 * @param {import('./refusal.mjs').Refusal} refusal
 * @param {Marks} marks
 * @returns {string} with CR LF between the lines, as in Entra's JSON
 */
export function description( refusal, marks ) {
	return [
		`AADSTS${ refusal.code }: ${ refusal.message }`,
		`Trace ID: ${ marks.trace_id }`,
		`Correlation ID: ${ marks.correlation_id }`,
		`Timestamp: ${ marks.timestamp }`,
	].join( '\r\n' );
}

/**
 * @param {import('./refusal.mjs').Refusal} refusal
 * @param {Marks} marks
 * @param {string} loginHost
 * @returns {object} body of the JSON answer
 */
export function errorBody( refusal, marks, loginHost ) {
	return {
		error: refusal.error,
		error_description: description( refusal, marks ),
		error_codes: [ refusal.code ],
		timestamp: marks.timestamp,
		trace_id: marks.trace_id,
		correlation_id: marks.correlation_id,
		error_uri: `https://${ loginHost }/error?code=${ refusal.code }`,
		...( refusal.suberror ? { suberror: refusal.suberror } : {} ),
		...( refusal.claims ? { claims: refusal.claims } : {} ),
	};
}

/**
 * @param {import('./refusal.mjs').Refusal} refusal
 * @param {Marks} marks
 * @param {string} loginHost
 * @param {string|null} state
 * @returns {[string, string][]} pairs for the redirect address
 */
export function errorPairs( refusal, marks, loginHost, state ) {
	const pairs = [
		[ 'error', refusal.error ],
		[ 'error_description', description( refusal, marks ) ],
		[ 'error_uri', `https://${ loginHost }/error?code=${ refusal.code }` ],
	];
	if ( refusal.suberror ) {
		pairs.push( [ 'error_subcode', refusal.suberror ] );
	}
	if ( state !== null ) {
		pairs.push( [ 'state', state ] );
	}
	return pairs;
}
