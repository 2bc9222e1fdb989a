/**
 * The steps between a good request and its answer: who is it, may the app, here is the answer.
 */
import { checkAssignment, secondFactorMissing } from './accounts.mjs';
import { page } from './answer.mjs';
import { missingConsent, userById } from './directory.mjs';
import { refuseApp } from './flow.mjs';
import { finish } from './outcome.mjs';
import { approvalPage, consentPage, errorPage, pickAccountPage, secondFactorPage, signInPage } from './pages.mjs';
import { Refusal } from './refusal.mjs';
import { needsAdmin } from './scopes.mjs';

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./flow.mjs').Flow} flow
 * @returns {import('./tenants/seed.mjs').User[]} accounts of this tenant that the browser is signed in with
 */
const signedIn = ( world, flow ) => ( world.browsers.get( flow.browser )?.accounts ?? [] )
	.map( ( id ) => userById( world, id ) )
	.filter( ( user ) => user?.tenant_id === flow.tenant.id && user.state === 'active' );

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./flow.mjs').Flow} flow
 * @returns {{user?: import('./tenants/seed.mjs').User, show?: import('./html.mjs').Markup}} the user, or the page that finds out
 * @throws {Refusal} 50058, 16000 for prompt=none
 */
function identify( world, flow ) {
	const accounts = signedIn( world, flow );
	const picking = flow.prompt === 'select_account';
	const hint = picking ? '' : flow.hint.toLowerCase();
	const fitting = hint === '' ? accounts : accounts.filter( ( user ) => user.username.toLowerCase() === hint );
	if ( flow.prompt === 'none' && fitting.length !== 1 ) {
		throw new Refusal( fitting.length > 1 ? 16000 : 50058 );
	}
	if ( flow.prompt === 'login' || fitting.length === 0 ) {
		return { show: signInPage( flow, { username: picking ? '' : flow.hint } ) };
	}
	return picking || fitting.length > 1 ? { show: pickAccountPage( flow, fitting ) } : { user: fitting[ 0 ] };
}

/**
 * @param {import('./flow.mjs').Flow} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @param {string[]} missing names nobody has consented to
 * @param {import('./entra-error.mjs').Marks} marks
 * @param {Record<string, string>} headers
 * @returns {import('./answer.mjs').Answer}
 * @throws {Refusal} 65001 consent_required for prompt=none
 */
function askConsent( flow, user, missing, marks, headers ) {
	if ( flow.prompt === 'none' ) {
		throw new Refusal( 65001, { client_id: flow.app.client_id, app: flow.app.name }, { error: 'consent_required' } );
	}
	const onlyAdmins = flow.kind === 'admin' || ! user.may_consent || flow.scopes.permissions.some( needsAdmin );
	if ( onlyAdmins && ! user.admin && ( flow.kind === 'admin' || missing.length > 0 ) ) {
		const refusal = new Refusal( flow.tenant.admin_consent_requests && flow.kind !== 'admin' ? 90095 : 90094 );
		return { ...page( 200, approvalPage( flow, user, refusal, marks ), headers ), error: refusal.error, codes: [ refusal.code ] };
	}
	return page( 200, consentPage( flow, user ), headers );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./flow.mjs').Flow} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @returns {Refusal|null} what prompt=none hears if a second factor is wanted and this browser has not shown it
 */
export function factorPending( world, flow, user ) {
	const shown = world.browsers.get( flow.browser )?.verified.includes( user.id );
	return shown ? null : secondFactorMissing( user, flow.scopes.resources[ 0 ], { error: 'interaction_required', suberror: '' } );
}

/**
 * Goes as far as it can: shows the next page, or ends with the answer to the app.
 *
 * @param {import('./world.mjs').World} world
 * @param {import('./flow.mjs').Flow} flow
 * @param {import('./entra-error.mjs').Marks} marks
 * @param {Record<string, string>} [headers]
 * @returns {import('./answer.mjs').Answer}
 */
export function advance( world, flow, marks, headers = {} ) {
	try {
		if ( ! flow.userId ) {
			const { user, show } = identify( world, flow );
			if ( show ) {
				return page( 200, show, headers );
			}
			flow.userId = user.id;
		}
		const user = userById( world, flow.userId );
		const factor = factorPending( world, flow, user );
		if ( factor && flow.prompt === 'none' ) {
			throw factor;
		}
		if ( factor ) {
			return page( 200, secondFactorPage( flow, user ), headers );
		}
		try {
			checkAssignment( flow, user );
		} catch ( refusal ) {
			return { ...page( world.settings.error_page_status, errorPage( refusal, marks ), headers ), error: refusal.error, codes: [ refusal.code ] };
		}
		const missing = missingConsent( world, { tenant_id: flow.tenant.id, client_id: flow.app.client_id, user_id: user.id }, flow.scopes );
		if ( ! flow.asked && ( flow.kind === 'admin' || flow.prompt === 'consent' || missing.length > 0 ) ) {
			return askConsent( flow, user, missing, marks, headers );
		}
		return finish( world, flow, user, headers );
	} catch ( refusal ) {
		if ( refusal instanceof Refusal ) {
			return refuseApp( world, flow, refusal, marks, headers );
		}
		throw refusal;
	}
}
