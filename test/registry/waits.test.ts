import assert from "node:assert/strict";
import { test } from "node:test";
import type { RegistryError, RegistryOptions } from "../../src/adapters/registry/registry.ts";
import { logView } from "../../src/presentation/terminal/log-view.ts";
import { retryPolicies } from "../../src/util/retry.ts";
import { TestClock } from "../support/clock.ts";
import { type serve as Serve, serve } from "./server.ts";

/** Registries that make calls wait, by a clock that the test moves: real HTTP, and no real time. */

const { until } = TestClock;
const minute = 60_000;

/** A server, a client of it on a clock of the test, and the log that people read meanwhile. */
async function open(answer: Parameters<typeof Serve>[0], options: RegistryOptions = {}) {
	const clock = new TestClock();
	const lines: { readonly at: number; readonly text: string }[] = [];
	const write = (text: string) => lines.push({ at: clock.now(), text });
	const view = logView({ mode: "auto", write, now: clock.now, every: clock.every });
	const server = await serve(answer, { retry: retryPolicies.registryCall, clock, progress: view.progress, ...options });
	const text = () => lines.map((line) => line.text.replaceAll(server.host, "HOST")).join("\n");
	/** Of the first request, which begins now: how it ends. */
	const head = (name: string) => {
		let ended: "fine" | RegistryError | undefined;
		server.registry.head(`${server.host}/${name}`).then(
			() => {
				ended = "fine";
			},
			(error: RegistryError) => {
				ended = error;
			},
		);
		return () => ended;
	};
	const close = async () => {
		view[Symbol.dispose]();
		await server[Symbol.asyncDispose]();
	};
	return { ...server, clock, lines, text, head, [Symbol.asyncDispose]: close };
}

const plan = { silentMs: minute, totalMs: 10 * minute, option: "registry-timeout" };
const whyOf = (ended: "fine" | RegistryError | undefined) =>
	typeof ended === "object" ? ended.message.replace(/127\.0\.0\.1:\d+/g, "HOST") : String(ended);

test("a registry that never responds is shown after 2 s with a countdown, and fails a plan after a minute", async () => {
	await using slow = await open(() => {});
	using _ = slow.registry.limit(plan);
	const ended = slow.head("a:1");
	await until(() => slow.seen.length === 1);
	slow.clock.advance(2_000);
	assert.equal(slow.text(), "waiting  HOST  running  HEAD manifests/1 of a; giving up in 58 s");
	slow.clock.advance(57_000);
	const times = [0, ...slow.lines.map(({ at }) => at), 59_000];
	for (const [i, at] of times.entries())
		assert.ok(at - (times[i - 1] ?? 0) <= 10_000, `silent for more than 10 s: ${times}`);
	for (const { text } of slow.lines) assert.match(text, /HEAD manifests\/1 of a.*; giving up in \d+ s$/);
	assert.equal(ended(), undefined);
	slow.clock.advance(1_000);
	await until(() => ended() !== undefined);
	assert.match(whyOf(ended()), /^cannot reach the registry HOST: HEAD manifests\/1 of a \[registry\/unreachable\]$/m);
	assert.match(whyOf(ended()), /no request to a registry succeeded for 60 s/);
	assert.match(whyOf(ended()), /fix: .*registry-timeout/);
});

test("a body that never ends is reported in the same way", async () => {
	await using slow = await open((_, response) => {
		response.writeHead(200, { "content-type": "application/json" });
		response.write("{");
	});
	using _ = slow.registry.limit(plan);
	let ended: RegistryError | undefined;
	slow.registry.manifest(`${slow.host}/a:1`).catch((error: RegistryError) => {
		ended = error;
	});
	await until(() => slow.seen.length === 1);
	slow.clock.advance(30_000);
	assert.match(slow.text(), /GET manifests\/1 of a; giving up in 3\d s$/);
	slow.clock.advance(30_000);
	await until(() => ended !== undefined);
	assert.match(whyOf(ended), /no request to a registry succeeded for 60 s/);
});

