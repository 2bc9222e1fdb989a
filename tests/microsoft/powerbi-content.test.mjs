/** What is in a workspace: people and roles, datasets and rows, reports and dashboards; who may do what there. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, call, control, down, MERCHANT, newCode, person, redeem, RESOURCE, standIn, TENANT, token, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const ALL = [ 'Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.Read.All', 'Dashboard.Read.All', 'Content.Create' ];
const [ SALES, FINANCE, ARCHIVE ] = MERCHANT.workspaces.map( ( each ) => each.id );
const full = ( names ) => names.map( ( name ) => `${ RESOURCE }/${ name }` );
const consentForAll = ( names = ALL ) => control( 'patch', { consents: [ { tenant_id: TENANT.id, client_id: APP.client_id, user_id: null, scopes: full( names ) } ] } );

/** @param {import('./tenants/seed.mjs').User|null} user null = the app by itself */
async function bearer( user = MERCHANT, names = ALL ) {
	await consentForAll();
	const { body } = user
		? await redeem( await newCode( { scope: full( names ).join( ' ' ) }, user ) )
		: await token( { grant_type: 'client_credentials', scope: `${ RESOURCE }/.default` } );
	return body.access_token;
}

/** @returns {Promise<{status: number, value: any, code: string|undefined, headers: Headers}>} */
async function api( accessToken, method, path, body ) {
	const json = body === undefined ? {} : { body: JSON.stringify( body ), headers: { 'content-type': 'application/json' } };
	const response = await call( `/api.powerbi.com/v1.0/myorg/${ path }`, { method, ...json, headers: { ...json.headers, authorization: `Bearer ${ accessToken }` } } );
	const text = await response.text();
	const value = text === '' ? null : JSON.parse( text );
	return { status: response.status, value, code: value?.error?.code ?? value?.Message, headers: response.headers };
}

describe( 'roles', () => {
	it( 'are listed with everybody in the workspace', async () => {
		const { value } = await api( await bearer(), 'GET', `groups/${ SALES }/users` );
		assert.deepEqual( value.value.map( ( each ) => [ each.identifier, each.groupUserAccessRight, each.principalType ] ), [
			[ 'merchant@contoso.example', 'Admin', 'User' ], [ 'factor@contoso.example', 'Member', 'User' ], [ 'gus@fabrikam.example', 'Viewer', 'User' ],
		] );
	} );

	it( 'are given, changed and taken, to service principals too', async () => {
		const mine = await bearer();
		const app = APP.service_principal_id;
		assert.equal( ( await api( mine, 'POST', `groups/${ SALES }/users`, { identifier: app, principalType: 'App', groupUserAccessRight: 'Member' } ) ).status, 200 );
		assert.deepEqual( ( await api( await bearer( null ), 'GET', 'groups' ) ).value.value.map( ( each ) => each.name ), [ 'Sales' ] );
		assert.equal( ( await api( mine, 'POST', `groups/${ SALES }/users`, { identifier: app, groupUserAccessRight: 'Member' } ) ).code, 'AddingAlreadyExistsGroupUserNotSupportedError' );
		assert.equal( ( await api( mine, 'PUT', `groups/${ SALES }/users`, { identifier: app, groupUserAccessRight: 'Viewer' } ) ).status, 200 );
		assert.equal( ( await api( mine, 'PUT', `groups/${ SALES }/users`, { identifier: 'clerk@contoso.example', groupUserAccessRight: 'Viewer' } ) ).status, 404 );
		assert.equal( ( await api( mine, 'POST', `groups/${ SALES }/users`, { identifier: 'clerk@contoso.example', groupUserAccessRight: 'Owner' } ) ).status, 400 );
		assert.equal( ( await api( mine, 'DELETE', `groups/${ SALES }/users/${ app }` ) ).status, 200 );
		assert.deepEqual( ( await api( await bearer( null ), 'GET', 'groups' ) ).value.value, [] );
	} );

	it( 'decide: a Viewer reads, a Contributor writes data, only Member and Admin change people', async () => {
		const mine = await bearer();
		const dataset = { name: 'New', tables: [ { name: 'T', columns: [ { name: 'c', dataType: 'String' } ] } ] };
		for ( const [ workspace, data, people ] of [ [ SALES, 201, 200 ], [ FINANCE, 201, 403 ], [ ARCHIVE, 403, 403 ] ] ) {
			assert.equal( ( await api( mine, 'GET', `groups/${ workspace }/reports` ) ).status, 200 );
			assert.equal( ( await api( mine, 'POST', `groups/${ workspace }/datasets`, dataset ) ).status, data );
			assert.equal( ( await api( mine, 'POST', `groups/${ workspace }/users`, { identifier: 'clerk@contoso.example', groupUserAccessRight: 'Viewer' } ) ).status, people );
		}
	} );

	it( '403 in a workspace of others, 404 in none, 400 for no GUID', async () => {
		const hers = await bearer( person( 'admin' ) );
		assert.deepEqual( await api( hers, 'GET', `groups/${ SALES }/reports` ).then( ( { status, code } ) => [ status, code ] ), [ 403, 'PowerBINotAuthorizedException' ] );
		assert.deepEqual( await api( hers, 'GET', `groups/${ TENANT.id }/reports` ).then( ( { status, code } ) => [ status, code ] ), [ 404, 'PowerBIEntityNotFound' ] );
		assert.equal( ( await api( hers, 'GET', 'groups/me/reports' ) ).status, 400 );
	} );
} );

