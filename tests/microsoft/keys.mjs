/**
 * The signing keys of the tenants: RS256 pairs made when needed, published as a JWKS, never written to disk.
 */
import { createHash, createHmac, generateKeyPairSync, sign, verify } from 'node:crypto';
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
	 * @returns {object} as the JWKS holds it
	 */
	published( issuer ) {
		const { n, e } = this.jwk;
		return { kty: 'RSA', use: 'sig', kid: this.kid, x5t: this.kid, n, e, x5c: [ this.certificate.toString( 'base64' ) ], issuer };
	}

	/**
	 * @param {object} claims
	 * @param {string} [kid] another key's name in the head
	 * @returns {string} a compact JWT
	 */
	signToken( claims, kid = this.kid ) {
		const body = `${ encode( { typ: 'JWT', alg: 'RS256', kid } ) }.${ encode( claims ) }`;
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

/** How an ID token may be signed; all but the first are what a careful client refuses. */
export const SIGNATURES = [ 'good', 'other_key', 'unpublished_key', 'none', 'hs256', 'broken', 'missing' ];

export class KeyRing {
	#first = new SigningKey();
	/** @type {SigningKey|null} */
	#foreign = null;
	/** @type {{key: SigningKey, published: boolean}[]} newest first; the newest signs */
	#keys = [];

	constructor() {
		this.reset();
	}

	/** Back to the one key of the start. */
	reset() {
		this.#keys = [ { key: this.#first, published: true } ];
	}

	get current() {
		return this.#keys[ 0 ].key;
	}

	/**
	 * A new key signs from now on.
	 *
	 * @param {{publish?: boolean, keep_old?: boolean}} [options] whether the new one stands in the JWKS, and whether the old ones stay there
	 * @returns {string} its kid
	 */
	rotate( { publish = true, keep_old: keepOld = true } = {} ) {
		this.#keys = [ { key: new SigningKey(), published: publish }, ...this.#keys.map( ( each ) => ( { ...each, published: each.published && keepOld } ) ) ].slice( 0, 5 );
		return this.current.kid;
	}

	/**
	 * @param {string} issuer
	 * @returns {{keys: object[]}}
	 */
	jwks( issuer ) {
		return { keys: this.#keys.filter( ( each ) => each.published ).map( ( each ) => each.key.published( issuer ) ) };
	}

	/**
	 * @param {object} claims
	 * @param {string} [how] one of SIGNATURES
	 * @returns {string} a compact JWT
	 */
	signToken( claims, how = 'good' ) {
		const { current } = this;
		const unsigned = ( head ) => `${ encode( { typ: 'JWT', ...head } ) }.${ encode( claims ) }`;
		switch ( how ) {
			case 'other_key': // the head names a published key, the signature is somebody else's
				return ( this.#foreign ??= new SigningKey() ).signToken( claims, current.kid );
			case 'unpublished_key':
				return ( this.#foreign ??= new SigningKey() ).signToken( claims );
			case 'none':
				return `${ unsigned( { alg: 'none' } ) }.`;
			case 'hs256': { // the public key taken for a shared secret
				const body = unsigned( { alg: 'HS256', kid: current.kid } );
				return `${ body }.${ createHmac( 'sha256', current.publicKey.export( { type: 'spki', format: 'pem' } ) ).update( body ).digest( 'base64url' ) }`;
			}
			case 'broken': {
				const [ head, body, signature ] = current.signToken( claims ).split( '.' );
				return `${ head }.${ body }.${ signature.startsWith( 'A' ) ? 'B' : 'A' }${ signature.slice( 1 ) }`;
			}
			case 'missing':
				return current.signToken( claims ).split( '.' ).slice( 0, 2 ).join( '.' );
			default:
				return current.signToken( claims );
		}
	}

	/**
	 * @param {string} token
	 * @returns {object|null} the claims if the signature is by one of our keys; times are the caller's business
	 */
	readToken( token ) {
		for ( const { key } of this.#keys ) {
			const claims = key.readToken( token );
			if ( claims ) {
				return claims;
			}
		}
		return null;
	}
}
