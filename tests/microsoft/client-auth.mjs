/**
 * Is the caller of the token endpoint the app it says it is?
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal.mjs';

const digest = ( text ) => createHash( 'sha256' ).update( text ).digest();

/**
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {{client_id: string|null, secret: string|null}} from the body, else from HTTP Basic
 */
export function readCredentials( exchange ) {
	const { form, headers } = exchange;
	const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec( headers.authorization ?? '' );
	let [ user, password ] = [ null, null ];
	if ( basic ) {
		const text = Buffer.from( basic[ 1 ], 'base64' ).toString( 'utf8' );
		const cut = text.indexOf( ':' );
		[ user, password ] = [ text.slice( 0, Math.max( cut, 0 ) ), text.slice( cut + 1 ) ].map( formDecode );
	}
	return { client_id: form.get( 'client_id' ) ?? user, secret: form.get( 'client_secret' ) ?? password };
}

/**
 * @param {string} text
 * @returns {string} as it was before form encoding, unchanged if it was never encoded
 */
function formDecode( text ) {
	try {
		return decodeURIComponent( text.replace( /\+/g, ' ' ) );
	} catch {
		return text;
	}
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {import('./tenants/seed.mjs').App} app
 * @param {string|null} secret
 * @param {{platform: string, missing?: number, publicAllowed?: boolean}} rules platform of the address the grant came by
 * @throws {Refusal} 9002326, 9002327, 7000218, 7000216, 7000215, 7000222, 700025
 */
export function checkClient( world, exchange, app, secret, { platform, missing = 7000218, publicAllowed = false } ) {
	const { origin } = exchange.headers;
	if ( origin !== undefined && platform !== 'spa' ) {
		throw new Refusal( 9002326, { origin } );
	}
	if ( platform === 'spa' && origin === undefined ) {
		throw new Refusal( 9002327 );
	}
	if ( platform === 'spa' && ! secret ) {
		return;
	}
	if ( platform === 'spa' || ( publicAllowed && secret ) || ( platform === 'public' && secret ) ) {
		throw new Refusal( 700025 );
	}
	if ( ! secret ) {
		if ( publicAllowed || platform === 'public' ) {
			return;
		}
		throw new Refusal( missing );
	}
	const sent = digest( secret );
	const known = app.secrets.find( ( each ) => timingSafeEqual( digest( each.value ), sent ) );
	if ( ! known ) {
		throw new Refusal( 7000215, { client_id: app.client_id } );
	}
	if ( Date.parse( known.expires ) / 1000 <= world.clock.now() ) {
		throw new Refusal( 7000222, { client_id: app.client_id } );
	}
}
