/**
 * The four grants of the token endpoint.
 */
import { createHash } from 'node:crypto';
import { authenticate, checkAssignment, secondFactorMissing } from './accounts.mjs';
import { checkClient } from './client-auth.mjs';
import { missingConsent, userById } from './directory.mjs';
import { Refusal } from './refusal.mjs';
import { parseScopes } from './scopes.mjs';
import { CONSUMERS_TENANT } from './tenants/seed.mjs';
import { accessToken, userTokens } from './tokens.mjs';

const DAY = 86400;
const SHAPE = /^[A-Za-z0-9._~-]+$/;

/**
 * @typedef {{tenant: import('./tenants/seed.mjs').Tenant, app: import('./tenants/seed.mjs').App, secret: string|null, loginHost: string,
 *   bent: import('./faults.mjs').Fault|null}} Caller bent = a fault for the ID token
 */

/**
 * @param {URLSearchParams} form
 * @param {string} name
 * @returns {string}
 * @throws {Refusal} 900144
 */
function need( form, name ) {
	const value = form.get( name );
	if ( ! value ) {
		throw new Refusal( 900144, { parameter: name } );
	}
	return value;
}

/**
 * @param {Refusal|null} refusal
 * @throws {Refusal} if there is one
 */
function refuse( refusal ) {
	if ( refusal ) {
		throw refusal;
	}
}

/**
 * @param {string|null} verifier
 * @param {{challenge: string, method: string}|null} pkce
 * @throws {Refusal} 50148 nothing usable was sent, 501481 it is another one
 */
function checkVerifier( verifier, pkce ) {
	if ( ! pkce ) {
		if ( verifier ) {
			throw new Refusal( 501481 );
		}
		return;
	}
	if ( ! verifier || ! /^[A-Za-z0-9._~-]{43,128}$/.test( verifier ) ) {
		throw new Refusal( 50148 );
	}
	const made = pkce.method === 'S256' ? createHash( 'sha256' ).update( verifier ).digest( 'base64url' ) : verifier;
	if ( made !== pkce.challenge ) {
		throw new Refusal( 501481 );
	}
}

/**
 * The scopes of this call: those of the grant, or fewer of them.
 *
 * @param {import('./world.mjs').World} world
 * @param {import('./world.mjs').Grant} grant
 * @param {Pick<Caller, 'app'|'tenant'>} caller
 * @param {string|null} text
 * @returns {import('./scopes.mjs').ScopeRequest}
 * @throws {Refusal} 65001 if something new was asked for that nobody consented to
 */
