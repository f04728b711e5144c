import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { Backoff, type RetryPolicy, retryDelay, retryPolicies } from "../src/util/retry.ts";

test("pauses double up to a maximum, and jitter shortens them to at least half", () => {
	const policy: RetryPolicy = { firstMs: 1000, maxMs: 60_000 };
	const tries = [1, 2, 3, 7, 50];
	const delays = (jitter: RetryPolicy, random: number) => tries.map((tried) => retryDelay(jitter, tried, random));
	assert.deepEqual(delays(policy, 0), [1000, 2000, 4000, 60_000, 60_000]);
	assert.deepEqual(delays({ ...policy, jitter: true }, 0), [500, 1000, 2000, 30_000, 30_000]);
	assert.deepEqual(delays({ ...policy, jitter: true }, 0.5), [750, 1500, 3000, 45_000, 45_000]);
});

/** The pauses of a backoff until it gives up. */
async function pausesOf(policy: RetryPolicy, signal?: AbortSignal): Promise<readonly number[]> {
	const pauses: number[] = [];
	const backoff = new Backoff(policy, async (ms) => pauses.push(ms), signal);
	while (await backoff.wait()) if (pauses.length > 100) break;
	return pauses;
}

test("a backoff ends after its tries, its total time, or an abort", async () => {
	assert.deepEqual(await pausesOf({ firstMs: 10, maxMs: 100, tries: 3 }), [10, 20]);
	assert.deepEqual(await pausesOf({ firstMs: 10, maxMs: 25, totalMs: 60 }), [10, 20, 25, 5]);
	assert.deepEqual(await pausesOf({ firstMs: 10, maxMs: 100, tries: 3 }, AbortSignal.abort()), []);
});

test("after a reset the pauses are short again, within the rest of the total time", async () => {
	const pauses: number[] = [];
	const backoff = new Backoff({ firstMs: 10, maxMs: 100, totalMs: 50 }, async (ms) => pauses.push(ms));
	assert.deepEqual([await backoff.wait(), await backoff.wait()], [true, true]);
	backoff.reset();
	assert.deepEqual([await backoff.wait(), await backoff.wait(), await backoff.wait()], [true, true, false]);
	assert.deepEqual(pauses, [10, 20, 10, 10]);
});

test("the table of retries in the documentation has every policy", async () => {
	const page = await readFile(path.join(import.meta.dirname, "../docs/publish.md"), "utf8");
	const table = page.split("### Retries")[1]?.split("\n#")[0] ?? "";
	for (const [name, policy] of Object.entries<RetryPolicy>(retryPolicies)) {
		const row = table.split("\n").find((line) => line.startsWith(`| \`${name}\``)) ?? "";
		const [, , , tries, first, max, total] = row.split("|").map((cell) => cell.trim());
		const seconds = (ms: number | undefined) => (ms === undefined ? "" : ms === 0 ? "none" : `${ms / 1000} s`);
		assert.deepEqual(
			[tries, first, max, total],
			[
				`${policy.tries ?? ""}`,
				seconds(policy.firstMs),
				policy.maxMs === 0 ? "" : seconds(policy.maxMs),
				seconds(policy.totalMs),
			],
			name,
		);
	}
});
