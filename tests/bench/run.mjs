// node tests/bench/run.mjs   the core through the door in headless Chromium and natively, side by side; see README.md.
// Needs the built core in php-plugin/build, Chromium and cargo: `make bench` sees to them.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT_MS = 120_000;

const files = {
	'/': ['text/html', () => '<!doctype html><title>bench</title><script type="module" src="/page.mjs"></script>'],
	...Object.fromEntries(['core', 'kit'].flatMap((module) => [[`${module}.js`, 'text/javascript'], [`${module}_bg.wasm`, 'application/wasm']])
		.map(([name, type]) => [`/${name}`, [type, () => readFileSync(join(root, 'php-plugin/build', name))]])),
	...Object.fromEntries(['page.mjs', 'cases.mjs', 'measured.mjs'].map((name) => [`/${name}`, ['text/javascript', () => readFileSync(join(here, name))]])),
};
// With these two a page's clock counts in steps of 5 µs instead of 100.
const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Serves the page on a free port of this machine until it has sent its result. */
function inBrowser() {
	return new Promise((resolve, reject) => {
		const profile = mkdtempSync(join(tmpdir(), 'wkpbic-bench-'));
		let browser;
		let timer;
		const end = (settle, value) => {
			clearTimeout(timer);
			server.close();
			server.closeAllConnections();
			const forget = () => {
				rmSync(profile, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
				settle(value);
			};
			if (browser?.exitCode !== null || !browser.kill()) forget();
			else browser.once('exit', forget);
		};
		const server = createServer((request, response) => {
			if (request.method === 'POST' && request.url === '/result') {
				let body = '';
				request.on('data', (data) => (body += data)).on('end', () => {
					response.end();
					const { times, error } = JSON.parse(body);
					if (error) end(reject, new Error(`The page failed: ${error}`));
					else end(resolve, times);
				});
				return;
			}
			const [type, content] = files[request.url] ?? [];
			response.writeHead(type ? 200 : 404, { 'Content-Type': type ?? 'text/plain', ...isolated });
			response.end(content?.());
		}).listen(0, '127.0.0.1', () => {
			browser = spawn(process.env.CHROMIUM ?? 'chromium', [
				'--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
				'--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', `--user-data-dir=${profile}`,
				`http://127.0.0.1:${server.address().port}/`,
			], { stdio: 'ignore' });
			browser.once('error', (error) => end(reject, new Error(`Chromium does not start: ${error.message}`)));
			timer = setTimeout(() => end(reject, new Error(`The page sent no result in ${TIMEOUT_MS / 1000} s.`)), TIMEOUT_MS);
		});
	});
}

function natively() {
	const output = execFileSync('cargo', ['run', '--quiet', '--locked', '--release', '--package', 'wkpbic-core', '--example', 'bench'], {
		cwd: root, input: JSON.stringify(cases), stdio: ['pipe', 'pipe', 'inherit'], maxBuffer: 1 << 20,
	});
	return JSON.parse(output.toString());
}

const native = natively();
const browser = await inBrowser();
const row = (...columns) => console.log(columns.map((text, at) => (at === 0 ? text.padEnd(52) : text.padStart(12))).join(''));
row('fastest', 'browser', 'native', 'ratio', 'limit');
let over = 0;
for (const { name, limit } of cases) {
	const [inside, outside] = [browser[name], native[name]];
	if (!(inside > 0 && outside > 0)) throw new Error(`${name} was not measured.`);
	const isOver = inside >= limit;
	over += isOver ? 1 : 0;
	row(name, `${inside.toFixed(4)} ms`, `${outside.toFixed(4)} ms`, (inside / outside).toFixed(1), `${limit} ms${isOver ? ' OVER' : ''}`);
}
console.log(over === 0 ? 'All within their limits.' : `${over} over the limit. On a busy machine, measure again before you believe it.`);
process.exitCode = over === 0 ? 0 : 1;
