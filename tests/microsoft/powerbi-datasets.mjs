/**
 * Power BI's datasets, as far as pushing rows needs them.
 */
import { randomUUID } from 'node:crypto';
import { json, nothing } from './answer.mjs';
import { caller, list, readObject, refuse, workspaceOf } from './powerbi.mjs';

const READ = [ 'Dataset.Read.All', 'Dataset.ReadWrite.All' ];
const WRITE = [ 'Dataset.ReadWrite.All' ];
const WRITERS = [ 'Admin', 'Member', 'Contributor' ];
const LIMITS = { tables: 75, columns: 75, rows: 10000, rows_fifo: 200000, rows_none: 5000000, text: 4000 };
const TYPES = [ 'int64', 'double', 'bool', 'boolean', 'datetime', 'string', 'decimal' ];

/**
 * @param {object} row of the world
 * @param {import('./clouds.mjs').Cloud} cloud
 * @returns {object} as the interface shows it
 */
const shown = ( row, cloud ) => ( {
	id: row.id,
	name: row.name,
	webUrl: `https://${ cloud.appHost }/groups/${ row.workspace_id }/datasets/${ row.id }`,
	addRowsAPIEnabled: row.addRowsAPIEnabled,
	configuredBy: row.configuredBy,
	isRefreshable: ! row.addRowsAPIEnabled,
	isEffectiveIdentityRequired: false,
	isEffectiveIdentityRolesRequired: false,
	isOnPremGatewayRequired: false,
	targetStorageMode: 'Abf',
	upstreamDatasets: [],
	users: [],
} );

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @param {string[]} scopes
 * @param {string[]} [roles]
 * @returns {{who: import('./powerbi.mjs').Caller, dataset: object}}
 */
function datasetOf( world, exchange, scopes, roles ) {
	const who = caller( world, exchange, scopes );
	const { id } = workspaceOf( world, exchange, who, roles );
	const dataset = world.datasets.find( ( each ) => each.workspace_id === id && each.id === exchange.params.dataset.toLowerCase() );
	return dataset ? { who, dataset } : refuse( 404, 'PowerBIEntityNotFound' );
}

/**
 * @param {object} dataset
 * @param {string} name
 * @returns {object}
 */
const tableOf = ( dataset, name ) => dataset.tables.find( ( each ) => each.name === name ) ?? refuse( 404, 'PowerBIEntityNotFound' );

/**
 * @param {any} table
 * @returns {{name: string, columns: {name: string, dataType: string}[]}}
 */
function checkTable( table ) {
	const fits = typeof table?.name === 'string' && /^[^"[\]:./,]{1,100}$/.test( table.name ) && Array.isArray( table.columns ) && table.columns.length <= LIMITS.columns
		&& table.columns.every( ( each ) => typeof each?.name === 'string' && TYPES.includes( String( each.dataType ).toLowerCase() ) );
	if ( ! fits ) {
		refuse( 400, 'BadRequest', { message: 'A table has a name or a column that cannot be.' } );
	}
	return { name: table.name, columns: table.columns };
}

/** GET groups/{group}/datasets */
export function datasets( world, exchange ) {
	const who = caller( world, exchange, READ );
	const { id } = workspaceOf( world, exchange, who );
	return list( exchange, 'datasets', world.datasets.filter( ( each ) => each.workspace_id === id ).map( ( each ) => shown( each, who.cloud ) ) );
}

/** GET datasets: "My workspace" is empty here. */
export function myDatasets( world, exchange ) {
	caller( world, exchange, READ );
	return list( exchange, 'datasets', [] );
}

/** GET groups/{group}/datasets/{dataset} */
export function oneDataset( world, exchange ) {
	const { who, dataset } = datasetOf( world, exchange, READ );
	return json( 200, shown( dataset, who.cloud ) );
}

/** POST groups/{group}/datasets: push datasets only. */
export function createDataset( world, exchange ) {
	const who = caller( world, exchange, WRITE );
	const { id } = workspaceOf( world, exchange, who, WRITERS );
	const wanted = readObject( exchange );
	const policy = exchange.query.get( 'defaultRetentionPolicy' ) ?? 'None';
	if ( [ 'Streaming', 'PushStreaming' ].includes( wanted.defaultMode ) ) {
		refuse( 400, 'FeatureDeprecatedError' );
	}
	if ( typeof wanted.name !== 'string' || wanted.name === '' || ! Array.isArray( wanted.tables ) || wanted.tables.length > LIMITS.tables || ! [ 'None', 'basicFIFO' ].includes( policy ) ) {
		refuse( 400, 'BadRequest', { message: 'A dataset needs a name and at most 75 tables.' } );
	}
	const tables = wanted.tables.map( checkTable );
	const dataset = { id: randomUUID(), workspace_id: id, name: wanted.name, addRowsAPIEnabled: true, configuredBy: who.user?.username ?? who.app.name, policy, tables, rows: {} };
	world.datasets.push( dataset );
	return json( 201, { ...shown( dataset, who.cloud ), defaultRetentionPolicy: policy } );
}

/** DELETE groups/{group}/datasets/{dataset} */
export function deleteDataset( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, WRITE, WRITERS );
	world.datasets = world.datasets.filter( ( each ) => each !== dataset );
	return json( 200, {} );
}

