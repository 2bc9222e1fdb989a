/** The good way, from the authorize address to the list of workspaces. */
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, authorizePath, Browser, call, CLERK, control, down, groups, LOGIN, MERCHANT, newCode, redeem, RESOURCE, TENANT, token, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

describe( 'signing in', () => {
	it( 'goes from form to consent to the app, keeping the query of its address', async () => {
		const browser = await new Browser().open( authorizePath( { login_hint: MERCHANT.username } ) );
		assert.equal( browser.status, 200 );
		assert.match( browser.html, /<label for="login">Email or phone<\/label>/ );
		assert.match( browser.html, /<label for="passwd">Password<\/label>/ );
		assert.match( browser.html, /value="merchant@contoso\.example"/ );
		await browser.login( MERCHANT );
		assert.match( browser.text, /Permissions requested/ );
		assert.match( browser.text, /Dataset\.ReadWrite\.All/ );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.equal( browser.status, 302 );
		assert.match( browser.location, /^http:\/\/localhost:9771\/wp-admin\/admin\.php\?page=wkpbic-setup-wizard&step=3&code=1\.A/ );
		assert.equal( browser.answer.get( 'state' ), 'a-state' );
		assert.match( browser.answer.get( 'session_state' ), /^[0-9a-f-]{36}$/ );
	} );

	it( 'gives tokens for the code and workspaces for the token', async () => {
		const { status, body, headers } = await redeem( await newCode() );
		assert.equal( status, 200 );
		assert.deepEqual( Object.keys( body ).sort(), [ 'access_token', 'expires_in', 'ext_expires_in', 'id_token', 'refresh_token', 'scope', 'token_type' ] );
		assert.equal( body.token_type, 'Bearer' );
		assert.equal( body.scope, `${ RESOURCE }/Dataset.ReadWrite.All ${ RESOURCE }/Workspace.ReadWrite.All` );
		assert.ok( body.expires_in >= 3600 && body.expires_in <= 5400 );
		assert.match( headers.get( 'cache-control' ), /no-store/ );
		const answer = await groups( body.access_token );
		assert.equal( answer.status, 200 );
		const list = JSON.parse( answer.text );
		assert.match( list[ '@odata.context' ], /#groups$/ );
		assert.deepEqual( list.value.map( ( each ) => each.name ), [ 'Sales', 'Finance', 'Archive' ] );
		for ( const each of list.value ) {
			assert.equal( typeof each.isReadOnly, 'boolean' );
			assert.equal( typeof each.isOnDedicatedCapacity, 'boolean' );
		}
	} );

	it( 'signs the ID token with a published key and puts the nonce in', async () => {
		const { body } = await redeem( await newCode( { nonce: 'n-0S6_WzA2Mj' } ) );
		const [ head, claims, signature ] = body.id_token.split( '.' );
		const { kid, alg } = JSON.parse( Buffer.from( head, 'base64url' ) );
		const found = await ( await call( `/${ LOGIN }/${ TENANT.id }/discovery/v2.0/keys` ) ).json();
		const jwk = found.keys.find( ( each ) => each.kid === kid );
		assert.equal( alg, 'RS256' );
		assert.ok( verify( 'sha256', Buffer.from( `${ head }.${ claims }` ), createPublicKey( { key: jwk, format: 'jwk' } ), Buffer.from( signature, 'base64url' ) ) );
		const said = JSON.parse( Buffer.from( claims, 'base64url' ) );
		assert.equal( said.iss, `https://${ LOGIN }/${ TENANT.id }/v2.0` );
		assert.equal( said.aud, APP.client_id );
		assert.equal( said.tid, TENANT.id );
		assert.equal( said.oid, MERCHANT.id );
		assert.equal( said.preferred_username, MERCHANT.username );
		assert.equal( said.nonce, 'n-0S6_WzA2Mj' );
		assert.ok( said.nbf <= said.iat && said.exp > said.iat );
	} );

	it( 'gives neither refresh token nor ID token if they were not asked for', async () => {
		const { body } = await redeem( await newCode( { scope: `${ RESOURCE }/Workspace.Read.All` } ) );
		assert.equal( body.refresh_token, undefined );
		assert.equal( body.id_token, undefined );
		assert.equal( ( await groups( body.access_token ) ).status, 200 );
	} );

	it( 'takes a domain for the tenant and any port on localhost', async () => {
		const redirect = 'http://localhost:8881/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
		const browser = await new Browser().open( authorizePath( { redirect_uri: redirect }, 'Contoso.Example' ) );
		await browser.login( MERCHANT );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.ok( browser.location.startsWith( `${ redirect }&code=` ) );
		assert.equal( ( await redeem( browser.answer.get( 'code' ), { redirect_uri: redirect } ) ).status, 200 );
	} );

	it( 'refreshes: a new refresh token each time, the old one stays good', async () => {
		const first = ( await redeem( await newCode() ) ).body;
		const second = await token( { grant_type: 'refresh_token', refresh_token: first.refresh_token } );
		assert.equal( second.status, 200 );
		assert.notEqual( second.body.refresh_token, first.refresh_token );
		assert.notEqual( second.body.access_token, first.access_token );
		assert.equal( ( await token( { grant_type: 'refresh_token', refresh_token: first.refresh_token } ) ).status, 200 );
		const fewer = await token( { grant_type: 'refresh_token', refresh_token: second.body.refresh_token, scope: `${ RESOURCE }/Workspace.ReadWrite.All offline_access` } );
		assert.equal( fewer.body.scope, `${ RESOURCE }/Workspace.ReadWrite.All` );
		assert.equal( ( await groups( fewer.body.access_token ) ).status, 200 );
	} );

	it( 'knows a user who may not consent once an administrator has consented for all', async () => {
		await control( 'patch', { consents: [ { tenant_id: TENANT.id, client_id: APP.client_id, user_id: null, scopes: [ `${ RESOURCE }/Dataset.ReadWrite.All`, `${ RESOURCE }/Workspace.ReadWrite.All` ] } ] } );
		const browser = await new Browser().open( authorizePath() );
		await browser.login( CLERK );
		assert.equal( browser.status, 302 );
	} );
} );
