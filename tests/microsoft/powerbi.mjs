/**
 * Power BI's REST interface, first half: who is calling, what may the caller, and how Power BI says no.
 */
import { randomUUID } from 'node:crypto';
import { json, nothing } from './answer.mjs';
import { cloudById, cloudByApiHost } from './clouds.mjs';
import { userById } from './directory.mjs';

/** A refusal in Power BI's manner, thrown by handlers. */
export class PowerBiRefusal extends Error {
	/** @param {import('./answer.mjs').Answer} answer */
	constructor( answer ) {
		super( answer.error );
		this.answer = answer;
	}
}

/**
 * @param {number} status
 * @param {string} code empty for none
 * @param {{message?: string, bare?: boolean, header?: Record<string, string>}} [details] bare = no body; a message without code is the
 *   short shape {"Message": …}
 * @returns {import('./answer.mjs').Answer} in one of the shapes of Power BI's errors
 */
export function powerBiRefusal( status, code, { message, bare = false, header } = {} ) {
	const extra = { RequestId: randomUUID(), ...( code ? { 'X-PowerBI-Error-Info': code } : {} ), ...( header ?? {} ) };
	const inner = { code, 'pbi.error': { code, parameters: {}, details: [], exceptionCulprit: 1 } };
	const body = message ? ( code ? { error: { code, message } } : { Message: message } ) : { error: inner };
	return { ...( bare ? nothing( status, extra ) : json( status, body, extra ) ), error: code || `status_${ status }` };
}

/**
 * @param {number} status
 * @param {string} code
 * @param {{message?: string, bare?: boolean, header?: Record<string, string>}} [details]
 * @throws {PowerBiRefusal}
 * @returns {never}
 */
export function refuse( status, code, details ) {
	throw new PowerBiRefusal( powerBiRefusal( status, code, details ) );
}

/**
 * @typedef {object} Caller
 * @property {import('./tenants/seed.mjs').User|null} user
 * @property {import('./tenants/seed.mjs').App|null} app a service principal
 * @property {string} id of the user, or the service principal's object ID
 * @property {import('./tenants/seed.mjs').Membership[]} workspaces
 * @property {import('./tenants/seed.mjs').Tenant} tenant
 * @property {import('./clouds.mjs').Cloud} cloud
 */

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {string[]} scopes any of these is enough
 * @returns {Caller}
 * @throws {PowerBiRefusal}
 */
export function caller( world, exchange, scopes ) {
	const cloud = cloudByApiHost( exchange.segments[ 0 ] );
	const bearer = /^Bearer ([A-Za-z0-9._-]+)$/i.exec( exchange.headers.authorization ?? '' );
	if ( ! bearer ) {
		refuse( 401, '', { bare: true, header: { 'WWW-Authenticate': 'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"' } } );
	}
	const claims = world.keys.readToken( bearer[ 1 ] );
	if ( ! claims || ! world.accessTokens.has( claims.uti ) ) {
		refuse( 403, '', { bare: true } );
	}
	if ( claims.aud !== cloud.resource ) {
		refuse( 401, '', { bare: true } );
	}
	if ( claims.exp <= world.clock.now() ) {
		refuse( 403, 'TokenExpired', { message: 'Access token has expired, resubmit with a new access token' } );
	}
	const tenant = world.tenants.find( ( each ) => each.id === claims.tid );
	if ( ! tenant || cloudById( tenant.cloud ).id !== cloud.id ) {
		refuse( 401, '', { bare: true } );
	}
	if ( claims.idtyp === 'app' ) {
		return servicePrincipal( world, exchange, tenant, cloud, claims );
	}
	if ( ! claims.scp.split( ' ' ).some( ( name ) => scopes.includes( name ) ) ) {
		refuse( 403, 'PowerBINotAuthorizedException' );
	}
	const user = userById( world, claims.oid );
	if ( ! user?.licensed ) {
		refuse( 403, 'PowerBINotLicensedException' );
	}
	return { user, app: null, id: user.id, workspaces: user.workspaces, tenant, cloud };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {import('./tenants/seed.mjs').Tenant} tenant
 * @param {import('./clouds.mjs').Cloud} cloud
 * @param {{appid: string}} claims
 * @returns {Caller}
 * @throws {PowerBiRefusal} the tenant's switch is off, or the address means "My workspace", which an app does not have
 */
function servicePrincipal( world, exchange, tenant, cloud, claims ) {
	const ownPlace = [ 'datasets', 'reports', 'dashboards' ].includes( exchange.segments[ 3 ] );
	const short = { message: 'API is not accessible for application' };
	if ( ! tenant.service_principals_allowed ) {
		tenant.service_principals_refusal === 'message_403'
			? refuse( 403, '', short )
			: refuse( 401, 'ServicePrincipalIsNotAllowedByTenantAdminSwitch', { bare: true } );
	}
	if ( ownPlace ) {
		refuse( 403, '', short );
	}
	const app = world.apps.find( ( each ) => each.client_id === claims.appid );
	return { user: null, app, id: app.service_principal_id, workspaces: app.workspaces, tenant, cloud };
}

/**
 * @param {import('./tenants/seed.mjs').Membership[]} memberships
 * @param {string} id of a workspace
 * @returns {string|null} the role there, null for none
 */
export function roleIn( memberships, id ) {
	const found = memberships.find( ( each ) => ( each.id ?? each ) === id );
	return found ? found.role ?? 'Admin' : null;
}

/**
 * The workspace of the address, if the caller may be there.
 *
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange & {params: Record<string, string>}} exchange
 * @param {Caller} who
 * @param {string[]} [roles] any of these is enough; every role when left out
 * @returns {object} row of the world
 * @throws {PowerBiRefusal} 400, 404 PowerBIEntityNotFound, 403 PowerBINotAuthorizedException
 */
export function workspaceOf( world, exchange, who, roles ) {
	const id = exchange.params.group.toLowerCase();
	if ( ! /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test( id ) ) {
		refuse( 400, 'BadRequest', { message: 'The workspace ID is not a GUID.' } );
	}
	const workspace = world.workspaces.find( ( each ) => each.id === id );
	const role = roleIn( who.workspaces, id );
	if ( ! workspace || ! role ) {
		refuse( workspace ? 403 : 404, workspace ? 'PowerBINotAuthorizedException' : 'PowerBIEntityNotFound' );
	}
	if ( roles && ! roles.includes( role ) ) {
		refuse( 403, 'PowerBINotAuthorizedException' );
	}
	return workspace;
}

/**
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {Record<string, unknown>} the JSON object that was sent
 * @throws {PowerBiRefusal} 415, 400
 */
export function readObject( exchange ) {
	if ( ! /^application\/json\b/i.test( exchange.headers[ 'content-type' ] ?? '' ) ) {
		refuse( 415, 'UnsupportedMediaType', { message: 'Send JSON.' } );
	}
	let value = null;
	try {
		value = JSON.parse( exchange.text );
	} catch {
		// said below
	}
	if ( typeof value !== 'object' || value === null || Array.isArray( value ) ) {
		refuse( 400, 'BadRequest', { message: 'The body is not a JSON object.' } );
	}
	return value;
}

/**
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {string} name of the collection
 * @param {object[]} value
 * @returns {import('./answer.mjs').Answer}
 */
export function list( exchange, name, value ) {
	const context = `https://${ exchange.segments[ 0 ] }/v1.0/myorg/$metadata#${ name }`;
	return json( 200, { '@odata.context': context, '@odata.count': value.length, value }, { RequestId: randomUUID() } );
}
