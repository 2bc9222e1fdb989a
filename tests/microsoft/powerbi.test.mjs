/** Power BI's list of workspaces: who may see it, how it is cut, what its refusals look like. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { call, control, down, groups, MERCHANT, newCode, redeem, RESOURCE, standIn, TENANT, token, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

/** @param {Record<string, string|null>} [change] */
const accessToken = async ( change ) => ( await redeem( await newCode( change ) ) ).body.access_token;
const code = ( answer ) => JSON.parse( answer.text ).error.code;

describe( 'refusals', () => {
	it( '401 without a token, 403 with one that is not ours', async () => {
		const missing = await groups( null );
		assert.equal( missing.status, 401 );
		assert.equal( missing.text, '' );
		assert.match( missing.headers.get( 'www-authenticate' ), /^Bearer/ );
		const good = await accessToken();
		for ( const bad of [ 'x', 'a.b.c', `${ good.slice( 0, -4 ) }AAAA`, good.split( '.' ).slice( 0, 2 ).join( '.' ) + '.' ] ) {
			assert.equal( ( await groups( bad ) ).status, 403 );
		}
	} );

	it( '403 TokenExpired', async () => {
		const good = await accessToken();
		await control( 'clock', { offset_seconds: 5401 } );
		const answer = await groups( good );
		assert.equal( answer.status, 403 );
		assert.equal( code( answer ), 'TokenExpired' );
	} );

	it( '401 for a token of another API', async () => {
		assert.equal( ( await groups( await accessToken( { scope: 'openid profile' } ) ) ).status, 401 );
	} );

	it( '403 for an ID token', async () => {
		const { body } = await redeem( await newCode() );
		assert.equal( ( await groups( body.id_token ) ).status, 403 );
	} );

	it( '403 PowerBINotAuthorizedException without the scope', async () => {
		const answer = await groups( await accessToken( { scope: `${ RESOURCE }/Dataset.Read.All` } ) );
		assert.equal( answer.status, 403 );
		assert.equal( code( answer ), 'PowerBINotAuthorizedException' );
	} );

	it( '403 PowerBINotLicensedException in Power BI\'s own shape', async () => {
		const good = await accessToken();
		await control( 'patch', { users: { [ MERCHANT.username ]: { licensed: false } } } );
		const answer = await groups( good );
		assert.equal( answer.status, 403 );
		assert.deepEqual( JSON.parse( answer.text ), { error: { code: 'PowerBINotLicensedException', 'pbi.error': { code: 'PowerBINotLicensedException', parameters: {}, details: [], exceptionCulprit: 1 } } } );
		assert.equal( answer.headers.get( 'x-powerbi-error-info' ), 'PowerBINotLicensedException' );
		assert.match( answer.headers.get( 'requestid' ), /^[0-9a-f-]{36}$/ );
	} );

	it( '401 with an empty body for a service principal the tenant does not allow', async () => {
		await control( 'patch', { tenants: { [ TENANT.id ]: { service_principals_allowed: false } } } );
		const { body } = await token( { grant_type: 'client_credentials', scope: `${ RESOURCE }/.default` } );
		const answer = await groups( body.access_token );
		assert.equal( answer.status, 401 );
		assert.equal( answer.text, '' );
		assert.equal( answer.headers.get( 'x-powerbi-error-info' ), 'ServicePrincipalIsNotAllowedByTenantAdminSwitch' );
	} );

	it( 'only the methods and paths there are, only Power BI\'s hosts', async () => {
		const refused = await call( '/api.powerbi.com/v1.0/myorg/groups', { method: 'PATCH', body: '' } );
		assert.deepEqual( [ refused.status, refused.headers.get( 'allow' ) ], [ 405, 'GET, POST' ] );
		assert.equal( ( await call( '/api.powerbi.com/v1.0/myorg/gateways' ) ).status, 404 );
		assert.equal( ( await call( '/api.powerbi.com/v2.0/myorg/groups' ) ).status, 404 );
		assert.equal( ( await call( '/api.elsewhere.example/v1.0/myorg/groups' ) ).status, 404 );
	} );
} );

describe( 'the list', () => {
	/**
	 * @param {string} query
	 * @returns {Promise<string[]|number>}
	 */
	async function names( query ) {
		const { status, text } = await groups( await accessToken(), query );
		return status === 200 ? JSON.parse( text ).value.map( ( each ) => each.name ) : status;
	}

	for ( const [ query, expected ] of [
		[ '', [ 'Sales', 'Finance', 'Archive' ] ],
		[ '?$top=2', [ 'Sales', 'Finance' ] ],
		[ '?%24top=1&%24skip=1', [ 'Finance' ] ],
		[ '?$skip=3', [] ],
		[ '?$top=0', [] ],
		[ '?$top=-1', 400 ],
		[ '?$top=all', 400 ],
		[ '?$filter=name eq \'Sales\'', [ 'Sales' ] ],
		[ '?$filter=contains(name,\'a\') and isReadOnly eq true', [ 'Archive' ] ],
		[ '?$filter=contains(name,\'sal\') or name eq \'Finance\'', [ 'Sales', 'Finance' ] ],
		[ '?$filter=name eq \'O\'\'Neil\'', [] ],
		[ '?$filter=name like \'Sales\'', 400 ],
		[ '?$filter=name eq \'Sales\' xor true', 400 ],
	] ) {
		it( `${ query || 'whole' } → ${ JSON.stringify( expected ) }`, async () => assert.deepEqual( await names( query ), expected ) );
	}

	it( 'shows each caller their own', async () => {
		await control( 'patch', { users: { [ MERCHANT.username ]: { workspaces: [ standIn.world.workspaces[ 1 ].id ] } } } );
		assert.deepEqual( await names( '' ), [ 'Finance' ] );
	} );
} );

it( 'every cloud has its own pair of hosts', async () => {
	const seed = structuredClone( standIn.world.seed );
	for ( const [ cloud, login, api, resource ] of [
		[ 'gcc', 'login.microsoftonline.com', 'api.powerbigov.us', 'https://analysis.usgovcloudapi.net/powerbi/api' ],
		[ 'gcc_high', 'login.microsoftonline.us', 'api.high.powerbigov.us', 'https://high.analysis.usgovcloudapi.net/powerbi/api' ],
		[ 'dod', 'login.microsoftonline.us', 'api.mil.powerbigov.us', 'https://mil.analysis.usgovcloudapi.net/powerbi/api' ],
		[ 'china', 'login.partner.microsoftonline.cn', 'api.powerbi.cn', 'https://analysis.chinacloudapi.cn/powerbi/api' ],
	] ) {
		const app = seed.apps[ 0 ];
		await control( 'seed', { ...seed, tenants: seed.tenants.map( ( each ) => ( { ...each, cloud } ) ) } );
		const body = new URLSearchParams( { grant_type: 'client_credentials', client_id: app.client_id, client_secret: app.secrets[ 0 ].value, scope: `${ resource }/.default` } );
		const given = await ( await call( `/${ login }/${ TENANT.id }/oauth2/v2.0/token`, { method: 'POST', body } ) ).json();
		const answer = await call( `/${ api }/v1.0/myorg/groups`, { headers: { authorization: `Bearer ${ given.access_token }` } } );
		assert.equal( answer.status, 200, cloud );
	}
	await control( 'seed', seed );
} );
