/** Accounts that are not simply in order: second factor, lockout, guests, personal accounts, assignment, ended sessions. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { APP, authorizePath, Browser, control, down, MERCHANT, newCode, person, redeem, REDIRECT, RESOURCE, standIn, TENANT, token, up } from './harness.mjs';

before( () => up() );
after( down );
beforeEach( () => control( 'reset', {} ) );

const open = ( change ) => new Browser().open( authorizePath( change ) );
const ropc = ( user, change = {} ) => token( { grant_type: 'password', scope: `${ RESOURCE }/Workspace.Read.All openid`, username: user.username, password: user.password, ...change } );
const CONSENT = { tenant_id: TENANT.id, client_id: APP.client_id, user_id: null, scopes: [ 'Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Workspace.Read.All' ].map( ( name ) => `${ RESOURCE }/${ name }` ) };
const consentForAll = () => control( 'patch', { consents: [ CONSENT ] } );

describe( 'every kind of account of the seed, on the page and by password', () => {
	for ( const [ name, page, grant ] of [
		[ 'merchant', 302, 200 ],
		[ 'unlicensed', 302, 200 ],
		[ 'gus', 302, 200 ],
		[ 'factor', 'Enter code', 50076 ],
		[ 'newcomer', 'More information required', 50079 ],
		[ 'locked', 50053, 50053 ],
		[ 'expired', 50055, 50055 ],
		[ 'disabled', 50057, 50057 ],
		[ 'visitor', 50020, 50020 ],
		[ 'pat', 50020, 50020 ],
	] ) {
		it( `${ name }: ${ page } and ${ grant }`, async () => {
			await consentForAll();
			const browser = await ( await open() ).login( person( name ) );
			const { status, body } = await ropc( person( name ) );
			const said = typeof page === 'string' ? page : `AADSTS${ page }: `;
			assert.deepEqual( browser.status === 302 ? 302 : browser.text.includes( said ), page === 302 ? 302 : true, browser.text );
			assert.equal( status === 200 ? 200 : body.error_codes[ 0 ], grant );
		} );
	}
} );

describe( 'a second factor', () => {
	const FACTOR = person( 'factor' );

	it( 'is asked for after the password; a wrong code stays on the page, Cancel leads back', async () => {
		const browser = await ( await open() ).login( FACTOR );
		assert.match( browser.html, /<label for="otc">Code<\/label>/ );
		await browser.submit( 'mfa', { otc: '000000' } );
		assert.match( browser.text, /AADSTS500121: / );
		await browser.submit( 'mfa', { otc: FACTOR.mfa_code, decision: 'cancel' } );
		assert.match( browser.html, /id="passwd"/ );
		await browser.login( FACTOR );
		await browser.submit( 'mfa', { otc: ` ${ FACTOR.mfa_code } `, decision: 'verify' } );
		assert.match( browser.text, /Permissions requested/ );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.equal( ( await redeem( browser.answer.get( 'code' ) ) ).status, 200 );
	} );

	it( '50089: neither consent nor code by a form that skips it', async () => {
		const browser = await ( await open() ).login( FACTOR );
		const forged = browser.html;
		browser.html = forged.replaceAll( '/mfa"', '/consent"' );
		await browser.submit( 'consent', { decision: 'accept' } );
		assert.match( browser.text, /AADSTS50089: / );
		assert.deepEqual( standIn.world.consents, [] );
		const early = await open();
		early.html = early.html.replace( '/login"', '/mfa"' );
		assert.match( ( await early.submit( 'mfa', { otc: FACTOR.mfa_code } ) ).text, /AADSTS50089: / );
	} );

	it( 'is set up by somebody who has none', async () => {
		await consentForAll();
		const browser = await ( await open() ).login( person( 'newcomer' ) );
		assert.equal( ( await browser.submit( 'mfa', { otc: '246813' } ) ).status, 302 );
		assert.equal( standIn.world.users.find( ( each ) => each.username.startsWith( 'newcomer@' ) ).mfa, true );
	} );

	it( '50076 interaction_required: prompt=none when the browser has not shown it; later it has', async () => {
		await consentForAll();
		const browser = await ( await open() ).login( MERCHANT );
		await control( 'patch', { users: { [ MERCHANT.username ]: { mfa: true } } } );
		await browser.open( authorizePath( { prompt: 'none' } ) );
		assert.equal( browser.answer.get( 'error' ), 'interaction_required' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS50076: / );
		await browser.open( authorizePath() );
		await browser.submit( 'mfa', { otc: standIn.world.users[ 0 ].mfa_code } );
		assert.ok( browser.answer.get( 'code' ) );
		assert.ok( ( await browser.open( authorizePath( { prompt: 'none' } ) ) ).answer.get( 'code' ) );
	} );

	it( '50076 basic_action: a refresh of a sign-in without it, once it is demanded', async () => {
		const { body } = await redeem( await newCode() );
		const refresh = ( value ) => token( { grant_type: 'refresh_token', refresh_token: value } );
		await control( 'patch', { users: { [ MERCHANT.username ]: { mfa: true } } } );
		const refused = await refresh( body.refresh_token );
		assert.deepEqual( refused.body.error_codes, [ 50076 ] );
		assert.equal( refused.body.suberror, 'basic_action' );
		const browser = await ( await open() ).login( MERCHANT );
		await browser.submit( 'mfa', { otc: '246813' } );
		const good = await redeem( browser.answer.get( 'code' ) );
		assert.equal( ( await refresh( good.body.refresh_token ) ).status, 200 );
	} );
} );

describe( 'lockout', () => {
	const wrong = () => ropc( MERCHANT, { password: 'wrong' } );

	it( '50053 after ten wrong passwords, even with the right one, for a minute', async () => {
		await consentForAll();
		const codes = [];
		for ( let attempt = 0; attempt < 11; attempt++ ) {
			codes.push( ( await wrong() ).body.error_codes[ 0 ] );
		}
		assert.deepEqual( codes, [ ...Array( 10 ).fill( 50126 ), 50053 ] );
		assert.deepEqual( ( await ropc( MERCHANT ) ).body.error_codes, [ 50053 ] );
		assert.match( ( await ( await open() ).login( MERCHANT ) ).text, /AADSTS50053: / );
		await control( 'clock', { offset_seconds: 62 } );
		assert.equal( ( await ropc( MERCHANT ) ).status, 200 );
	} );

	it( 'locks again at once after a lockout, and a right password starts the count anew', async () => {
		await consentForAll();
		await control( 'settings', { lockout_threshold: 2, lockout_seconds: 30 } );
		await wrong();
		assert.equal( ( await ropc( MERCHANT ) ).status, 200 );
		await wrong();
		assert.deepEqual( ( await wrong() ).body.error_codes, [ 50126 ] );
		assert.deepEqual( ( await wrong() ).body.error_codes, [ 50053 ] );
		await control( 'clock', { offset_seconds: 32 } );
		assert.deepEqual( ( await wrong() ).body.error_codes, [ 50126 ] );
		assert.deepEqual( ( await ropc( MERCHANT ) ).body.error_codes, [ 50053 ] );
	} );

	it( 'counts per user', async () => {
		await consentForAll();
		await control( 'settings', { lockout_threshold: 1 } );
		await wrong();
		assert.equal( ( await ropc( person( 'admin' ) ) ).status, 200 );
	} );
} );

describe( 'people from elsewhere', () => {
	it( 'a guest signs in under the name of home, and the ID token says where home is', async () => {
		const guest = person( 'gus' );
		const { body } = await redeem( await newCode( {}, guest ) );
		const claims = JSON.parse( Buffer.from( body.id_token.split( '.' )[ 1 ], 'base64url' ) );
		assert.equal( claims.tid, TENANT.id );
		assert.equal( claims.oid, guest.id );
		assert.equal( claims.preferred_username, 'gus@fabrikam.example' );
		assert.equal( claims.idp, `https://sts.windows.net/${ guest.home_tenant_id }/` );
	} );

	it( '50020 names the provider of a personal account; 50034: one that is a guest, by password', async () => {
		assert.match( ( await ( await open() ).login( person( 'pat' ) ) ).text, /from identity provider 'live\.com'/ );
		const seed = structuredClone( standIn.world.seed );
		const pat = { ...structuredClone( person( 'pat' ) ), id: 'a1b2c3d4-0000-4000-8000-000000000001', tenant_id: TENANT.id, kind: 'guest', home_tenant_id: person( 'pat' ).tenant_id };
		await control( 'seed', { ...seed, users: [ ...seed.users, pat ], consents: [ CONSENT ] } );
		assert.deepEqual( ( await ropc( pat ) ).body.error_codes, [ 50034 ] );
		assert.equal( ( await ( await open() ).login( pat ) ).status, 302 );
		await control( 'seed', seed );
	} );
} );

describe( 'what an administrator may do to a user or an app', () => {
	it( '50105: the app wants users to be assigned', async () => {
		await consentForAll();
		await control( 'patch', { apps: { [ APP.client_id ]: { assignment_required: true } } } );
		const browser = await ( await open() ).login( MERCHANT );
		assert.match( browser.text, /AADSTS50105: / );
		assert.equal( browser.location, null );
		assert.deepEqual( ( await ropc( MERCHANT ) ).body.error_codes, [ 50105 ] );
		await control( 'patch', { apps: { [ APP.client_id ]: { assigned: [ MERCHANT.id ] } } } );
		assert.equal( ( await ropc( MERCHANT ) ).status, 200 );
		assert.equal( ( await ( await open() ).login( MERCHANT ) ).status, 302 );
	} );

	it( '50173: all sessions of a user are ended; a new sign-in is good', async () => {
		const { body } = await redeem( await newCode() );
		await control( 'revoke', { username: MERCHANT.username } );
		const refused = await token( { grant_type: 'refresh_token', refresh_token: body.refresh_token } );
		assert.deepEqual( [ refused.body.error, refused.body.error_codes, refused.body.suberror ], [ 'invalid_grant', [ 50173 ], 'bad_token' ] );
		await control( 'clock', { offset_seconds: 1 } );
		const again = await redeem( await newCode() );
		assert.equal( ( await token( { grant_type: 'refresh_token', refresh_token: again.body.refresh_token } ) ).status, 200 );
		await assert.rejects( control( 'revoke', { username: 'nobody@contoso.example' } ), /there is no user/ );
	} );

	it( 'a password change keeps the tokens of a confidential client', async () => {
		const { body } = await redeem( await newCode() );
		await control( 'patch', { users: { [ MERCHANT.username ]: { password: 'Another-Horse-1!' } } } );
		assert.equal( ( await token( { grant_type: 'refresh_token', refresh_token: body.refresh_token } ) ).status, 200 );
	} );

	it( '90095: the directory takes requests for consent; asking leads back with 65004', async () => {
		await control( 'patch', { tenants: { [ TENANT.id ]: { admin_consent_requests: true } } } );
		const browser = await ( await open() ).login( person( 'clerk' ) );
		assert.match( browser.text, /Approval required[\s\S]*AADSTS90095: / );
		await browser.submit( 'consent', { decision: 'request', reason: 'We need it.' } );
		assert.equal( browser.answer.get( 'error' ), 'access_denied' );
		assert.match( browser.answer.get( 'error_description' ), /^AADSTS65004: / );
	} );

	it( '650052: nobody in the directory has ever used Power BI', async () => {
		await control( 'patch', { tenants: { [ TENANT.id ]: { power_bi: false } } } );
		assert.match( ( await open() ).answer.get( 'error_description' ), /^AADSTS650052: / );
		assert.deepEqual( ( await token( { grant_type: 'client_credentials', scope: `${ RESOURCE }/.default` } ) ).body.error_codes, [ 650052 ] );
	} );
} );

describe( 'silent probes', () => {
	it( 'an address that is not registered stays on the page, whatever the prompt', async () => {
		const browser = await open( { prompt: 'none', redirect_uri: `${ REDIRECT }&more=1` } );
		assert.equal( browser.status, 400 );
		assert.equal( browser.location, null );
		assert.match( browser.text, /AADSTS50011: / );
		await control( 'settings', { error_page_status: 200 } );
		assert.equal( ( await open( { redirect_uri: `${ REDIRECT }&more=1` } ) ).status, 200 );
	} );

	it( 'login_required for a registered one', async () => {
		const browser = await open( { prompt: 'none' } );
		assert.ok( browser.location.startsWith( `${ REDIRECT }&error=login_required&` ) );
	} );

	it( 'after signing out the browser is nobody again', async () => {
		const browser = await ( await open() ).login( MERCHANT );
		await browser.submit( 'consent', { decision: 'accept' } );
		await browser.open( authorizePath( { post_logout_redirect_uri: REDIRECT }, TENANT.id, 'oauth2/v2.0/logout' ) );
		assert.equal( browser.location, REDIRECT );
		assert.equal( ( await browser.open( authorizePath( { prompt: 'none' } ) ) ).answer.get( 'error' ), 'login_required' );
		await browser.open( authorizePath( { post_logout_redirect_uri: 'https://elsewhere.example/' }, TENANT.id, 'oauth2/v2.0/logout' ) );
		assert.match( browser.text, /You signed out/ );
	} );
} );
