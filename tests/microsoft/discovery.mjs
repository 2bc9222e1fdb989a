/**
 * The OpenID discovery document and the published keys of a tenant.
 */
import { json } from './answer.mjs';
import { cloudById } from './clouds.mjs';
import { findTenant, sharedEndpoint } from './directory.mjs';
import { CONSUMERS_TENANT } from './tenants/seed.mjs';

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, OPTIONS' };
const CACHE = { 'Cache-Control': 'max-age=86400, private', Pragma: '', Expires: '' };

/**
 * @param {string} loginHost
 * @param {string} id
 * @returns {string} the issuer that ID tokens carry: always the real host, never the stand-in's address
 */
const issuer = ( loginHost, id ) => `https://${ loginHost }/${ id }/v2.0`;

/**
 * @param {Record<string, string>} extra
 * @returns {Record<string, string>} without the empty ones
 */
const headers = ( extra ) => Object.fromEntries( Object.entries( extra ).filter( ( [ , value ] ) => value !== '' ) );

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {string} base address of the stand-in; the endpoints named in the document live there
 * @returns {import('./answer.mjs').Answer}
 * @throws {import('./refusal.mjs').Refusal} 90002 (invalid_tenant), 900023, 900021
 */
export function discovery( world, exchange, base ) {
	const [ loginHost, name ] = exchange.segments;
	const shared = sharedEndpoint( name );
	const tenant = shared ? null : findTenant( world, loginHost, name, 'invalid_tenant' );
	const id = tenant?.id ?? ( shared === 'consumers' ? CONSUMERS_TENANT : '{tenantid}' );
	const cloud = tenant ? cloudById( tenant.cloud ) : cloudById( loginHost.endsWith( '.us' ) ? 'gcc_high' : loginHost.endsWith( '.cn' ) ? 'china' : 'global' );
	const at = `${ base }/${ loginHost }/${ tenant?.id ?? name.toLowerCase() }`;
	return json( 200, {
		token_endpoint: `${ at }/oauth2/v2.0/token`,
		token_endpoint_auth_methods_supported: [ 'client_secret_post', 'private_key_jwt', 'client_secret_basic' ],
		jwks_uri: `${ at }/discovery/v2.0/keys`,
		response_modes_supported: [ 'query', 'fragment', 'form_post' ],
		subject_types_supported: [ 'pairwise' ],
		id_token_signing_alg_values_supported: [ 'RS256' ],
		response_types_supported: [ 'code', 'id_token', 'code id_token', 'id_token token' ],
		scopes_supported: [ 'openid', 'profile', 'email', 'offline_access' ],
		issuer: issuer( loginHost, id ),
		request_uri_parameter_supported: false,
		userinfo_endpoint: `https://${ cloud.graphHost }/oidc/userinfo`,
		authorization_endpoint: `${ at }/oauth2/v2.0/authorize`,
		device_authorization_endpoint: `${ at }/oauth2/v2.0/devicecode`,
		http_logout_supported: true,
		frontchannel_logout_supported: true,
		end_session_endpoint: `${ at }/oauth2/v2.0/logout`,
		claims_supported: [ 'sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver' ],
		tenant_region_scope: tenant ? cloud.regionScope : null,
		...( tenant && cloud.regionSubScope ? { tenant_region_sub_scope: cloud.regionSubScope } : {} ),
		cloud_instance_name: cloud.instanceName,
		cloud_graph_host_name: cloud.graphHost.replace( /^graph\.microsoft\.com$/, 'graph.windows.net' ),
		msgraph_host: cloud.graphHost,
	}, headers( { ...CORS, ...CACHE } ) );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer}
 * @throws {import('./refusal.mjs').Refusal}
 */
export function keys( world, exchange ) {
	const [ loginHost, name ] = exchange.segments;
	const id = sharedEndpoint( name ) ? '{tenantid}' : findTenant( world, loginHost, name, 'invalid_tenant' ).id;
	return json( 200, world.keys.jwks( issuer( loginHost, id ) ), headers( { ...CORS, ...CACHE } ) );
}
