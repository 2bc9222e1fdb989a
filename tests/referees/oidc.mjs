/**
 * npm's oidc-provider in Entra's place: a certified OpenID provider that no one here wrote judges the sign-in. What it cannot know is
 * put around it: Entra's addresses, the pages of a person, and Power BI, which the stand-in answers for every token of the provider's.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider, interactionPolicy } from 'oidc-provider';
import { control, down, newCode, redeem, up } from '../microsoft/harness.mjs';
import { consentPage, signInPage } from '../microsoft/pages.mjs';
import { loadSeed } from '../microsoft/tenants/seed.mjs';

const seed = loadSeed();
const [ TENANT ] = seed.tenants;
const [ APP ] = seed.apps;
const LOGIN = 'login.microsoftonline.com';
const MOUNT = `/${ LOGIN }/${ TENANT.id }`;
const RESOURCE = 'https://analysis.windows.net/powerbi/api';
const OIDC = [ 'openid', 'profile', 'email', 'offline_access' ];

/**
 * @param {string[]} redirectUris
 * @returns {Provider}
 */
function makeProvider( redirectUris ) {
	const { privateKey } = generateKeyPairSync( 'rsa', { modulusLength: 2048 } );
	const policy = interactionPolicy.base();
	policy.add( new interactionPolicy.Prompt( { name: 'select_account', requestable: true } ), 0 );
	const provider = new Provider( `https://${ LOGIN }/${ TENANT.id }/v2.0`, {
		clients: [ {
			client_id: APP.client_id, client_secret: APP.secrets[ 0 ].value, redirect_uris: redirectUris, response_types: [ 'code' ],
			grant_types: [ 'authorization_code', 'refresh_token', 'client_credentials' ], token_endpoint_auth_method: 'client_secret_post',
		} ],
		clientAuthMethods: [ 'client_secret_post' ],
		cookies: { keys: [ randomUUID() ] },
		jwks: { keys: [ { ...privateKey.export( { format: 'jwk' } ), use: 'sig', alg: 'RS256', kid: randomUUID() } ] },
		pkce: { required: () => true },
		responseTypes: [ 'code' ],
		rotateRefreshToken: true,
		conformIdTokenClaims: false,
		claims: { openid: [ 'sub', 'tid', 'oid', 'nbf', 'ver' ], profile: [ 'name', 'preferred_username' ] },
		findAccount( _, id ) {
			const user = seed.users.find( ( each ) => each.id === id );
			// Entra's own claims; `nbf` is one of them.
			return user && { accountId: id, claims: () => ( { sub: id, oid: id, tid: TENANT.id, nbf: Math.floor( Date.now() / 1000 ), ver: '2.0', name: user.name, preferred_username: user.username } ) };
		},
		interactions: { policy, url: ( _, interaction ) => `${ MOUNT }/interaction/${ interaction.uid }` },
		routes: { authorization: '/oauth2/v2.0/authorize', token: '/oauth2/v2.0/token', jwks: '/discovery/v2.0/keys' },
		scopes: OIDC,
		features: {
			devInteractions: { enabled: false },
			clientCredentials: { enabled: true },
			resourceIndicators: {
				enabled: true,
				defaultResource: () => RESOURCE,
				useGrantedResource: () => true,
				getResourceServerInfo: () => ( {
					scope: [ ...APP.permissions.map( ( name ) => `${ RESOURCE }/${ name }` ), `${ RESOURCE }/.default` ].join( ' ' ),
					audience: RESOURCE, accessTokenFormat: 'opaque', accessTokenTTL: 3600,
				} ),
			},
		},
		ttl: { AuthorizationCode: 60, AccessToken: 3600, ClientCredentials: 3600, IdToken: 3600, RefreshToken: 86400, Grant: 86400, Session: 3600, Interaction: 900 },
	} );
	provider.on( 'server_error', ( _, error ) => process.stderr.write( `${ error.stack }\n` ) );
	return provider;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<URLSearchParams>}
 */
async function readForm( request ) {
	let text = '';
	for await ( const chunk of request ) {
		text += chunk;
	}
	return new URLSearchParams( text );
}

