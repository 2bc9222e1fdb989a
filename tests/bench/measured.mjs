// How long one call takes, in milliseconds: the fastest of some batches that are each long enough for the clock. What else a machine
// does only ever adds to a time.
const WARM_UP_MS = 100;
const BATCH_MS = 20;
const BATCHES = 15;

export function measured(call, now) {
	let calls = 0;
	const start = now();
	do {
		call();
		calls += 1;
	} while (now() - start < WARM_UP_MS);
	const batch = Math.max(1, Math.ceil((calls * BATCH_MS) / (now() - start)));
	const times = Array.from({ length: BATCHES }, () => {
		const from = now();
		for (let i = 0; i < batch; i++) call();
		return (now() - from) / batch;
	});
	return Math.min(...times);
}
