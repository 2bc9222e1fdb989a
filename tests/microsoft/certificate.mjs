/**
 * A self-signed certificate around the signing key, because Entra publishes its keys with one (`x5c`, `x5t`).
 * Just enough DER for that: X.509 v3, no extensions.
 */
import { sign } from 'node:crypto';

/**
 * @param {number} tag
 * @param {...Buffer} parts
 * @returns {Buffer}
 */
function der( tag, ...parts ) {
	const body = Buffer.concat( parts );
	const size = body.length < 128 ? [ body.length ] : body.length < 256 ? [ 0x81, body.length ] : [ 0x82, body.length >> 8, body.length & 255 ];
	return Buffer.concat( [ Buffer.from( [ tag, ...size ] ), body ] );
}

const sequence = ( ...parts ) => der( 0x30, ...parts );
const utcTime = ( date ) => der( 0x17, Buffer.from( `${ date.toISOString().replace( /[-:T]/g, '' ).slice( 2, 14 ) }Z` ) );
const SHA256_WITH_RSA = sequence( der( 0x06, Buffer.from( '2a864886f70d01010b', 'hex' ) ), der( 0x05 ) );
const COMMON_NAME = der( 0x06, Buffer.from( '550403', 'hex' ) );

/**
 * @param {{publicKey: import('node:crypto').KeyObject, privateKey: import('node:crypto').KeyObject}} pair RSA
 * @param {string} name common name of subject and issuer
 * @returns {Buffer} DER
 */
export function selfSigned( { publicKey, privateKey }, name ) {
	const who = sequence( der( 0x31, sequence( COMMON_NAME, der( 0x0c, Buffer.from( name ) ) ) ) );
	const now = Date.now();
	const year = 365 * 86400000;
	const content = sequence(
		der( 0xa0, der( 0x02, Buffer.from( [ 2 ] ) ) ),
		der( 0x02, Buffer.from( [ 1 ] ) ),
		SHA256_WITH_RSA,
		who,
		sequence( utcTime( new Date( now - year ) ), utcTime( new Date( now + 5 * year ) ) ),
		who,
		publicKey.export( { type: 'spki', format: 'der' } ),
	);
	return sequence( content, SHA256_WITH_RSA, der( 0x03, Buffer.from( [ 0 ] ), sign( 'sha256', content, privateKey ) ) );
}
