import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineApi } from "../../src/adapters/docker/engine-api.ts";
import { waitUntilIdle } from "../../src/stages/smoke/engine/cpu-usage.ts";

/** An engine that reports these CPU times of a container in order, in ms, then the last one forever. */
function engine(...times: readonly number[]) {
	let requests = 0;
	const api: EngineApi = async () => {
		const ms = times[Math.min(requests++, times.length - 1)] ?? 0;
		return { status: 200, headers: {}, text: JSON.stringify({ cpu_stats: { cpu_usage: { total_usage: ms * 1e6 } } }) };
	};
	return { api, requests: () => requests };
}

const over = (ms: number) => AbortSignal.timeout(ms);

test("a container is idle once it uses almost no CPU", async () => {
	const { api, requests } = engine(0, 900, 1800, 1801);
	await waitUntilIdle({ api, id: "x", isWanted: () => true, signal: over(60_000) });
	assert.equal(requests(), 4);
});

test("the engine is not polled while nothing waits", async () => {
	const { api, requests } = engine(0);
	await assert.rejects(waitUntilIdle({ api, id: "x", isWanted: () => false, signal: over(700) }));
	assert.equal(requests(), 0);
});

test("without stats a container never counts as idle", async () => {
	let requests = 0;
	const api: EngineApi = async () => {
		requests += 1;
		return { status: 404, text: "{}", headers: {} };
	};
	await assert.rejects(waitUntilIdle({ api, id: "x", isWanted: () => true, signal: over(1_000) }));
	assert.ok(requests > 0);
});