/**
 * A person's pages: the stand-in's own, so that whoever signs in finds the same labels.
 *
 * @param {Provider} provider
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function interact( provider, request, response ) {
	const details = await provider.interactionDetails( request, response );
	const { prompt, params } = details;
	const names = String( params.scope ).split( ' ' );
	const flow = {
		id: details.uid, canary: '', loginHost: LOGIN, tenantName: `${ TENANT.id }/interaction/${ details.uid }`, tenant: TENANT, app: APP, kind: 'authorize',
		scopes: { oidc: names.filter( ( name ) => OIDC.includes( name ) ), permissions: names.filter( ( name ) => name.startsWith( RESOURCE ) ).map( ( name ) => ( { resource: RESOURCE, name: name.slice( RESOURCE.length + 1 ) } ) ) },
	};
	const finish = ( result ) => provider.interactionFinished( request, response, result, { mergeWithLastSubmission: true } );
	if ( request.method === 'POST' ) {
		const form = await readForm( request );
		if ( prompt.name === 'consent' ) {
			if ( form.get( 'decision' ) !== 'accept' ) {
				return finish( { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent to access the app.' } );
			}
			const grant = details.grantId ? await provider.Grant.find( details.grantId ) : new provider.Grant( { accountId: details.session.accountId, clientId: params.client_id } );
			grant.addOIDCScope( names.filter( ( name ) => OIDC.includes( name ) ).join( ' ' ) );
			grant.addResourceScope( RESOURCE, names.filter( ( name ) => name.startsWith( RESOURCE ) ).join( ' ' ) );
			return finish( { consent: { grantId: await grant.save() } } );
		}
		const user = seed.users.find( ( each ) => each.username === form.get( 'login' ) && each.password === form.get( 'passwd' ) );
		if ( user ) {
			return finish( { login: { accountId: user.id }, select_account: {} } );
		}
	}
	const user = seed.users.find( ( each ) => each.id === details.session?.accountId );
	const shown = prompt.name === 'consent' ? consentPage( flow, user ) : signInPage( flow, { username: String( params.login_hint ?? '' ) } );
	// The forms of these pages name a tenant: here it holds the way back to the interaction as well.
	response.writeHead( 200, { 'Content-Type': 'text/html; charset=utf-8' } ).end( String( shown ).replaceAll( encodeURIComponent( flow.tenantName ), flow.tenantName ) );
}

/**
 * @param {string} url of the stand-in
 * @returns {Promise<(path: string) => Promise<{status: number, text: string}>>} asks its Power BI as the merchant
 */
async function powerBiOf( url ) {
	const scopes = APP.permissions.map( ( name ) => `${ RESOURCE }/${ name }` );
	await control( 'patch', { consents: [ { tenant_id: TENANT.id, client_id: APP.client_id, user_id: null, scopes } ] } );
	const { body } = await redeem( await newCode( { scope: scopes.join( ' ' ) } ) );
	return async ( path ) => {
		const answer = await fetch( url + path, { headers: { authorization: `Bearer ${ body.access_token }` } } );
		return { status: answer.status, text: await answer.text() };
	};
}

/**
 * @param {object} options
 * @param {string[]} options.redirectUris
 * @param {number} [options.port] 0 picks a free one
 * @returns {Promise<{url: string, calls: {method: string, host: string, path: string, grant_type?: string, status: number}[], end: () => Promise<void>}>}
 */
export async function startOidc( { redirectUris, port = 0 } ) {
	const provider = makeProvider( redirectUris );
	const handle = provider.callback();
	const powerBi = await powerBiOf( ( await up() ).url );
	/** @type {any[]} */
	const calls = [];
	const server = createServer( async ( request, response ) => {
		const url = new URL( request.url ?? '/', 'http://127.0.0.1' );
		const json = ( status, value ) => response.writeHead( status, { 'Content-Type': 'application/json' } ).end( JSON.stringify( value ) );
		try {
			if ( url.pathname.startsWith( '/_control/' ) ) {
				if ( url.pathname.endsWith( '/reset' ) ) {
					calls.length = 0;
				}
				return json( 200, url.pathname.endsWith( '/log' ) ? calls : { ok: true } );
			}
			const entry = { method: request.method ?? '', host: url.pathname.split( '/' )[ 1 ], path: `/${ url.pathname.split( '/' ).slice( 2 ).join( '/' ) }`, status: 0 };
			response.once( 'finish', () => calls.push( Object.assign( entry, { status: response.statusCode } ) ) );
			if ( url.pathname.startsWith( '/api.powerbi.com/' ) && request.method === 'GET' ) {
				const token = await provider.AccessToken.find( ( request.headers.authorization ?? '' ).replace( /^Bearer /, '' ) );
				const { status, text } = token?.scope?.includes( `${ RESOURCE }/Workspace.ReadWrite.All` ) ? await powerBi( url.pathname + url.search ) : { status: 401, text: '{}' };
				return response.writeHead( status, { 'Content-Type': 'application/json' } ).end( text );
			}
			if ( url.pathname.startsWith( `${ MOUNT }/interaction/` ) ) {
				return await interact( provider, request, response );
			}
			if ( ! url.pathname.startsWith( `${ MOUNT }/` ) ) {
				return response.writeHead( 404 ).end();
			}
			if ( request.method === 'POST' ) {
				// Read here for the log; the provider takes a body that was read before.
				const form = await readForm( request );
				Object.assign( request, { body: Object.fromEntries( form ) } );
				Object.assign( entry, { grant_type: form.get( 'grant_type' ) } );
			}
			Object.assign( request, { originalUrl: request.url, url: url.pathname.slice( MOUNT.length ) + url.search } );
			await handle( request, response );
		} catch ( error ) {
			process.stderr.write( `${ error.stack }\n` );
			response.headersSent ? response.destroy() : response.writeHead( 500 ).end( error.message );
		}
	} );
	await new Promise( ( resolve ) => server.listen( port, '127.0.0.1', () => resolve( undefined ) ) );
	const bound = /** @type {import('node:net').AddressInfo} */ ( server.address() );
	return {
		url: `http://127.0.0.1:${ bound.port }`,
		calls,
		end: async () => {
			server.close();
			server.closeAllConnections();
			await down();
		},
	};
}