describe( 'scopes', () => {
	for ( const [ method, path, body, scope ] of [
		[ 'GET', `groups/${ SALES }/users`, undefined, 'Workspace.Read.All' ],
		[ 'POST', 'groups', { name: 'X' }, 'Workspace.ReadWrite.All' ],
		[ 'GET', `groups/${ SALES }/datasets`, undefined, 'Dataset.Read.All' ],
		[ 'POST', `groups/${ SALES }/datasets`, { name: 'X', tables: [] }, 'Dataset.ReadWrite.All' ],
		[ 'GET', `groups/${ SALES }/reports`, undefined, 'Report.Read.All' ],
		[ 'GET', `groups/${ SALES }/dashboards`, undefined, 'Dashboard.Read.All' ],
		[ 'POST', `groups/${ SALES }/dashboards`, { name: 'X' }, 'Content.Create' ],
	] ) {
		it( `${ method } ${ path.replace( SALES, '…' ) } wants ${ scope }`, async () => {
			await consentForAll();
			const give = async ( name ) => {
				await control( 'patch', { consents: [ { tenant_id: TENANT.id, client_id: APP.client_id, user_id: null, scopes: full( [ name ] ) } ] } );
				return ( await redeem( await newCode( { scope: full( [ name ] )[ 0 ] } ) ) ).body.access_token;
			};
			const other = scope.startsWith( 'Tenant' ) || scope.startsWith( 'Report' ) ? 'Dashboard.Read.All' : 'Report.Read.All';
			assert.deepEqual( await api( await give( other ), method, path, body ).then( ( { status, code } ) => [ status, code ] ), [ 403, 'PowerBINotAuthorizedException' ] );
			assert.ok( ( await api( await give( scope ), method, path, body ) ).status < 300 );
		} );
	}
} );

