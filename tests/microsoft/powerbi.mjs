/**
 * Power BI's REST interface, as far as it is here: who is calling, and the list of workspaces.
 */
import { randomUUID } from 'node:crypto';
import { json } from './answer.mjs';
import { cloudById, cloudByApiHost } from './clouds.mjs';
import { userById } from './directory.mjs';
import { compileFilter } from './odata.mjs';

/**
 * @param {number} status
 * @param {string} code empty for an answer without a body
 * @param {object} [details]
 * @returns {import('./answer.mjs').Answer} in the shape of Power BI's errors
 */
function refuse( status, code, { message, bare = false, header } = {} ) {
	const extra = { RequestId: randomUUID(), ...( code ? { 'X-PowerBI-Error-Info': code } : {} ), ...( header ?? {} ) };
	const inner = { code, 'pbi.error': { code, parameters: {}, details: [], exceptionCulprit: 1 } };
	const answer = json( status, { error: message ? { code, message } : inner }, extra );
	return { ...answer, body: bare ? '' : answer.body, error: code || `status_${ status }` };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {string[]} scopes any of these is enough
 * @returns {{refusal: import('./answer.mjs').Answer}|{user?: import('./tenants/seed.mjs').User, app?: import('./tenants/seed.mjs').App}}
 */
function caller( world, exchange, scopes ) {
	const cloud = cloudByApiHost( exchange.segments[ 0 ] );
	const bearer = /^Bearer ([A-Za-z0-9._-]+)$/i.exec( exchange.headers.authorization ?? '' );
	if ( ! bearer ) {
		return { refusal: refuse( 401, '', { bare: true, header: { 'WWW-Authenticate': 'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"' } } ) };
	}
	const claims = world.key.readToken( bearer[ 1 ] );
	if ( ! claims || ! world.accessTokens.has( claims.uti ) ) {
		return { refusal: refuse( 403, '', { bare: true } ) };
	}
	if ( claims.aud !== cloud.resource ) {
		return { refusal: refuse( 401, '', { bare: true } ) };
	}
	const now = world.clock.now();
	if ( claims.exp <= now ) {
		return { refusal: refuse( 403, 'TokenExpired', { message: 'Access token has expired, resubmit with a new access token' } ) };
	}
	const tenant = world.tenants.find( ( t ) => t.id === claims.tid );
	if ( ! tenant || cloudById( tenant.cloud ).id !== cloud.id ) {
		return { refusal: refuse( 401, '', { bare: true } ) };
	}
	if ( claims.idtyp === 'app' ) {
		return tenant.service_principals_allowed
			? { app: world.apps.find( ( a ) => a.client_id === claims.appid ) }
			: { refusal: refuse( 401, 'ServicePrincipalIsNotAllowedByTenantAdminSwitch', { bare: true } ) };
	}
	if ( ! claims.scp.split( ' ' ).some( ( name ) => scopes.includes( name ) ) ) {
		return { refusal: refuse( 403, 'PowerBINotAuthorizedException' ) };
	}
	const user = userById( world, claims.oid );
	if ( ! user?.licensed ) {
		return { refusal: refuse( 403, 'PowerBINotLicensedException' ) };
	}
	return { user };
}

/**
 * @param {string|null} text
 * @param {number} fallback
 * @returns {number} NaN if it is not a whole number ≥ 0
 */
const count = ( text, fallback ) => ( text === null ? fallback : /^\d{1,9}$/.test( text ) ? Number( text ) : NaN );

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer}
 */
export function groups( world, exchange ) {
	const who = caller( world, exchange, [ 'Workspace.Read.All', 'Workspace.ReadWrite.All' ] );
	if ( who.refusal ) {
		return who.refusal;
	}
	const top = count( exchange.query.get( '$top' ), Infinity );
	const skip = count( exchange.query.get( '$skip' ), 0 );
	const filter = compileFilter( exchange.query.get( '$filter' ) );
	if ( Number.isNaN( top ) || Number.isNaN( skip ) || ! filter ) {
		return refuse( 400, 'BadRequest', { message: 'A query option is not valid.' } );
	}
	const ids = ( who.user ?? who.app )?.workspaces ?? [];
	const value = world.workspaces.filter( ( workspace ) => ids.includes( workspace.id ) && filter( workspace ) ).slice( skip, skip + top );
	return json( 200, {
		'@odata.context': `https://${ exchange.segments[ 0 ] }/v1.0/myorg/$metadata#groups`,
		'@odata.count': value.length,
		value,
	}, { RequestId: randomUUID() } );
}
