// node tests/run-count.mjs FORMAT REPORT EXIT_STATUS [LOG]   prints `PASSED FAILED VECTORS [why]` for one suite's report.
// LOG is given for a suite that runs the cases of tests/vectors: it holds a line `TOPIC: N vectors` for each file. VECTORS is `-` otherwise.
// Nothing passes by default: no report, a report that cannot be read, no test, a skipped test and a bad exit status all count as failed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The one capture group of every match as a number. */
const numbers = (text, pattern) => [...text.matchAll(pattern)].map((match) => Number(match[1]));

/** The one number behind `# name ` in the summary of node's TAP reporter. */
function tapNumber(text, name) {
	const found = numbers(text, new RegExp(`^# ${name} (\\d+)$`, 'gm'));
	if (found.length !== 1) throw new Error(`no single "# ${name}" line`);
	return found[0];
}

/** Each reader gives passed, failed and skipped tests, or throws. */
const readers = {
	// cargo test, native and in the browser: one closing line per test program
	libtest(text) {
		const lines = [...text.matchAll(/^test result: .*?(\d+) passed; (\d+) failed; (\d+) ignored;/gm)];
		if (lines.length === 0) throw new Error('no "test result" line');
		const column = (index) => sum(lines.map((line) => Number(line[index])));
		return { passed: column(1), failed: column(2), skipped: column(3) };
	},
	// node --test --test-reporter=tap
	tap: (text) => ({
		passed: tapNumber(text, 'pass'),
		failed: tapNumber(text, 'fail') + tapNumber(text, 'cancelled'),
		skipped: tapNumber(text, 'skipped') + tapNumber(text, 'todo'),
	}),
	// phpunit --log-junit: the outermost suite holds the totals. A suite with several runs puts their reports one after the other.
	junit(text) {
		const outermost = [...text.matchAll(/<testsuites>\s*<testsuite\s([^>]*)>/g)].map((match) => match[1]);
		const ends = text.match(/<\/testsuites>/g)?.length ?? 0;
		if (outermost.length === 0 || ends !== outermost.length) throw new Error('no complete JUnit report');
		const attribute = (name) => {
			const values = outermost.flatMap((attributes) => numbers(attributes, new RegExp(`\\b${name}="(\\d+)"`, 'g')));
			if (values.length !== outermost.length) throw new Error(`no ${name} in the JUnit report`);
			return sum(values);
		};
		const failed = attribute('failures') + attribute('errors') + attribute('warnings');
		const skipped = attribute('skipped');
		return { passed: attribute('tests') - failed - skipped, failed, skipped };
	},
	vitest(text) {
		const report = JSON.parse(text);
		return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
	},
	// a test that passed only on a second try is a failed one
	playwright(text) {
		const { stats, errors } = JSON.parse(text);
		return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
	},
	// this project's own checks (lint and the like): `check passed: …` or `check failed: …`
	checks: (text) => ({ passed: text.match(/^check passed: /gm)?.length ?? 0, failed: text.match(/^check failed: /gm)?.length ?? 0, skipped: 0 }),
};

/** @returns {{ passed: number, failed: number, why: string }} */
export function count(format, text, status) {
	let result;
	try {
		result = readers[format](text);
		if (!Object.values(result).every((number) => Number.isSafeInteger(number) && number >= 0)) throw new Error('a count is missing');
	} catch (error) {
		return { passed: 0, failed: 1, why: `the report cannot be read: ${error.message}` };
	}
	const { passed, failed, skipped } = result;
	if (passed + failed + skipped === 0) return { passed, failed: 1, why: 'no test was run' };
	if (skipped > 0) return { passed, failed: failed + skipped, why: `${skipped} skipped, and a skipped test is a failed one here` };
	if (failed === 0 && status !== 0) return { passed, failed: 1, why: `every test passed but the command ended with status ${status}` };
	return { passed, failed, why: '' };
}

/** How many cases of tests/vectors the output of a suite says have run; libtest may put its own words in front. */
export const vectors = (text) => sum(numbers(text, /[\w -]+: (\d+) vectors$/gm));

/** The count of a suite that is to run vectors: with none of them it has failed. */
export function withVectors(counted, ran) {
	return ran > 0 || counted.failed > 0 ? counted : { ...counted, failed: 1, why: 'no case of tests/vectors was run' };
}

function contents(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return ''; // an empty text is unreadable in every format, and holds no vectors
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [format, report, status, log] = process.argv.slice(2);
	const counted = count(format, contents(report), Number(status));
	const ran = log === undefined ? '-' : vectors(contents(log));
	const { passed, failed, why } = log === undefined ? counted : withVectors(counted, ran);
	console.log(`${passed} ${failed} ${ran} ${why}`.trim());
}