describe( 'datasets', () => {
	const wanted = { name: 'Orders', defaultMode: 'Push', tables: [ { name: 'Orders', columns: [ { name: 'id', dataType: 'Int64' }, { name: 'note', dataType: 'String' } ] } ] };

	it( 'are made, filled, emptied, deleted', async () => {
		const mine = await bearer();
		const made = await api( mine, 'POST', `groups/${ SALES }/datasets?defaultRetentionPolicy=basicFIFO`, wanted );
		assert.equal( made.status, 201 );
		assert.equal( made.value.addRowsAPIEnabled, true );
		const path = `groups/${ SALES }/datasets/${ made.value.id }`;
		const rows = ( list ) => api( mine, 'POST', `${ path }/tables/Orders/rows`, { rows: list } );
		assert.equal( ( await rows( [ { id: 1, note: 'a' }, { id: 2 } ] ) ).status, 200 );
		assert.equal( standIn.world.datasets.find( ( each ) => each.id === made.value.id ).rows.Orders.length, 2 );
		for ( const bad of [ [ { idd: 1 } ], [ null ], [ { note: 'x'.repeat( 4001 ) } ], 'x' ] ) {
			assert.equal( ( await rows( bad ) ).status, 400 );
		}
		assert.equal( ( await rows( Array.from( { length: 10001 }, ( _, id ) => ( { id } ) ) ) ).status, 413 );
		assert.equal( ( await rows( Array.from( { length: 10000 }, ( _, id ) => ( { id } ) ) ) ).status, 200 );
		assert.equal( ( await api( mine, 'POST', `${ path }/tables/Nothing/rows`, { rows: [] } ) ).status, 404 );
		assert.equal( ( await api( mine, 'DELETE', `${ path }/tables/Orders/rows` ) ).status, 200 );
		assert.deepEqual( standIn.world.datasets.find( ( each ) => each.id === made.value.id ).rows, {} );
		assert.equal( ( await api( mine, 'PUT', `${ path }/tables/Orders`, { name: 'Orders', columns: [ { name: 'idd', dataType: 'Int64' } ] } ) ).status, 200 );
		assert.equal( ( await rows( [ { idd: 1 } ] ) ).status, 200 );
		assert.equal( ( await api( mine, 'DELETE', path ) ).status, 200 );
		assert.equal( ( await api( mine, 'GET', path ) ).status, 404 );
	} );

	it( 'refuse streaming, too much, and what cannot be a table', async () => {
		const mine = await bearer();
		const make = ( change ) => api( mine, 'POST', `groups/${ SALES }/datasets`, { ...wanted, ...change } );
		assert.equal( ( await make( { defaultMode: 'Streaming' } ) ).code, 'FeatureDeprecatedError' );
		const column = ( _, at ) => ( { name: `c${ at }`, dataType: 'Int64' } );
		for ( const tables of [ 'x', [ null ], [ { name: 'a"b', columns: [] } ], [ { name: 'T', columns: [ { name: 'c', dataType: 'Blob' } ] } ], [ { name: 'T', columns: Array.from( { length: 76 }, column ) } ], Array.from( { length: 76 }, ( _, at ) => ( { name: `T${ at }`, columns: [] } ) ) ] ) {
			assert.equal( ( await make( { tables } ) ).status, 400 );
		}
		assert.equal( ( await call( `/api.powerbi.com/v1.0/myorg/groups/${ SALES }/datasets`, { method: 'POST', body: 'a=b', headers: { authorization: `Bearer ${ mine }`, 'content-type': 'application/x-www-form-urlencoded' } } ) ).status, 415 );
	} );

	it( 'are refreshed unless they are pushed to', async () => {
		const mine = await bearer();
		const [ pushed, imported ] = standIn.world.datasets;
		assert.equal( ( await api( mine, 'POST', `groups/${ SALES }/datasets/${ pushed.id }/refreshes`, { notifyOption: 'NoNotification' } ) ).status, 400 );
		assert.equal( ( await api( mine, 'POST', `groups/${ FINANCE }/datasets/${ imported.id }/refreshes`, { notifyOption: 'NoNotification' } ) ).status, 202 );
		assert.deepEqual( ( await api( mine, 'GET', `groups/${ FINANCE }/datasets/${ imported.id }/refreshes` ) ).value.value.map( ( each ) => each.status ), [ 'Completed' ] );
		assert.equal( ( await api( mine, 'POST', `groups/${ FINANCE }/datasets/${ imported.id }/tables/T/rows`, { rows: [] } ) ).status, 400 );
	} );
} );

