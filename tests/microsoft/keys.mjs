/**
 * The signing key of the tenants: an RS256 pair made at start, published as a JWKS, never written to disk.
 */
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { selfSigned } from './certificate.mjs';

const encode = ( value ) => Buffer.from( JSON.stringify( value ) ).toString( 'base64url' );

export class SigningKey {
	constructor() {
		const pair = generateKeyPairSync( 'rsa', { modulusLength: 2048 } );
		this.privateKey = pair.privateKey;
		this.publicKey = pair.publicKey;
		this.jwk = pair.publicKey.export( { format: 'jwk' } );
		this.certificate = selfSigned( pair, 'stand-in for Microsoft' );
		this.kid = createHash( 'sha1' ).update( this.certificate ).digest( 'base64url' );
	}

	/**
	 * @param {string} issuer the issuer printed beside the key
	 * @returns {{keys: object[]}}
	 */
	jwks( issuer ) {
		const { n, e } = this.jwk;
		return { keys: [ { kty: 'RSA', use: 'sig', kid: this.kid, x5t: this.kid, n, e, x5c: [ this.certificate.toString( 'base64' ) ], issuer } ] };
	}

	/**
	 * @param {object} claims
	 * @returns {string} a compact JWT
	 */
	signToken( claims ) {
		const body = `${ encode( { typ: 'JWT', alg: 'RS256', kid: this.kid } ) }.${ encode( claims ) }`;
		return `${ body }.${ sign( 'sha256', Buffer.from( body ), this.privateKey ).toString( 'base64url' ) }`;
	}

	/**
	 * @param {string} token
	 * @returns {object|null} the claims if the signature is ours; times are the caller's business
	 */
	readToken( token ) {
		const parts = token.split( '.' );
		if ( parts.length !== 3 ) {
			return null;
		}
		try {
			const signed = Buffer.from( `${ parts[ 0 ] }.${ parts[ 1 ] }` );
			if ( ! verify( 'sha256', signed, this.publicKey, Buffer.from( parts[ 2 ], 'base64url' ) ) ) {
				return null;
			}
			return JSON.parse( Buffer.from( parts[ 1 ], 'base64url' ).toString( 'utf8' ) );
		} catch {
			return null;
		}
	}
}
