/**
 * Questions about tenants, apps, users and consents.
 */
import { cloudById } from './clouds.mjs';
import { Refusal } from './refusal.mjs';
import { fullName } from './scopes.mjs';
import { CONSUMERS_TENANT } from './tenants/seed.mjs';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/i;
const SHARED = [ 'common', 'organizations', 'consumers' ];

/**
 * @param {string} name as in the path
 * @returns {string|null} the shared endpoint it names
 */
export function sharedEndpoint( name ) {
	const lower = name.toLowerCase();
	return lower === CONSUMERS_TENANT ? 'consumers' : SHARED.find( ( each ) => each === lower ) ?? null;
}

/**
 * @param {import('./world.mjs').World} world
 * @param {string} loginHost
 * @param {string} name GUID or domain
 * @param {string} [error] OAuth error of an unknown tenant
 * @returns {import('./tenants/seed.mjs').Tenant}
 * @throws {Refusal} 900021, 900023, 90002
 */
export function findTenant( world, loginHost, name, error = 'invalid_request' ) {
	if ( ! GUID.test( name ) && ! DOMAIN.test( name ) ) {
		throw new Refusal( 900023, { tenant: name } );
	}
	if ( /^[0-]+$/.test( name ) ) {
		throw new Refusal( 900021, { tenant: name } );
	}
	const lower = name.toLowerCase();
	const tenant = world.tenants.find( ( t ) => t.id === lower || t.domains.includes( lower ) );
	if ( ! tenant || ! cloudById( tenant.cloud ).loginHosts.includes( loginHost ) ) {
		throw new Refusal( 90002, { tenant: name }, { error } );
	}
	return tenant;
}

/**
 * The tenant and the app of a request, or the refusal that Entra has for the pair.
 *
 * @param {import('./world.mjs').World} world
 * @param {string} loginHost
 * @param {string} tenantName
 * @param {string|null} clientId
 * @returns {{tenant: import('./tenants/seed.mjs').Tenant, app: import('./tenants/seed.mjs').App}}
 * @throws {Refusal} 900144, 90002, 900021, 900023, 700016, 50194, 9002332
 */
export function findTenantAndApp( world, loginHost, tenantName, clientId ) {
	const shared = sharedEndpoint( tenantName );
	const named = shared ? null : findTenant( world, loginHost, tenantName );
	if ( ! clientId ) {
		throw new Refusal( 900144, { parameter: 'client_id' } );
	}
	const app = world.apps.find( ( a ) => a.client_id === clientId.toLowerCase() );
	const served = app && ( ! named || named.id === app.tenant_id || app.audience === 'AzureADMultipleOrgs' );
	if ( ! served ) {
		throw new Refusal( 700016, { client_id: clientId, directory: named?.name ?? 'Microsoft Services' } );
	}
	if ( shared === 'consumers' ) {
		throw new Refusal( 9002332, { client_id: clientId, app: app.name } );
	}
	if ( shared && app.audience === 'AzureADMyOrg' ) {
		throw new Refusal( 50194, { client_id: clientId, app: app.name } );
	}
	return { app, tenant: named ?? world.tenants.find( ( t ) => t.id === app.tenant_id ) };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {string} id
 * @returns {import('./tenants/seed.mjs').User|undefined}
 */
export const userById = ( world, id ) => world.users.find( ( u ) => u.id === id );

/**
 * What a request needs consent for: permissions by their full names, OIDC scopes by their own.
 *
 * @param {import('./scopes.mjs').ScopeRequest} scopes
 * @returns {string[]}
 */
export const consentNames = ( scopes ) => [ ...scopes.permissions.map( fullName ), ...scopes.oidc ];

/**
 * @param {import('./world.mjs').World} world
 * @param {{tenant_id: string, client_id: string, user_id: string}} who
 * @param {import('./scopes.mjs').ScopeRequest} scopes
 * @returns {string[]} names not consented to yet
 */
export function missingConsent( world, who, scopes ) {
	const rows = world.consents.filter( ( c ) => c.tenant_id === who.tenant_id && c.client_id === who.client_id && ( c.user_id === null || c.user_id === who.user_id ) );
	const given = new Set( rows.flatMap( ( row ) => row.scopes ) );
	// An administrator's consent covers signing in as such.
	const forAll = rows.some( ( row ) => row.user_id === null );
	return consentNames( scopes ).filter( ( name ) => ! given.has( name ) && ! ( forAll && ! name.includes( '/' ) ) );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {{tenant_id: string, client_id: string, user_id: string|null}} who null = for the whole tenant
 * @param {string[]} names
 */
export function recordConsent( world, who, names ) {
	const row = world.consents.find( ( c ) => c.tenant_id === who.tenant_id && c.client_id === who.client_id && c.user_id === who.user_id );
	if ( row ) {
		row.scopes = [ ...new Set( [ ...row.scopes, ...names ] ) ];
	} else {
		world.consents.push( { ...who, scopes: [ ...names ] } );
	}
}
