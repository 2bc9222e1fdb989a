import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, vectors, withVectors } from './run-count.mjs';

const libtest = (passed, failed, ignored) =>
	`test result: ${failed ? 'FAILED' : 'ok'}. ${passed} passed; ${failed} failed; ${ignored} ignored; 0 measured; 0 filtered out; finished in 0.02s\n`;
const tap = (counts) => Object.entries({ tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0, ...counts })
	.map(([name, number]) => `# ${name} ${number}\n`).join('');
const junit = (tests, failures, skipped) =>
	`<?xml version="1.0"?>\n<testsuites>\n  <testsuite name="" tests="${tests}" assertions="9" errors="0" warnings="0" failures="${failures}" skipped="${skipped}" time="1">\n` +
	'    <testsuite name="inner" tests="99" errors="99" warnings="0" failures="99" skipped="0"></testsuite>\n  </testsuite>\n</testsuites>\n';
const vitest = (passed, failed, pending) =>
	JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 });
const playwright = (expected, unexpected, skipped, flaky = 0, errors = []) => JSON.stringify({ stats: { expected, unexpected, skipped, flaky }, errors });

const good = {
	libtest: [libtest(3, 0, 0) + 'noise\n' + libtest(4, 0, 0), 7],
	tap: [tap({ pass: 5 }), 5],
	junit: [junit(6, 0, 0) + junit(4, 0, 0), 10],
	vitest: [vitest(8, 0, 0), 8],
	playwright: [playwright(2, 0, 0), 2],
	checks: ['output\ncheck passed: fmt\nok\ncheck passed: clippy\n', 2],
};

for (const [format, [report, passed]] of Object.entries(good)) {
	test(`${format}: counts what passed`, () => assert.deepEqual(count(format, report, 0), { passed, failed: 0, why: '' }));
	test(`${format}: a bad exit status fails though every test passed`, () => assert.equal(count(format, report, 101).failed, 1));
	test(`${format}: an empty report fails`, () => assert.deepEqual({ ...count(format, '', 0), why: '' }, { passed: 0, failed: 1, why: '' }));
	test(`${format}: noise instead of a report fails`, () => assert.equal(count(format, '7 passed, 0 failed\n{"a": 1}', 0).failed, 1));
}

const failing = {
	libtest: [libtest(3, 0, 0) + libtest(4, 2, 0), 7, 2],
	tap: [tap({ pass: 5, fail: 1, cancelled: 1 }), 5, 2],
	junit: [junit(6, 2, 0) + junit(4, 1, 0), 7, 3],
	vitest: [vitest(8, 1, 0), 8, 1],
	playwright: [playwright(2, 1, 0, 1, [{ message: 'a file does not load' }]), 2, 3],
	checks: ['check passed: fmt\ncheck failed: clippy\n', 1, 1],
};
for (const [format, [report, passed, failed]] of Object.entries(failing)) {
	test(`${format}: counts what failed`, () => assert.deepEqual(count(format, report, 1), { passed, failed, why: '' }));
}

const skipping = { libtest: libtest(3, 0, 1), tap: tap({ pass: 3, skipped: 1 }), junit: junit(4, 0, 1), vitest: vitest(3, 0, 1), playwright: playwright(3, 0, 1) };
for (const [format, report] of Object.entries(skipping)) {
	test(`${format}: a skipped test is a failed one`, () => {
		const { passed, failed } = count(format, report, 0);
		assert.deepEqual({ passed, failed }, { passed: 3, failed: 1 });
	});
}

const empty = { libtest: libtest(0, 0, 0), tap: tap({}), junit: junit(0, 0, 0), vitest: vitest(0, 0, 0), playwright: playwright(0, 0, 0) };
for (const [format, report] of Object.entries(empty)) {
	test(`${format}: a run of no test fails`, () => assert.deepEqual(count(format, report, 0), { passed: 0, failed: 1, why: 'no test was run' }));
}

test('a report cut short fails', () => {
	assert.equal(count('junit', junit(6, 0, 0).replace('</testsuites>', ''), 0).failed, 1);
	assert.equal(count('junit', junit(6, 0, 0) + junit(6, 0, 0).replace('</testsuites>', ''), 0).failed, 1);
	assert.equal(count('vitest', vitest(8, 0, 0).slice(0, -2), 0).failed, 1);
});
test('an unknown format fails', () => assert.equal(count('no-such-format', 'ok x', 0).failed, 1));

test('the vectors of all files are added up, whatever stands around them', () => {
	assert.equal(vectors('fields: 555 vectors\ntest a ... redirect-uri-cases: 96 vectors\nok\nfield in PHP: 4 vectors\n5 vectors\nx: 7 vectors ran\n'), 655);
	assert.equal(vectors(''), 0);
});
test('a suite that ran no vector has failed', () => {
	const good = { passed: 3, failed: 0, why: '' };
	assert.deepEqual(withVectors(good, 655), good);
	assert.deepEqual(withVectors(good, 0), { passed: 3, failed: 1, why: 'no case of tests/vectors was run' });
	assert.equal(withVectors({ passed: 3, failed: 2, why: 'x' }, 0).failed, 2);
});
