/**
 * Answers as plain values: handlers return them, the server sends them, faults may bend them on the way.
 */
import { createHash } from 'node:crypto';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string|string[]>} headers
 * @property {string} body
 * @property {string} [error] for the log
 * @property {number[]} [codes] AADSTS numbers, for the log
 */

const NO_STORE = { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache', Expires: '-1', 'X-Content-Type-Options': 'nosniff' };

/** The only script there is: it submits the form of response_mode=form_post. */
export const SUBMIT_SCRIPT = 'document.forms[0].submit()';
const SUBMIT_HASH = createHash( 'sha256' ).update( SUBMIT_SCRIPT ).digest( 'base64' );
// No form-action: it would also govern the redirect back to the app that follows a form.
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${ SUBMIT_HASH }'; base-uri 'none'; frame-ancestors 'none'`;

/**
 * @param {number} status
 * @param {unknown} value
 * @param {Record<string, string|string[]>} [headers]
 * @returns {Answer}
 */
export function json( status, value, headers = {} ) {
	const body = JSON.stringify( value );
	return { status, headers: { ...NO_STORE, 'Content-Type': 'application/json; charset=utf-8', ...headers }, body };
}

/**
 * @param {number} status
 * @param {Record<string, string|string[]>} [headers]
 * @returns {Answer} without a body, and without a media type for it
 */
export function nothing( status, headers = {} ) {
	return { status, headers: { ...NO_STORE, ...headers }, body: '' };
}

/**
 * @param {number} status
 * @param {{toString(): string}} markup
 * @param {Record<string, string|string[]>} [headers]
 * @returns {Answer}
 */
export function page( status, markup, headers = {} ) {
	const fixed = { ...NO_STORE, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAGE_POLICY, 'X-Frame-Options': 'DENY', 'Referrer-Policy': 'strict-origin-when-cross-origin' };
	return { status, headers: { ...fixed, ...headers }, body: String( markup ) };
}

/**
 * @param {string} location
 * @param {Record<string, string|string[]>} [headers]
 * @param {number} [status]
 * @returns {Answer}
 */
export function redirect( location, headers = {}, status = 302 ) {
	return { status, headers: { ...NO_STORE, Location: location, ...headers }, body: '' };
}

/**
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
export function plain( status, text, headers = {} ) {
	return { status, headers: { ...NO_STORE, 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body: text };
}
