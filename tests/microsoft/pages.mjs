/**
 * What a person meets on the way: signing in, picking an account, consenting, and the error pages.
 */
import { SUBMIT_SCRIPT } from './answer.mjs';
import { description } from './entra-error.mjs';
import { html, Markup } from './html.mjs';
import { layout } from './layout.mjs';
import { needsAdmin, sentence } from './scopes.mjs';

const BRAND = html`<p class="brand">Sign-in service</p>`;
const OIDC_SENTENCES = {
	openid: 'Sign you in', profile: 'View your basic profile', email: 'View your email address',
	offline_access: 'Maintain access to data you have given it access to',
};

/**
 * @param {object} flow
 * @param {string} step last part of the address the form posts to
 * @returns {string}
 */
const action = ( flow, step ) => `/${ flow.loginHost }/${ encodeURIComponent( flow.tenantName ) }/${ step }`;

const hidden = ( flow ) => html`<input type="hidden" name="flow" value="${ flow.id }"><input type="hidden" name="canary" value="${ flow.canary }">`;

/**
 * @param {import('./entra-error.mjs').Marks} marks
 * @param {import('./refusal.mjs').Refusal} [refusal]
 * @returns {Markup} the lines support asks for; Entra calls the trace ID "Request Id" here
 */
const marksList = ( marks, refusal ) => html`<p class="marks">Request Id: ${ marks.trace_id }<br>
Correlation Id: ${ marks.correlation_id }<br>
Timestamp: ${ marks.timestamp }${ refusal && html`<br>
Message: <span class="message">${ description( refusal, marks ) }</span>` }</p>`;

/**
 * @param {object} flow
 * @param {{username?: string, refusal?: import('./refusal.mjs').Refusal, marks?: import('./entra-error.mjs').Marks}} [shown]
 * @returns {Markup}
 */
export function signInPage( flow, { username = '', refusal, marks } = {} ) {
	return layout( 'Sign in to your account', html`${ BRAND }
<h1>Sign in</h1>
<p class="quiet">to continue to ${ flow.app.name } (${ flow.tenant.name })</p>
${ refusal && html`<div class="error" role="alert" id="error">AADSTS${ refusal.code }: ${ refusal.message }</div>` }
<form method="post" action="${ action( flow, 'login' ) }">
${ hidden( flow ) }
<label for="login">Email or phone</label>
<input type="text" id="login" name="login" value="${ username }" autocomplete="username" autocapitalize="none" spellcheck="false" required${ username === '' && new Markup( ' autofocus' ) }${ refusal && new Markup( ' aria-describedby="error"' ) }>
<label for="passwd">Password</label>
<input type="password" id="passwd" name="passwd" autocomplete="current-password" required${ username !== '' && new Markup( ' autofocus' ) }>
<div class="buttons"><button type="submit" class="primary">Sign in</button></div>
</form>
${ marks && marksList( marks ) }` );
}

/**
 * @param {object} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @param {{refusal?: import('./refusal.mjs').Refusal, marks?: import('./entra-error.mjs').Marks}} [shown]
 * @returns {Markup} a second factor is asked for, or set up by somebody who has none
 */
export function secondFactorPage( flow, user, { refusal, marks } = {} ) {
	const isNew = user.mfa === 'not_registered';
	return layout( isNew ? 'More information required' : 'Enter code', html`${ BRAND }
<p class="quiet">${ user.username }</p>
<h1>${ isNew ? 'More information required' : 'Enter code' }</h1>
<p>${ isNew ? 'Your organization needs more information to keep your account secure. Type the code that your new authenticator shows.' : 'Type the code that your authenticator app shows.' }</p>
<p class="quiet">This stand-in has no authenticator: the code of each user stands on its front page.</p>
${ refusal && html`<div class="error" role="alert" id="error">AADSTS${ refusal.code }: ${ refusal.message }</div>` }
<form method="post" action="${ action( flow, 'mfa' ) }">
${ hidden( flow ) }
<label for="otc">Code</label>
<input type="text" id="otc" name="otc" inputmode="numeric" autocomplete="one-time-code" autofocus${ refusal && new Markup( ' aria-describedby="error"' ) }>
<div class="buttons"><button type="submit" name="decision" value="cancel">Cancel</button><button type="submit" class="primary" name="decision" value="verify">Verify</button></div>
</form>
${ marks && marksList( marks ) }` );
}

/**
 * @param {object} flow
 * @param {import('./tenants/seed.mjs').User[]} users
 * @returns {Markup}
 */
export function pickAccountPage( flow, users ) {
	const tile = ( user ) => html`<button type="submit" class="tile" name="account" value="${ user.id }"><strong>${ user.name }</strong><br>${ user.username }</button>`;
	return layout( 'Pick an account', html`${ BRAND }
<h1>Pick an account</h1>
<form method="post" action="${ action( flow, 'select' ) }">
${ hidden( flow ) }
${ users.map( tile ) }
<button type="submit" class="tile" name="account" value="">Use another account</button>
</form>` );
}

