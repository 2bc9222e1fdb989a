/**
 * What a person's forms do: sign in, show a second factor, pick an account, accept or cancel.
 */
import { authenticate } from './accounts.mjs';
import { page } from './answer.mjs';
import { consentNames, recordConsent, userById } from './directory.mjs';
import { refuseApp, resumeFlow } from './flow.mjs';
import { errorPage, secondFactorPage, signInPage } from './pages.mjs';
import { Refusal } from './refusal.mjs';
import { advance, factorPending } from './signin.mjs';

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer} the next page; a wrong password stays on this one and never reaches the app
 */
export function login( world, exchange ) {
	const flow = resumeFlow( world, exchange );
	const username = exchange.form.get( 'login' ) ?? '';
	let user;
	try {
		user = authenticate( world, flow, username, exchange.form.get( 'passwd' ) ?? '' );
	} catch ( refusal ) {
		if ( refusal instanceof Refusal ) {
			return { ...page( 200, signInPage( flow, { username, refusal, marks: exchange.marks } ) ), error: refusal.error, codes: [ refusal.code ] };
		}
		throw refusal;
	}
	const browser = world.browsers.get( flow.browser );
	if ( browser ) {
		browser.accounts = [ ...browser.accounts.filter( ( id ) => id !== user.id ), user.id ];
	}
	flow.userId = user.id;
	return advance( world, flow, exchange.marks );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer} the next page; a wrong code (500121) stays on this one
 * @throws {Refusal} 50089
 */
export function secondFactor( world, exchange ) {
	const flow = resumeFlow( world, exchange );
	const user = flow.userId ? userById( world, flow.userId ) : undefined;
	if ( ! user ) {
		throw new Refusal( 50089 );
	}
	if ( exchange.form.get( 'decision' ) === 'cancel' ) {
		flow.userId = null;
		return page( 200, signInPage( flow ) );
	}
	if ( ( exchange.form.get( 'otc' ) ?? '' ).trim() !== user.mfa_code ) {
		const refusal = new Refusal( 500121 );
		return { ...page( 200, secondFactorPage( flow, user, { refusal, marks: exchange.marks } ) ), error: refusal.error, codes: [ refusal.code ] };
	}
	world.browsers.get( flow.browser )?.verified.push( user.id );
	// Whoever had no second factor has one from now on.
	user.mfa = user.mfa === 'not_registered' ? true : user.mfa;
	return advance( world, flow, exchange.marks );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer}
 */
export function select( world, exchange ) {
	const flow = resumeFlow( world, exchange );
	const account = exchange.form.get( 'account' ) ?? '';
	const user = userById( world, account );
	if ( account === '' || ! user || ! world.browsers.get( flow.browser )?.accounts.includes( account ) || user.tenant_id !== flow.tenant.id ) {
		flow.userId = null;
		return page( 200, signInPage( flow ) );
	}
	flow.userId = user.id;
	return advance( world, flow, exchange.marks );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer}
 */
export function decide( world, exchange ) {
	const flow = resumeFlow( world, exchange );
	const user = flow.userId ? userById( world, flow.userId ) : undefined;
	if ( ! user || factorPending( world, flow, user ) ) {
		throw new Refusal( 50089 );
	}
	const organisation = user.admin && ( flow.kind === 'admin' || exchange.form.get( 'organization' ) === '1' );
	const allowed = user.admin || ( flow.kind === 'authorize' && user.may_consent );
	if ( exchange.form.get( 'decision' ) !== 'accept' || ! allowed ) {
		const refusal = new Refusal( 65004, {}, flow.kind === 'admin' ? { error: 'consent_required' } : {} );
		if ( ! flow.redirect ) {
			world.flows.delete( flow.id );
			return { ...page( 200, errorPage( refusal, exchange.marks ) ), error: refusal.error, codes: [ refusal.code ] };
		}
		return refuseApp( world, flow, refusal, exchange.marks );
	}
	recordConsent( world, { tenant_id: flow.tenant.id, client_id: flow.app.client_id, user_id: organisation ? null : user.id }, consentNames( flow.scopes ) );
	flow.asked = true;
	return advance( world, flow, exchange.marks );
}
