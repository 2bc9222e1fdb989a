/**
 * A sign-in under way: started by authorize or adminconsent, bound to one browser, ended by an answer to the app.
 */
import { randomUUID } from 'node:crypto';
import { page, redirect } from './answer.mjs';
import { errorPairs } from './entra-error.mjs';
import { formPostPage } from './pages.mjs';
import { withAnswer } from './redirect-uri.mjs';
import { Refusal } from './refusal.mjs';
import { randomText } from './world.mjs';

export const COOKIE = 'standin_browser';
const LIFETIME = 15 * 60;

/**
 * @typedef {object} Flow
 * @property {string} id
 * @property {string} canary proves that a form came from our own page
 * @property {string} browser value of the cookie
 * @property {'authorize'|'admin'} kind
 * @property {string} loginHost
 * @property {string} tenantName as in the address
 * @property {import('./tenants/seed.mjs').Tenant} tenant
 * @property {import('./tenants/seed.mjs').App} app
 * @property {{uri: string, platform: string}|null} redirect
 * @property {'query'|'fragment'|'form_post'} mode
 * @property {string|null} state
 * @property {import('./scopes.mjs').ScopeRequest} scopes
 * @property {string} prompt
 * @property {string} hint
 * @property {{challenge: string, method: string}|null} pkce
 * @property {string|null} nonce
 * @property {boolean} idToken
 * @property {string|null} userId
 * @property {boolean} asked consent has been given in this very flow
 * @property {number} started
 */

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {object} fields what the request asked for
 * @returns {{flow: Flow, headers: Record<string, string>}} headers set the cookie of a new browser
 */
export function startFlow( world, exchange, fields ) {
	let browser = exchange.cookies[ COOKIE ];
	const headers = {};
	if ( ! browser || ! world.browsers.has( browser ) ) {
		browser = randomText();
		world.browsers.set( browser, { accounts: [], verified: [], session_state: randomUUID() } );
		headers[ 'Set-Cookie' ] = `${ COOKIE }=${ browser }; Path=/; HttpOnly; SameSite=Lax`;
	}
	const flow = { userId: null, asked: false, ...fields, id: randomText(), canary: randomText(), browser, started: world.clock.now() };
	world.flows.set( flow.id, flow );
	return { flow, headers };
}

/**
 * The flow a posted form belongs to.
 *
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {Flow}
 * @throws {Refusal} 50089 if it is unknown, too old, of another browser or the form was not ours
 */
export function resumeFlow( world, exchange ) {
	const flow = world.flows.get( exchange.form.get( 'flow' ) ?? '' );
	const mine = flow && flow.browser === exchange.cookies[ COOKIE ] && flow.canary === exchange.form.get( 'canary' );
	const site = exchange.headers[ 'sec-fetch-site' ];
	if ( ! mine || ( site !== undefined && site !== 'same-origin' ) || world.clock.now() - flow.started > LIFETIME ) {
		throw new Refusal( 50089 );
	}
	return flow;
}

/**
 * Ends the flow with an answer to the app.
 *
 * @param {import('./world.mjs').World} world
 * @param {Flow} flow
 * @param {[string, string][]} pairs
 * @param {Record<string, string>} [headers]
 * @returns {import('./answer.mjs').Answer}
 */
export function answerApp( world, flow, pairs, headers = {} ) {
	world.flows.delete( flow.id );
	if ( flow.mode === 'form_post' ) {
		return page( 200, formPostPage( flow.redirect.uri, pairs ), headers );
	}
	return redirect( withAnswer( flow.redirect.uri, pairs, flow.mode ), headers );
}

/**
 * Ends the flow with a refusal that the app gets to see.
 *
 * @param {import('./world.mjs').World} world
 * @param {Pick<Flow, 'id'|'loginHost'|'redirect'|'mode'|'state'|'kind'>} flow
 * @param {Refusal} refusal
 * @param {import('./entra-error.mjs').Marks} marks
 * @param {Record<string, string>} [headers]
 * @returns {import('./answer.mjs').Answer}
 */
export function refuseApp( world, flow, refusal, marks, headers = {} ) {
	const pairs = errorPairs( refusal, marks, flow.loginHost, flow.state );
	if ( flow.kind === 'admin' ) {
		pairs.push( [ 'admin_consent', 'True' ] );
	}
	return { ...answerApp( world, flow, pairs, headers ), error: refusal.error, codes: [ refusal.code ] };
}
