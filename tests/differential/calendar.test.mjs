/** The core's calendar files, read by ical.js, a parser that no one here wrote. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { judge } from './judge.mjs';

const PLAIN = {
	expires_on: '2027-05-24',
	stamp: '20261124T053000Z',
	domain: 'shop.example',
	summary: 'The client secret expires',
	description: 'Make a new one.',
	url: 'https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=2',
};

/** Asks the core for one file an input. */
const calendars = (inputs) => judge(inputs.map((input) => ({ call: 'calendar', input })));

/** What the parser finds, and what RFC 5545 asks of the lines before anybody parses them. */
function read(text) {
	assert.ok(text.endsWith('\r\n'));
	for (const line of text.slice(0, -2).split('\r\n')) {
		assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets: ${line}`);
		assert.ok(!/[\r\n]/.test(line), 'a bare line break');
		assert.ok(line.isWellFormed(), `a character is torn apart: ${line}`);
	}
	const calendar = new ICAL.Component(ICAL.parse(text));
	assert.equal(calendar.name, 'vcalendar');
	assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
	assert.ok(calendar.getFirstPropertyValue('prodid'));
	assert.deepEqual(calendar.getAllSubcomponents().map((part) => part.name), ['vevent']);
	return calendar.getFirstSubcomponent('vevent');
}

const value = (event, name) => event.getFirstPropertyValue(name);

test('every member arrives where a calendar program looks for it', () => {
	const event = read(calendars([PLAIN])[0]);
	assert.equal(value(event, 'uid'), 'client-secret-20270524@shop.example');
	assert.equal(value(event, 'summary'), PLAIN.summary);
	assert.equal(value(event, 'description'), PLAIN.description);
	assert.equal(value(event, 'url'), PLAIN.url);
	assert.equal(value(event, 'transp'), 'TRANSPARENT');
	assert.equal(value(event, 'dtstamp').toString(), '2026-11-24T05:30:00Z');
	assert.ok(value(event, 'dtstart').isDate && value(event, 'dtend').isDate);
	assert.equal(value(event, 'dtstart').toString(), '2027-05-24');
	assert.equal(value(event, 'dtend').toString(), '2027-05-25');
	assert.equal(new ICAL.Event(event).duration.toString(), 'P1D');
});

test('there are five reminders, each before the day', () => {
	const alarms = read(calendars([PLAIN])[0]).getAllSubcomponents('valarm');
	assert.deepEqual(alarms.map((alarm) => value(alarm, 'trigger').toSeconds() / -86400), [60, 30, 14, 7, 1]);
	for (const alarm of alarms) {
		assert.equal(value(alarm, 'action'), 'DISPLAY');
		assert.equal(value(alarm, 'description'), PLAIN.summary);
	}
});

test('texts survive escaping and folding', () => {
	const long = 'ä'.repeat(200) + '😀'.repeat(100) + '日本語,;\\'.repeat(50);
	const texts = {
		'semicolon; comma, backslash \\ and \\n as text': undefined,
		'a "quoted" text: with a colon': undefined,
		'two\nlines': undefined,
		'two\r\nlines': 'two\nlines',
		'two\rlines': 'two\nlines',
		'END:VEVENT\r\nBEGIN:VEVENT': 'END:VEVENT\nBEGIN:VEVENT',
		'X\r\n BEGIN:VALARM': 'X\n BEGIN:VALARM',
		'tab\tand NUL\0 and bell\u0007': 'tab and NUL  and bell ',
		'مَتجَر \u200F\u{1F6CD}\uFE0F': undefined,
		[long]: undefined,
		['x'.repeat(66)]: undefined,
		['x'.repeat(67)]: undefined,
		['x'.repeat(68)]: undefined,
		['x'.repeat(66) + 'é']: undefined,
		['x'.repeat(65) + '😀']: undefined,
		['x'.repeat(74 * 3)]: undefined,
		'  blanks around  ': undefined,
	};
	const inputs = Object.keys(texts).map((text) => ({ ...PLAIN, summary: text, description: text }));
	calendars(inputs).forEach((file, index) => {
		const text = inputs[index].summary;
		const event = read(file);
		assert.equal(value(event, 'summary'), texts[text] ?? text);
		assert.equal(value(event, 'description'), texts[text] ?? text);
		assert.equal(event.getAllSubcomponents('valarm').length, 5);
	});
});

test('hostile domains, identifiers and addresses stay values', () => {
	const break_out = 'x\r\nATTENDEE:mailto:a@b.example\r\n';
	const events = calendars([
		{ ...PLAIN, domain: break_out },
		{ ...PLAIN, uid: break_out },
		{ ...PLAIN, url: `https://shop.example/${break_out}` },
		{ ...PLAIN, url: 'javascript:alert(1)' },
		{ ...PLAIN, uid: 'wkpbic-7@shop.example', description: '', url: null },
	]).map(read);
	for (const event of events) assert.equal(event.getAllProperties('attendee').length, 0);
	assert.equal(value(events[1], 'uid'), 'x\nATTENDEE:mailto:a@b.example\n');
	assert.equal(value(events[2], 'url'), null);
	assert.equal(value(events[3], 'url'), null);
	assert.equal(value(events[4], 'uid'), 'wkpbic-7@shop.example');
	assert.equal(value(events[4], 'description'), null);
});

test('days at the edges of years and months', () => {
	const days = { '2027-12-31': '2028-01-01', '2028-02-28': '2028-02-29', '2028-02-29': '2028-03-01', '2027-02-28': '2027-03-01' };
	const files = calendars(Object.keys(days).map((expires_on) => ({ ...PLAIN, expires_on })));
	files.map(read).forEach((event, index) => {
		const day = Object.keys(days)[index];
		assert.deepEqual([value(event, 'dtstart').toString(), value(event, 'dtend').toString()], [day, days[day]]);
	});
});
