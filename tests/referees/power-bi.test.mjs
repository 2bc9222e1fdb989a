/** Power BI traffic through Prism: every call that the stand-in answers fits Microsoft's swagger, both ways. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, control, down, MERCHANT, newCode, redeem, RESOURCE, TENANT, up } from '../microsoft/harness.mjs';
import { PATHS } from '../microsoft/powerbi-routes.mjs';
import { startPrism } from './prism.mjs';

const [ SALES, FINANCE ] = MERCHANT.workspaces.map( ( each ) => each.id );
const SCOPES = [ 'Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.Read.All', 'Dashboard.Read.All', 'Content.Create' ].map( ( name ) => `${ RESOURCE }/${ name }` );
/** @type {Awaited<ReturnType<typeof startPrism>>} */
let prism;
let token = '';

before( async () => {
	prism = await startPrism( ( await up() ).url );
} );
after( async () => {
	await prism.end();
	await down();
} );
beforeEach( async () => {
	await control( 'reset', {} );
	await control( 'patch', { consents: [ { tenant_id: TENANT.id, client_id: APP.client_id, user_id: null, scopes: SCOPES } ] } );
	token = ( await redeem( await newCode( { scope: SCOPES.join( ' ' ) } ) ) ).body.access_token;
} );

/** @returns {Promise<{status: number, text: string, value: any, violations: string|null}>} */
async function ask( method, path, body, bearer = token ) {
	const json = body === undefined ? {} : { 'content-type': 'application/json' };
	const response = await fetch( `${ prism.url }/api.powerbi.com/v1.0/myorg/${ path }`, {
		method, headers: { ...( bearer ? { authorization: `Bearer ${ bearer }` } : {} ), ...json }, ...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
	} );
	const text = await response.text();
	let value = null;
	try {
		value = JSON.parse( text );
	} catch {
		// an empty body
	}
	return { status: response.status, text, value, violations: response.headers.get( 'sl-violations' ) };
}

/** Asks, and expects neither side to break Microsoft's rules. */
async function fits( method, path, status, body, bearer ) {
	const answer = await ask( method, path, body, bearer );
	assert.equal( answer.status, status, `${ method } ${ path }: ${ answer.text }` );
	assert.equal( answer.violations, null, `${ method } ${ path }` );
	return answer.value;
}

