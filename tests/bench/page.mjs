// Runs inside the browser: measures every case through the door and sends the result to the server.
import init, * as door from '/core.js';
import initKit, * as kit from '/kit.js';
import { cases } from '/cases.mjs';
import { measured } from '/measured.mjs';

const exported = {
	validate_field: ({ field, text, context }) => door.validateField(field, text, context),
	explain: ({ text }) => door.explainError(text),
	read_pasted: ({ text }) => door.readPasted(text),
	extension_rules: ({ rules, text }) => kit.validateExtensionField(rules, text),
	bash_script: (facts) => kit.setupScript(facts, 'bash'),
};

async function send(result) {
	await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
}

try {
	await init({ module_or_path: '/core_bg.wasm' });
	await initKit({ module_or_path: '/kit_bg.wasm' });
	const times = {};
	for (const { name, calls } of cases) {
		const bound = calls.map(({ call, input }) => () => exported[call](input));
		times[name] = measured(() => bound.forEach((call) => call()), () => performance.now());
	}
	await send({ times });
} catch (error) {
	await send({ error: String(error?.stack ?? error) });
}
