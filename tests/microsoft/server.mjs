#!/usr/bin/env node
/**
 * Command line of the stand-in for Microsoft.
 *
 *   node tests/microsoft/server.mjs --port 9143 [--host 127.0.0.1] [--seed FILE.json] [--redirect-uri URI]… [--print-keys]
 */
import { parseArgs } from 'node:util';
import { LOOPBACK_HOSTS, startStandIn } from './standin.mjs';
import { loadSeed } from './tenants/seed.mjs';

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop( sentence ) {
	process.stderr.write( `${ sentence }\n` );
	process.exit( 2 );
}

/**
 * @returns {{port: number, host: string, seed: import('./tenants/seed.mjs').Seed, redirectUris: string[], printKeys: boolean}}
 */
function readArguments() {
	let values;
	try {
		( { values } = parseArgs( { options: {
			port: { type: 'string', default: '9143' },
			host: { type: 'string', default: '127.0.0.1' },
			seed: { type: 'string' },
			'redirect-uri': { type: 'string', multiple: true, default: [] },
			'print-keys': { type: 'boolean', default: false },
		} } ) );
	} catch ( error ) {
		stop( error.message );
	}
	if ( ! /^\d{1,5}$/.test( values.port ) || Number( values.port ) > 65535 ) {
		stop( `--port must be a number from 0 to 65535, not "${ values.port }"` );
	}
	if ( ! LOOPBACK_HOSTS.includes( values.host ) ) {
		stop( `--host must be a loopback address, not "${ values.host }": this server holds test passwords and must not be reachable from outside` );
	}
	for ( const uri of values[ 'redirect-uri' ] ) {
		if ( ! URL.canParse( uri ) || ! /^https?:\/\//.test( uri ) ) {
			stop( `--redirect-uri must be an absolute http or https address, not "${ uri }"` );
		}
	}
	try {
		return { port: Number( values.port ), host: values.host, seed: loadSeed( values.seed ), redirectUris: values[ 'redirect-uri' ], printKeys: values[ 'print-keys' ] };
	} catch ( error ) {
		stop( `--seed: ${ error.message }` );
	}
}

const options = readArguments();
if ( options.printKeys ) {
	const [ app ] = options.seed.apps;
	const user = options.seed.users.find( ( each ) => each.tenant_id === app?.tenant_id );
	if ( ! user || app.secrets.length === 0 ) {
		stop( '--print-keys: the first app of the seed needs a secret and a user of its tenant' );
	}
	const keys = { client_id: app.client_id, tenant_id: app.tenant_id, client_secret: app.secrets[ 0 ].value, username: user.username, password: user.password };
	process.stdout.write( `${ JSON.stringify( keys, null, '\t' ) }\n` );
	process.exit( 0 );
}

let running;
try {
	running = await startStandIn( options );
} catch ( error ) {
	stop( error.code === 'EADDRINUSE' ? `port ${ options.port } is taken` : error.message );
}
for ( const signal of [ 'SIGTERM', 'SIGINT' ] ) {
	process.once( signal, () => running.close().then( () => process.exit( 0 ) ) );
}
process.stdout.write( `ready ${ running.url }\n` );