it( 'every call of the stand-in fits', async () => {
	const columns = [ { name: 'id', dataType: 'Int64' }, { name: 'note', dataType: 'String' } ];
	const groups = await fits( 'GET', 'groups', 200 );
	assert.deepEqual( groups.value.map( ( each ) => each.name ), [ 'Sales', 'Finance', 'Archive' ] );
	await fits( 'GET', 'groups?$top=2&$skip=1&$filter=isReadOnly%20eq%20false', 200 );
	const made = await fits( 'POST', 'groups?workspaceV2=true', 200, { name: 'Shop' } );
	await fits( 'GET', `groups/${ made.id }`, 200 );
	await fits( 'GET', `groups/${ SALES }/users`, 200 );
	const user = { identifier: 'clerk@contoso.example', groupUserAccessRight: 'Viewer', principalType: 'User' };
	await fits( 'POST', `groups/${ made.id }/users`, 200, user );
	await fits( 'PUT', `groups/${ made.id }/users`, 200, { ...user, groupUserAccessRight: 'Member' } );
	await fits( 'DELETE', `groups/${ made.id }/users/clerk@contoso.example`, 200 );
	const dataset = await fits( 'POST', `groups/${ made.id }/datasets?defaultRetentionPolicy=basicFIFO`, 201, { name: 'Orders', defaultMode: 'Push', tables: [ { name: 'Orders', columns } ] } );
	const path = `groups/${ made.id }/datasets/${ dataset.id }`;
	await fits( 'GET', `groups/${ made.id }/datasets`, 200 );
	await fits( 'GET', path, 200 );
	await fits( 'GET', `${ path }/tables`, 200 );
	await fits( 'PUT', `${ path }/tables/Orders`, 200, { name: 'Orders', columns } );
	await fits( 'POST', `${ path }/tables/Orders/rows`, 200, { rows: [ { id: 1, note: 'a' } ] } );
	await fits( 'DELETE', `${ path }/tables/Orders/rows`, 200 );
	const [ ledger ] = ( await fits( 'GET', `groups/${ FINANCE }/datasets`, 200 ) ).value;
	await fits( 'POST', `groups/${ FINANCE }/datasets/${ ledger.id }/refreshes`, 202, { notifyOption: 'NoNotification' } );
	await fits( 'GET', `groups/${ FINANCE }/datasets/${ ledger.id }/refreshes?$top=5`, 200 );
	const [ report ] = ( await fits( 'GET', `groups/${ SALES }/reports`, 200 ) ).value;
	await fits( 'GET', `groups/${ SALES }/reports/${ report.id }`, 200 );
	await fits( 'POST', `groups/${ SALES }/reports/${ report.id }/GenerateToken`, 200, { accessLevel: 'View' } );
	await fits( 'POST', 'GenerateToken', 200, { reports: [ { id: report.id } ], datasets: [ { id: report.datasetId } ] } );
	const [ board ] = ( await fits( 'GET', `groups/${ SALES }/dashboards`, 200 ) ).value;
	await fits( 'GET', `groups/${ SALES }/dashboards/${ board.id }/tiles`, 200 );
	await fits( 'POST', `groups/${ SALES }/dashboards`, 200, { name: 'Board' } );
	await fits( 'GET', 'datasets', 200 );
	await fits( 'GET', 'reports', 200 );
	await fits( 'POST', 'RefreshUserPermissions', 200 );
	await fits( 'DELETE', path, 200 );
	await fits( 'DELETE', `groups/${ made.id }`, 200 );

	const log = await control( 'log' );
	const asked = log.filter( ( each ) => each.host === 'api.powerbi.com' );
	const shape = ( each ) => each.path.replace( '/v1.0/myorg/', '' ).split( '/' ).map( ( part, at, all ) => ( at > 0 && [ 'groups', 'datasets', 'tables', 'reports', 'dashboards', 'users' ].includes( all[ at - 1 ] ) ? '{}' : part ) ).join( '/' );
	const seen = new Set( asked.map( ( each ) => `${ each.method } ${ shape( each ) }` ) );
	const all = Object.entries( PATHS ).flatMap( ( [ each, handlers ] ) => Object.keys( handlers ).map( ( method ) => `${ method } ${ each.replace( /\{[^}]*\}/g, '{}' ) }` ) );
	assert.deepEqual( all.filter( ( each ) => ! seen.has( each ) ), [], 'every path and method of the stand-in went through Prism' );
} );

describe( 'refusals fit too', () => {
	it( '401 without a token, before the stand-in is asked', async () => {
		assert.equal( ( await ask( 'GET', 'groups', undefined, '' ) ).status, 401 );
		assert.deepEqual( ( await control( 'log' ) ).filter( ( each ) => each.host === 'api.powerbi.com' ), [] );
	} );

	it( '403 and 404 as the stand-in says them', async () => {
		await fits( 'GET', 'groups', 403, undefined, 'no.such.token' );
		await fits( 'GET', `groups/${ TENANT.id }/reports`, 404 );
		await control( 'patch', { users: { [ MERCHANT.username ]: { licensed: false } } } );
		assert.equal( ( await fits( 'GET', 'groups', 403 ) ).error.code, 'PowerBINotLicensedException' );
	} );
} );

describe( 'the referee is awake', () => {
	it( '422 for a request that breaks the swagger', async () => {
		assert.equal( ( await ask( 'GET', 'groups/not-a-guid/reports' ) ).status, 422 );
		assert.equal( ( await ask( 'GET', 'groups?$top=all' ) ).status, 422 );
		assert.equal( ( await ask( 'POST', `groups/${ SALES }/datasets`, { name: 'no tables' } ) ).status, 422 );
		assert.equal( ( await ask( 'POST', `groups/${ SALES }/users`, { identifier: 'x', groupUserAccessRight: 'Owner' } ) ).status, 422 );
	} );

	it( '500 for an answer that breaks the swagger', async () => {
		await control( 'faults', [ { kind: 'status', status: 200, body: { value: [ { id: 'not-a-guid', isReadOnly: 'no' } ] }, match: { host: 'api.powerbi.com' } } ] );
		assert.equal( ( await ask( 'GET', 'groups' ) ).status, 500 );
		await control( 'faults', [ { kind: 'status', status: 200, body: { value: 'none' }, match: { host: 'api.powerbi.com' } } ] );
		assert.equal( ( await ask( 'GET', 'groups' ) ).status, 500 );
	} );
} );
