/** What a person meets: sign-in form, account picker, consent, approval; and what a hostile one may try. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ADMIN, APP, authorizePath, Browser, call, CLERK, control, down, LOGIN, MERCHANT, newCode, REDIRECT, RESOURCE, standIn, TENANT, up, VISITOR } from './harness.mjs';

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

	it( '65001 interaction_required: prompt=none and a new permission', async () => {
		const browser = await signedIn( MERCHANT );
		await browser.open( authorizePath( { prompt: 'none', scope: `${ RESOURCE }/Report.Read.All` } ) );
		assert.equal( browser.answer.get( 'error' ), 'interaction_required' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS65001: / );
	} );
} );

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

describe( 'hostile input', () => {
	const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'`&';

	it( 'is escaped wherever it is shown', async () => {
		await control( 'patch', { apps: { [ APP.client_id ]: { name: EVIL } }, users: { [ MERCHANT.username ]: { name: EVIL } }, tenants: { [ TENANT.id ]: { name: EVIL } } } );
		const seen = [];
		const browser = await open( { login_hint: EVIL } );
		seen.push( browser.html );
		seen.push( ( await browser.login( { username: EVIL, password: EVIL } ) ).html );
		seen.push( ( await browser.login( MERCHANT ) ).html );
		seen.push( ( await ( await open() ).login( CLERK ) ).html );
		for ( const change of [ { redirect_uri: `https://x/${ EVIL }` }, { client_id: EVIL }, { redirect_uri: EVIL } ] ) {
			seen.push( ( await open( change ) ).html );
		}
		seen.push( ( await new Browser().open( authorizePath( {}, encodeURIComponent( EVIL ) ) ) ).html );
		seen.push( ( await new Browser().open( '/' ) ).html );
		for ( const html of seen ) {
			assert.ok( html.includes( '&quot;&gt;&lt;' ) || html.includes( '%22%3E%3C' ), 'the input is on the page' );
			assert.doesNotMatch( html, /<script|<img|onerror=alert\(2\)>/ );
		}
	} );

	it( 'cannot break out of the form of response_mode=form_post', async () => {
		const browser = await open( { response_mode: 'form_post', state: '"><x onclick="' } );
		await browser.login( MERCHANT );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.match( browser.html, /name="state" value="&quot;&gt;&lt;x onclick=&quot;"/ );
	} );

	it( 'cannot put a line into a header', async () => {
		const browser = await open( { scope: null, state: 'a\r\nSet-Cookie: evil=1' } );
		assert.equal( browser.answer.get( 'state' ), 'a\r\nSet-Cookie: evil=1' );
		assert.equal( browser.cookie, '' );
	} );

	it( '50089: a form of another browser, a wrong canary, another site, a flow that is over or too old', async () => {
		const mine = await open();
		const thief = new Browser();
		thief.html = mine.html;
		assert.match( ( await thief.login( MERCHANT ) ).text, /AADSTS50089: / );

		const forged = await open();
		forged.html = forged.html.replace( /(name="canary" value=")[^"]*/, '$1made-up' );
		assert.match( ( await forged.login( MERCHANT ) ).text, /AADSTS50089: / );

		const flow = /name="flow" value="([^"]*)"/.exec( mine.html )[ 1 ];
		const canary = /name="canary" value="([^"]*)"/.exec( mine.html )[ 1 ];
		const post = ( headers ) => call( `/${ LOGIN }/${ TENANT.id }/login`, { method: 'POST', headers: { cookie: mine.cookie, ...headers }, body: new URLSearchParams( { flow, canary, login: MERCHANT.username, passwd: MERCHANT.password } ) } );
		assert.match( await ( await post( { 'sec-fetch-site': 'cross-site' } ) ).text(), /AADSTS50089: / );

		await mine.login( MERCHANT );
		const consent = mine.html;
		await mine.submit( 'consent', { decision: 'accept' } );
		mine.html = consent;
		assert.match( ( await mine.submit( 'consent', { decision: 'accept' } ) ).text, /AADSTS50089: / );

		const slow = await open();
		await control( 'clock', { offset_seconds: 16 * 60 } );
		assert.match( ( await slow.login( MERCHANT ) ).text, /AADSTS50089: / );
	} );

	it( 'finds no consent without a sign-in', async () => {
		const browser = await open();
		browser.html = browser.html.replace( '/login"', '/consent"' );
		assert.match( ( await browser.submit( 'consent', { decision: 'accept' } ) ).text, /AADSTS50089: / );
	} );

	it( 'meets pages that load nothing from outside and may not be framed', async () => {
		const response = await call( authorizePath() );
		assert.match( response.headers.get( 'content-security-policy' ), /default-src 'none'/ );
		assert.match( response.headers.get( 'content-security-policy' ), /frame-ancestors 'none'/ );
		assert.match( response.headers.get( 'set-cookie' ), /; HttpOnly; SameSite=Lax$/ );
		const html = await response.text();
		assert.match( html, /<html lang="en">/ );
		assert.match( html, /Stand-in for Microsoft — test only/ );
		assert.doesNotMatch( html, /(src|href|action)="(https?:)?\/\// );
	} );
} );
