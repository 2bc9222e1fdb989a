/** What somebody hostile may try: markup in every field, foreign forms, forged steps. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, authorizePath, Browser, call, CLERK, control, down, LOGIN, MERCHANT, TENANT, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const open = ( change ) => new Browser().open( authorizePath( change ) );

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
