/**
 * Power BI's reports and dashboards, and tokens for showing them.
 */
import { randomUUID } from 'node:crypto';
import { json } from './answer.mjs';
import { caller, list, readObject, refuse, roleIn, workspaceOf } from './powerbi.mjs';
import { randomText } from './world.mjs';

const READ_REPORTS = [ 'Report.Read.All', 'Report.ReadWrite.All' ];
const READ_DASHBOARDS = [ 'Dashboard.Read.All', 'Dashboard.ReadWrite.All' ];
const EMBED_LIMIT = 50;

/**
 * @param {object} row of the world
 * @param {import('./clouds.mjs').Cloud} cloud
 * @returns {object} as the interface shows it
 */
const shownReport = ( row, cloud ) => ( {
	id: row.id,
	reportType: row.reportType ?? 'PowerBIReport',
	name: row.name,
	webUrl: `https://${ cloud.appHost }/groups/${ row.workspace_id }/reports/${ row.id }`,
	embedUrl: `https://${ cloud.appHost }/reportEmbed?reportId=${ row.id }&groupId=${ row.workspace_id }`,
	datasetId: row.datasetId,
	users: [],
	subscriptions: [],
} );

const shownDashboard = ( row, cloud ) => ( {
	id: row.id,
	displayName: row.displayName,
	isReadOnly: row.isReadOnly ?? false,
	webUrl: `https://${ cloud.appHost }/groups/${ row.workspace_id }/dashboards/${ row.id }`,
	embedUrl: `https://${ cloud.appHost }/dashboardEmbed?dashboardId=${ row.id }&groupId=${ row.workspace_id }`,
	users: [],
	subscriptions: [],
} );

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {{who: import('./powerbi.mjs').Caller, report: object}}
 */
function reportOf( world, exchange ) {
	const who = caller( world, exchange, READ_REPORTS );
	const { id } = workspaceOf( world, exchange, who );
	const report = world.reports.find( ( each ) => each.workspace_id === id && each.id === exchange.params.report.toLowerCase() );
	return report ? { who, report } : refuse( 404, 'PowerBIEntityNotFound' );
}

/** GET groups/{group}/reports */
export function reports( world, exchange ) {
	const who = caller( world, exchange, READ_REPORTS );
	const { id } = workspaceOf( world, exchange, who );
	return list( exchange, 'reports', world.reports.filter( ( each ) => each.workspace_id === id ).map( ( each ) => shownReport( each, who.cloud ) ) );
}

/** GET reports: "My workspace" is empty here. */
export function myReports( world, exchange ) {
	caller( world, exchange, READ_REPORTS );
	return list( exchange, 'reports', [] );
}

/** GET groups/{group}/reports/{report} */
export function oneReport( world, exchange ) {
	const { who, report } = reportOf( world, exchange );
	return json( 200, shownReport( report, who.cloud ) );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {unknown} minutes 0 or nothing = an hour
 * @returns {import('./answer.mjs').Answer}
 */
function giveToken( world, minutes ) {
	const seconds = Number.isInteger( minutes ) && minutes > 0 ? Math.min( minutes, 60 ) * 60 : 3600;
	return json( 200, { token: randomText( 200 ), tokenId: randomUUID(), expiration: new Date( ( world.clock.now() + seconds ) * 1000 ).toISOString() } );
}

/** POST groups/{group}/reports/{report}/GenerateToken: for viewing. */
export function embedTokenForReport( world, exchange ) {
	reportOf( world, exchange );
	const { accessLevel = 'View', lifetimeInMinutes } = readObject( exchange );
	if ( accessLevel !== 'View' ) {
		refuse( 403, 'PowerBINotAuthorizedException' );
	}
	return giveToken( world, lifetimeInMinutes );
}

/** POST GenerateToken. Every report, dataset and target workspace that is named has to be one the caller may see. */
export function embedToken( world, exchange ) {
	const who = caller( world, exchange, READ_REPORTS );
	const { reports: wantedReports = [], datasets: wantedDatasets = [], targetWorkspaces = [], lifetimeInMinutes } = readObject( exchange );
	for ( const [ rows, wanted ] of [ [ world.reports, wantedReports ], [ world.datasets, wantedDatasets ] ] ) {
		if ( ! Array.isArray( wanted ) || wanted.length > EMBED_LIMIT ) {
			refuse( 400, 'BadRequest', { message: 'At most 50 of each kind.' } );
		}
		for ( const { id } of wanted ) {
			const row = rows.find( ( each ) => each.id === String( id ).toLowerCase() );
			if ( ! row || ! roleIn( who.workspaces, row.workspace_id ) ) {
				refuse( 404, 'PowerBIEntityNotFound' );
			}
		}
	}
	if ( ! Array.isArray( targetWorkspaces ) || targetWorkspaces.some( ( { id } ) => ! roleIn( who.workspaces, String( id ).toLowerCase() ) ) ) {
		refuse( 403, 'PowerBINotAuthorizedException' );
	}
	return giveToken( world, lifetimeInMinutes );
}

/** GET groups/{group}/dashboards */
export function dashboards( world, exchange ) {
	const who = caller( world, exchange, READ_DASHBOARDS );
	const { id } = workspaceOf( world, exchange, who );
	return list( exchange, 'dashboards', world.dashboards.filter( ( each ) => each.workspace_id === id ).map( ( each ) => shownDashboard( each, who.cloud ) ) );
}

/** POST groups/{group}/dashboards */
export function createDashboard( world, exchange ) {
	const who = caller( world, exchange, [ 'Content.Create' ] );
	const { id } = workspaceOf( world, exchange, who, [ 'Admin', 'Member', 'Contributor' ] );
	const { name } = readObject( exchange );
	if ( typeof name !== 'string' || name.trim() === '' ) {
		refuse( 400, 'BadRequest', { message: 'A dashboard needs a name.' } );
	}
	const dashboard = { id: randomUUID(), workspace_id: id, displayName: name, isReadOnly: false };
	world.dashboards.push( dashboard );
	return json( 200, shownDashboard( dashboard, who.cloud ) );
}

/** GET groups/{group}/dashboards/{dashboard}/tiles: none here. */
export function dashboardTiles( world, exchange ) {
	const who = caller( world, exchange, READ_DASHBOARDS );
	const { id } = workspaceOf( world, exchange, who );
	if ( ! world.dashboards.some( ( each ) => each.workspace_id === id && each.id === exchange.params.dashboard.toLowerCase() ) ) {
		refuse( 404, 'PowerBIEntityNotFound' );
	}
	return list( exchange, 'tiles', [] );
}
