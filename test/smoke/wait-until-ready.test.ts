import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import type { HealthTiming } from "../../src/model/service/service.ts";
import type { ContainerExit } from "../../src/stages/smoke/engine/events.ts";
import type { Attempt } from "../../src/stages/smoke/probes/attempt.ts";
import { type ReadinessWait, waitUntilReady } from "../../src/stages/smoke/probes/wait-until-ready.ts";

const quick: HealthTiming = {
	...{ startPeriod: 0, interval: 1, timeout: 100, retries: 3 },
	...{ successes: 2, stable: 0, stopGracePeriod: 1, wrongAnswerPeriod: 60_000 },
};
const good: Attempt = { ok: true, latencyMs: 1, status: 200 };
const bad: Attempt = { ok: false, latencyMs: 1, error: "refused" };

/** Attempts return the answers in order, then the last one forever. */
function wait(answers: readonly Attempt[], more: Partial<ReadinessWait> = {}) {
	let next = 0;
	return waitUntilReady({
		attempt: async () => answers[Math.min(next++, answers.length - 1)] ?? bad,
		timing: quick,
		exited: new Promise<ContainerExit>(() => {}),
		signal: new AbortController().signal,
		startedAt: performance.now(),
		...more,
	});
}

test("two good answers in a row make a service ready", async () => {
	const waited = await wait([bad, good, good]);
	assert.equal(waited.kind, "ready");
	assert.equal(waited.attempts, 3);
});

test("failures in the start period do not count", async () => {
	const timing = { ...quick, startPeriod: 60_000, retries: 1 };
	const waited = await wait([...Array<Attempt>(20).fill(bad), good, good], { timing });
	assert.equal(waited.kind, "ready");
	assert.equal(waited.attempts, 22);
});

test("after the start period exactly `retries` failures end the wait", async () => {
	const waited = await wait([bad]);
	assert.equal(waited.kind, "failed");
	assert.deepEqual([waited.attempts, waited.last, waited.kind === "failed" && waited.why], [3, bad, "refused"]);
});

test("a flapping service fails, even in the start period", async () => {
	const timing = { ...quick, startPeriod: 60_000 };
	const waited = await wait([good, bad, good, bad, good, bad], { timing });
	assert.equal(waited.kind, "failed");
	assert.equal(waited.kind === "failed" && waited.why, "flaps: 3 of 6 answers were good; refused");
});

