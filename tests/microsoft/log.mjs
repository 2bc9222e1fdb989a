/**
 * The log of exchanges. By construction it holds names, numbers and addresses, never a value that was sent.
 */

const LIMIT = 2000;
const ids = /^[\w.:-]{1,40}$/;

/**
 * @typedef {object} Exchange
 * @property {number} id
 * @property {string} at
 * @property {string} method
 * @property {string} host the real host, first segment of the path
 * @property {string} path the rest
 * @property {string[]} query names only
 * @property {string[]} form names only
 * @property {string} [grant_type]
 * @property {string} [authorization] scheme only
 * @property {boolean} [origin] true if an Origin header came along
 * @property {number} status 0 if the connection was cut
 * @property {string} [error]
 * @property {number[]} [error_codes]
 * @property {string} [fault] kind of the fault that was played
 */

export class Log {
	/** @type {Exchange[]} */
	entries = [];
	#next = 1;

	/**
	 * @param {import('./exchange.mjs').Exchange} exchange
	 * @param {number} status
	 * @param {{error?: string, codes?: number[]}} answer
	 * @param {string} [fault]
	 */
	add( exchange, status, answer, fault ) {
		const names = ( params ) => [ ...new Set( params.keys() ) ].filter( ( name ) => ids.test( name ) ).slice( 0, 50 );
		const grant = exchange.form.get( 'grant_type' );
		const scheme = /^(Basic|Bearer)\b/i.exec( exchange.headers.authorization ?? '' )?.[ 1 ];
		this.entries.push( {
			id: this.#next++,
			at: exchange.marks.timestamp,
			method: exchange.method,
			host: exchange.segments[ 0 ] ?? '',
			path: `/${ exchange.segments.slice( 1 ).join( '/' ) }`.slice( 0, 300 ),
			query: names( exchange.query ),
			form: names( exchange.form ),
			...( grant !== null ? { grant_type: ids.test( grant ) ? grant : '(unreadable)' } : {} ),
			...( scheme ? { authorization: scheme } : {} ),
			...( exchange.headers.origin !== undefined ? { origin: true } : {} ),
			status,
			...( answer.error ? { error: answer.error } : {} ),
			...( answer.codes ? { error_codes: answer.codes } : {} ),
			...( fault ? { fault } : {} ),
		} );
		if ( this.entries.length > LIMIT ) {
			this.entries.shift();
		}
	}

	clear() {
		this.entries = [];
	}
}
