/**
 * Is it the person, and may the person in: names, passwords, lockout, second factor, assignment.
 */
import { Refusal } from './refusal.mjs';
import { CONSUMERS_TENANT } from './tenants/seed.mjs';

/**
 * @typedef {{tenant: import('./tenants/seed.mjs').Tenant, app: import('./tenants/seed.mjs').App}} Place
 */

/**
 * The account a sign-in name means in this directory: a member, or a guest under the name of the guest's home.
 *
 * @param {import('./world.mjs').World} world
 * @param {Place} place
 * @param {string} username
 * @returns {import('./tenants/seed.mjs').User}
 * @throws {Refusal} 50034 nobody has that name, 50020 somebody of another directory has
 */
function findAccount( world, { tenant, app }, username ) {
	const wanted = username.trim().toLowerCase();
	const named = world.users.filter( ( user ) => user.username.toLowerCase() === wanted );
	const here = named.find( ( user ) => user.tenant_id === tenant.id );
	if ( here ) {
		return here;
	}
	const [ elsewhere ] = named;
	if ( ! elsewhere ) {
		throw new Refusal( 50034, { username: username.trim() || '(empty)', directory: tenant.name } );
	}
	const provider = elsewhere.tenant_id === CONSUMERS_TENANT ? 'live.com' : `https://sts.windows.net/${ elsewhere.tenant_id }/`;
	throw new Refusal( 50020, { username: elsewhere.username, provider, directory: tenant.name, client_id: app.client_id, app: app.name } );
}

/**
 * Checks a password. Wrong ones are counted; too many lock the account for a while, whatever is typed then.
 *
 * @param {import('./world.mjs').World} world
 * @param {Place} place
 * @param {string} username
 * @param {string} password
 * @returns {import('./tenants/seed.mjs').User}
 * @throws {Refusal} 50034, 50020, 50053, 50126, 50057, 50055
 */
export function authenticate( world, place, username, password ) {
	const user = findAccount( world, place, username );
	const wrong = world.wrongPasswords.get( user.id ) ?? { count: 0, locked_until: 0 };
	if ( user.state === 'locked' || wrong.locked_until > world.clock.now() ) {
		throw new Refusal( 50053 );
	}
	if ( user.password !== password ) {
		const count = wrong.count + 1;
		const locks = count >= world.settings.lockout_threshold;
		world.wrongPasswords.set( user.id, { count, locked_until: locks ? world.clock.now() + world.settings.lockout_seconds : 0 } );
		throw new Refusal( 50126 );
	}
	world.wrongPasswords.delete( user.id );
	if ( user.state === 'disabled' ) {
		throw new Refusal( 50057 );
	}
	if ( user.state === 'password_expired' ) {
		throw new Refusal( 50055 );
	}
	return user;
}

/**
 * @param {import('./tenants/seed.mjs').User} user
 * @param {string} resource what the token would be for
 * @param {{error?: string, suberror?: string}} [override]
 * @returns {Refusal|null} 50079 there is no second factor yet, 50076 there is one and it was not used
 */
export function secondFactorMissing( user, resource, override = {} ) {
	return user.mfa === false ? null : new Refusal( user.mfa === 'not_registered' ? 50079 : 50076, { resource }, override );
}

/**
 * @param {Place} place
 * @param {import('./tenants/seed.mjs').User} user
 * @throws {Refusal} 50105 the app wants users to be assigned and this one is not
 */
export function checkAssignment( { app }, user ) {
	if ( app.assignment_required && ! app.assigned.includes( user.id ) ) {
		throw new Refusal( 50105, { username: user.username, client_id: app.client_id, app: app.name } );
	}
}
