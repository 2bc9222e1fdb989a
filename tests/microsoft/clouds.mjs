/**
 * Microsoft's clouds: which login hosts and Power BI hosts exist, and which resource a Power BI scope starts with.
 */

/**
 * @typedef {object} Cloud
 * @property {string} id
 * @property {string[]} loginHosts first the usual one, then its aliases
 * @property {string} instanceName as the discovery document prints it
 * @property {string} graphHost
 * @property {string} regionScope
 * @property {string} [regionSubScope]
 * @property {string} apiHost Power BI REST host
 * @property {string} appHost where people open reports; embed addresses start with it
 * @property {string} resource Power BI resource, the prefix of its scopes
 */

/** @type {Cloud[]} */
export const CLOUDS = [
	{
		id: 'global',
		loginHosts: [ 'login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net' ],
		instanceName: 'microsoftonline.com',
		graphHost: 'graph.microsoft.com',
		regionScope: 'EU',
		apiHost: 'api.powerbi.com',
		appHost: 'app.powerbi.com',
		resource: 'https://analysis.windows.net/powerbi/api',
	},
	{
		id: 'gcc',
		loginHosts: [ 'login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net' ],
		instanceName: 'microsoftonline.com',
		graphHost: 'graph.microsoft.com',
		regionScope: 'NA',
		regionSubScope: 'GCC',
		apiHost: 'api.powerbigov.us',
		appHost: 'app.powerbigov.us',
		resource: 'https://analysis.usgovcloudapi.net/powerbi/api',
	},
	{
		id: 'gcc_high',
		loginHosts: [ 'login.microsoftonline.us', 'login.usgovcloudapi.net' ],
		instanceName: 'microsoftonline.us',
		graphHost: 'graph.microsoft.us',
		regionScope: 'USGov',
		regionSubScope: 'DODCON',
		apiHost: 'api.high.powerbigov.us',
		appHost: 'app.high.powerbigov.us',
		resource: 'https://high.analysis.usgovcloudapi.net/powerbi/api',
	},
	{
		id: 'dod',
		loginHosts: [ 'login.microsoftonline.us', 'login.usgovcloudapi.net' ],
		instanceName: 'microsoftonline.us',
		graphHost: 'dod-graph.microsoft.us',
		regionScope: 'USGov',
		regionSubScope: 'DOD',
		apiHost: 'api.mil.powerbigov.us',
		appHost: 'app.mil.powerbigov.us',
		resource: 'https://mil.analysis.usgovcloudapi.net/powerbi/api',
	},
	{
		id: 'china',
		loginHosts: [ 'login.partner.microsoftonline.cn', 'login.chinacloudapi.cn' ],
		instanceName: 'partner.microsoftonline.cn',
		graphHost: 'microsoftgraph.chinacloudapi.cn',
		regionScope: 'AS',
		apiHost: 'api.powerbi.cn',
		appHost: 'app.powerbi.cn',
		resource: 'https://analysis.chinacloudapi.cn/powerbi/api',
	},
];

/**
 * @param {string} id
 * @returns {Cloud}
 */
export function cloudById( id ) {
	const cloud = CLOUDS.find( ( c ) => c.id === id );
	if ( ! cloud ) {
		throw new Error( `unknown cloud ${ id }` );
	}
	return cloud;
}

/**
 * @param {string} host
 * @returns {boolean}
 */
export const isLoginHost = ( host ) => CLOUDS.some( ( c ) => c.loginHosts.includes( host ) );

/**
 * @param {string} host
 * @returns {Cloud|undefined}
 */
export const cloudByApiHost = ( host ) => CLOUDS.find( ( c ) => c.apiHost === host );
