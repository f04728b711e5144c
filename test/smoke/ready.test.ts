import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import type { Timing } from "../../src/documents/service.ts";
import type { Attempt } from "../../src/smoke/attempt.ts";
import type { Exit } from "../../src/smoke/events.ts";
import { untilReady, type Wait } from "../../src/smoke/ready.ts";

const quick: Timing = {
	...{ startPeriod: 0, interval: 1, timeout: 100, retries: 3 },
	...{ successes: 2, stable: 0, stopGracePeriod: 1 },
};
const good: Attempt = { ok: true, latencyMs: 1, status: 200 };
const bad: Attempt = { ok: false, latencyMs: 1, error: "refused" };

/** Answers one after another; the last one for ever. */
function wait(answers: readonly Attempt[], more: Partial<Wait> = {}) {
	let next = 0;
	return untilReady({
		attempt: async () => answers[Math.min(next++, answers.length - 1)] ?? bad,
		timing: quick,
		exited: new Promise<Exit>(() => {}),
		signal: new AbortController().signal,
		startedAt: performance.now(),
		...more,
	});
}

test("two good answers in a row make it ready", async () => {
	const waited = await wait([bad, good, good]);
	assert.equal(waited.kind, "ready");
	assert.equal(waited.attempts, 3);
});

test("failures in the start period are free", async () => {
	const timing = { ...quick, startPeriod: 60_000, retries: 1 };
	const waited = await wait([...Array<Attempt>(20).fill(bad), good, good], { timing });
	assert.equal(waited.kind, "ready");
	assert.equal(waited.attempts, 22);
});

test("after the start period the retries are used up, no more and no fewer", async () => {
	const waited = await wait([bad]);
	assert.equal(waited.kind, "failed");
	assert.deepEqual([waited.attempts, waited.last, waited.kind === "failed" && waited.why], [3, bad, "refused"]);
});

test("what flaps fails, also inside the start period", async () => {
	const timing = { ...quick, startPeriod: 60_000 };
	const waited = await wait([good, bad, good, bad, good, bad], { timing });
	assert.equal(waited.kind, "failed");
	assert.equal(waited.kind === "failed" && waited.why, "flaps: 3 of 6 answers were good; refused");
});

test("the end of the process ends the wait, in the middle of a try that would never end", async () => {
	const exit: Exit = { exitCode: 3, outOfMemory: false, killed: false };
	const ended = Promise.withResolvers<Exit>();
	const attempt = (signal: AbortSignal) => {
		setImmediate(() => ended.resolve(exit));
		return new Promise<Attempt>((resolve) => signal.addEventListener("abort", () => resolve(bad)));
	};
	const waited = await wait([], { attempt, exited: ended.promise, timing: { ...quick, startPeriod: 60_000 } });
	assert.deepEqual(waited, { kind: "exited", attempts: 0, exit });
});

test("an abort throws its reason", async () => {
	const stop = new AbortController();
	const attempt = async () => {
		stop.abort(new Error("enough"));
		return bad;
	};
	await assert.rejects(wait([], { attempt, signal: stop.signal }), { message: "enough" });
});

test("as many good answers in a row are wanted as the catalog says", async () => {
	const waited = await wait([good, good, bad, good, good, good], { timing: { ...quick, successes: 3 } });
	assert.deepEqual([waited.kind, waited.attempts], ["ready", 6]);
});

test("a deadline ends it inside the start period, and cuts the try that is under way", async () => {
	const timing = { ...quick, startPeriod: 600_000, timeout: 60_000, deadline: 150 };
	let allowed = 0;
	const hanging = (_: AbortSignal, timeoutMs: number) =>
		new Promise<Attempt>((resolve) => {
			allowed = timeoutMs;
			setTimeout(() => resolve({ ok: false, latencyMs: timeoutMs, error: "no answer", late: true }), timeoutMs);
		});
	const waited = await wait([], { attempt: hanging, timing });
	assert.ok(allowed <= 150, `${allowed}`);
	assert.equal(waited.kind, "failed");
	assert.equal(waited.kind === "failed" && waited.why, "not healthy within its deadline of 0.2 s: no answer");
});
