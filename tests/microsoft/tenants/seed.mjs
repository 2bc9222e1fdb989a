/**
 * Reads a seed (tenants, apps, users, workspaces and what is in them, consents) and refuses one that does not hang together.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cloudById } from '../clouds.mjs';

const DEFAULT_FILE = fileURLToPath( new URL( './seed.json', import.meta.url ) );
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The tenant of personal Microsoft accounts; it exists without standing in a seed. */
export const CONSUMERS_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const ROLES = [ 'Admin', 'Member', 'Contributor', 'Viewer' ];
const CHOICES = {
	state: [ 'active', 'disabled', 'locked', 'password_expired' ],
	mfa: [ false, true, 'not_registered' ],
	kind: [ 'member', 'guest', 'personal' ],
	audience: [ 'AzureADMyOrg', 'AzureADMultipleOrgs' ],
	service_principals_refusal: [ 'empty_401', 'message_403' ],
};

/**
 * @typedef {string|{id: string, role: string}} Membership a workspace's ID alone means the role Admin
 * @typedef {{id: string, name: string, domains: string[], cloud: string, power_bi: boolean, admin_consent_requests: boolean,
 *   service_principals_allowed: boolean, service_principals_may_create: boolean,
 *   service_principals_refusal: 'empty_401'|'message_403'}} Tenant
 * @typedef {{id: string, value: string, expires: string}} Secret
 * @typedef {{client_id: string, name: string, tenant_id: string, service_principal_id: string,
 *   audience: 'AzureADMyOrg'|'AzureADMultipleOrgs', redirect_uris: import('../redirect-uri.mjs').RegisteredRedirect[],
 *   secrets: Secret[], allow_public_client: boolean, allow_id_token: boolean, assignment_required: boolean, assigned: string[],
 *   permissions: string[], workspaces: Membership[]}} App
 * @typedef {{id: string, tenant_id: string, username: string, password: string, name: string, admin: boolean,
 *   may_consent: boolean, licensed: boolean, state: 'active'|'disabled'|'locked'|'password_expired',
 *   kind: 'member'|'guest'|'personal', home_tenant_id: string, mfa: boolean|'not_registered', mfa_code: string,
 *   workspaces: Membership[]}} User home_tenant_id differs from tenant_id for a guest only
 * @typedef {{tenant_id: string, client_id: string, user_id: string|null, scopes: string[]}} Consent user_id null = whole tenant
 * @typedef {{access_token_seconds: number|null, code_seconds: number, lockout_threshold: number, lockout_seconds: number,
 *   error_page_status: number}} Settings
 * @typedef {Settings & {tenants: Tenant[], apps: App[], users: User[], workspaces: object[], datasets: object[], reports: object[],
 *   dashboards: object[], consents: Consent[]}} Seed
 */

/** Settings and what they are when a seed leaves them out. */
export const SETTINGS = { access_token_seconds: null, code_seconds: 60, lockout_threshold: 10, lockout_seconds: 60, error_page_status: 400 };

/** What a row has when a seed leaves it out. */
const DEFAULTS = {
	tenants: { power_bi: true, admin_consent_requests: false, service_principals_allowed: true, service_principals_may_create: false, service_principals_refusal: 'empty_401' },
	apps: { assignment_required: false, assigned: [] },
	users: { kind: 'member', mfa: false, mfa_code: '246813', state: 'active' },
};

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
 * @param {object} row
 * @param {string} label
 */
function checkChoices( row, label ) {
	for ( const [ name, values ] of Object.entries( CHOICES ) ) {
		demand( ! Object.hasOwn( row, name ) || values.includes( row[ name ] ), `${ label }: "${ name }" must be one of ${ values.map( String ).join( ', ' ) }` );
	}
}

/**
 * @param {unknown} seed
 * @returns {Seed} a checked deep copy, with every field in place
 */
export function checkSeed( seed ) {
	demand( typeof seed === 'object' && seed !== null && ! Array.isArray( seed ), 'must be an object' );
	const copy = { ...SETTINGS, datasets: [], reports: [], dashboards: [], ...structuredClone( seed ) };
	for ( const list of [ 'tenants', 'apps', 'users', 'workspaces', 'datasets', 'reports', 'dashboards', 'consents' ] ) {
		demand( Array.isArray( copy[ list ] ), `"${ list }" must be a list` );
		demand( copy[ list ].every( ( row ) => typeof row === 'object' && row !== null ), `"${ list }" must hold objects` );
		copy[ list ] = copy[ list ].map( ( row ) => ( { ...structuredClone( DEFAULTS[ list ] ?? {} ), ...row } ) );
	}
	for ( const name of Object.keys( SETTINGS ) ) {
		demand( ( name === 'access_token_seconds' && copy[ name ] === null ) || Number.isInteger( copy[ name ] ), `"${ name }" must be a whole number` );
	}
	const tenantIds = new Set( [ CONSUMERS_TENANT ] );
	for ( const tenant of copy.tenants ) {
		demand( GUID.test( tenant.id ?? '' ), `tenant "${ tenant.id }" has no GUID` );
		demand( Array.isArray( tenant.domains ), `tenant "${ tenant.id }" has no list of domains` );
		checkChoices( tenant, `tenant "${ tenant.id }"` );
		cloudById( tenant.cloud );
		tenantIds.add( tenant.id );
	}
	const workspaceIds = new Set( copy.workspaces.map( ( each ) => each.id ) );
	const memberships = ( list ) => Array.isArray( list ) && list.every( ( each ) => workspaceIds.has( each?.id ?? each ) && ROLES.includes( each?.role ?? 'Admin' ) );
	for ( const app of copy.apps ) {
		demand( GUID.test( app.client_id ?? '' ), `app "${ app.client_id }" has no GUID` );
		demand( tenantIds.has( app.tenant_id ), `app "${ app.client_id }" names no tenant of the seed` );
		for ( const list of [ 'redirect_uris', 'secrets', 'permissions', 'assigned' ] ) {
			demand( Array.isArray( app[ list ] ), `app "${ app.client_id }": "${ list }" must be a list` );
		}
		for ( const secret of app.secrets ) {
			demand( typeof secret.value === 'string' && ! Number.isNaN( Date.parse( secret.expires ) ), `app "${ app.client_id }": a secret needs "value" and "expires"` );
		}
		demand( memberships( app.workspaces ), `app "${ app.client_id }" names an unknown workspace or role` );
		checkChoices( app, `app "${ app.client_id }"` );
	}
	for ( const user of copy.users ) {
		demand( typeof user.username === 'string' && typeof user.password === 'string', 'a user needs "username" and "password"' );
		demand( tenantIds.has( user.tenant_id ), `user "${ user.username }" names no tenant of the seed` );
		demand( memberships( user.workspaces ), `user "${ user.username }" names an unknown workspace or role` );
		user.home_tenant_id ??= user.tenant_id;
		checkChoices( user, `user "${ user.username }"` );
	}
	for ( const list of [ 'datasets', 'reports', 'dashboards' ] ) {
		demand( copy[ list ].every( ( row ) => workspaceIds.has( row.workspace_id ) ), `"${ list }" names an unknown workspace` );
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
