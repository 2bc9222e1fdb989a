/** The words of the request to the administrator, as a subject and a plain text. Its facts come from the core's kit. */
import { __, sprintf } from '@wordpress/i18n';
import type { AdminRequest } from '../../core/door';
import type { MessageText } from '../../messages';

export interface AdminRequestText {
	readonly subject: string;
	readonly body: string;
}

export interface AdminRequestSection {
	readonly heading: string;
	readonly lines: readonly string[];
}

/** The request in parts, for the page and for the text alike. Nothing in it is secret. */
export function adminRequestSections(request: AdminRequest, messageFor: MessageText): readonly AdminRequestSection[] {
	const facts: readonly (readonly [string, string | null])[] = [
		[__('Shop', 'wkpbic'), `${request.site_name} (${request.site_address})`],
		[__('App', 'wkpbic'), request.app_name],
		[__('Application (client) ID', 'wkpbic'), request.client_id],
		[__('Directory (tenant) ID', 'wkpbic'), request.tenant_id],
		[__('Redirect URI (platform Web)', 'wkpbic'), request.redirect_uri],
	];
	return [
		...(request.consent_url === null
			? []
			: [{ heading: __('The link', 'wkpbic'), lines: [request.consent_url] }]),
		{
			heading: __('The app', 'wkpbic'),
			lines: facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])),
		},
		{
			heading: __('What it asks for, and why', 'wkpbic'),
			lines: request.permissions.map(({ name, purpose }) => `${name}: ${messageFor(purpose)}`),
		},
		{ heading: __('What it cannot do', 'wkpbic'), lines: request.limits.map((limit) => messageFor(limit)) },
		{ heading: __('Who may grant it', 'wkpbic'), lines: [messageFor(request.who)] },
		{
			heading: __('How to undo it', 'wkpbic'),
			lines: request.undo.map(({ phrase, url }) => `${messageFor(phrase)} ${url}`),
		},
	];
}

export function adminRequestText(request: AdminRequest, messageFor: MessageText): AdminRequestText {
	const parts = adminRequestSections(request, messageFor).map(
		({ heading, lines }) => `${heading}\n${lines.map((line) => (lines.length > 1 ? `- ${line}` : line)).join('\n')}`,
	);
	return {
		subject: sprintf(
			/* translators: %s: name of a shop. */
			__('Power BI for %s: please allow its app', 'wkpbic'),
			request.site_name,
		),
		body: [__('Hello,', 'wkpbic'), messageFor(request.ask), ...parts, __('Thank you!', 'wkpbic')].join('\n\n'),
	};
}

/** For the mail link, which mail programs cut when it is long: the request and the link, without the explanations. */
export function shortAdminRequest(request: AdminRequest, messageFor: MessageText): string {
	const [first, second] = adminRequestSections(request, messageFor);
	const lines = [...(first?.lines ?? []), ...(request.consent_url === null ? [] : (second?.lines.slice(0, 2) ?? []))];
	return [
		__('Hello,', 'wkpbic'),
		messageFor(request.ask),
		lines.join('\n'),
		messageFor(request.who),
		__('I can send you what the app may and may not do, and how to undo it.', 'wkpbic'),
		__('Thank you!', 'wkpbic'),
	].join('\n\n');
}