test("a Retry-After is reported when it begins, with the time of the next try", async () => {
	const answers = [429, 404];
	await using busy = await open((_, response) => {
		response.writeHead(answers.shift() ?? 404, { "retry-after": "40" }).end();
	});
	using _ = busy.registry.limit(plan);
	const ended = busy.head("a:1");
	await until(() => busy.lines.length === 1);
	assert.match(busy.text(), /^waiting {2}HOST {2}running {2}HEAD manifests\/1 of a: 429, one try; retrying in 40 s$/);
	busy.clock.advance(20_000);
	assert.match(busy.text(), /HEAD manifests\/1 of a: 429, one try; retrying in 2\d s$/);
	busy.clock.advance(20_000);
	await until(() => ended() !== undefined);
	assert.equal(ended(), "fine");
	assert.match(busy.text(), /^waiting {2}HOST {2}done 40 s/m);
});

test("a Retry-After beyond the limit of a plan fails at once; without a plan it is cut and respected", async () => {
	const answers = [429, 429, 404];
	await using busy = await open((_, response) => {
		response.writeHead(answers.shift() ?? 404, { "retry-after": "3600" }).end();
	});
	{
		using _ = busy.registry.limit(plan);
		const ended = busy.head("a:1");
		await until(() => ended() !== undefined);
		assert.match(whyOf(ended()), /HOST limits the rate of requests: HEAD manifests\/1 of a \[registry\/rate-limited\]/);
		assert.match(whyOf(ended()), /429, one try; the next try would be in 3600 s, but only 60 s are left$/m);
		assert.equal(busy.clock.now(), 0, "nobody waited");
	}
	busy.clock.advance(5 * minute);
	const ended = busy.head("a:1");
	await until(() => busy.lines.length === 1);
	busy.clock.advance(2 * minute);
	await until(() => ended() !== undefined);
	assert.equal(ended(), "fine", "a call of publish has five minutes");
});

test("a successful request extends the limit by a minute, up to ten minutes", async () => {
	await using slow = await open(
		(request, response) => {
			if (!request.url?.includes("/slow/")) response.writeHead(404).end();
		},
		{ deadlineMs: 60 * minute },
	);
	using _ = slow.registry.limit(plan);
	const ended = slow.head("slow/a:1");
	await until(() => slow.seen.length === 1);
	for (let at = 50_000; at < 10 * minute; at += 50_000) {
		slow.clock.advance(50_000);
		const quick = slow.head("quick:1");
		await until(() => quick() !== undefined);
		assert.equal(quick(), "fine");
		assert.equal(ended(), undefined, `given up after ${at / 1000} s`);
	}
	slow.clock.advance(50_000);
	await until(() => ended() !== undefined);
	assert.match(whyOf(ended()), /the limit of 10 minutes for all requests is exceeded/);
});

test("of several calls that wait for a registry one is shown, and the wait ends with the last of them", async () => {
	const answers: (() => void)[] = [];
	await using slow = await open((_, response) => answers.push(() => response.writeHead(404).end()));
	const one = slow.head("a:1");
	await until(() => answers.length === 1);
	const two = slow.head("b:1");
	await until(() => answers.length === 2);
	slow.clock.advance(3_000);
	assert.equal(slow.lines.length, 1);
	answers[0]?.();
	await until(() => one() === "fine");
	assert.match(slow.text(), /a; giving up in 4 min 58 s\n.*HEAD manifests\/1 of b; giving up in 4 min 57 s$/);
	answers[1]?.();
	await until(() => two() === "fine");
	assert.match(slow.text(), /\nwaiting {2}HOST {2}done 1\.0 s {2}HEAD manifests\/1 of b$/);
});

test("a quick response is not reported", async () => {
	await using quick = await open((_, response) => response.writeHead(404).end());
	const ended = quick.head("a:1");
	await until(() => ended() === "fine");
	quick.clock.advance(minute);
	assert.deepEqual(quick.lines, []);
});
