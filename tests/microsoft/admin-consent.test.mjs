/** The two admin consent endpoints: good and bad answers, and who may give consent. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ADMIN, APP, authorizePath, Browser, CLERK, control, down, LOGIN, MERCHANT, REDIRECT, RESOURCE, TENANT, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const open = ( change ) => new Browser().open( authorizePath( change ) );

describe( 'admin consent', () => {
	const path = ( change, tenant = TENANT.id, endpoint = 'v2.0/adminconsent' ) => {
		const fields = { client_id: APP.client_id, redirect_uri: REDIRECT, scope: `${ RESOURCE }/.default`, state: 's', ...change };
		return `/${ LOGIN }/${ tenant }/${ endpoint }?${ new URLSearchParams( Object.entries( fields ).filter( ( [ , value ] ) => value !== null ) ) }`;
	};

	it( 'answers with admin_consent, tenant, scope and state', async () => {
		const browser = await ( await new Browser().open( path() ) ).login( ADMIN );
		assert.match( browser.text, /review for your organization/ );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.deepEqual( [ ...browser.answer.keys() ], [ 'page', 'step', 'admin_consent', 'tenant', 'scope', 'state' ] );
		assert.equal( browser.answer.get( 'admin_consent' ), 'True' );
		assert.equal( browser.answer.get( 'tenant' ), TENANT.id );
		assert.equal( browser.answer.get( 'scope' ).split( ' ' ).length, 5 );
		assert.equal( ( await ( await open() ).login( CLERK ) ).status, 302 );
	} );

	it( '65004 consent_required with admin_consent=True: Cancel', async () => {
		const browser = await ( await new Browser().open( path() ) ).login( ADMIN );
		await browser.submit( 'consent', { decision: 'cancel' } );
		assert.equal( browser.answer.get( 'error' ), 'consent_required' );
		assert.equal( browser.answer.get( 'admin_consent' ), 'True' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS65004: / );
		assert.equal( browser.answer.get( 'state' ), 's' );
	} );

	it( '90094: somebody who is no administrator', async () => {
		const browser = await ( await new Browser().open( path() ) ).login( MERCHANT );
		assert.match( browser.text, /AADSTS90094: / );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.equal( browser.answer.get( 'error' ), 'consent_required' );
	} );

	it( '900144, 50011, 90130 and 50194', async () => {
		assert.match( ( await new Browser().open( path( { scope: null } ) ) ).answer.get( 'error_description' ), /^AADSTS900144: / );
		assert.match( ( await new Browser().open( path( { redirect_uri: 'https://elsewhere.example/' } ) ) ).text, /AADSTS50011: / );
		assert.match( ( await new Browser().open( path( {}, 'common' ) ) ).text, /AADSTS50194: / );
		await control( 'patch', { apps: { [ APP.client_id ]: { audience: 'AzureADMultipleOrgs' } } } );
		assert.match( ( await new Browser().open( path( {}, 'common' ) ) ).text, /AADSTS90130: / );
	} );

	it( 'has a short form without an address', async () => {
		const browser = await ( await new Browser().open( path( { redirect_uri: null, scope: null }, TENANT.id, 'adminconsent' ) ) ).login( ADMIN );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.match( browser.text, /Permissions granted/ );
		assert.equal( ( await ( await open() ).login( CLERK ) ).status, 302 );
	} );
} );
