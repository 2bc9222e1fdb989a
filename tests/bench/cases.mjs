// What is measured: each case is a list of calls that are made one after the other, as the wizard makes them.
// `call` and `input` are those of `cargo run -p wkpbic-core --example judge`; `limit` is in milliseconds for the whole list.

const CLIENT = '3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846';
const TENANT = '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9';
const SECRET = 'Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x';
const KIB_64 = 64 * 1024;

/** A text again and again up to 64 KiB, with another at its end. All of it is ASCII, so that characters are bytes. */
function filled(text, end = '') {
	return text.repeat(Math.ceil(KIB_64 / text.length)).slice(0, KIB_64 - end.length) + end;
}

const context = { client_id: CLIENT, tenant_id: TENANT };
const field = (name, text) => ({ call: 'validate_field', input: { field: name, text, context } });
const explain = (text) => [{ call: 'explain', input: { text } }];
const paste = (text) => [{ call: 'read_pasted', input: { text } }];

const extension = (rules, text) => [{ call: 'extension_rules', input: { rules, text } }];
const patterns = (pattern, count) => Array.from({ length: count }, () => ({ kind: 'pattern', pattern }));
const facts = {
	site_name: 'Blue Lamp', redirect_uri: 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3', cloud: 'global',
	permissions: ['Dataset.ReadWrite.All', 'Report.Read.All'], secret_lifetime_months: 6,
};

const overview = `Display name\nWooCommerce Power BI Connector\nApplication (client) ID\n${CLIENT}\nObject ID\n11111111-aaaa-4bbb-8ccc-222222222222\nDirectory (tenant) ID\n${TENANT}\nSupported account types\nMy organization only\n\n`;
const log = '[24-Nov-2026 05:06:07 UTC] PHP Notice: "value" is <b>not</b> set &amp; was skipped in wp-content/plugins/shop/order.php on line 503\n';
const answer = `AADSTS50011: The redirect URI 'https://shop.example/cb' in the request is not registered for the application '${CLIENT}'.`;

export const cases = [
	{ name: 'one field: a good secret', limit: 1, calls: [field('client_secret', SECRET)] },
	{ name: 'one field: 4,096 letters', limit: 1, calls: [field('client_secret', 'x'.repeat(4096))] },
	{
		name: 'five fields', limit: 5, calls: [
			field('client_id', CLIENT), field('tenant_id', TENANT), field('client_secret', SECRET),
			field('username', 'merchant@contoso.example'), field('cloud', 'global'),
		],
	},
	{ name: 'explain: 64 KiB of log, the number at its end', limit: 10, calls: explain(filled(log, answer)) },
	{ name: 'explain: 64 KiB of tags', limit: 10, calls: explain(filled('<div class="a"><span>x</span></div>')) },
	{ name: 'explain: 64 KiB of the beginning of a number', limit: 10, calls: explain(filled("AADSTS '")) },
	{ name: 'paste: 64 KiB of Overview page', limit: 10, calls: paste(filled(overview)) },
	{ name: 'paste: 64 KiB of log, the page at its end', limit: 10, calls: paste(filled(log, overview)) },
	{ name: 'paste: 64 KiB of one line of settings', limit: 10, calls: paste(filled(`CLIENT_ID="${CLIENT}" SECRET='${SECRET}' `)) },
	{ name: 'paste: 64 KiB without a blank', limit: 10, calls: paste(filled('aB3~')) },
	{ name: 'kit: a field of an extension with five rules', limit: 1, calls: extension([
		{ kind: 'required' }, { kind: 'min_chars', min: 4 }, { kind: 'max_chars', max: 40 }, { kind: 'pattern', pattern: '[A-Z]{2}-[0-9]+' },
		{ kind: 'not_one_of', values: ['AB-0'] },
	], 'AB-12345') },
	{ name: 'kit: a nested pattern, 4,096 letters that miss it', limit: 10, calls: extension(patterns('(?:(?:a+)+)+b', 1), 'a'.repeat(4096)) },
	{ name: 'kit: 32 patterns of 256 characters', limit: 10, calls: extension(patterns('[a-z]{3}'.repeat(32), 32), 'x'.repeat(96)) },
	{ name: 'kit: a field of an extension, 64 KiB', limit: 10, calls: extension(patterns('[a-z]+', 1), 'x'.repeat(KIB_64)) },
	{ name: 'kit: a script', limit: 10, calls: [{ call: 'bash_script', input: facts }] },
];
