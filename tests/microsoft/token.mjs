/**
 * The token endpoint: reads the form, finds app and grant, answers in JSON.
 */
import { json } from './answer.mjs';
import { readCredentials } from './client-auth.mjs';
import { findTenantAndApp, sharedEndpoint } from './directory.mjs';
import { duplicate } from './exchange.mjs';
import { clientCredentials, code, password, refresh } from './grants.mjs';
import { Refusal } from './refusal.mjs';

const GRANTS = { authorization_code: code, refresh_token: refresh, client_credentials: clientCredentials, password };

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {{fault?: import('./faults.mjs').Fault|null}} [context] a fault of kind id_token bends that token
 * @returns {import('./answer.mjs').Answer}
 * @throws {Refusal} for the JSON answer
 */
export function token( world, exchange, { fault = null } = {} ) {
	const [ loginHost, tenantName ] = exchange.segments;
	const { form } = exchange;
	const twice = duplicate( form );
	if ( twice ) {
		throw new Refusal( 9000411, { parameter: twice } );
	}
	const type = form.get( 'grant_type' );
	if ( ! type ) {
		throw new Refusal( 900144, { parameter: 'grant_type' } );
	}
	const grant = Object.hasOwn( GRANTS, type ) ? GRANTS[ type ] : null;
	if ( ! grant ) {
		throw new Refusal( 70003, { grant_type: type } );
	}
	const shared = sharedEndpoint( tenantName );
	if ( type === 'password' && ( shared === 'common' || shared === 'consumers' ) ) {
		throw new Refusal( 9001023 );
	}
	const { client_id: clientId, secret } = readCredentials( exchange );
	const { tenant, app } = findTenantAndApp( world, loginHost, tenantName, clientId );
	const body = grant( world, exchange, { tenant, app, secret, loginHost, bent: fault?.kind === 'id_token' ? fault : null } );
	if ( form.get( 'client_info' ) === '1' && body.user_id ) {
		body.client_info = Buffer.from( JSON.stringify( { uid: body.user_id, utid: tenant.id } ) ).toString( 'base64url' );
	}
	const { user_id: _, ...sent } = body;
	return json( 200, sent );
}
