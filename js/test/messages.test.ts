import { describe, expect, it } from 'vitest';
import { createMessageText, fillPlaceholders } from '../src/messages';

describe('fillPlaceholders', () => {
	it('fills each name wherever it stands', () => {
		expect(fillPlaceholders('{actual} of {max}, {max} at most', { actual: 41, max: 40 })).toBe('41 of 40, 40 at most');
	});

	it('leaves a name without a value visible', () => {
		expect(fillPlaceholders('{actual} of {max}', { max: 40 })).toBe('{actual} of 40');
	});

	it('fills each place once: a value with braces in it is not read again', () => {
		expect(fillPlaceholders('{a} {b}', { a: '{b}', b: '$& {a}' })).toBe('{b} $& {a}');
	});

	it('takes no value from the prototype', () => {
		expect(fillPlaceholders('{constructor}', {})).toBe('{constructor}');
	});
});

describe('createMessageText', () => {
	const messageFor = createMessageText({ too_long: 'At most {max}.', empty: '' });

	it('gives the sentence of a known code', () => {
		expect(messageFor('too_long', { max: 10 })).toBe('At most 10.');
	});

	it('shows the sentence of the server for an unknown code, as it is', () => {
		expect(messageFor('brand_new', { max: 1 }, 'The server says {max}.')).toBe('The server says {max}.');
	});

	it('shows the code when nobody has a sentence', () => {
		expect(messageFor('brand_new')).toBe('brand_new');
		expect(messageFor('constructor')).toBe('constructor');
	});
});
