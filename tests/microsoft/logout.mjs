/**
 * The end-session endpoint: the browser forgets who was signed in.
 */
import { page, redirect } from './answer.mjs';
import { findTenant, sharedEndpoint } from './directory.mjs';
import { COOKIE } from './flow.mjs';
import { signedOutPage } from './pages.mjs';
import { redirectMatches } from './redirect-uri.mjs';

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer} back to `post_logout_redirect_uri` if any app of the directory registered it, else a page
 * @throws {import('./refusal.mjs').Refusal} 90002, 900023, 900021
 */
export function logout( world, exchange ) {
	const [ loginHost, name ] = exchange.segments;
	const tenant = sharedEndpoint( name ) ? null : findTenant( world, loginHost, name );
	world.browsers.delete( exchange.cookies[ COOKIE ] ?? '' );
	const wanted = exchange.query.get( 'post_logout_redirect_uri' ) ?? '';
	const apps = world.apps.filter( ( app ) => ! tenant || app.tenant_id === tenant.id );
	const known = apps.some( ( app ) => app.redirect_uris.some( ( { uri } ) => redirectMatches( uri, wanted ) ) );
	return known ? redirect( wanted ) : page( 200, signedOutPage() );
}
