/**
 * The AADSTS numbers the stand-in uses by itself: the OAuth error they travel with and a text in Entra's manner.
 * Faults may script any other number: those of tests/vectors/microsoft/aadsts.json come with their meaning as text. The texts are ours
 * in wording; only the numbers and errors are relied upon.
 */
import { readFileSync } from 'node:fs';

/** @type {Record<number, {error: string, text: string, suberror?: string}>} */
export const AADSTS = {
	// The app, the tenant, the address: shown on a page by authorize, JSON from the token endpoint.
	50011: { error: 'invalid_request', text: 'The redirect URI \'{uri}\' specified in the request does not match the redirect URIs configured for the application \'{client_id}\'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.' },
	50194: { error: 'invalid_request', text: 'Application \'{client_id}\'({app}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after \'10/15/2018\'. Use a tenant-specific endpoint or configure the application to be multi-tenant.' },
	90002: { error: 'invalid_request', text: 'Tenant \'{tenant}\' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.' },
	500113: { error: 'invalid_request', text: 'No reply address is registered for the application.' },
	500117: { error: 'invalid_request', text: 'The reply URI specified in the request is not using a secure scheme.' },
	700016: { error: 'unauthorized_client', text: 'Application with identifier \'{client_id}\' was not found in the directory \'{directory}\'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.' },
	900021: { error: 'invalid_request', text: 'Requested tenant identifier \'{tenant}\' is not valid. Tenant identifiers may not be an empty GUID.' },
	900023: { error: 'invalid_request', text: 'Specified tenant identifier \'{tenant}\' is neither a valid DNS name, nor a valid external domain.' },
	900971: { error: 'invalid_request', text: 'No reply address provided.' },
	9000411: { error: 'invalid_request', text: 'The request is not properly formatted. The parameter \'{parameter}\' is duplicated.' },
	9001023: { error: 'invalid_request', text: 'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.' },
	9002332: { error: 'invalid_request', text: 'Application \'{client_id}\'({app}) is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint to serve this request.' },
	90130: { error: 'invalid_request', text: 'Application \'{client_id}\'({app}) is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.' },

	// The authorize request.
	50147: { error: 'invalid_request', text: 'Missing code challenge parameter.' },
	50149: { error: 'invalid_request', text: 'Invalid Code_Challenge_method parameter.' },
	501491: { error: 'invalid_request', text: 'Invalid size of Code_Challenge parameter.' },
	70005: { error: 'unsupported_response_type', text: 'The value of the input parameter \'response_type\' is not supported: \'{value}\'.' },
	70007: { error: 'invalid_request', text: '\'{value}\' is not a supported value of \'response_mode\' when requesting a token.' },
	700054: { error: 'unsupported_response_type', text: 'response_type \'id_token\' is not enabled for the application.' },
	90023: { error: 'invalid_request', text: 'The value \'{value}\' of the parameter \'prompt\' is not supported.' },
	70011: { error: 'invalid_scope', text: 'The provided request must include a \'scope\' input parameter. The provided value for the input parameter \'scope\' is not valid. The scope \'{scope}\' is not valid. {why}' },
	500011: { error: 'invalid_resource', text: 'The resource principal named {resource} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.' },
	650052: { error: 'invalid_client', text: 'The app is trying to access a service \'{resource}\'(Power BI Service) that your organization \'{directory}\' lacks a service principal for. Contact your IT Admin to review the configuration of your service subscriptions or consent to the application in order to create the required service principal.' },
	650053: { error: 'invalid_client', text: 'The application \'{app}\' asked for scope \'{scope}\' that doesn\'t exist on the resource \'{resource}\'. Contact the app vendor.' },

	// The person.
	50020: { error: 'access_denied', text: 'User account \'{username}\' from identity provider \'{provider}\' does not exist in tenant \'{directory}\' and cannot access the application \'{client_id}\'({app}) in that tenant. The account needs to be added as an external user in the tenant first.' },
	50034: { error: 'invalid_grant', text: 'The user account {username} does not exist in the {directory} directory. To sign into this application, the account must be added to the directory.' },
	50053: { error: 'invalid_grant', text: 'The account is locked, you\'ve tried to sign in too many times with an incorrect user ID or password.' },
	50055: { error: 'invalid_grant', text: 'The password is expired.', suberror: 'user_password_expired' },
	50057: { error: 'invalid_grant', text: 'The user account is disabled.' },
	50058: { error: 'login_required', text: 'A silent sign-in request was sent but no user is signed in.' },
	50076: { error: 'invalid_grant', text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access \'{resource}\'.', suberror: 'basic_action' },
	50079: { error: 'invalid_grant', text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access \'{resource}\'.', suberror: 'basic_action' },
	50089: { error: 'invalid_request', text: 'Authentication failed due to flow token expired. Start the sign-in again from the application.' },
	16000: { error: 'interaction_required', text: 'Several accounts are signed in and the request does not say which one to use.' },
	50126: { error: 'invalid_grant', text: 'Error validating credentials due to invalid username or password.' },
	50105: { error: 'access_denied', text: 'Your administrator has configured the application {app} (\'{client_id}\') to block users unless they are specifically granted (\'assigned\') access to the application. The signed-in user \'{username}\' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.' },
	50173: { error: 'invalid_grant', text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on \'{issued}\'.', suberror: 'bad_token' },
	500121: { error: 'access_denied', text: 'Authentication failed during strong authentication request.' },
	65001: { error: 'invalid_grant', text: 'The user or administrator has not consented to use the application with ID \'{client_id}\' named \'{app}\'. Send an interactive authorization request for this user and resource.', suberror: 'consent_required' },
	65004: { error: 'access_denied', text: 'User declined to consent to access the app.' },
	90095: { error: 'access_denied', text: 'Admin consent is required for the permissions requested by this application. An admin consent request may be sent to the admin.' },
	90094: { error: 'access_denied', text: 'Admin consent is required for the permissions requested by this application.' },

	// The token endpoint.
	900144: { error: 'invalid_request', text: 'The request body must contain the following parameter: \'{parameter}\'.' },
	900561: { error: 'invalid_request', text: 'The endpoint only accepts {allowed} requests. Received a {method} request.' },
	70003: { error: 'unsupported_grant_type', text: 'The app requested an unsupported grant type \'{grant_type}\'.' },
	9002313: { error: 'invalid_grant', text: 'Invalid request. Request is malformed or invalid.' },
	700025: { error: 'invalid_client', text: 'Client is public so neither \'client_assertion\' nor \'client_secret\' should be presented.' },
	7000215: { error: 'invalid_client', text: 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app \'{client_id}\'.' },
	7000216: { error: 'invalid_client', text: '\'client_assertion\', \'client_secret\' or \'request\' is required for the \'client_credentials\' grant type.' },
	7000218: { error: 'invalid_client', text: 'The request body must contain the following parameter: \'client_assertion\' or \'client_secret\'.' },
	7000222: { error: 'invalid_client', text: 'The provided client secret keys for app \'{client_id}\' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security.' },
	9002325: { error: 'invalid_request', text: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.' },
	9002326: { error: 'invalid_request', text: 'Cross-origin token redemption is permitted only for the \'Single-Page Application\' client-type. Request origin: \'{origin}\'.' },
	9002327: { error: 'invalid_request', text: 'Tokens issued for the \'Single-Page Application\' client-type may only be redeemed via cross-origin requests.' },
	50148: { error: 'invalid_grant', text: 'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.' },
	501481: { error: 'invalid_grant', text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.' },
	500112: { error: 'invalid_client', text: 'The reply address \'{uri}\' does not match the reply address \'{expected}\' provided when requesting Authorization code.' },
	54005: { error: 'invalid_grant', text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.' },
	70000: { error: 'invalid_grant', text: 'The provided value for the input parameter \'refresh_token\' is not valid.', suberror: 'bad_token' },
	70008: { error: 'invalid_grant', text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.' },
	700005: { error: 'invalid_grant', text: 'Provided Authorization Code is intended to use against other tenant, thus rejected.' },
	700082: { error: 'invalid_grant', text: 'The refresh token has expired due to inactivity. The token was issued on {issued} and was inactive for 90.00:00:00.' },
	7000110: { error: 'invalid_grant', text: 'Request is ambiguous, multiple application identifiers found. Application identifiers: \'{client_id}, {other}\'.' },
	1002012: { error: 'invalid_scope', text: 'The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).' },
};

/** The `error` that comes with numbers that only faults say, by their beginning; the longest that fits counts. Assumed, like most of these. */
const ERRORS_BY_START = {
	'': 'invalid_request', 16: 'interaction_required', 28: 'invalid_grant', 50: 'invalid_grant', 53: 'access_denied', 54: 'invalid_grant', 65: 'access_denied', 70: 'invalid_grant',
	80: 'invalid_grant', 90: 'invalid_request', 500: 'invalid_grant', 5000: 'invalid_grant', 50012: 'invalid_client', 50058: 'login_required', 5300: 'interaction_required',
	650: 'invalid_client', 700: 'invalid_client', 70001: 'unauthorized_client', 700011: 'unauthorized_client', 7000112: 'unauthorized_client', 7000113: 'unauthorized_client', 700082: 'invalid_grant',
	90033: 'temporarily_unavailable', 90055: 'temporarily_unavailable', 90013: 'invalid_request', 900: 'invalid_request', 50033: 'server_error', 90012: 'server_error', 50199: 'interaction_required',
};

/** @type {Map<number, {meaning: string}>|null} */
let meanings = null;

/**
 * @param {number} code
 * @returns {{error: string, text: string, suberror?: string}} what travels with a number, whoever says it
 */
export function aadsts( code ) {
	if ( Object.hasOwn( AADSTS, code ) ) {
		return AADSTS[ code ];
	}
	meanings ??= new Map( JSON.parse( readFileSync( new URL( '../vectors/microsoft/aadsts.json', import.meta.url ), 'utf8' ) ).map( ( row ) => [ row.code, row ] ) );
	const start = Object.keys( ERRORS_BY_START ).filter( ( each ) => String( code ).startsWith( each ) ).sort( ( a, b ) => b.length - a.length )[ 0 ];
	return { error: ERRORS_BY_START[ start ], text: meanings.get( code )?.meaning ?? 'An error occurred.' };
}
