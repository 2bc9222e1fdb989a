/**
 * The stand-in's own clock: real time plus an offset that a test moves, so nothing ever has to sleep.
 */

export class Clock {
	#offsetSeconds = 0;

	/** @returns {number} whole Unix seconds */
	now() {
		return Math.floor( Date.now() / 1000 ) + this.#offsetSeconds;
	}

	/** @returns {number} */
	get offsetSeconds() {
		return this.#offsetSeconds;
	}

	/**
	 * @param {number} seconds offset from real time, replaces the one before
	 */
	set( seconds ) {
		this.#offsetSeconds = seconds;
	}

	/**
	 * @returns {string} as Entra prints it: 2026-11-24 05:30:11Z
	 */
	timestamp() {
		return new Date( this.now() * 1000 ).toISOString().replace( 'T', ' ' ).replace( /\.\d+Z$/, 'Z' );
	}
}