describe( 'reports and dashboards', () => {
	it( 'are listed, made and shown by a token', async () => {
		const mine = await bearer();
		const [ report ] = ( await api( mine, 'GET', `groups/${ SALES }/reports` ) ).value.value;
		assert.equal( report.name, 'Sales overview' );
		assert.match( report.embedUrl, /^https:\/\/app\.powerbi\.com\/reportEmbed\?reportId=/ );
		const given = await api( mine, 'POST', 'GenerateToken', { reports: [ { id: report.id } ], datasets: [ { id: report.datasetId } ], lifetimeInMinutes: 5 } );
		assert.ok( given.value.token && Date.parse( given.value.expiration ) > Date.now() );
		assert.equal( ( await api( mine, 'POST', `groups/${ SALES }/reports/${ report.id }/GenerateToken`, { accessLevel: 'View' } ) ).status, 200 );
		assert.equal( ( await api( mine, 'POST', `groups/${ SALES }/reports/${ report.id }/GenerateToken`, { accessLevel: 'Edit' } ) ).status, 403 );
		assert.equal( ( await api( mine, 'POST', 'GenerateToken', { reports: [ { id: TENANT.id } ] } ) ).status, 404 );
		assert.equal( ( await api( mine, 'POST', 'GenerateToken', { targetWorkspaces: [ { id: TENANT.id } ] } ) ).status, 403 );
		const made = await api( mine, 'POST', `groups/${ SALES }/dashboards`, { name: 'Board' } );
		assert.deepEqual( ( await api( mine, 'GET', `groups/${ SALES }/dashboards` ) ).value.value.map( ( each ) => each.displayName ), [ 'Shop today', 'Board' ] );
		assert.deepEqual( ( await api( mine, 'GET', `groups/${ SALES }/dashboards/${ made.value.id }/tiles` ) ).value.value, [] );
	} );
} );

describe( 'workspaces', () => {
	it( 'are made, found and deleted with what is in them', async () => {
		const mine = await bearer();
		const made = await api( mine, 'POST', 'groups?workspaceV2=true', { name: 'Shop' } );
		assert.equal( ( await api( mine, 'GET', `groups/${ made.value.id }` ) ).value.name, 'Shop' );
		assert.equal( ( await api( mine, 'POST', 'groups', { name: 'shop' } ) ).status, 409 );
		assert.equal( ( await api( mine, 'POST', 'groups', { name: '' } ) ).status, 400 );
		await api( mine, 'POST', `groups/${ made.value.id }/datasets`, { name: 'D', tables: [] } );
		assert.equal( ( await api( mine, 'DELETE', `groups/${ made.value.id }` ) ).status, 200 );
		assert.equal( ( await api( mine, 'GET', `groups/${ made.value.id }` ) ).status, 404 );
		assert.equal( standIn.world.datasets.some( ( each ) => each.name === 'D' ), false );
		assert.equal( ( await api( mine, 'DELETE', `groups/${ FINANCE }` ) ).status, 403 );
	} );
} );

describe( 'a service principal', () => {
	it( 'has no place of its own, and makes workspaces only by a switch of its own', async () => {
		const app = await bearer( null );
		for ( const path of [ 'datasets', 'reports' ] ) {
			assert.deepEqual( await api( app, 'GET', path ).then( ( { status, value } ) => [ status, value ] ), [ 403, { Message: 'API is not accessible for application' } ] );
		}
		assert.deepEqual( ( await api( await bearer(), 'GET', 'datasets' ) ).value.value, [] );
		assert.equal( ( await api( app, 'POST', 'groups', { name: 'Mine' } ) ).status, 403 );
		await control( 'patch', { tenants: { [ TENANT.id ]: { service_principals_may_create: true } } } );
		assert.equal( ( await api( app, 'POST', 'groups', { name: 'Mine' } ) ).status, 200 );
	} );

	it( 'meets the other reported refusal if the tenant is set so', async () => {
		await control( 'patch', { tenants: { [ TENANT.id ]: { service_principals_allowed: false, service_principals_refusal: 'message_403' } } } );
		assert.deepEqual( await api( await bearer( null ), 'GET', 'groups' ).then( ( { status, value } ) => [ status, value ] ), [ 403, { Message: 'API is not accessible for application' } ] );
	} );
} );
