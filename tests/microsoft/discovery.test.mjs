/** The discovery document: turns a domain into a GUID, names the cloud, refuses unknown tenants. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { after, before, it } from 'node:test';
import { call, down, LOGIN, standIn, TENANT, up } from './harness.mjs';

before( () => up() );
after( down );

const path = ( tenant, host = LOGIN ) => `/${ host }/${ tenant }/v2.0/.well-known/openid-configuration`;

for ( const name of [ TENANT.id, TENANT.id.toUpperCase(), 'contoso.example', 'Contoso-Shop.onmicrosoft.example' ] ) {
	it( `${ name } is found`, async () => {
		const response = await call( path( name ) );
		assert.equal( response.status, 200 );
		assert.equal( response.headers.get( 'access-control-allow-origin' ), '*' );
		assert.match( response.headers.get( 'cache-control' ), /max-age=86400/ );
		const found = await response.json();
		assert.equal( found.issuer, `https://${ LOGIN }/${ TENANT.id }/v2.0` );
		assert.equal( found.cloud_instance_name, 'microsoftonline.com' );
		assert.equal( found.tenant_region_scope, 'EU' );
		assert.deepEqual( found.response_modes_supported, [ 'query', 'fragment', 'form_post' ] );
		assert.equal( found.token_endpoint, `${ standIn.url }/${ LOGIN }/${ TENANT.id }/oauth2/v2.0/token` );
		const keys = await ( await fetch( found.jwks_uri ) ).json();
		assert.deepEqual( Object.keys( keys.keys[ 0 ] ).sort(), [ 'e', 'issuer', 'kid', 'kty', 'n', 'use', 'x5c', 'x5t' ] );
	} );
}

for ( const [ name, code, error ] of [
	[ '11111111-2222-3333-4444-555555555555', 90002, 'invalid_tenant' ],
	[ 'nobody.example', 90002, 'invalid_tenant' ],
	[ 'contoso', 900023, 'invalid_request' ],
	[ '00000000-0000-0000-0000-000000000000', 900021, 'invalid_request' ],
] ) {
	it( `${ code } ${ error }: ${ name }`, async () => {
		const response = await call( path( name ) );
		assert.equal( response.status, 400 );
		const body = await response.json();
		assert.equal( body.error, error );
		assert.deepEqual( body.error_codes, [ code ] );
	} );
}

it( 'a tenant of another cloud is unknown there', async () => {
	assert.deepEqual( ( await ( await call( path( TENANT.id, 'login.microsoftonline.us' ) ) ).json() ).error_codes, [ 90002 ] );
} );

it( 'an alias of the login host answers too, with its own issuer', async () => {
	assert.equal( ( await ( await call( path( TENANT.id, 'login.windows.net' ) ) ).json() ).issuer, `https://login.windows.net/${ TENANT.id }/v2.0` );
} );

it( 'the shared endpoints have issuers of their own', async () => {
	assert.equal( ( await ( await call( path( 'common' ) ) ).json() ).issuer, `https://${ LOGIN }/{tenantid}/v2.0` );
	assert.equal( ( await ( await call( path( 'consumers' ) ) ).json() ).issuer, `https://${ LOGIN }/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0` );
} );

it( 'the published key comes with a certificate around the same key', async () => {
	const { keys: [ key ] } = await ( await call( `/${ LOGIN }/${ TENANT.id }/discovery/v2.0/keys` ) ).json();
	const certificate = new X509Certificate( Buffer.from( key.x5c[ 0 ], 'base64' ) );
	assert.equal( certificate.publicKey.export( { format: 'jwk' } ).n, key.n );
	assert.ok( certificate.verify( certificate.publicKey ) );
	assert.equal( Buffer.from( certificate.fingerprint.replaceAll( ':', '' ), 'hex' ).toString( 'base64url' ), key.x5t );
	assert.ok( Date.parse( certificate.validTo ) > Date.now() );
} );
