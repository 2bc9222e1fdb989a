/** The plugin itself, in a browser, in front of the referees: the sign-in spec of tests/e2e once more with each. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { control, down, up } from '../microsoft/harness.mjs';
import { startOidc } from './oidc.mjs';
import { startPrism } from './prism.mjs';

const E2E = fileURLToPath( new URL( '../e2e/', import.meta.url ) );

/** @returns {string} what tests/run-referees.sh has set */
const setting = ( /** @type {string} */ name ) => process.env[ `REFEREE_${ name }` ] ?? assert.fail( `REFEREE_${ name } is not set: \`tests/run referees\` makes the sites and sets it` );

/**
 * @param {string} wordpress
 * @param {string} microsoft
 * @returns {Promise<{status: number|null, output: string}>}
 */
function runSpec( wordpress, microsoft ) {
	const env = { ...process.env, WP_BASE_URL: wordpress, MICROSOFT_URL: microsoft, WP_SQLITE_FILE: setting( 'DATABASE' ), WP_USER: 'admin', WP_PASSWORD: 'password' };
	const words = [ '--no-install', 'playwright', 'test', 'specs/sign-in.spec.ts', '--reporter=list', `--output=${ setting( 'RESULTS' ) }` ];
	return new Promise( ( resolve, reject ) => {
		let output = '';
		const child = spawn( 'npx', words, { cwd: E2E, env, stdio: [ 'ignore', 'pipe', 'pipe' ] } ).once( 'error', reject );
		child.stdout.on( 'data', ( chunk ) => ( output += chunk ) );
		child.stderr.on( 'data', ( chunk ) => ( output += chunk ) );
		child.once( 'exit', ( status ) => resolve( { status, output } ) );
	} );
}

/** @param {{status: number|null, output: string}} run */
function passed( { status, output } ) {
	assert.equal( status, 0, output );
	assert.match( output, /\n\s+[1-9]\d* passed/, output );
}

it( 'signs in with oidc-provider, and its list of workspaces is shown', async () => {
	const wordpress = setting( 'OIDC_WORDPRESS' );
	const oidc = await startOidc( { redirectUris: [ `${ wordpress }/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3` ], port: Number( setting( 'OIDC' ) ) } );
	try {
		passed( await runSpec( wordpress, oidc.url ) );
		assert.ok( oidc.calls.some( ( each ) => each.grant_type === 'authorization_code' && each.status === 200 ), 'a code was redeemed at oidc-provider' );
	} finally {
		await oidc.end();
	}
} );

it( 'asks Power BI what Prism finds in Microsoft\'s swagger, and is answered so', async () => {
	const prism = await startPrism( ( await up() ).url, Number( setting( 'PRISM' ) ) );
	try {
		passed( await runSpec( setting( 'PRISM_WORDPRESS' ), prism.url ) );
		assert.ok( prism.judged() > 0, 'calls went through Prism' );
		const broken = ( await control( 'log' ) ).filter( ( each ) => each.host === 'api.powerbi.com' && each.status >= 400 );
		assert.deepEqual( broken, [] );
	} finally {
		await prism.end();
		await down();
	}
} );
