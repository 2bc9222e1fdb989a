/**
 * The page at /: everything a person needs to play: users, apps, faults, and what has happened so far.
 */
import { html } from './html.mjs';
import { layout } from './layout.mjs';

const PRESETS = [
	[ 'Next token call: secret expired (7000222)', { match: { path: '/token' }, kind: 'aadsts', code: 7000222 } ],
	[ 'Next token call: 503 for 30 s', { match: { path: '/token' }, kind: 'status', status: 503, retry_after: 30 } ],
	[ 'Next token call: connection cut', { match: { path: '/token' }, kind: 'cut' } ],
	[ 'Next Power BI call: 429', { match: { path: '/v1.0/myorg' }, kind: 'status', status: 429, retry_after: 20 } ],
	[ 'Next Power BI call: half an answer', { match: { path: '/v1.0/myorg' }, kind: 'truncated' } ],
	[ 'Next sign-in: declined (65004)', { match: { path: '/authorize' }, kind: 'aadsts', code: 65004, as: 'redirect' } ],
];

/**
 * @param {string} route
 * @param {string} label
 * @param {unknown} value
 * @returns {import('./html.mjs').Markup}
 */
const button = ( route, label, value = {} ) => html`<form class="inline" method="post" action="/_control/${ route }"><input type="hidden" name="back" value="1"><input type="hidden" name="json" value="${ JSON.stringify( value ) }"><button type="submit" class="small">${ label }</button></form>`;

/**
 * @param {string} label
 * @param {string[]} heads
 * @param {unknown[][]} rows
 * @returns {import('./html.mjs').Markup}
 */
const table = ( label, heads, rows ) => html`<div class="scroll" role="region" tabindex="0" aria-label="${ label }"><table><thead><tr>${ heads.map( ( head ) => html`<th scope="col">${ head }</th>` ) }</tr></thead><tbody>${ rows.map( ( row ) => html`<tr>${ row.map( ( cell ) => html`<td>${ cell }</td>` ) }</tr>` ) }</tbody></table></div>`;

const yes = ( value ) => ( value ? 'yes' : 'no' );

/**
 * @param {import('./tenants/seed.mjs').App} app
 * @param {string} tenant name of its tenant
 * @returns {import('./html.mjs').Markup}
 */
const appFacts = ( app, tenant ) => html`<h3>${ app.name }</h3>
<dl class="facts">
<dt>Application (client) ID</dt><dd><code>${ app.client_id }</code></dd>
<dt>Directory</dt><dd>${ tenant }</dd>
${ app.secrets.map( ( secret ) => html`<dt>Client secret Value</dt><dd><code>${ secret.value }</code><br><span class="quiet">ends ${ secret.expires.slice( 0, 10 ) }, Secret ID ${ secret.id }</span></dd>` ) }
${ app.redirect_uris.map( ( each ) => html`<dt>Redirect address (${ each.platform })</dt><dd><code>${ each.uri }</code></dd>` ) }
</dl>`;

/**
 * @param {import('./world.mjs').World} world
 * @returns {[string, string][]} sign-in addresses worth looking at
 */
function examples( world ) {
	const app = world.apps[ 0 ];
	const tenant = world.tenants.find( ( each ) => each.id === app?.tenant_id );
	if ( ! app || ! tenant || app.redirect_uris.length === 0 ) {
		return [];
	}
	const link = ( place, change = {} ) => `/login.microsoftonline.com/${ place }/oauth2/v2.0/authorize?${ new URLSearchParams( {
		client_id: app.client_id, response_type: 'code', redirect_uri: app.redirect_uris[ 0 ].uri,
		scope: 'openid profile offline_access https://analysis.windows.net/powerbi/api/Workspace.Read.All', state: 'looking-around', ...change,
	} ) }`;
	return [
		[ 'Sign in (ends at the first registered address)', link( tenant.id ) ],
		[ 'Wrong redirect address (50011)', link( tenant.id, { redirect_uri: 'https://elsewhere.example/' } ) ],
		[ 'Unknown app (700016)', link( tenant.id, { client_id: tenant.id } ) ],
		[ 'Unknown tenant (90002)', link( 'nobody.example' ) ],
		[ 'Tenant left at common (50194)', link( 'common' ) ],
	];
}

