/**
 * The good end of a flow: a code for the app, or the news that an administrator has consented.
 */
import { randomUUID } from 'node:crypto';
import { page } from './answer.mjs';
import { consentNames } from './directory.mjs';
import { answerApp } from './flow.mjs';
import { grantedPage } from './pages.mjs';
import { idToken } from './tokens.mjs';
import { randomText } from './world.mjs';

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./flow.mjs').Flow} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @returns {[string, string][]}
 */
function codePairs( world, flow, user ) {
	const code = `1.A${ randomText( 60 ) }.${ randomText( 90 ) }`;
	const grant = {
		client_id: flow.app.client_id,
		tenant_id: flow.tenant.id,
		user_id: user.id,
		login_host: flow.loginHost,
		scopes: flow.scopes,
		issued: world.clock.now(),
		redirect: flow.redirect,
		pkce: flow.pkce,
		nonce: flow.nonce,
		mfa: world.browsers.get( flow.browser )?.verified.includes( user.id ) ?? false,
		redeemed: false,
	};
	world.codes.set( code, grant );
	const pairs = [ [ 'code', code ] ];
	if ( flow.idToken ) {
		pairs.push( [ 'id_token', idToken( world, grant ) ] );
	}
	if ( flow.state !== null ) {
		pairs.push( [ 'state', flow.state ] );
	}
	pairs.push( [ 'session_state', world.browsers.get( flow.browser )?.session_state ?? randomUUID() ] );
	return pairs;
}

/**
 * @param {import('./flow.mjs').Flow} flow
 * @returns {[string, string][]}
 */
function consentPairs( flow ) {
	const pairs = [
		[ 'admin_consent', 'True' ],
		[ 'tenant', flow.tenant.id ],
		[ 'scope', consentNames( flow.scopes ).join( ' ' ) ],
	];
	if ( flow.state !== null ) {
		pairs.push( [ 'state', flow.state ] );
	}
	return pairs;
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./flow.mjs').Flow} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @param {Record<string, string>} headers
 * @returns {import('./answer.mjs').Answer}
 */
export function finish( world, flow, user, headers ) {
	if ( flow.kind === 'authorize' ) {
		return answerApp( world, flow, codePairs( world, flow, user ), headers );
	}
	if ( ! flow.redirect ) {
		world.flows.delete( flow.id );
		return page( 200, grantedPage( flow.app.name ), headers );
	}
	return answerApp( world, flow, consentPairs( flow ), headers );
}
