/**
 * The control routes: tests read the log, move the clock, script faults and change the world. Never logged.
 */
import { json, page, plain, redirect } from './answer.mjs';
import { statePage } from './state-page.mjs';
import { checkSeed, SETTINGS } from './tenants/seed.mjs';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer|null} a refusal for anything that did not come from this machine's own pages and tools
 */
function guard( exchange ) {
	const { host = '', origin } = exchange.headers;
	const site = exchange.headers[ 'sec-fetch-site' ];
	if ( ! LOOPBACK.test( host ) ) {
		return plain( 403, 'Control routes answer loopback host names only.\n' );
	}
	if ( ( site !== undefined && site !== 'same-origin' && site !== 'none' ) || ( origin !== undefined && origin !== `http://${ host }` ) ) {
		return plain( 403, 'Control routes do not answer other sites.\n' );
	}
	return null;
}

/**
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {any} the JSON value that was sent, from the body or from the field `json` of a form
 * @throws {TypeError}
 */
function read( exchange ) {
	const text = exchange.form.get( 'json' ) ?? exchange.text;
	try {
		return text.trim() === '' ? {} : JSON.parse( text );
	} catch {
		throw new TypeError( 'the body is not JSON' );
	}
}

/**
 * @param {any} value
 * @param {string} sentence
 * @returns {number|null}
 */
function seconds( value, sentence ) {
	if ( ! Number.isInteger( value ) || Math.abs( value ) > 1e10 ) {
		throw new TypeError( sentence );
	}
	return value;
}

const LISTS = { tenants: 'id', apps: 'client_id', users: 'username', workspaces: 'id', datasets: 'id', reports: 'id', dashboards: 'id' };

/**
 * Changes rows of the world: {"users": {"merchant@contoso.example": {"licensed": false}}, "consents": []}.
 *
 * @param {import('./world.mjs').World} world
 * @param {any} change
 */
function patch( world, change ) {
	const lists = [ ...Object.keys( LISTS ), 'consents' ];
	const next = structuredClone( { ...world.settings, ...Object.fromEntries( lists.map( ( list ) => [ list, world[ list ] ] ) ) } );
	for ( const [ list, rows ] of Object.entries( change ) ) {
		if ( list === 'consents' ) {
			next.consents = rows;
			continue;
		}
		if ( ! Object.hasOwn( LISTS, list ) || typeof rows !== 'object' || rows === null ) {
			throw new TypeError( `"${ list }" cannot be changed` );
		}
		for ( const [ id, fields ] of Object.entries( rows ) ) {
			const row = next[ list ].find( ( each ) => each[ LISTS[ list ] ] === id );
			const unknown = row && Object.keys( fields ).find( ( name ) => ! Object.hasOwn( row, name ) );
			if ( ! row || unknown ) {
				throw new TypeError( `"${ list }" has no "${ unknown ? `${ id }.${ unknown }` : id }"` );
			}
			Object.assign( row, fields );
		}
	}
	const checked = checkSeed( next );
	Object.assign( world, Object.fromEntries( lists.map( ( list ) => [ list, checked[ list ] ] ) ) );
}

/** @type {Record<string, (world: import('./world.mjs').World, exchange: import('./exchange.mjs').Exchange) => unknown>} */
const ROUTES = {
	'GET log': ( world ) => world.log.entries,
	'DELETE log': ( world ) => world.log.clear(),
	'POST reset': ( world ) => world.reset(),
	'GET clock': ( world ) => ( { offset_seconds: world.clock.offsetSeconds, now: world.clock.now() } ),
	'POST clock': ( world, exchange ) => {
		world.clock.set( seconds( read( exchange ).offset_seconds, '"offset_seconds" must be a whole number' ) );
		return { offset_seconds: world.clock.offsetSeconds, now: world.clock.now() };
	},
	'GET faults': ( world ) => world.faults.list,
	'POST faults': ( world, exchange ) => {
		world.faults.set( read( exchange ) );
		return world.faults.list;
	},
	'POST faults/add': ( world, exchange ) => {
		world.faults.add( read( exchange ) );
		return world.faults.list;
	},
	'DELETE faults': ( world ) => world.faults.set( [] ),
	'POST settings': ( world, exchange ) => {
		const wanted = read( exchange );
		for ( const [ name, value ] of Object.entries( wanted ) ) {
			if ( ! Object.hasOwn( SETTINGS, name ) ) {
				throw new TypeError( `only these can be set: ${ Object.keys( SETTINGS ).join( ', ' ) }` );
			}
			wanted[ name ] = name === 'access_token_seconds' && value === null ? null : seconds( value, `"${ name }" must be a whole number` );
		}
		return Object.assign( world.settings, wanted );
	},
	'POST keys': ( world, exchange ) => ( { kid: world.keys.rotate( read( exchange ) ) } ),
	'POST revoke': ( world, exchange ) => {
		const { username } = read( exchange );
		const users = world.users.filter( ( each ) => each.username === username );
		if ( users.length === 0 ) {
			throw new TypeError( `there is no user "${ username }"` );
		}
		users.forEach( ( user ) => world.revoked.set( user.id, world.clock.now() ) );
		for ( const browser of world.browsers.values() ) {
			browser.accounts = browser.accounts.filter( ( id ) => ! users.some( ( user ) => user.id === id ) );
		}
	},
	'POST patch': ( world, exchange ) => patch( world, read( exchange ) ),
	'POST seed': ( world, exchange ) => world.reset( checkSeed( read( exchange ) ) ),
};

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {import('./answer.mjs').Answer}
 */
export function control( world, exchange ) {
	const refused = guard( exchange );
	if ( refused ) {
		return refused;
	}
	const name = exchange.segments.slice( 1 ).join( '/' );
	const route = Object.hasOwn( ROUTES, `${ exchange.method } ${ name }` ) ? ROUTES[ `${ exchange.method } ${ name }` ] : null;
	if ( ! route ) {
		const allowed = Object.keys( ROUTES ).filter( ( each ) => each.split( ' ' )[ 1 ] === name ).map( ( each ) => each.split( ' ' )[ 0 ] );
		return allowed.length > 0 ? plain( 405, 'Wrong method.\n', { Allow: allowed.join( ', ' ) } ) : plain( 404, 'No such control route.\n' );
	}
	try {
		const value = route( world, exchange );
		return exchange.form.has( 'back' ) ? redirect( '/', {}, 303 ) : json( 200, value ?? { ok: true } );
	} catch ( error ) {
		return json( 400, { error: error.message } );
	}
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {string} base
 * @returns {import('./answer.mjs').Answer}
 */
export function front( world, exchange, base ) {
	return guard( exchange ) ?? page( 200, statePage( world, base ) );
}
