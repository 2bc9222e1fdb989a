/**
 * Reads a seed (tenants, apps, users, workspaces, consents) and refuses one that does not hang together.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudById } from '../clouds.mjs';

const DEFAULT_FILE = fileURLToPath( new URL( './seed.json', import.meta.url ) );
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * @typedef {{id: string, name: string, domains: string[], cloud: string, service_principals_allowed: boolean}} Tenant
 * @typedef {{id: string, value: string, expires: string}} Secret
 * @typedef {{client_id: string, name: string, tenant_id: string, service_principal_id: string,
 *   audience: 'AzureADMyOrg'|'AzureADMultipleOrgs', redirect_uris: import('../redirect-uri.mjs').RegisteredRedirect[],
 *   secrets: Secret[], allow_public_client: boolean, allow_id_token: boolean, permissions: string[], workspaces: string[]}} App
 * @typedef {{id: string, tenant_id: string, username: string, password: string, name: string, admin: boolean,
 *   may_consent: boolean, licensed: boolean, state: 'active'|'disabled'|'locked'|'password_expired', mfa: boolean,
 *   workspaces: string[]}} User
 * @typedef {{tenant_id: string, client_id: string, user_id: string|null, scopes: string[]}} Consent user_id null = whole tenant
 * @typedef {{access_token_seconds: number|null, code_seconds: number, tenants: Tenant[], apps: App[], users: User[],
 *   workspaces: object[], consents: Consent[]}} Seed
 */

/**
 * @param {boolean} holds
 * @param {string} sentence
 */
function demand( holds, sentence ) {
	if ( ! holds ) {
		throw new Error( `seed: ${ sentence }` );
	}
}

/**
 * @param {unknown} seed
 * @returns {Seed} a checked deep copy
 */
export function checkSeed( seed ) {
	demand( typeof seed === 'object' && seed !== null && ! Array.isArray( seed ), 'must be an object' );
	const copy = structuredClone( seed );
	for ( const list of [ 'tenants', 'apps', 'users', 'workspaces', 'consents' ] ) {
		demand( Array.isArray( copy[ list ] ), `"${ list }" must be a list` );
		demand( copy[ list ].every( ( row ) => typeof row === 'object' && row !== null ), `"${ list }" must hold objects` );
	}
	copy.access_token_seconds ??= null;
	copy.code_seconds ??= 60;
	demand( copy.access_token_seconds === null || Number.isInteger( copy.access_token_seconds ), '"access_token_seconds" must be null or whole seconds' );
	demand( Number.isInteger( copy.code_seconds ), '"code_seconds" must be whole seconds' );
	const tenantIds = new Set();
	for ( const tenant of copy.tenants ) {
		demand( GUID.test( tenant.id ?? '' ), `tenant "${ tenant.id }" has no GUID` );
		demand( Array.isArray( tenant.domains ), `tenant "${ tenant.id }" has no list of domains` );
		cloudById( tenant.cloud );
		tenantIds.add( tenant.id );
	}
	for ( const app of copy.apps ) {
		demand( GUID.test( app.client_id ?? '' ), `app "${ app.client_id }" has no GUID` );
		demand( tenantIds.has( app.tenant_id ), `app "${ app.client_id }" names no tenant of the seed` );
		for ( const list of [ 'redirect_uris', 'secrets', 'permissions', 'workspaces' ] ) {
			demand( Array.isArray( app[ list ] ), `app "${ app.client_id }": "${ list }" must be a list` );
		}
		for ( const secret of app.secrets ) {
			demand( typeof secret.value === 'string' && ! Number.isNaN( Date.parse( secret.expires ) ), `app "${ app.client_id }": a secret needs "value" and "expires"` );
		}
	}
	const workspaceIds = new Set( copy.workspaces.map( ( w ) => w.id ) );
	for ( const user of copy.users ) {
		demand( typeof user.username === 'string' && typeof user.password === 'string', 'a user needs "username" and "password"' );
		demand( tenantIds.has( user.tenant_id ), `user "${ user.username }" names no tenant of the seed` );
		demand( Array.isArray( user.workspaces ) && user.workspaces.every( ( id ) => workspaceIds.has( id ) ), `user "${ user.username }" names an unknown workspace` );
	}
	return copy;
}

/**
 * @param {string} [file] the default seed when left out
 * @returns {Seed}
 */
export function loadSeed( file = DEFAULT_FILE ) {
	return checkSeed( JSON.parse( readFileSync( file, 'utf8' ) ) );
}
