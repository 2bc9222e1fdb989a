/** ID tokens that a careful client refuses, and signing keys that change. */
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, call, control, down, groups, LOGIN, MERCHANT, newCode, redeem, RESOURCE, TENANT, token, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const part = ( text ) => JSON.parse( Buffer.from( text, 'base64url' ) );
const published = async () => ( await ( await call( `/${ LOGIN }/${ TENANT.id }/discovery/v2.0/keys` ) ).json() ).keys;

/**
 * @param {object} [bent] fields of the fault
 * @returns {Promise<{head: any, claims: any, fits: boolean, known: boolean, status: number, token: string|undefined}>} fits = signed by the published key it names
 */
async function signIn( bent ) {
	const code = await newCode( { nonce: 'n-1' } );
	await control( 'faults', bent ? [ { kind: 'id_token', ...bent } ] : [] );
	const { status, body } = await redeem( code );
	if ( ! body.id_token ) {
		return { status, token: undefined };
	}
	const [ head, claims, signature = '' ] = body.id_token.split( '.' );
	const key = ( await published() ).find( ( each ) => each.kid === part( head ).kid );
	const fits = key !== undefined && verify( 'sha256', Buffer.from( `${ head }.${ claims }` ), createPublicKey( { key, format: 'jwk' } ), Buffer.from( signature, 'base64url' ) );
	return { status, token: body.id_token, head: part( head ), claims: part( claims ), fits, known: key !== undefined };
}

describe( 'a bent ID token', () => {
	it( 'is good without a fault', async () => {
		const { head, claims, fits } = await signIn();
		assert.deepEqual( [ head.alg, claims.nonce, claims.aud, fits ], [ 'RS256', 'n-1', APP.client_id, true ] );
	} );

	for ( const [ signature, alg, known ] of [ [ 'other_key', 'RS256', true ], [ 'unpublished_key', 'RS256', false ], [ 'none', 'none', false ], [ 'hs256', 'HS256', true ], [ 'broken', 'RS256', true ], [ 'missing', 'RS256', true ] ] ) {
		it( `signature ${ signature }: the claims are right, the signature is not`, async () => {
			const said = await signIn( { signature } );
			assert.deepEqual( { status: said.status, alg: said.head.alg, known: said.known, fits: said.fits, nonce: said.claims.nonce }, { status: 200, alg, known, fits: false, nonce: 'n-1' } );
		} );
	}

	for ( const [ name, value ] of Object.entries( { iss: `https://${ LOGIN }/c7a1e0d2-58b4-4f3d-8e69-2b9f47a6d013/v2.0`, aud: TENANT.id, nonce: 'another', tid: 'c7a1e0d2-58b4-4f3d-8e69-2b9f47a6d013', exp: 'soon', oid: [ 1 ] } ) ) {
		it( `${ name } can be anything, under a good signature`, async () => {
			const { claims, fits } = await signIn( { set: { [ name ]: value } } );
			assert.deepEqual( [ claims[ name ], fits ], [ value, true ] );
		} );
	}

	it( 'claims can be left out or moved in time', async () => {
		const { claims, fits } = await signIn( { set: { nonce: null }, shift: { exp: -3600, iat: 7200, nbf: 7200 } } );
		assert.equal( 'nonce' in claims, false );
		assert.ok( fits && claims.exp < claims.nbf && claims.iat - claims.exp === 10800 );
	} );

	it( 'the token can be left out', async () => assert.deepEqual( await signIn( { omit: true } ), { status: 200, token: undefined } ) );

	it( 'waits for a call to the token endpoint, and touches nothing else there', async () => {
		await control( 'faults', [ { kind: 'id_token', match: { grant_type: 'refresh_token' }, set: { aud: 'x' } } ] );
		const { body } = await redeem( await newCode() );
		assert.equal( part( body.id_token.split( '.' )[ 1 ] ).aud, APP.client_id );
		const again = await token( { grant_type: 'refresh_token', refresh_token: body.refresh_token } );
		assert.equal( part( again.body.id_token.split( '.' )[ 1 ] ).aud, 'x' );
		assert.equal( ( await groups( again.body.access_token ) ).status, 200 );
	} );
} );

describe( 'signing keys', () => {
	it( 'change: the new one signs and is published beside the old one; old tokens stay good', async () => {
		const before = await redeem( await newCode() );
		const { kid } = await control( 'keys', {} );
		assert.deepEqual( ( await published() ).map( ( each ) => each.kid ).indexOf( kid ), 0 );
		assert.equal( ( await published() ).length, 2 );
		const { head, fits } = await signIn();
		assert.deepEqual( [ head.kid, fits ], [ kid, true ] );
		assert.equal( ( await groups( before.body.access_token ) ).status, 200 );
	} );

	it( 'change without the old one, or without being published at all', async () => {
		await control( 'keys', { keep_old: false } );
		assert.equal( ( await published() ).length, 1 );
		const { kid } = await control( 'keys', { publish: false } );
		assert.equal( ( await published() ).some( ( each ) => each.kid === kid ), false );
		assert.equal( ( await signIn() ).known, false );
		await control( 'reset', {} );
		assert.equal( ( await signIn() ).fits, true );
	} );

	it( 'can be refused, cut off or garbled like any other answer', async () => {
		await control( 'faults', [ { kind: 'status', status: 503, match: { path: '/discovery/v2.0/keys' } }, { kind: 'malformed', match: { path: '/discovery/v2.0/keys' }, body: '{"keys":[' } ] );
		const path = `/${ LOGIN }/${ TENANT.id }/discovery/v2.0/keys`;
		assert.equal( ( await call( path ) ).status, 503 );
		assert.equal( await ( await call( path ) ).text(), '{"keys":[' );
		assert.equal( ( await published() ).length, 1 );
	} );
} );

it( 'an app by itself and a password get the same care: an ID token for the one who asked', async () => {
	await control( 'faults', [ { kind: 'id_token', set: { aud: 'x' }, times: 0 } ] );
	assert.equal( ( await token( { grant_type: 'client_credentials', scope: `${ RESOURCE }/.default` } ) ).body.id_token, undefined );
	await newCode( { scope: `openid profile ${ RESOURCE }/Workspace.Read.All` } );
	const { body } = await token( { grant_type: 'password', username: MERCHANT.username, password: MERCHANT.password, scope: `openid ${ RESOURCE }/Workspace.Read.All` } );
	assert.equal( part( body.id_token.split( '.' )[ 1 ] ).aud, 'x' );
} );
