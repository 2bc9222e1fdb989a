/**
 * Everything the stand-in remembers between two requests. `reset()` puts it back to the seed.
 */
import { randomBytes } from 'node:crypto';
import { Faults } from './faults.mjs';
import { Log } from './log.mjs';
import { checkSeed, SETTINGS } from './tenants/seed.mjs';

/** A map that forgets its oldest entry when it is full, so that a long run cannot eat the machine. */
export class BoundedMap extends Map {
	/** @param {number} limit */
	constructor( limit ) {
		super();
		this.limit = limit;
	}

	set( key, value ) {
		if ( ! this.has( key ) && this.size >= this.limit ) {
			this.delete( this.keys().next().value );
		}
		return super.set( key, value );
	}
}

/**
 * @param {number} [bytes]
 * @returns {string}
 */
export const randomText = ( bytes = 32 ) => randomBytes( bytes ).toString( 'base64url' );

/**
 * @typedef {object} Grant what a code or a refresh token stands for
 * @property {string} client_id
 * @property {string} tenant_id
 * @property {string} user_id
 * @property {string} login_host
 * @property {import('./scopes.mjs').ScopeRequest} scopes
 * @property {boolean} mfa a second factor was used
 * @property {number} issued Unix seconds
 */

export class World {
	/**
	 * @param {object} options
	 * @param {import('./tenants/seed.mjs').Seed} options.seed
	 * @param {string[]} [options.redirectUris] replace those of the first app
	 * @param {import('./clock.mjs').Clock} options.clock
	 * @param {import('./keys.mjs').KeyRing} options.keys
	 */
	constructor( { seed, redirectUris = [], clock, keys } ) {
		this.seed = seed;
		this.redirectUris = redirectUris;
		this.clock = clock;
		this.keys = keys;
		this.log = new Log();
		this.faults = new Faults();
		this.reset();
	}

	/**
	 * @param {import('./tenants/seed.mjs').Seed} [seed] another seed from now on
	 */
	reset( seed = this.seed ) {
		this.seed = seed;
		const copy = checkSeed( seed );
		this.tenants = copy.tenants;
		this.apps = copy.apps;
		this.users = copy.users;
		this.workspaces = copy.workspaces;
		this.datasets = copy.datasets.map( ( each ) => ( { ...each, rows: {} } ) );
		this.reports = copy.reports;
		this.dashboards = copy.dashboards;
		this.consents = copy.consents;
		this.settings = Object.fromEntries( Object.keys( SETTINGS ).map( ( name ) => [ name, copy[ name ] ] ) );
		this.keys.reset();
		if ( this.redirectUris.length > 0 && this.apps.length > 0 ) {
			this.apps[ 0 ].redirect_uris = this.redirectUris.map( ( uri ) => ( { uri, platform: 'web' } ) );
		}
		/** @type {Map<string, object>} sign-ins under way, by id */
		this.flows = new BoundedMap( 1000 );
		/** @type {Map<string, {accounts: string[], verified: string[], session_state: string}>} browsers, by cookie; verified = with a second factor */
		this.browsers = new BoundedMap( 1000 );
		/** @type {Map<string, Grant & object>} */
		this.codes = new BoundedMap( 5000 );
		/** @type {Map<string, Grant>} */
		this.refreshTokens = new BoundedMap( 20000 );
		/** @type {Map<string, object>} claims of access tokens, by their `uti` */
		this.accessTokens = new BoundedMap( 20000 );
		/** @type {Map<string, {count: number, locked_until: number}>} wrong passwords in a row, by user */
		this.wrongPasswords = new BoundedMap( 1000 );
		/** @type {Map<string, number>} when somebody ended all sessions of a user, Unix seconds */
		this.revoked = new BoundedMap( 1000 );
		this.clock.set( 0 );
		this.log.clear();
		this.faults.set( [] );
	}
}
