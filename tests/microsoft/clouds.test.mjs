/** Each cloud from the sign-in address to the workspaces, with its own directory, app and people; and what happens across clouds. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CLOUDS } from './clouds.mjs';
import { authorizePath, Browser, call, CHALLENGE, control, down, standIn, TENANT, up, VERIFIER } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

/** @param {import('./clouds.mjs').Cloud} cloud */
function placeOf( cloud ) {
	const tenant = standIn.world.tenants.find( ( each ) => each.cloud === cloud.id );
	return { tenant, app: standIn.world.apps.find( ( each ) => each.tenant_id === tenant.id ), user: standIn.world.users.find( ( each ) => each.tenant_id === tenant.id ) };
}

for ( const cloud of CLOUDS ) {
	describe( cloud.id, () => {
		it( 'signs in, redeems and lists the workspaces of its own', async () => {
			const { tenant, app, user } = placeOf( cloud );
			const [ host ] = cloud.loginHosts;
			const redirectUri = app.redirect_uris[ 0 ].uri;
			const query = new URLSearchParams( {
				client_id: app.client_id, response_type: 'code', redirect_uri: redirectUri, code_challenge: CHALLENGE, code_challenge_method: 'S256',
				scope: `openid profile offline_access ${ cloud.resource }/Workspace.ReadWrite.All ${ cloud.resource }/Report.Read.All`,
			} );
			const browser = await new Browser().open( `/${ host }/${ tenant.domains[ 0 ] }/oauth2/v2.0/authorize?${ query }` );
			await browser.login( user );
			await browser.submit( 'consent', { decision: 'accept' } );
			const body = new URLSearchParams( { grant_type: 'authorization_code', client_id: app.client_id, client_secret: app.secrets[ 0 ].value, code: browser.answer.get( 'code' ), redirect_uri: redirectUri, code_verifier: VERIFIER } );
			const given = await ( await call( `/${ host }/${ tenant.id }/oauth2/v2.0/token`, { method: 'POST', body } ) ).json();
			assert.match( given.scope, new RegExp( `^${ cloud.resource }/` ) );
			assert.equal( JSON.parse( Buffer.from( given.id_token.split( '.' )[ 1 ], 'base64url' ) ).iss, `https://${ host }/${ tenant.id }/v2.0` );
			const headers = { authorization: `Bearer ${ given.access_token }` };
			const { value } = await ( await call( `/${ cloud.apiHost }/v1.0/myorg/groups`, { headers } ) ).json();
			assert.deepEqual( value.map( ( each ) => each.id ), user.workspaces.map( ( each ) => each.id ) );
			const reports = await ( await call( `/${ cloud.apiHost }/v1.0/myorg/groups/${ value[ 0 ].id }/reports`, { headers } ) ).json();
			assert.ok( reports.value.every( ( each ) => each.embedUrl.startsWith( `https://${ cloud.appHost }/reportEmbed?` ) ) );
			for ( const other of CLOUDS.filter( ( each ) => each !== cloud ) ) {
				assert.equal( ( await call( `/${ other.apiHost }/v1.0/myorg/groups`, { headers } ) ).status, 401, other.id );
			}
		} );

		it( 'is named by its discovery document', async () => {
			const { tenant } = placeOf( cloud );
			const found = await ( await call( `/${ cloud.loginHosts[ 0 ] }/${ tenant.domains[ 0 ] }/v2.0/.well-known/openid-configuration` ) ).json();
			assert.deepEqual( [ found.cloud_instance_name, found.tenant_region_sub_scope, found.issuer ], [ cloud.instanceName, cloud.regionSubScope, `https://${ cloud.loginHosts[ 0 ] }/${ tenant.id }/v2.0` ] );
		} );

		it( '90002 at the hosts of other clouds, 500011 for the Power BI of other clouds', async () => {
			const { tenant, app } = placeOf( cloud );
			for ( const other of CLOUDS.filter( ( each ) => each !== cloud ) ) {
				if ( ! cloud.loginHosts.includes( other.loginHosts[ 0 ] ) ) {
					const refused = await call( `/${ other.loginHosts[ 0 ] }/${ tenant.id }/v2.0/.well-known/openid-configuration` );
					assert.deepEqual( ( await refused.json() ).error_codes, [ 90002 ], other.id );
				}
				const body = new URLSearchParams( { grant_type: 'client_credentials', client_id: app.client_id, client_secret: app.secrets[ 0 ].value, scope: `${ other.resource }/.default` } );
				const given = await call( `/${ cloud.loginHosts[ 0 ] }/${ tenant.id }/oauth2/v2.0/token`, { method: 'POST', body } );
				assert.deepEqual( ( await given.json() ).error_codes, [ 500011 ], other.id );
			}
		} );
	} );
}

it( 'the application ID of Power BI means the Power BI of the directory\'s cloud', async () => {
	const browser = await new Browser().open( authorizePath( { scope: '00000009-0000-0000-c000-000000000000/Workspace.Read.All' } ) );
	assert.equal( browser.status, 200 );
	assert.equal( standIn.world.tenants[ 0 ].id, TENANT.id );
} );
