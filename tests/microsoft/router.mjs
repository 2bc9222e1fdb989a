/**
 * Which address is answered by whom, and how a refusal looks there.
 */
import { adminConsent } from './admin-consent.mjs';
import { json, page, plain } from './answer.mjs';
import { authorize } from './authorize.mjs';
import { isLoginHost } from './clouds.mjs';
import { discovery, keys } from './discovery.mjs';
import { errorBody } from './entra-error.mjs';
import { errorPage } from './pages.mjs';
import { PowerBiRefusal } from './powerbi.mjs';
import { findPowerBi } from './powerbi-routes.mjs';
import { Refusal } from './refusal.mjs';
import { logout } from './logout.mjs';
import { decide, login, secondFactor, select } from './steps.mjs';
import { token } from './token.mjs';

/**
 * @typedef {{base: string, scripted: Refusal|null, fault?: import('./faults.mjs').Fault|null}} Context base = address of the stand-in, scripted =
 *   a refusal that authorize is to send to the app, fault = what was scripted for this call
 */

/**
 * @typedef {object} Route
 * @property {string[]} methods
 * @property {'page'|'json'|'pbi'} shape of its refusals
 * @property {(world: import('./world.mjs').World, exchange: import('./exchange.mjs').Exchange, context: Context) => import('./answer.mjs').Answer} run
 */

/** @type {Record<string, Route>} by what follows the tenant */
const LOGIN = {
	'oauth2/v2.0/authorize': { methods: [ 'GET' ], shape: 'page', run: ( world, exchange, { scripted } ) => authorize( world, exchange, scripted ) },
	'oauth2/v2.0/token': { methods: [ 'POST' ], shape: 'json', run: token },
	'v2.0/.well-known/openid-configuration': { methods: [ 'GET', 'OPTIONS' ], shape: 'json', run: ( world, exchange, { base } ) => discovery( world, exchange, base ) },
	'discovery/v2.0/keys': { methods: [ 'GET', 'OPTIONS' ], shape: 'json', run: keys },
	'v2.0/adminconsent': { methods: [ 'GET' ], shape: 'page', run: ( world, exchange ) => adminConsent( world, exchange, false ) },
	adminconsent: { methods: [ 'GET' ], shape: 'page', run: ( world, exchange ) => adminConsent( world, exchange, true ) },
	'oauth2/v2.0/logout': { methods: [ 'GET' ], shape: 'page', run: logout },
	login: { methods: [ 'POST' ], shape: 'page', run: login },
	mfa: { methods: [ 'POST' ], shape: 'page', run: secondFactor },
	select: { methods: [ 'POST' ], shape: 'page', run: select },
	consent: { methods: [ 'POST' ], shape: 'page', run: decide },
};

const own = ( table, name ) => ( Object.hasOwn( table, name ) ? table[ name ] : null );

/**
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {Route|null}
 */
export function findRoute( exchange ) {
	const [ host, ...rest ] = exchange.segments;
	if ( isLoginHost( host ) ) {
		return own( LOGIN, rest.slice( 1 ).join( '/' ) );
	}
	return findPowerBi( exchange );
}

/**
 * @param {Refusal} refusal
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {'page'|'json'|'pbi'} shape
 * @param {number} [pageStatus] HTTP status of an error page
 * @returns {import('./answer.mjs').Answer}
 */
export function showRefusal( refusal, exchange, shape, pageStatus = 400 ) {
	const headers = { 'x-ms-request-id': exchange.marks.trace_id, 'client-request-id': exchange.marks.correlation_id };
	const shown = shape === 'page'
		? page( refusal.status === 405 ? 405 : pageStatus, errorPage( refusal, exchange.marks ), headers )
		: json( refusal.status, errorBody( refusal, exchange.marks, exchange.segments[ 0 ] ), headers );
	return { ...shown, error: refusal.error, codes: [ refusal.code ] };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {Context} context
 * @returns {import('./answer.mjs').Answer}
 */
export function answer( world, exchange, context ) {
	const route = findRoute( exchange );
	if ( ! route ) {
		return plain( 404, 'There is nothing here.\n' );
	}
	try {
		if ( ! route.methods.includes( exchange.method ) ) {
			const refused = new Refusal( 900561, { allowed: route.methods.join( ', ' ), method: exchange.method }, { status: 405 } );
			const shown = route.shape === 'pbi' ? plain( 405, '' ) : showRefusal( refused, exchange, route.shape, world.settings.error_page_status );
			return { ...shown, headers: { ...shown.headers, Allow: route.methods.join( ', ' ) } };
		}
		return route.run( world, exchange, context );
	} catch ( refusal ) {
		if ( refusal instanceof Refusal ) {
			return showRefusal( refusal, exchange, route.shape, world.settings.error_page_status );
		}
		if ( refusal instanceof PowerBiRefusal ) {
			return refusal.answer;
		}
		throw refusal;
	}
}
