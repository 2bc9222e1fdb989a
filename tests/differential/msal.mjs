/** Asks @azure/msal-node for the same URL, without a network: discovery is answered from tests/vectors/clouds. */
import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication } from '@azure/msal-node';

export const CLOUDS = [ 'global', 'gcc', 'gcc_high', 'dod', 'china' ].map( ( id ) =>
	JSON.parse( readFileSync( new URL( `../vectors/clouds/${ id }.json`, import.meta.url ), 'utf8' ) )
);

/** @returns {any} the recorded documents of a cloud */
export const cloudById = ( /** @type {string} */ id ) => CLOUDS.find( ( { cloud } ) => cloud === id );

/**
 * @param {any} cloud recorded documents
 * @returns {object} a network client that knows the discovery of one cloud and nothing else
 */
function network( cloud ) {
	const { preferred_network, aliases } = cloud.instance_discovery;
	const answer = ( /** @type {string} */ url ) => {
		const { host, pathname } = new URL( url );
		if ( aliases.includes( host ) && pathname.endsWith( '/.well-known/openid-configuration' ) ) {
			return { status: 200, headers: {}, body: cloud.openid_configuration };
		}
		if ( pathname === '/common/discovery/instance' ) {
			const metadata = [ { preferred_network, preferred_cache: preferred_network, aliases } ];
			return { status: 200, headers: {}, body: { tenant_discovery_endpoint: '', metadata } };
		}
		throw new Error( `no network in this test: ${ url }` );
	};
	return { sendGetRequestAsync: async ( /** @type {string} */ url ) => answer( url ), sendPostRequestAsync: async ( /** @type {string} */ url ) => answer( url ) };
}

/**
 * @param {any} input of the core's call `authorize_url`
 * @param {string[]} scopes of the API, without the OpenID ones, which msal-node adds by itself
 * @param {string} state
 * @param {string} codeChallenge
 * @returns {Promise<string>}
 */
export function getAuthCodeUrl( input, scopes, state, codeChallenge ) {
	const cloud = cloudById( input.cloud );
	const app = new ConfidentialClientApplication( {
		auth: {
			clientId: input.client_id,
			clientSecret: 'unused',
			authority: `https://${ cloud.instance_discovery.preferred_network }/${ input.tenant_id }`,
		},
		system: { networkClient: network( cloud ) },
	} );
	return app.getAuthCodeUrl( {
		scopes,
		state,
		codeChallenge,
		codeChallengeMethod: 'S256',
		responseMode: 'query',
		redirectUri: input.redirect_uri,
		prompt: input.prompt,
		loginHint: input.login_hint,
		domainHint: input.domain_hint,
		nonce: input.nonce,
		claims: input.claims,
	} );
}

/**
 * What msal-node posts to the token endpoint for a job.
 *
 * @param {'code'|'refresh'|'client_credentials'|'password'} job
 * @param {{cloud: string, tenant_id: string, client_id: string, client_secret: string, redirect_uri: string, code: string, code_verifier: string,
 *   refresh_token: string, username: string, password: string, scopes: string[]}} values scopes of the API, `.default` for client_credentials
 * @returns {Promise<{url: string, headers: Record<string, string>, body: string}>}
 * @throws {Error} if it posts nothing
 */
export async function tokenRequest( job, values ) {
	const cloud = cloudById( values.cloud );
	const client = /** @type {any} */ ( network( cloud ) );
	/** @type {{url: string, headers: Record<string, string>, body: string}|null} */
	let sent = null;
	client.sendPostRequestAsync = async ( /** @type {string} */ url, /** @type {any} */ options ) => {
		sent = { url, headers: options.headers, body: options.body };
		throw new Error( 'seen' );
	};
	const app = /** @type {any} */ ( new ConfidentialClientApplication( {
		auth: { clientId: values.client_id, clientSecret: values.client_secret, authority: `https://${ cloud.instance_discovery.preferred_network }/${ values.tenant_id }` },
		system: { networkClient: client },
	} ) );
	const { scopes } = values;
	const asks = {
		code: () => app.acquireTokenByCode( { code: values.code, redirectUri: values.redirect_uri, codeVerifier: values.code_verifier, scopes } ),
		refresh: () => app.acquireTokenByRefreshToken( { refreshToken: values.refresh_token, scopes } ),
		client_credentials: () => app.acquireTokenByClientCredential( { scopes } ),
		password: () => app.acquireTokenByUsernamePassword( { username: values.username, password: values.password, scopes } ),
	};
	const problem = await asks[ job ]().catch( ( /** @type {Error} */ error ) => error );
	return sent ?? Promise.reject( problem );
}
