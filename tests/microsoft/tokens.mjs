/**
 * Tokens: what is in them and what the token endpoint says when it gives them out.
 */
import { randomInt } from 'node:crypto';
import { userById } from './directory.mjs';
import { fullName } from './scopes.mjs';
import { randomText } from './world.mjs';

const SLACK = 300;

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./world.mjs').Grant & {nonce?: string|null}} grant
 * @param {import('./faults.mjs').Fault|null} [bent] a fault of kind id_token: what to say other than the truth
 * @returns {string|undefined} undefined if the fault leaves it out
 */
export function idToken( world, grant, bent = null ) {
	const now = world.clock.now();
	const user = userById( world, grant.user_id );
	const profile = grant.scopes.oidc.includes( 'profile' );
	if ( bent?.omit ) {
		return undefined;
	}
	const claims = {
		aud: grant.client_id,
		iss: `https://${ grant.login_host }/${ grant.tenant_id }/v2.0`,
		iat: now - SLACK,
		nbf: now - SLACK,
		exp: now + 3600,
		...( profile ? { name: user.name, preferred_username: user.username } : {} ),
		...( grant.scopes.oidc.includes( 'email' ) ? { email: user.username } : {} ),
		...( grant.nonce ? { nonce: grant.nonce } : {} ),
		...( user.home_tenant_id !== user.tenant_id ? { idp: `https://sts.windows.net/${ user.home_tenant_id }/` } : {} ),
		oid: user.id,
		sub: `${ user.id.slice( 0, 8 ) }${ grant.client_id.slice( 0, 8 ) }`,
		tid: grant.tenant_id,
		uti: randomText( 16 ),
		ver: '2.0',
		...( bent?.set ?? {} ),
		...Object.fromEntries( Object.entries( bent?.shift ?? {} ).map( ( [ name, seconds ] ) => [ name, now + seconds ] ) ),
	};
	// A claim set to null is left out.
	return world.keys.signToken( Object.fromEntries( Object.entries( claims ).filter( ( [ , value ] ) => value !== null ) ), bent?.signature );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {object} about the claims that differ: scp or roles, who, app
 * @param {string} resource
 * @returns {{access_token: string, expires_in: number}}
 */
export function accessToken( world, about, resource ) {
	const now = world.clock.now();
	const expires = world.settings.access_token_seconds ?? randomInt( 3600, 5401 );
	const claims = {
		aud: resource,
		iss: `https://sts.windows.net/${ about.tid }/`,
		iat: now - SLACK,
		nbf: now - SLACK,
		exp: now + expires,
		uti: randomText( 16 ),
		ver: '1.0',
		...about,
	};
	world.accessTokens.set( claims.uti, claims );
	return { access_token: world.keys.signToken( claims ), expires_in: expires };
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./world.mjs').Grant & {nonce?: string|null}} grant
 * @param {import('./scopes.mjs').ScopeRequest} scopes those of this call
 * @param {import('./faults.mjs').Fault|null} [bent] for the ID token
 * @returns {object} body of a good answer for a user
 */
export function userTokens( world, grant, scopes, bent = null ) {
	const [ resource ] = scopes.resources;
	const permissions = scopes.permissions.filter( ( each ) => each.resource === resource );
	const user = userById( world, grant.user_id );
	const token = accessToken( world, {
		appid: grant.client_id,
		name: user.name,
		oid: user.id,
		scp: ( permissions.length > 0 ? permissions.map( ( each ) => each.name ) : scopes.oidc ).join( ' ' ),
		tid: grant.tenant_id,
		upn: user.username,
	}, resource );
	const named = permissions.length > 0 ? permissions.map( fullName ) : scopes.oidc;
	const body = {
		token_type: 'Bearer',
		scope: [ ...named, ...( scopes.defaults ? [ `${ resource }/.default` ] : [] ) ].join( ' ' ),
		expires_in: token.expires_in,
		ext_expires_in: token.expires_in,
		access_token: token.access_token,
	};
	if ( scopes.oidc.includes( 'offline_access' ) ) {
		body.refresh_token = `1.A${ randomText( 90 ) }.${ randomText( 200 ) }`;
		const { client_id, tenant_id, user_id, login_host, mfa } = grant;
		world.refreshTokens.set( body.refresh_token, { client_id, tenant_id, user_id, login_host, mfa, scopes, platform: grant.platform ?? grant.redirect?.platform ?? 'web', issued: world.clock.now() } );
	}
	if ( scopes.oidc.includes( 'openid' ) ) {
		body.id_token = idToken( world, { ...grant, scopes }, bent );
	}
	return body;
}