/** GET groups/{group}/datasets/{dataset}/tables: names, without their columns. */
export function tables( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, READ );
	return list( exchange, 'tables', dataset.tables.map( ( { name } ) => ( { name, columns: [] } ) ) );
}

/** PUT groups/{group}/datasets/{dataset}/tables/{table}: other columns. */
export function putTable( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, WRITE, WRITERS );
	const table = tableOf( dataset, exchange.params.table );
	Object.assign( table, { columns: checkTable( { ...readObject( exchange ), name: table.name } ).columns } );
	return json( 200, table );
}

/** POST groups/{group}/datasets/{dataset}/tables/{table}/rows. All rows or none: one that does not fit its table refuses the call. */
export function pushRows( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, WRITE, WRITERS );
	if ( ! dataset.addRowsAPIEnabled ) {
		refuse( 400, 'BadRequest', { message: 'This dataset takes no rows.' } );
	}
	const table = tableOf( dataset, exchange.params.table );
	const { rows } = readObject( exchange );
	const names = table.columns.map( ( each ) => each.name );
	const fits = Array.isArray( rows ) && rows.every( ( row ) => typeof row === 'object' && row !== null && Object.keys( row ).every( ( name ) => names.includes( name ) )
		&& Object.values( row ).every( ( value ) => typeof value !== 'string' || [ ...value ].length <= LIMITS.text ) );
	if ( ! fits ) {
		refuse( 400, 'BadRequest', { message: 'A row does not fit its table.' } );
	}
	if ( rows.length > LIMITS.rows ) {
		refuse( 413, 'RequestEntityTooLarge', { message: 'At most 10000 rows in a call.' } );
	}
	const kept = [ ...( dataset.rows[ table.name ] ?? [] ), ...rows ];
	if ( dataset.policy !== 'basicFIFO' && kept.length > LIMITS.rows_none ) {
		refuse( 403, 'RequestedRowsExceedLimit', { message: 'The table is full.' } );
	}
	dataset.rows[ table.name ] = dataset.policy === 'basicFIFO' ? kept.slice( -LIMITS.rows_fifo ) : kept;
	return json( 200, {} );
}

/** DELETE groups/{group}/datasets/{dataset}/tables/{table}/rows: all of them. */
export function deleteRows( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, WRITE, WRITERS );
	delete dataset.rows[ tableOf( dataset, exchange.params.table ).name ];
	return json( 200, {} );
}

/** GET groups/{group}/datasets/{dataset}/refreshes */
export function refreshes( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, READ );
	return list( exchange, 'refreshes', dataset.refreshes ?? [] );
}

/** POST groups/{group}/datasets/{dataset}/refreshes: over at once. */
export function startRefresh( world, exchange ) {
	const { dataset } = datasetOf( world, exchange, WRITE, WRITERS );
	if ( dataset.addRowsAPIEnabled ) {
		refuse( 400, 'BadRequest', { message: 'A push dataset is not refreshed.' } );
	}
	const requestId = randomUUID();
	const at = new Date( world.clock.now() * 1000 ).toISOString();
	dataset.refreshes = [ { requestId, refreshType: 'ViaApi', startTime: at, endTime: at, status: 'Completed' }, ...( dataset.refreshes ?? [] ) ];
	return nothing( 202 );
}
