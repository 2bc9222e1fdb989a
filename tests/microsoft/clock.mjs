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
	 * @param {number} [ahead] seconds
	 * @returns {string} as in a Date header: Tue, 24 Nov 2026 05:30:11 GMT
	 */
	httpDate( ahead = 0 ) {
		return new Date( ( this.now() + ahead ) * 1000 ).toUTCString();
	}

	/**
	 * @param {number} [ahead] seconds
	 * @returns {string} as Entra prints it: 2026-11-24 05:30:11Z
	 */
	timestamp( ahead = 0 ) {
		return new Date( ( this.now() + ahead ) * 1000 ).toISOString().replace( 'T', ' ' ).replace( /\.\d+Z$/, 'Z' );
	}
}