test("the exit of the process ends the wait, even during an attempt that hangs", async () => {
	const exit: ContainerExit = { exitCode: 3, outOfMemory: false, killed: false };
	const ended = Promise.withResolvers<ContainerExit>();
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

test("`successes` sets how many good answers in a row are needed", async () => {
	const waited = await wait([good, good, bad, good, good, good], { timing: { ...quick, successes: 3 } });
	assert.deepEqual([waited.kind, waited.attempts], ["ready", 6]);
});

test("a deadline ends the wait in the start period, and cuts a running attempt short", async () => {
	const timing = { ...quick, startPeriod: 600_000, timeout: 60_000, deadline: 150 };
	let allowed = 0;
	const hanging = (_: AbortSignal, timeoutMs: number) =>
		new Promise<Attempt>((resolve) => {
			allowed = timeoutMs;
			setTimeout(() => resolve({ ok: false, latencyMs: timeoutMs, error: "no answer", timedOut: true }), timeoutMs);
		});
	const waited = await wait([], { attempt: hanging, timing });
	assert.ok(allowed <= 150, `${allowed}`);
	assert.equal(waited.kind, "failed");
	assert.equal(waited.kind === "failed" && waited.why, "not healthy within its deadline of 0.2 s: no answer");
});

const notFound: Attempt = {
	ok: false,
	latencyMs: 1,
	status: 404,
	error: "answered 404, expected 200-399",
	permanent: true,
};
const sick: Attempt = { ok: false, latencyMs: 1, status: 503, error: "answered 503, expected 200-399" };
/** Enough retries that they never end the wait. */
const many = 1_000_000;

test("the same wrong answer ends the wait after the start period, regardless of the retries", async () => {
	const timing = { ...quick, startPeriod: 100, retries: many, wrongAnswerPeriod: 50 };
	const waited = await wait([notFound], { timing });
	assert.ok(waited.kind === "failed");
	assert.equal(waited.why, notFound.error);
	assert.ok(waited.afterMs >= 100, `${waited.afterMs}`);
	const long = await wait([notFound], { timing: { ...timing, startPeriod: 0, wrongAnswerPeriod: 80 } });
	assert.ok(long.kind === "failed" && long.afterMs >= 80);
});

test("a path that appears in the start period passes", async () => {
	const timing = { ...quick, startPeriod: 60_000, wrongAnswerPeriod: 1 };
	const waited = await wait([...Array<Attempt>(50).fill(notFound), good], { timing });
	assert.equal(waited.kind, "ready");
});

test("refused connections, 5xx and changing answers do not end the wait early", async () => {
	const timing = { ...quick, retries: 60, wrongAnswerPeriod: 1 };
	for (const answers of [[bad], [sick], Array.from({ length: 60 }, (_, index) => (index % 2 ? notFound : sick))]) {
		const waited = await wait(answers, { timing });
		assert.deepEqual([waited.kind, waited.attempts], ["failed", 60]);
	}
});

test("onFailure gets each failure before the first good answer, with the elapsed time", async () => {
	const failures: (readonly [string | undefined, boolean])[] = [];
	const timing = { ...quick, startPeriod: 60_000 };
	await wait([bad, notFound, good, bad, good, good], {
		timing,
		onFailure: ({ error }, { elapsedMs, limitMs }) => failures.push([error, elapsedMs >= 0 && limitMs === 60_000]),
	});
	assert.deepEqual(failures, [
		["refused", true],
		[notFound.error, true],
	]);
	failures.length = 0;
	await wait([sick], { timing: quick, onFailure: ({ error }) => failures.push([error, true]) });
	assert.equal(failures.length, quick.retries);
});

test("under emulation the start period lasts longer while the container is busy", async () => {
	const timing = { ...quick, startPeriod: 30, retries: 1 };
	let attempts = 0;
	const slow = async (): Promise<Attempt> => (attempts++ < 30 ? bad : good);
	const started = await wait([], { attempt: slow, timing, emulation: { factor: 10_000, busy: async () => true } });
	assert.equal(started.kind, "ready");
	const idle = await wait([bad], { timing, emulation: { factor: 10_000, busy: async () => false } });
	assert.deepEqual([idle.kind, "stillBusy" in idle], ["failed", false]);
});

test("under emulation the result says whether the container was still busy", async () => {
	const emulation = { factor: 2, busy: async () => true };
	const busy = await wait([bad], { timing: { ...quick, startPeriod: 30 }, emulation });
	assert.ok(busy.kind === "failed" && busy.stillBusy && busy.afterMs >= 60);
	const answered = await wait([notFound], { timing: { ...quick, startPeriod: 30 }, emulation });
	assert.deepEqual([answered.kind, "stillBusy" in answered], ["failed", false]);
});

test("under emulation the deadline is extended while the container is busy, up to the factor", async () => {
	const timing = { ...quick, startPeriod: 600_000, deadline: 50, timeout: 10 };
	const busy = await wait([bad], { timing, emulation: { factor: 4, busy: async () => true } });
	assert.ok(busy.kind === "failed" && busy.stillBusy && busy.afterMs >= 200);
	let polls = 0;
	const waiting = { factor: 1_000_000, busy: async () => polls++ > 1_000_000 };
	const idle = await wait([bad], { timing, emulation: waiting });
	assert.ok(idle.kind === "failed");
	assert.equal(idle.why, "not healthy within its deadline of 0.1 s: refused");
});
