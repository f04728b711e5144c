import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineApi } from "../../src/adapters/docker/engine-api.ts";
import { waitUntilIdle } from "../../src/stages/smoke/engine/cpu-usage.ts";

/** An engine that tells, one after another, how many milliseconds of processor time a container has taken; the last one for ever. */
function engine(...taken: readonly number[]) {
	let asked = 0;
	const api: EngineApi = async () => {
		const ms = taken[Math.min(asked++, taken.length - 1)] ?? 0;
		return { status: 200, headers: {}, text: JSON.stringify({ cpu_stats: { cpu_usage: { total_usage: ms * 1e6 } } }) };
	};
	return { api, asked: () => asked };
}

const over = (ms: number) => AbortSignal.timeout(ms);

test("what takes a processor is not idle, until it takes hardly any", async () => {
	const { api, asked } = engine(0, 900, 1800, 1801);
	await waitUntilIdle({ api, id: "x", wanted: () => true, signal: over(60_000) });
	assert.equal(asked(), 4);
});

test("the engine is not asked while nobody waits, nor after the end", async () => {
	const { api, asked } = engine(0);
	await assert.rejects(waitUntilIdle({ api, id: "x", wanted: () => false, signal: over(700) }));
	assert.equal(asked(), 0);
});

test("an engine that does not tell leaves it open", async () => {
	let asked = 0;
	const api: EngineApi = async () => {
		asked += 1;
		return { status: 404, text: "{}", headers: {} };
	};
	await assert.rejects(waitUntilIdle({ api, id: "x", wanted: () => true, signal: over(1_000) }));
	assert.ok(asked > 0);
});
