import type { Actor, CloudId, ErrorCode, PermissionId, Phrase } from './contract';
import type { Params, PortalLink, SiteRedirectUri, StatementCertainty, Verdict } from './core';

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

/** The app that an address is about. `development_microsoft_url` must be loopback. */
export interface AppAddress {
	cloud: CloudId;
	tenant_id: string;
	client_id: string;
	development_microsoft_url?: string | null;
}
