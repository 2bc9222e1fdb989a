/**
 * Power BI's workspaces and who is in them.
 */
import { randomUUID } from 'node:crypto';
import { json } from './answer.mjs';
import { compileFilter } from './odata.mjs';
import { caller, list, readObject, refuse, roleIn, workspaceOf } from './powerbi.mjs';
import { ROLES } from './tenants/seed.mjs';

const READ = [ 'Workspace.Read.All', 'Workspace.ReadWrite.All' ];
const WRITE = [ 'Workspace.ReadWrite.All' ];

/**
 * @param {string|null} text
 * @param {number} fallback
 * @returns {number} NaN if it is not a whole number ≥ 0
 */
const count = ( text, fallback ) => ( text === null ? fallback : /^\d{1,9}$/.test( text ) ? Number( text ) : NaN );

/**
 * @template T
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {T[]} rows
 * @returns {T[]} after $top and $skip
 */
function cut( exchange, rows ) {
	const top = count( exchange.query.get( '$top' ), Infinity );
	const skip = count( exchange.query.get( '$skip' ), 0 );
	if ( Number.isNaN( top ) || Number.isNaN( skip ) ) {
		refuse( 400, 'BadRequest', { message: 'A query option is not valid.' } );
	}
	return rows.slice( skip, skip + top );
}

/** GET groups: the workspaces the caller is in. */
export function groups( world, exchange ) {
	const who = caller( world, exchange, READ );
	const filter = compileFilter( exchange.query.get( '$filter' ) );
	if ( ! filter ) {
		refuse( 400, 'BadRequest', { message: 'A query option is not valid.' } );
	}
	return list( exchange, 'groups', cut( exchange, world.workspaces.filter( ( each ) => roleIn( who.workspaces, each.id ) && filter( each ) ) ) );
}

/** GET groups/{group} */
export function oneGroup( world, exchange ) {
	return json( 200, workspaceOf( world, exchange, caller( world, exchange, READ ) ) );
}

/** POST groups: a service principal needs a switch of its own for this. */
export function createGroup( world, exchange ) {
	const who = caller( world, exchange, WRITE );
	if ( who.app && ! who.tenant.service_principals_may_create ) {
		refuse( 403, 'PowerBINotAuthorizedException' );
	}
	const { name } = readObject( exchange );
	if ( typeof name !== 'string' || name.trim() === '' ) {
		refuse( 400, 'BadRequest', { message: 'A workspace needs a name.' } );
	}
	const mine = world.workspaces.filter( ( each ) => roleIn( who.workspaces, each.id ) );
	if ( mine.some( ( each ) => each.name.toLowerCase() === name.toLowerCase() ) ) {
		refuse( 409, 'PowerBIFolderNameAlreadyExists' );
	}
	const workspace = { id: randomUUID(), name, isReadOnly: false, isOnDedicatedCapacity: false };
	world.workspaces.push( workspace );
	who.workspaces.push( { id: workspace.id, role: 'Admin' } );
	return json( 200, workspace );
}

/** DELETE groups/{group}: with everything in it; administrators of the workspace only. */
export function deleteGroup( world, exchange ) {
	const { id } = workspaceOf( world, exchange, caller( world, exchange, WRITE ), [ 'Admin' ] );
	for ( const row of [ ...world.users, ...world.apps ] ) {
		row.workspaces = row.workspaces.filter( ( each ) => ( each.id ?? each ) !== id );
	}
	for ( const name of [ 'datasets', 'reports', 'dashboards' ] ) {
		world[ name ] = world[ name ].filter( ( each ) => each.workspace_id !== id );
	}
	world.workspaces = world.workspaces.filter( ( each ) => each.id !== id );
	return json( 200, {} );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {string} id of a workspace
 * @returns {object[]} as the interface shows them
 */
function usersOf( world, id ) {
	const people = world.users.map( ( user ) => ( { row: user, shown: { emailAddress: user.username, displayName: user.name, identifier: user.username, principalType: 'User' } } ) );
	const apps = world.apps.map( ( app ) => ( { row: app, shown: { displayName: app.name, identifier: app.service_principal_id, principalType: 'App' } } ) );
	return [ ...people, ...apps ].flatMap( ( { row, shown } ) => {
		const role = roleIn( row.workspaces, id );
		return role ? [ { groupUserAccessRight: role, ...shown } ] : [];
	} );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {string} tenantId
 * @param {string} name sign-in name, or object ID of a user or a service principal
 * @returns {import('./tenants/seed.mjs').User|import('./tenants/seed.mjs').App|undefined}
 */
function principal( world, tenantId, name ) {
	const wanted = name.toLowerCase();
	return world.users.find( ( each ) => each.tenant_id === tenantId && [ each.username.toLowerCase(), each.id ].includes( wanted ) )
		?? world.apps.find( ( each ) => each.tenant_id === tenantId && each.service_principal_id === wanted );
}

/** GET groups/{group}/users: everybody in the workspace with their role; any role may read it. */
export function groupUsers( world, exchange ) {
	const { id } = workspaceOf( world, exchange, caller( world, exchange, READ ) );
	return list( exchange, 'users', cut( exchange, usersOf( world, id ) ) );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {boolean} present whether the user has to be in the workspace already
 * @returns {import('./answer.mjs').Answer}
 */
function setRole( world, exchange, present ) {
	const who = caller( world, exchange, WRITE );
	const { id } = workspaceOf( world, exchange, who, [ 'Admin', 'Member' ] );
	const { groupUserAccessRight: role, identifier, emailAddress } = readObject( exchange );
	const name = identifier ?? emailAddress;
	if ( ! ROLES.includes( role ) || typeof name !== 'string' ) {
		refuse( 400, 'BadRequest', { message: 'groupUserAccessRight and identifier are needed.' } );
	}
	const row = principal( world, who.tenant.id, name );
	if ( ! row || ( present && ! roleIn( row.workspaces, id ) ) ) {
		refuse( 404, 'PowerBIEntityNotFound' );
	}
	if ( ! present && roleIn( row.workspaces, id ) ) {
		refuse( 400, 'AddingAlreadyExistsGroupUserNotSupportedError' );
	}
	row.workspaces = [ ...row.workspaces.filter( ( each ) => ( each.id ?? each ) !== id ), { id, role } ];
	return json( 200, {} );
}

/** POST groups/{group}/users */
export const addUser = ( world, exchange ) => setRole( world, exchange, false );
/** PUT groups/{group}/users */
export const changeUser = ( world, exchange ) => setRole( world, exchange, true );

/** DELETE groups/{group}/users/{user} */
export function removeUser( world, exchange ) {
	const who = caller( world, exchange, WRITE );
	const { id } = workspaceOf( world, exchange, who, [ 'Admin', 'Member' ] );
	const row = principal( world, who.tenant.id, exchange.params.user );
	if ( ! row || ! roleIn( row.workspaces, id ) ) {
		refuse( 404, 'PowerBIEntityNotFound' );
	}
	row.workspaces = row.workspaces.filter( ( each ) => ( each.id ?? each ) !== id );
	return json( 200, {} );
}

/** POST RefreshUserPermissions: nothing to wait for here. */
export function refreshPermissions( world, exchange ) {
	caller( world, exchange, READ );
	return json( 200, {} );
}