function narrow( world, grant, { app, tenant }, text ) {
	if ( ! text ) {
		return grant.scopes;
	}
	const asked = parseScopes( text, app, tenant );
	if ( missingConsent( world, grant, asked ).length > 0 ) {
		throw new Refusal( 65001, { client_id: app.client_id, app: app.name } );
	}
	// Signing-in scopes of the first request stay, so that a refresh without them still rotates.
	return { ...asked, oidc: [ ...new Set( [ ...asked.oidc, ...grant.scopes.oidc ] ) ] };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {Caller} caller
 * @returns {object}
 */
export function code( world, exchange, { tenant, app, secret, bent } ) {
	const { form } = exchange;
	const value = need( form, 'code' );
	const redirectUri = need( form, 'redirect_uri' );
	if ( ! SHAPE.test( value ) ) {
		throw new Refusal( 9002313 );
	}
	const grant = world.codes.get( value );
	checkClient( world, exchange, app, secret, { platform: grant?.redirect.platform ?? 'web' } );
	if ( ! grant ) {
		throw new Refusal( 70008 );
	}
	if ( grant.client_id !== app.client_id ) {
		throw new Refusal( 7000110, { client_id: app.client_id, other: grant.client_id } );
	}
	if ( grant.tenant_id !== tenant.id ) {
		throw new Refusal( 700005 );
	}
	if ( grant.redeemed ) {
		throw new Refusal( 54005 );
	}
	if ( world.clock.now() - grant.issued > world.settings.code_seconds ) {
		throw new Refusal( 70008 );
	}
	if ( grant.redirect.uri !== redirectUri ) {
		throw new Refusal( 500112, { uri: redirectUri, expected: grant.redirect.uri } );
	}
	if ( grant.redirect.platform === 'spa' && ! grant.pkce ) {
		throw new Refusal( 9002325 );
	}
	checkVerifier( form.get( 'code_verifier' ), grant.pkce );
	const scopes = narrow( world, grant, { app, tenant }, form.get( 'scope' ) );
	grant.redeemed = true;
	return { ...userTokens( world, grant, scopes, bent ), user_id: grant.user_id };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {Caller} caller
 * @returns {object} a new refresh token beside the access token; the old one stays good
 */
export function refresh( world, exchange, { tenant, app, secret, bent } ) {
	const { form } = exchange;
	const value = need( form, 'refresh_token' );
	const grant = world.refreshTokens.get( value );
	checkClient( world, exchange, app, secret, { platform: grant?.platform ?? 'web' } );
	if ( ! SHAPE.test( value ) ) {
		throw new Refusal( 9002313 );
	}
	if ( ! grant ) {
		throw new Refusal( 70000 );
	}
	if ( grant.client_id !== app.client_id ) {
		throw new Refusal( 7000110, { client_id: app.client_id, other: grant.client_id } );
	}
	const user = userById( world, grant.user_id );
	if ( ! user || grant.tenant_id !== tenant.id ) {
		throw new Refusal( 70000 );
	}
	if ( user.state === 'disabled' ) {
		throw new Refusal( 50057 );
	}
	const issued = new Date( grant.issued * 1000 ).toISOString();
	if ( world.clock.now() - grant.issued > 90 * DAY ) {
		throw new Refusal( 700082, { issued } );
	}
	if ( grant.issued <= ( world.revoked.get( user.id ) ?? -Infinity ) ) {
		throw new Refusal( 50173, { issued } );
	}
	if ( ! grant.mfa ) {
		refuse( secondFactorMissing( user, grant.scopes.resources[ 0 ] ) );
	}
	if ( missingConsent( world, grant, grant.scopes ).length > 0 ) {
		throw new Refusal( 65001, { client_id: app.client_id, app: app.name } );
	}
	const scopes = narrow( world, grant, { app, tenant }, form.get( 'scope' ) );
	return { ...userTokens( world, grant, scopes, bent ), user_id: grant.user_id };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {Caller} caller
 * @returns {object} never with a refresh token
 */
export function clientCredentials( world, exchange, { tenant, app, secret } ) {
	const text = need( exchange.form, 'scope' );
	if ( ! /^\S+\/\.default$/.test( text ) ) {
		throw new Refusal( 1002012, { scope: text } );
	}
	const [ resource ] = parseScopes( text, app, tenant ).resources;
	checkClient( world, exchange, app, secret, { platform: 'web', missing: 7000216 } );
	const about = { appid: app.client_id, oid: app.service_principal_id, idtyp: 'app', tid: tenant.id };
	const given = accessToken( world, about, resource );
	return { token_type: 'Bearer', expires_in: given.expires_in, ext_expires_in: given.expires_in, access_token: given.access_token };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {Caller} caller
 * @returns {object}
 */
export function password( world, exchange, { tenant, app, secret, loginHost, bent } ) {
	const { form } = exchange;
	const username = need( form, 'username' );
	const secretWord = need( form, 'password' );
	const scopes = parseScopes( form.get( 'scope' ) ?? '', app, tenant );
	checkClient( world, exchange, app, secret, { platform: 'web', publicAllowed: app.allow_public_client } );
	const user = authenticate( world, { tenant, app }, username, secretWord );
	if ( user.home_tenant_id === CONSUMERS_TENANT ) {
		throw new Refusal( 50034, { username: user.username, directory: tenant.name } );
	}
	refuse( secondFactorMissing( user, scopes.resources[ 0 ] ) );
	checkAssignment( { tenant, app }, user );
	const grant = { client_id: app.client_id, tenant_id: tenant.id, user_id: user.id, login_host: loginHost, scopes, mfa: false, issued: world.clock.now() };
	if ( missingConsent( world, grant, scopes ).length > 0 ) {
		throw new Refusal( 65001, { client_id: app.client_id, app: app.name } );
	}
	return { ...userTokens( world, grant, scopes, bent ), user_id: user.id };
}
