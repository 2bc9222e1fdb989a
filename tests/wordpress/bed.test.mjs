// The promises of lib.sh and processes.sh: half a download is no cache, a stranger is never killed, a taken port is noticed.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'wkpbic-bed-'));
after(() => rmSync(scratch, { recursive: true }));

/** Runs lines of bash after sourcing the bed's functions, with a cache of its own. */
function bash(script) {
	const { status, stdout, stderr } = spawnSync(
		'bash',
		['-c', `. "${here}/lib.sh"; . "${here}/processes.sh"; ${script}`],
		{ encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: scratch } }
	);
	return { status, out: stdout.trim(), said: stderr.trim() };
}
const alive = (id) => existsSync(`/proc/${id}`);

test('stop ends a server with its children', () => {
	const stop = () => bash('stop_process selftest-tree; marked selftest-tree; ls "$BED/run"');
	stop(); // what an interrupted run may have left
	try {
		const started = bash(`
			start_process selftest-tree bash -c 'tail -f /dev/null & tail -f /dev/null & echo up; wait'
			wait_until selftest-tree 20 grep -q up "$BED/log/selftest-tree.log"
			wait_until selftest-tree 20 eval '[ "$(marked selftest-tree | wc -l)" = 3 ]'
			marked selftest-tree`);
		const ids = started.out.split('\n');
		assert.equal(ids.length, 3, started.said);
		const stopped = stop();
		assert.equal(stopped.status, 0, stopped.said);
		assert.doesNotMatch(stopped.out, /selftest-tree/);
		// a process that has ended but not been collected has no command line; it may still have a number
		assert.equal(bash(`for id in ${ids.join(' ')}; do [ ! -s /proc/$id/cmdline ] || echo $id; done 2>/dev/null`).out, '');
	} finally {
		stop();
	}
});

test('whoever waits for a server does not read what the last one said', () => {
	const twice = bash(`
		start_process selftest-words bash -c 'echo up'
		wait $!
		start_process selftest-words bash -c 'tail -f /dev/null'
		grep -c up "$BED/log/selftest-words.log" || true
		stop_process selftest-words`);
	assert.equal(twice.out, '0', twice.said);
});

test('stop leaves a stranger alone whose number is in the file', () => {
	const stranger = spawn('tail', ['-f', '/dev/null']);
	try {
		const { status } = bash(`echo ${stranger.pid} >"$BED/run/selftest-stale.pid"; stop_process selftest-stale; [ ! -e "$BED/run/selftest-stale.pid" ]`);
		assert.equal(status, 0);
		assert.ok(alive(stranger.pid));
		assert.equal(stranger.exitCode, null);
	} finally {
		stranger.kill();
	}
});

test('a server that ends at once is told with its last words', () => {
	const { status, said } = bash("start_process selftest-dead bash -c 'echo no room >&2; exit 1'; wait_until selftest-dead 20 false");
	assert.equal(status, 1);
	assert.match(said, /no room[\s\S]*Stopped: selftest-dead did not come up/);
});

test('an interrupted or failed download leaves no cache entry', () => {
	const failed = bash('fill() { echo half >"$1/file"; false; }; cached entry fill');
	assert.notEqual(failed.status, 0);
	const killed = bash('fill() { echo half >"$1/file"; kill -9 $$; }; cached entry fill');
	assert.notEqual(killed.status, 0);
	assert.ok(!existsSync(join(scratch, 'wkpbic/entry')));
	const whole = bash('fill() { echo whole >"$1/file"; }; cached entry fill; cat "$CACHE/entry/file"');
	assert.equal(whole.out, 'whole');
	assert.deepEqual(readdirSync(join(scratch, 'wkpbic')).sort(), ['.entry.lock', 'entry']);
	assert.equal(bash('fill() { echo again >"$1/file"; }; cached entry fill; cat "$CACHE/entry/file"').out, 'whole');
});

test('a taken port is passed over and named', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address();
	try {
		// the server answers only while this process waits, so bash runs beside it
		const child = spawn('bash', ['-c', `. "${here}/lib.sh"; . "${here}/processes.sh"; free_port ${port}`]);
		let out = '', said = '';
		child.stdout.on('data', (data) => (out += data));
		child.stderr.on('data', (data) => (said += data));
		await new Promise((resolve) => child.once('close', resolve));
		assert.ok(Number(out) > port, out);
		assert.match(said, new RegExp(`port ${port} is taken by another program`));
	} finally {
		server.close();
	}
});

test('two checkouts that start at once get ports of their own', () => {
	// between 42000 and 42999, where the bed itself has none
	const port = 42000 + (process.pid % 900);
	const ask = (bed) => Number(bash(`BED=${bed}; free_port ${port}`).out);
	const first = ask('/one');
	assert.notEqual(ask('/two'), first);
	assert.equal(ask('/one'), first);
	bash(`touch -d '6 minutes ago' "$CACHE/port/${first}"`);
	assert.equal(ask('/two'), first, 'a claim that led to nothing');
});

test('the hash of a folder notices an edit, a new name and a removal', () => {
	const hash = () => bash(`content_hash "${scratch}/tree"`).out;
	bash(`mkdir "${scratch}/tree"`);
	const seen = new Set([hash()]);
	for (const change of ['echo 1 >a', 'echo 2 >a', 'mv a b', 'cp b c', 'rm c b && echo 3 >b']) {
		bash(`cd "${scratch}/tree" && ${change}`);
		seen.add(hash());
	}
	assert.equal(seen.size, 6);
	writeFileSync(join(scratch, 'tree/b'), '3\n');
	assert.ok(seen.has(hash()));
});

test('a version that is not offered is refused with the ones that are', () => {
	const { status, said } = bash('wordpress_id 5.9');
	assert.equal(status, 1);
	assert.match(said, /WP=6\.8 or WP=7\.1/);
});
