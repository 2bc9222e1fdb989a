/**
 * The page at /: everything a person needs to play: users, apps, workspaces, faults, and what has happened so far.
 */
import { KINDS } from './faults.mjs';
import { html } from './html.mjs';
import { layout } from './layout.mjs';
import { roleIn } from './powerbi.mjs';

const PRESETS = [
	[ 'Next token call: secret expired (7000222)', { match: { path: '/token' }, kind: 'aadsts', code: 7000222 } ],
	[ 'Next token call: 503 for 30 s', { match: { path: '/token' }, kind: 'status', status: 503, retry_after: 30 } ],
	[ 'Next token call: connection cut', { match: { path: '/token' }, kind: 'cut' } ],
	[ 'Next Power BI call: 429', { match: { path: '/v1.0/myorg' }, kind: 'status', status: 429, retry_after: 20 } ],
	[ 'Next Power BI call: half an answer', { match: { path: '/v1.0/myorg' }, kind: 'truncated' } ],
	[ 'Next token call: wrong signature of the ID token', { kind: 'id_token', signature: 'other_key' } ],
	[ 'Next token call: ID token of yesterday', { kind: 'id_token', shift: { exp: -86400 } } ],
	[ 'Next Power BI call: no licence', { match: { path: '/v1.0/myorg' }, kind: 'power_bi', name: 'PowerBINotLicensedException' } ],
	[ 'Next call: clock ten minutes ahead', { kind: 'clock', seconds: 600 } ],
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

/**
 * @param {string} list
 * @param {string} id
 * @param {object} row
 * @param {string} field that is true or false
 * @returns {import('./html.mjs').Markup} a button that turns it round
 */
const toggle = ( list, id, row, field ) => button( 'patch', `${ field } ${ row[ field ] ? 'off' : 'on' }`, { [ list ]: { [ id ]: { [ field ]: ! row[ field ] } } } );

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./tenants/seed.mjs').User} user
 * @returns {string} state, second factor, lockout
 */
function stateOf( world, user ) {
	const wrong = world.wrongPasswords.get( user.id );
	return [
		user.state, user.kind === 'member' ? '' : user.kind, user.mfa === false ? '' : `${ user.mfa === true ? 'second factor' : 'second factor not set up' }, code ${ user.mfa_code }`,
		wrong ? `${ wrong.count } wrong passwords${ wrong.locked_until > world.clock.now() ? ', locked out' : '' }` : '',
	].filter( Boolean ).join( ', ' );
}

/**
 * @param {import('./world.mjs').World} world
 * @param {import('./tenants/seed.mjs').User} user
 * @returns {import('./html.mjs').Markup[]} what can be changed about a user
 */
function userButtons( world, user ) {
	const set = ( label, fields ) => button( 'patch', label, { users: { [ user.username ]: fields } } );
	return [
		...[ 'licensed', 'may_consent' ].map( ( field ) => toggle( 'users', user.username, user, field ) ),
		user.mfa === false ? set( 'second factor on', { mfa: true } ) : set( 'second factor off', { mfa: false } ),
		user.state === 'active' ? set( 'lock', { state: 'locked' } ) : set( 'in order again', { state: 'active' } ),
		button( 'revoke', 'end sessions', { username: user.username } ),
	];
}

/**
 * @param {import('./world.mjs').World} world
 * @param {string} id of a workspace
 * @returns {string} who is in it, as what
 */
const peopleOf = ( world, id ) => [ ...world.users.map( ( user ) => [ user.username, user ] ), ...world.apps.map( ( app ) => [ `app ${ app.name }`, app ] ) ]
	.flatMap( ( [ name, row ] ) => ( roleIn( row.workspaces, id ) ? [ `${ name } (${ roleIn( row.workspaces, id ) })` ] : [] ) ).join( ', ' );

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
<dt>Permissions</dt><dd>${ app.permissions.join( ', ' ) }</dd>
<dt>Public client flows</dt><dd>${ yes( app.allow_public_client ) } ${ toggle( 'apps', app.client_id, app, 'allow_public_client' ) }</dd>
<dt>Assignment required</dt><dd>${ yes( app.assignment_required ) } ${ toggle( 'apps', app.client_id, app, 'assignment_required' ) }</dd>
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
${ table( 'Users', [ 'Name', 'Password', 'Tenant', 'State', 'Is', 'Change' ], world.users.map( ( user ) => [
	html`${ user.name }<br><code>${ user.username }</code>`, html`<code>${ user.password }</code>`, tenantName( user.tenant_id ), stateOf( world, user ),
	[ user.admin && 'administrator', user.may_consent && 'may consent', user.licensed && 'licensed' ].filter( Boolean ).join( ', ' ), html`<div class="tools">${ userButtons( world, user ) }</div>`,
] ) ) }

<h2>Apps</h2>
${ world.apps.map( ( app ) => appFacts( app, tenantName( app.tenant_id ) ) ) }

<h2>Tenants</h2>
${ table( 'Tenants', [ 'Name', 'Directory (tenant) ID', 'Domains', 'Cloud', 'Switches' ], world.tenants.map( ( tenant ) => [
	tenant.name, html`<code>${ tenant.id }</code>`, tenant.domains.join( ', ' ), tenant.cloud,
	html`<div class="tools">${ [ 'service_principals_allowed', 'service_principals_may_create', 'admin_consent_requests', 'power_bi' ].map( ( field ) => toggle( 'tenants', tenant.id, tenant, field ) ) }</div>`,
] ) ) }

<h2>Workspaces</h2>
${ table( 'Workspaces', [ 'Name', 'ID', 'People and apps', 'Datasets', 'Reports', 'Dashboards' ], world.workspaces.map( ( { id, name } ) => [
	name, html`<code>${ id }</code>`, peopleOf( world, id ),
	...[ 'datasets', 'reports', 'dashboards' ].map( ( list ) => world[ list ].filter( ( each ) => each.workspace_id === id ).map( ( each ) => each.name ?? each.displayName ).join( ', ' ) ),
] ) ) }

<h2>Consents</h2>
${ world.consents.length === 0 ? html`<p>None yet.</p>` : table( 'Consents', [ 'App', 'For', 'Scopes' ], world.consents.map( ( row ) => [
	world.apps.find( ( each ) => each.client_id === row.client_id )?.name ?? row.client_id,
	row.user_id === null ? `everyone in ${ tenantName( row.tenant_id ) }` : world.users.find( ( each ) => each.id === row.user_id )?.username ?? row.user_id, row.scopes.join( ', ' ),
] ) ) }

<h2>Faults waiting</h2>
${ world.faults.list.length === 0 ? html`<p>None.</p>` : html`<ul class="plain">${ world.faults.list.map( ( fault ) => html`<li>${ fault.kind }<code>${ JSON.stringify( fault ) }</code></li>` ) }</ul>` }
<p>${ PRESETS.map( ( [ label, fault ] ) => button( 'faults/add', label, fault ) ) }</p>
<form method="post" action="/_control/faults/add"><input type="hidden" name="back" value="1">
<label for="fault">Another fault, as JSON (kinds: ${ KINDS.join( ', ' ) })</label>
<input type="text" id="fault" name="json" value="{&quot;kind&quot;:&quot;status&quot;,&quot;status&quot;:503,&quot;match&quot;:{&quot;path&quot;:&quot;/token&quot;}}">
<div class="buttons"><button type="submit" class="small">Add it</button></div></form>
<p>${ button( 'keys', 'Another signing key' ) }${ button( 'faults', 'No faults', [] ) }${ button( 'clock', 'Clock + 2 minutes', { offset_seconds: world.clock.offsetSeconds + 120 } ) }${ button( 'clock', 'Clock + 2 hours', { offset_seconds: world.clock.offsetSeconds + 7200 } ) }${ button( 'clock', 'Right clock', { offset_seconds: 0 } ) }${ button( 'reset', 'Reset everything' ) }</p>

${ links.length > 0 && html`<h2>Have a look</h2><ul>${ links.map( ( [ label, address ] ) => html`<li><a href="${ address }">${ label }</a></li>` ) }</ul>` }

<h2>Last exchanges</h2>
${ world.log.entries.length === 0 ? html`<p>None yet.</p>` : table( 'Last exchanges', [ 'Time', 'Call', 'Status', 'Said' ], world.log.entries.slice( -15 ).reverse().map( ( entry ) => [
	entry.at.slice( 11, 19 ), html`${ entry.method } ${ entry.host }<br><span class="quiet">${ entry.path }</span>`, entry.status,
	[ entry.grant_type, entry.error, entry.error_codes?.map( ( code ) => `AADSTS${ code }` ).join( ' ' ), entry.fault && `fault: ${ entry.fault }` ].filter( Boolean ).join( ' · ' ),
] ) ) }
<p class="quiet">Control routes and their shapes are described in the README beside the program.</p>`, { wide: true } );
}
