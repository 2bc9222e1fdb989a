/** How addresses are compared, and how an answer is put onto one. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isInsecure, redirectMatches, withAnswer } from './redirect-uri.mjs';

const WIZARD = 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';

const MATCHING = [
	[ WIZARD, WIZARD, true ],
	[ WIZARD, WIZARD.replace( 'wp-admin', 'WP-Admin' ), false ],
	[ WIZARD, WIZARD.replace( 'step=3', 'step=4' ), false ],
	[ WIZARD, 'https://shop.example/wp-admin/admin.php?step=3&page=wkpbic-setup-wizard', false ],
	[ WIZARD, 'https://shop.example/wp-admin/admin.php', false ],
	[ 'https://shop.example/wp-admin/admin.php', WIZARD, false ],
	[ 'https://shop.example/callback', 'https://shop.example/callback/', false ],
	[ 'https://shop.example', 'https://shop.example/', true ],
	[ 'https://shop.example/a', 'https://shop.example/a/b', false ],
	[ WIZARD, WIZARD.replace( 'https', 'http' ), false ],
	[ WIZARD, WIZARD.replace( 'shop', 'www.shop' ), false ],
	[ WIZARD, WIZARD.replace( 'shop', 'SHOP' ), true ],
	[ WIZARD, WIZARD.replace( '.example', '.example:8443' ), false ],
	[ WIZARD, WIZARD.replace( '.example', '.example:443' ), true ],
	[ 'http://localhost/wp', 'http://localhost:8881/wp', true ],
	[ 'http://localhost:8881/wp', 'http://localhost:10003/wp', true ],
	[ 'http://localhost:8881/wp', 'http://localhost:8881/WP', false ],
	[ 'http://localhost/wp', 'https://localhost/wp', false ],
	[ 'http://localhost/wp', 'http://127.0.0.1/wp', false ],
	[ 'http://localhost/wp', 'http://localhost.evil.example/wp', false ],
	[ 'http://localhost/wp', 'http://localhost@evil.example/wp', false ],
	[ 'http://localhost/wp', 'http://user@localhost/wp', false ],
	[ 'http://127.0.0.1:8881/wp', 'http://127.0.0.1:9000/wp', false ],
	[ WIZARD, WIZARD.replace( '&', '&amp;' ), false ],
	[ WIZARD, WIZARD.replaceAll( '-', '%2D' ), false ],
	[ WIZARD, `${ WIZARD }\n`, false ],
	[ WIZARD, `${ WIZARD }#x`, false ],
	[ 'https://*.shop.example/callback', 'https://eu.shop.example/callback', true ],
	[ 'https://*.shop.example/callback', 'https://eu.shop.example/callback?x=1', true ],
	[ 'https://*.shop.example/callback', 'https://a.b.shop.example/callback', false ],
	[ 'https://*.shop.example/callback', 'https://shop.example/callback', false ],
	[ 'https://*.shop.example/callback', 'https://evilshop.example/callback', false ],
];

for ( const [ registered, requested, match ] of MATCHING ) {
	it( `${ JSON.stringify( requested ) } ${ match ? 'is' : 'is not' } ${ registered }`, () => {
		assert.equal( redirectMatches( registered, requested ), match );
	} );
}

it( 'knows the addresses that are not secure', () => {
	assert.equal( isInsecure( 'http://shop.example/' ), true );
	assert.equal( isInsecure( 'http://localhost/' ), false );
	assert.equal( isInsecure( 'https://shop.example/' ), false );
	assert.equal( isInsecure( 'no address' ), false );
} );

const ANSWERS = [
	[ 'https://a.example/cb', 'query', 'https://a.example/cb?code=x%20y&state=%26' ],
	[ 'https://a.example/cb?', 'query', 'https://a.example/cb?code=x%20y&state=%26' ],
	[ 'https://a.example/cb?p=1', 'query', 'https://a.example/cb?p=1&code=x%20y&state=%26' ],
	[ 'https://a.example/cb?p=1&', 'query', 'https://a.example/cb?p=1&code=x%20y&state=%26' ],
	[ 'https://a.example/cb?p=1#old', 'query', 'https://a.example/cb?p=1&code=x%20y&state=%26#old' ],
	[ 'https://a.example', 'query', 'https://a.example/?code=x%20y&state=%26' ],
	[ 'https://a.example?p=1', 'query', 'https://a.example/?p=1&code=x%20y&state=%26' ],
	[ 'https://a.example/cb?p=1#old', 'fragment', 'https://a.example/cb?p=1#code=x%20y&state=%26' ],
];

for ( const [ uri, mode, whole ] of ANSWERS ) {
	it( `${ mode } onto ${ uri }`, () => {
		assert.equal( withAnswer( uri, [ [ 'code', 'x y' ], [ 'state', '&' ] ], mode ), whole );
	} );
}