/**
 * @param {import('./world.mjs').World} world
 * @param {string} base
 * @returns {import('./html.mjs').Markup}
 */
export function statePage( world, base ) {
	const tenantName = ( id ) => world.tenants.find( ( each ) => each.id === id )?.name ?? id;
	const links = examples( world );
	return layout( 'Stand-in for Microsoft', html`<h1>Stand-in for Microsoft</h1>
<p>It answers as Microsoft Entra and Power BI would, on this machine only. Base address <code>${ base }</code>.</p>
<p class="quiet">Clock: ${ world.clock.timestamp() }, ${ world.clock.offsetSeconds } s from real time. ${ world.flows.size } sign-ins under way.</p>

<h2>Users</h2>
${ table( 'Users', [ 'Name', 'Sign-in name', 'Password', 'Tenant', 'State', 'Admin', 'May consent', 'Licensed', 'Workspaces' ], world.users.map( ( user ) => [
	user.name, html`<code>${ user.username }</code>`, html`<code>${ user.password }</code>`, tenantName( user.tenant_id ), user.mfa ? `${ user.state }, MFA` : user.state,
	yes( user.admin ), yes( user.may_consent ), yes( user.licensed ), user.workspaces.map( ( id ) => world.workspaces.find( ( each ) => each.id === id )?.name ).join( ', ' ),
] ) ) }

<h2>Apps</h2>
${ world.apps.map( ( app ) => appFacts( app, tenantName( app.tenant_id ) ) ) }

<h2>Tenants</h2>
${ table( 'Tenants', [ 'Name', 'Directory (tenant) ID', 'Domains', 'Cloud' ], world.tenants.map( ( tenant ) => [ tenant.name, html`<code>${ tenant.id }</code>`, tenant.domains.join( ', ' ), tenant.cloud ] ) ) }

<h2>Consents</h2>
${ world.consents.length === 0 ? html`<p>None yet.</p>` : table( 'Consents', [ 'App', 'For', 'Scopes' ], world.consents.map( ( row ) => [
	world.apps.find( ( each ) => each.client_id === row.client_id )?.name ?? row.client_id,
	row.user_id === null ? `everyone in ${ tenantName( row.tenant_id ) }` : world.users.find( ( each ) => each.id === row.user_id )?.username ?? row.user_id, row.scopes.join( ', ' ),
] ) ) }

<h2>Faults waiting</h2>
${ world.faults.list.length === 0 ? html`<p>None.</p>` : html`<ul class="plain">${ world.faults.list.map( ( fault ) => html`<li>${ fault.kind }<code>${ JSON.stringify( fault ) }</code></li>` ) }</ul>` }
<p>${ PRESETS.map( ( [ label, fault ] ) => button( 'faults', label, [ fault ] ) ) }</p>
<p>${ button( 'faults', 'No faults', [] ) }${ button( 'clock', 'Clock + 2 minutes', { offset_seconds: world.clock.offsetSeconds + 120 } ) }${ button( 'clock', 'Clock + 2 hours', { offset_seconds: world.clock.offsetSeconds + 7200 } ) }${ button( 'clock', 'Right clock', { offset_seconds: 0 } ) }${ button( 'reset', 'Reset everything' ) }</p>

${ links.length > 0 && html`<h2>Have a look</h2><ul>${ links.map( ( [ label, address ] ) => html`<li><a href="${ address }">${ label }</a></li>` ) }</ul>` }

<h2>Last exchanges</h2>
${ world.log.entries.length === 0 ? html`<p>None yet.</p>` : table( 'Last exchanges', [ 'Time', 'Call', 'Status', 'Said' ], world.log.entries.slice( -15 ).reverse().map( ( entry ) => [
	entry.at.slice( 11, 19 ), html`${ entry.method } ${ entry.host }<br><span class="quiet">${ entry.path }</span>`, entry.status,
	[ entry.grant_type, entry.error, entry.error_codes?.map( ( code ) => `AADSTS${ code }` ).join( ' ' ), entry.fault && `fault: ${ entry.fault }` ].filter( Boolean ).join( ' · ' ),
] ) ) }
<p class="quiet">Control routes and their shapes are described in the README beside the program.</p>`, { wide: true } );
}
