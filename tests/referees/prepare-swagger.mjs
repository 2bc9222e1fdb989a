#!/usr/bin/env node
/**
 * Makes power-bi.swagger.json out of Microsoft's whole swagger of Power BI, which is not kept here for its size:
 *
 *   node tests/referees/prepare-swagger.mjs swagger.json > tests/referees/power-bi.swagger.json
 *
 * Only the paths that the stand-in answers stay, and the definitions they lead to; prose and examples go. What Prism needs and the file
 * does not say is added: media types, that a token is needed, and that refusals exist (their bodies are not described by Microsoft).
 */
import { readFileSync } from 'node:fs';
import { PATHS } from '../microsoft/powerbi-routes.mjs';

const whole = JSON.parse( readFileSync( process.argv[ 2 ], 'utf8' ) );
const PROSE = [ 'description', 'summary', 'x-ms-examples', 'externalDocs', 'x-ms-enum' ];

/**
 * @param {any} value
 * @returns {any} without prose
 */
function strip( value ) {
	if ( Array.isArray( value ) ) {
		return value.map( strip );
	}
	if ( typeof value !== 'object' || value === null ) {
		return value;
	}
	// A property of a definition may itself be called "description".
	return Object.fromEntries( Object.entries( value ).filter( ( [ name, part ] ) => ! PROSE.includes( name ) || ( name === 'description' && typeof part === 'object' ) ).map( ( [ name, part ] ) => [ name, strip( part ) ] ) );
}

const shape = ( path ) => path.replace( /\{[^}]*\}/g, '{}' );
const wanted = Object.keys( PATHS ).map( ( path ) => shape( `/v1.0/myorg/${ path }` ) );
const paths = strip( Object.fromEntries( Object.entries( whole.paths ).filter( ( [ path ] ) => wanted.includes( shape( path ) ) ) ) );
for ( const operations of Object.values( paths ) ) {
	for ( const operation of Object.values( operations ) ) {
		for ( const list of [ 'consumes', 'produces' ] ) {
			if ( operation[ list ]?.length === 0 ) {
				delete operation[ list ];
			}
		}
		for ( const answer of Object.values( operation.responses ) ) {
			answer.description = '';
		}
		for ( const status of [ 400, 401, 403, 404, 409, 413, 415, 429, 500, 503 ] ) {
			operation.responses[ status ] ??= { description: '' };
		}
	}
}

const definitions = {};
/** @param {any} value */
function collect( value ) {
	for ( const [ name, part ] of Object.entries( value ?? {} ) ) {
		const found = name === '$ref' && typeof part === 'string' ? /^#\/definitions\/(.+)$/.exec( part ) : null;
		if ( found && ! definitions[ found[ 1 ] ] ) {
			definitions[ found[ 1 ] ] = strip( whole.definitions[ found[ 1 ] ] );
			collect( definitions[ found[ 1 ] ] );
		}
		if ( typeof part === 'object' ) {
			collect( part );
		}
	}
}
collect( paths );

process.stdout.write( `${ JSON.stringify( {
	swagger: whole.swagger,
	info: {
		...whole.info,
		description: 'Shapes out of sdk/swaggers/swagger.json of the repository microsoft/PowerBI-CSharp at commit 4ad33dd6bd49691bfe16725407ea478ca98a8acb, SHA-256 of the whole file 5bb57f9c01e09cb24a1a60d396b297061abb0f333c289f607e6f8c92019e7182. MIT License, Copyright (c) Microsoft Corporation. Shortened and prepared by tests/referees/prepare-swagger.mjs.',
	},
	consumes: [ 'application/json' ],
	produces: [ 'application/json' ],
	securityDefinitions: { aad: { type: 'apiKey', in: 'header', name: 'Authorization' } },
	security: [ { aad: [] } ],
	paths,
	definitions: Object.fromEntries( Object.entries( definitions ).sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ) ),
}, null, '\t' ) }\n` );
