/**
 * The admin consent endpoints: /v2.0/adminconsent and the older short form /adminconsent.
 */
import { checkRedirect } from './authorize.mjs';
import { findTenantAndApp, sharedEndpoint } from './directory.mjs';
import { duplicate } from './exchange.mjs';
import { refuseApp, startFlow } from './flow.mjs';
import { Refusal } from './refusal.mjs';
import { parseScopes } from './scopes.mjs';
import { advance } from './signin.mjs';
import { cloudById } from './clouds.mjs';

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {boolean} short the older form: everything in the registration, no address needed
 * @returns {import('./answer.mjs').Answer}
 * @throws {Refusal} for Microsoft's own page
 */
export function adminConsent( world, exchange, short ) {
	const [ loginHost, tenantName ] = exchange.segments;
	const { query } = exchange;
	const twice = duplicate( query );
	if ( twice ) {
		throw new Refusal( 9000411, { parameter: twice } );
	}
	const { tenant, app } = findTenantAndApp( world, loginHost, tenantName, query.get( 'client_id' ) );
	if ( sharedEndpoint( tenantName ) === 'common' ) {
		throw new Refusal( 90130, { client_id: app.client_id, app: app.name } );
	}
	const redirect = short && query.get( 'redirect_uri' ) === null ? null : checkRedirect( app, query.get( 'redirect_uri' ) );
	const place = { id: '', kind: 'admin', loginHost, tenantName, tenant, app, redirect, mode: 'query', state: query.get( 'state' )?.replace( /<[^<>]*>/g, '' ) ?? null };
	try {
		const asked = short ? `${ cloudById( tenant.cloud ).resource }/.default` : query.get( 'scope' ) ?? '';
		const scopes = parseScopes( asked, app, tenant );
		const { flow, headers } = startFlow( world, exchange, { ...place, idToken: false, prompt: '', scopes, pkce: null, nonce: null, hint: query.get( 'login_hint' ) ?? '' } );
		return advance( world, flow, exchange.marks, headers );
	} catch ( refusal ) {
		if ( refusal instanceof Refusal && redirect ) {
			return refuseApp( world, place, refusal, exchange.marks );
		}
		throw refusal;
	}
}
