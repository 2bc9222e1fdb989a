/**
 * Which Power BI call is answered by whom.
 */
import { cloudByApiHost } from './clouds.mjs';
import { createDataset, datasets, deleteDataset, deleteRows, myDatasets, oneDataset, pushRows, putTable, refreshes, startRefresh, tables } from './powerbi-datasets.mjs';
import { createDashboard, dashboardTiles, dashboards, embedToken, embedTokenForReport, myReports, oneReport, reports } from './powerbi-reports.mjs';
import { addUser, changeUser, createGroup, deleteGroup, groups, groupUsers, oneGroup, refreshPermissions, removeUser } from './powerbi-workspaces.mjs';

/** @type {Record<string, Record<string, (world: import('./world.mjs').World, exchange: import('./exchange.mjs').Exchange) => import('./answer.mjs').Answer>>} */
export const PATHS = {
	groups: { GET: groups, POST: createGroup },
	'groups/{group}': { GET: oneGroup, DELETE: deleteGroup },
	'groups/{group}/users': { GET: groupUsers, POST: addUser, PUT: changeUser },
	'groups/{group}/users/{user}': { DELETE: removeUser },
	'groups/{group}/datasets': { GET: datasets, POST: createDataset },
	'groups/{group}/datasets/{dataset}': { GET: oneDataset, DELETE: deleteDataset },
	'groups/{group}/datasets/{dataset}/tables': { GET: tables },
	'groups/{group}/datasets/{dataset}/tables/{table}': { PUT: putTable },
	'groups/{group}/datasets/{dataset}/tables/{table}/rows': { POST: pushRows, DELETE: deleteRows },
	'groups/{group}/datasets/{dataset}/refreshes': { GET: refreshes, POST: startRefresh },
	'groups/{group}/reports': { GET: reports },
	'groups/{group}/reports/{report}': { GET: oneReport },
	'groups/{group}/reports/{report}/GenerateToken': { POST: embedTokenForReport },
	'groups/{group}/dashboards': { GET: dashboards, POST: createDashboard },
	'groups/{group}/dashboards/{dashboard}/tiles': { GET: dashboardTiles },
	datasets: { GET: myDatasets },
	reports: { GET: myReports },
	GenerateToken: { POST: embedToken },
	RefreshUserPermissions: { POST: refreshPermissions },
};

/**
 * @param {import('./exchange.mjs').Exchange} exchange its `params` are filled in
 * @returns {import('./router.mjs').Route|null}
 */
export function findPowerBi( exchange ) {
	const [ host, version, org, ...rest ] = exchange.segments;
	if ( ! cloudByApiHost( host ) || version !== 'v1.0' || org !== 'myorg' ) {
		return null;
	}
	for ( const [ path, handlers ] of Object.entries( PATHS ) ) {
		const parts = path.split( '/' );
		if ( parts.length === rest.length && parts.every( ( part, at ) => part.startsWith( '{' ) || part === rest[ at ] ) ) {
			exchange.params = Object.fromEntries( parts.map( ( part, at ) => [ part.slice( 1, -1 ), rest[ at ] ] ).filter( ( _, at ) => parts[ at ].startsWith( '{' ) ) );
			return { methods: Object.keys( handlers ), shape: 'pbi', run: handlers[ exchange.method ] };
		}
	}
	return null;
}
