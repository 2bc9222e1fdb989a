import type { Actor, CloudId, ErrorCode, PermissionId, Phrase } from './contract';
import type { Params, StatementCertainty, Verdict } from './core';

/** What the one command is made of. Nothing in it is secret. */
export interface SetupScriptFacts {
	site_name: string;
	redirect_uri: string;
	cloud: CloudId;
	permissions: PermissionId[];
	/** 1 to 24. */
	secret_lifetime_months: number;
	/** Without one, the connector's name and the shop's. */
	app_name?: string | null;
}

/** A script for Azure Cloud Shell, or the portal's manifest. */
export type SetupScriptKind = 'bash' | 'power_shell' | 'manifest';

/** The one command. Without `text` where the verdict is an error. */
export interface SetupScript {
	verdict: Verdict;
	text: string | null;
	/** What its parts do, in their order; none for a manifest. Lines count from 1. */
	lines: { phrase: Phrase; first_line: number; last_line: number }[];
}

/** What the request to the administrator is made of. `development_microsoft_url` must be loopback. */
export interface AdminRequestFacts {
	site_name: string;
	app_name: string;
	cloud: CloudId;
	redirect_uri: string;
	tenant_id?: string | null;
	client_id?: string | null;
	/** The link of `adminConsentUrl`, once app and directory are known. */
	consent_url?: string | null;
	development_microsoft_url?: string | null;
}

/** The request as data; its phrases come with the page. Texts of the shop are not escaped for any language. */
export interface AdminRequest {
	ask: 'admin_ask_consent' | 'admin_ask_register';
	site_name: string;
	site_address: string;
	app_name: string;
	client_id: string | null;
	tenant_id: string | null;
	cloud: CloudId;
	redirect_uri: string;
	permissions: { name: PermissionId; purpose: Phrase }[];
	limits: Phrase[];
	who: Phrase;
	/** Names of roles in Microsoft Entra, not translated. */
	roles: string[];
	consent_url: string | null;
	undo: { phrase: Phrase; url: string }[];
}

/** A link that opens a new mail; the verdict warns where some mail programs may cut it. */
export interface MailtoUrl {
	url: string;
	verdict: Verdict;
}

/** What is left of a secret's life; negative when it is over. */
export interface DaysLeft {
	days_left: number;
	stage: 'expired' | 'today' | '1' | '7' | '14' | '30' | '60' | 'fine';
}

/** A day on which to remind; `date` is `YYYY-MM-DD`. */
export interface Reminder {
	days_before: number;
	date: string;
}

/** What the calendar file is made of. Never put a secret in. */
export interface CalendarFacts {
	/** `YYYY-MM-DD`. */
	expires_on: string;
	/** When the file is made, in UTC: `YYYYMMDDTHHMMSSZ`. */
	stamp: string;
	/** The site's host name. */
	domain: string;
	/** The same again moves the event instead of adding another. */
	uid?: string | null;
	summary: string;
	description: string;
	url?: string | null;
}

/** A rule of an extension's field. */
export type ExtensionRule =
	| { kind: 'required' | 'guid' | 'not_guid' | 'email' | 'https_url' | 'iso_date' }
	| { kind: 'min_chars'; min: number }
	| { kind: 'max_chars'; max: number }
	| { kind: 'one_of' | 'not_one_of'; values: string[] }
	| { kind: 'pattern'; pattern: string };

/** An app in a directory. `development_microsoft_url` must be loopback. */
export interface AppAddress {
	cloud: CloudId;
	tenant_id: string;
	client_id: string;
	development_microsoft_url?: string | null;
}

/** Where a person signs out. Microsoft leads back to a registered redirect URI afterwards. */
export type LogoutRequest = Omit<AppAddress, 'client_id'> & { post_logout_redirect_uri?: string | null };

/** Who may sign in to an app, as its manifest says it. */
export type SignInAudience =
	| 'AzureADMyOrg' | 'AzureADMultipleOrgs' | 'AzureADandPersonalMicrosoftAccount' | 'PersonalMicrosoftAccount';

/** Whether a requested address is the registered one for Microsoft. */
export interface AddressMatch {
	matches: boolean;
	certainty: StatementCertainty;
	reason: ErrorCode | 'ok';
	params: Params;
}

/** What is read of a tenant's OpenID discovery document. */
export interface DiscoveryDocument {
	issuer?: string | null;
	cloud_instance_name?: string | null;
	tenant_region_scope?: string | null;
	tenant_region_sub_scope?: string | null;
}

/** The directory that the document is about. */
export interface DiscoveredTenant {
	tenant_id: string | null;
	cloud: CloudId | null;
	verdict: Verdict;
}

/** The hosts of a cloud; a scope is `scope_prefix`, a slash and a permission. */
export interface CloudHosts {
	id: CloudId;
	login_host: string;
	portal_host: string;
	service_host: string;
	embed_host: string;
	api_host: string;
	scope_prefix: string;
}

/** A permission that the connector asks for. */
export interface PermissionFacts {
	name: PermissionId;
	guid: string;
	/** As a token request spells it in that cloud. */
	scope: string;
	purpose: 'push_orders' | 'make_workspaces' | 'show_reports' | 'show_dashboards' | 'make_dashboards';
	consent: 'user' | 'admin';
}

/** What is known about a code beside its sentence. */
export interface ErrorFacts {
	actor: Actor;
	wait: 'none' | 'minutes' | 'hours';
	step: 1 | 2 | 3 | 4 | null;
	retryable: boolean;
	interaction_required: boolean;
}