/**
 * @param {object} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @returns {Markup}
 */
export function consentPage( flow, user ) {
	const organisation = flow.kind === 'admin';
	const rows = [
		...flow.scopes.permissions.map( ( each ) => [ sentence( each ), `${ each.resource }/${ each.name }` ] ),
		...flow.scopes.oidc.map( ( name ) => [ OIDC_SENTENCES[ name ], name ] ),
	];
	return layout( 'Permissions requested', html`${ BRAND }
<p class="quiet">${ user.username }</p>
<h1>Permissions requested${ organisation && ' — review for your organization' }</h1>
<p><strong>${ flow.app.name }</strong></p>
<p>This app would like to:</p>
<ul class="plain">${ rows.map( ( [ text, name ] ) => html`<li>${ text }<code>${ name }</code></li>` ) }</ul>
<p class="quiet">${ organisation ? 'Accepting gives the app this access for every user of the organization.' : 'Accepting these permissions means that you allow this app to use your data.' }</p>
<form method="post" action="${ action( flow, 'consent' ) }">
${ hidden( flow ) }
${ user.admin && ! organisation && html`<div class="check"><input type="checkbox" id="organization" name="organization" value="1"><label for="organization" style="margin:0">Consent on behalf of your organization</label></div>` }
<div class="buttons"><button type="submit" name="decision" value="cancel">Cancel</button><button type="submit" class="primary" name="decision" value="accept">Accept</button></div>
</form>` );
}

/**
 * @param {object} flow
 * @param {import('./tenants/seed.mjs').User} user
 * @param {import('./refusal.mjs').Refusal} refusal
 * @param {import('./entra-error.mjs').Marks} marks
 * @returns {Markup}
 */
export function approvalPage( flow, user, refusal, marks ) {
	const names = flow.scopes.permissions.filter( ( each ) => flow.kind === 'admin' || needsAdmin( each ) );
	const byRequest = refusal.code === 90095;
	const title = byRequest ? 'Approval required' : 'Need admin approval';
	return layout( title, html`${ BRAND }
<p class="quiet">${ user.username }</p>
<h1>${ title }</h1>
<p><strong>${ flow.app.name }</strong> needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.</p>
${ names.length > 0 && html`<ul class="plain">${ names.map( ( each ) => html`<li>${ sentence( each ) }</li>` ) }</ul>` }
<form method="post" action="${ action( flow, 'select' ) }">${ hidden( flow ) }
<p><button type="submit" class="tile" name="account" value="">Have an admin account? Sign in with that account</button></p></form>
<form method="post" action="${ action( flow, 'consent' ) }">${ hidden( flow ) }
${ byRequest && html`<label for="reason">Enter justification for requesting this app</label><input type="text" id="reason" name="reason">
<div class="buttons"><button type="submit" class="primary" name="decision" value="request">Request approval</button></div>` }
<div class="buttons"><button type="submit" name="decision" value="cancel">Return to the application without granting consent</button></div></form>
<p class="quiet">AADSTS${ refusal.code }: ${ refusal.message }</p>
${ marksList( marks ) }` );
}

/**
 * @param {import('./refusal.mjs').Refusal} refusal
 * @param {import('./entra-error.mjs').Marks} marks
 * @returns {Markup}
 */
export function errorPage( refusal, marks ) {
	return layout( 'Sign in to your account', html`${ BRAND }
<h1>Sign in</h1>
<p>Sorry, but we’re having trouble signing you in.</p>
<p class="error" role="alert">AADSTS${ refusal.code }: ${ refusal.message }</p>
<h2>Troubleshooting details</h2>
<p class="quiet">If you contact your administrator, send this info to them.</p>
${ marksList( marks, refusal ) }` );
}

/**
 * @param {string} uri
 * @param {[string, string][]} pairs
 * @returns {Markup} the page of response_mode=form_post
 */
export function formPostPage( uri, pairs ) {
	return layout( 'Working…', html`<h1>Working…</h1>
<form method="post" action="${ uri }">${ pairs.map( ( [ name, value ] ) => html`<input type="hidden" name="${ name }" value="${ value }">` ) }
<div class="buttons"><button type="submit" class="primary">Continue</button></div></form>
<script>${ new Markup( SUBMIT_SCRIPT ) }</script>` );
}

/**
 * @param {string} name of the app
 * @returns {Markup} end of an admin consent that has no address to go back to
 */
export function grantedPage( name ) {
	return layout( 'Permissions granted', html`${ BRAND }<h1>Permissions granted</h1><p>${ name } may now be used by everyone in the organization. You can close this page.</p>` );
}

/**
 * @returns {Markup} end of a sign-out that has no address to go back to
 */
export function signedOutPage() {
	return layout( 'Sign out', html`${ BRAND }<h1>You signed out of your account</h1><p>It is a good idea to close all browser windows.</p>` );
}
