/**
 * Scopes: what a blank-separated list asks for, of which API, and whether such a permission exists.
 */
import { cloudById } from './clouds.mjs';
import { Refusal } from './refusal.mjs';

export const OIDC = [ 'openid', 'profile', 'email', 'offline_access' ];
export const POWER_BI_APP_ID = '00000009-0000-0000-c000-000000000000';

/** Delegated permissions of Power BI that the stand-in knows, with the sentence its consent page shows. */
export const POWER_BI_PERMISSIONS = {
	'Dataset.ReadWrite.All': 'Read and write all datasets',
	'Dataset.Read.All': 'View all datasets',
	'Workspace.ReadWrite.All': 'Read and write all workspaces',
	'Workspace.Read.All': 'View all workspaces',
	'Report.ReadWrite.All': 'Read and write all reports',
	'Report.Read.All': 'View all reports',
	'Dashboard.ReadWrite.All': 'Read and write all dashboards',
	'Dashboard.Read.All': 'View all dashboards',
	'Content.Create': 'Create content',
	'Tenant.Read.All': 'View all content in tenant',
	'Tenant.ReadWrite.All': 'Read and write all content in tenant',
};
const ADMIN_ONLY = [ 'Tenant.Read.All', 'Tenant.ReadWrite.All' ];
const GRAPH = 'https://graph.microsoft.com';
const GRAPH_PERMISSIONS = { 'User.Read': 'Sign you in and read your profile' };

/**
 * @typedef {object} ScopeRequest
 * @property {string[]} oidc
 * @property {string[]} resources APIs in the order they were first named; Graph if only OIDC scopes were asked for
 * @property {{resource: string, name: string}[]} permissions `.default` has been replaced by what the app registered
 * @property {boolean} defaults true if `.default` was asked for
 */

/**
 * @param {string} text
 * @param {import('./tenants/seed.mjs').App} app
 * @param {import('./tenants/seed.mjs').Tenant} tenant whose cloud says which Power BI there is
 * @returns {ScopeRequest}
 * @throws {Refusal} 900144, 70011, 500011 no such API in this directory, 650052 Power BI was never used there, 650053
 */
export function parseScopes( text, app, tenant ) {
	const powerBi = cloudById( tenant.cloud ).resource;
	const words = [ ...new Set( text.split( ' ' ).filter( ( word ) => word !== '' ) ) ];
	if ( words.length === 0 ) {
		throw new Refusal( 900144, { parameter: 'scope' } );
	}
	const oidc = words.filter( ( word ) => OIDC.includes( word ) );
	const named = words.filter( ( word ) => ! OIDC.includes( word ) ).map( ( word ) => splitScope( word, text, powerBi ) );
	const defaults = named.filter( ( scope ) => scope.name === '.default' );
	if ( defaults.length > 0 && named.length > defaults.length ) {
		throw new Refusal( 70011, { scope: text, why: '.default scope can\'t be combined with resource-specific scopes.' } );
	}
	for ( const scope of named ) {
		const known = knownPermissions( scope.resource, powerBi );
		if ( ! known ) {
			throw new Refusal( 500011, { resource: scope.resource } );
		}
		if ( scope.resource === powerBi && ! tenant.power_bi ) {
			throw new Refusal( 650052, { resource: powerBi, directory: tenant.name } );
		}
		if ( scope.name !== '.default' && ! lookUp( known, scope.name ) ) {
			throw new Refusal( 650053, { app: app.name, scope: scope.name, resource: scope.resource } );
		}
	}
	const permissions = named.flatMap( ( { resource, name } ) => {
		const known = knownPermissions( resource, powerBi );
		const names = name === '.default' ? app.permissions : [ lookUp( known, name ) ];
		return names.map( ( each ) => ( { resource, name: each } ) );
	} );
	const resources = [ ...new Set( named.map( ( scope ) => scope.resource ) ) ];
	return { oidc, resources: resources.length > 0 ? resources : [ GRAPH ], permissions, defaults: defaults.length > 0 };
}

/**
 * @param {string} word
 * @param {string} whole
 * @param {string} powerBi
 * @returns {{resource: string, name: string}}
 */
function splitScope( word, whole, powerBi ) {
	if ( ! /^[\x21\x23-\x5b\x5d-\x7e]+$/.test( word ) ) {
		throw new Refusal( 70011, { scope: whole, why: `The scope ${ word } is not valid.` } );
	}
	if ( ! word.includes( '/' ) ) {
		return { resource: GRAPH, name: word };
	}
	const cut = word.lastIndexOf( '/' );
	const resource = word.slice( 0, cut ).replace( /\/$/, '' );
	if ( resource === '' || cut === word.length - 1 ) {
		throw new Refusal( 70011, { scope: whole, why: `The scope ${ word } is not valid. The scope format is invalid.` } );
	}
	return { resource: resource === POWER_BI_APP_ID ? powerBi : resource, name: word.slice( cut + 1 ) };
}

/**
 * @param {string} resource
 * @param {string} powerBi
 * @returns {Record<string, string>|null}
 */
function knownPermissions( resource, powerBi ) {
	if ( resource === GRAPH ) {
		return GRAPH_PERMISSIONS;
	}
	return resource === powerBi ? POWER_BI_PERMISSIONS : null;
}

/**
 * @param {Record<string, string>} known
 * @param {string} name any case
 * @returns {string|undefined} the spelling of the API
 */
const lookUp = ( known, name ) => Object.keys( known ).find( ( each ) => each.toLowerCase() === name.toLowerCase() );

/**
 * @param {{resource: string, name: string}} permission
 * @returns {string} the full name, as in a request
 */
export const fullName = ( { resource, name } ) => `${ resource }/${ name }`;

/**
 * @param {{resource: string, name: string}} permission
 * @returns {string} the sentence for the consent page
 */
export const sentence = ( { resource, name } ) => ( resource === GRAPH ? GRAPH_PERMISSIONS : POWER_BI_PERMISSIONS )[ name ] ?? name;

/**
 * @param {{name: string}} permission
 * @returns {boolean} true if only an administrator may consent to it
 */
export const needsAdmin = ( { name } ) => ADMIN_ONLY.includes( name );
