/** What a person meets: sign-in form, account picker, consent, approval. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ADMIN, authorizePath, Browser, CLERK, control, down, MERCHANT, newCode, RESOURCE, standIn, up, VISITOR } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const open = ( change ) => new Browser().open( authorizePath( change ) );

describe( 'the sign-in form', () => {
	const cases = [
		[ 50126, 'a wrong password', { ...MERCHANT, password: 'wrong' } ],
		[ 50126, 'an empty password', { ...MERCHANT, password: '' } ],
		[ 50034, 'an unknown user', { username: 'nobody@contoso.example', password: 'x' } ],
		[ 50034, 'an empty name', { username: '', password: '' } ],
		[ 50020, 'a user of another tenant', VISITOR ],
	];
	for ( const [ code, name, user ] of cases ) {
		it( `${ code }: ${ name } stays on Microsoft's page`, async () => {
			const browser = await ( await open() ).login( user );
			assert.equal( browser.status, 200 );
			assert.equal( browser.location, null );
			assert.match( browser.text, new RegExp( `AADSTS${ code }: ` ) );
			await browser.login( MERCHANT );
			assert.match( browser.text, /Permissions requested/ );
		} );
	}

	it( '50057, 50053, 50055: the account is not in order', async () => {
		for ( const [ state, code ] of [ [ 'disabled', 50057 ], [ 'locked', 50053 ], [ 'password_expired', 50055 ] ] ) {
			await control( 'patch', { users: { [ MERCHANT.username ]: { state } } } );
			assert.match( ( await ( await open() ).login( MERCHANT ) ).text, new RegExp( `AADSTS${ code }: ` ) );
		}
	} );

	it( 'takes the name in any case', async () => {
		const browser = await ( await open() ).login( { ...MERCHANT, username: ' Merchant@Contoso.Example ' } );
		assert.match( browser.text, /Permissions requested/ );
	} );
} );

describe( 'consent', () => {
	it( '65004 access_denied: Cancel', async () => {
		const browser = await ( await open() ).login( MERCHANT );
		await browser.submit( 'consent', { decision: 'cancel' } );
		assert.equal( browser.answer.get( 'error' ), 'access_denied' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS65004: / );
		assert.equal( browser.answer.get( 'state' ), 'a-state' );
	} );

	it( 'is asked once, again for a new permission, and again with prompt=consent', async () => {
		await newCode();
		const again = await ( await open() ).login( MERCHANT );
		assert.equal( again.status, 302 );
		const more = await ( await open( { scope: `openid ${ RESOURCE }/Report.Read.All` } ) ).login( MERCHANT );
		assert.match( more.text, /Permissions requested/ );
		const forced = await ( await open( { prompt: 'consent' } ) ).login( MERCHANT );
		assert.match( forced.text, /Permissions requested/ );
		assert.equal( ( await forced.submit( 'consent', { decision: 'accept' } ) ).status, 302 );
	} );

	it( '90094: a user who may not consent, with a way back to the app', async () => {
		const browser = await ( await open() ).login( CLERK );
		assert.equal( browser.status, 200 );
		assert.match( browser.text, /Need admin approval/ );
		assert.match( browser.text, /AADSTS90094: / );
		await browser.submit( 'consent', { decision: 'cancel' } );
		assert.equal( browser.answer.get( 'error' ), 'access_denied' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS65004: / );
	} );

	it( 'cannot be forged by a user who may not consent', async () => {
		const browser = await ( await open() ).login( CLERK );
		await browser.submit( 'consent', { decision: 'accept', organization: '1' } );
		assert.equal( browser.answer.get( 'code' ), null );
		assert.deepEqual( standIn.world.consents, [] );
	} );

	it( 'lets an administrator take over and consent for everybody', async () => {
		const browser = await ( await open() ).login( CLERK );
		await browser.submit( 'select', { account: '' } );
		await browser.login( ADMIN );
		await browser.submit( 'consent', { decision: 'accept', organization: '1' } );
		assert.equal( browser.status, 302 );
		assert.equal( ( await ( await open() ).login( CLERK ) ).status, 302 );
	} );

	it( '90094: a permission only administrators may grant', async () => {
		const browser = await ( await open( { scope: `${ RESOURCE }/Tenant.Read.All` } ) ).login( MERCHANT );
		assert.match( browser.text, /AADSTS90094: / );
	} );
} );

describe( 'a browser that is signed in', () => {
	/** @returns {Promise<Browser>} */
	async function signedIn( ...users ) {
		const browser = new Browser();
		for ( const user of users ) {
			await ( await browser.open( authorizePath( { prompt: 'login' } ) ) ).login( user );
			if ( ! browser.location ) {
				await browser.submit( 'consent', { decision: 'accept' } );
			}
		}
		return browser;
	}

	it( 'passes without a page, also with prompt=none', async () => {
		const browser = await signedIn( MERCHANT );
		assert.ok( ( await browser.open( authorizePath() ) ).answer.get( 'code' ) );
		assert.ok( ( await browser.open( authorizePath( { prompt: 'none' } ) ) ).answer.get( 'code' ) );
	} );

	it( 'gets the form with prompt=login and for another login_hint', async () => {
		const browser = await signedIn( MERCHANT );
		assert.match( ( await browser.open( authorizePath( { prompt: 'login' } ) ) ).html, /id="passwd"/ );
		assert.match( ( await browser.open( authorizePath( { login_hint: CLERK.username } ) ) ).html, /value="clerk@contoso\.example"/ );
	} );

	it( 'picks an account with prompt=select_account and may use another', async () => {
		const browser = await signedIn( MERCHANT );
		await browser.open( authorizePath( { prompt: 'select_account', login_hint: MERCHANT.username } ) );
		assert.match( browser.text, /Pick an account/ );
		await browser.submit( 'select', { account: MERCHANT.id } );
		assert.ok( browser.answer.get( 'code' ) );
		await browser.open( authorizePath( { prompt: 'select_account' } ) );
		assert.match( ( await browser.submit( 'select', { account: '' } ) ).html, /id="passwd"/ );
		await browser.open( authorizePath( { prompt: 'select_account' } ) );
		assert.match( ( await browser.submit( 'select', { account: ADMIN.id } ) ).html, /id="passwd"/ );
	} );

	it( '16000: two accounts and prompt=none; a hint settles it', async () => {
		const browser = await signedIn( MERCHANT, ADMIN );
		assert.match( ( await browser.open( authorizePath( { prompt: 'none' } ) ) ).answer.get( 'error_description' ), /^AADSTS16000: / );
		assert.equal( browser.answer.get( 'error' ), 'interaction_required' );
		assert.ok( ( await browser.open( authorizePath( { prompt: 'none', login_hint: ADMIN.username } ) ) ).answer.get( 'code' ) );
		assert.match( ( await browser.open( authorizePath() ) ).text, /Pick an account/ );
	} );

	it( '65001 consent_required: prompt=none and a new permission', async () => {
		const browser = await signedIn( MERCHANT );
		await browser.open( authorizePath( { prompt: 'none', scope: `${ RESOURCE }/Report.Read.All` } ) );
		assert.equal( browser.answer.get( 'error' ), 'consent_required' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS65001: / );
	} );
} );
