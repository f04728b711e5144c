import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProgressEvent } from "../../src/progress.ts";
import { Waits } from "../../src/registry/waits.ts";
import { serve } from "./server.ts";

test("a registry that lets others wait is named, with the call, until all that waits is answered", async () => {
	const told: ProgressEvent[] = [];
	const waits = new Waits((event) => told.push(event), 20);
	const quick = waits.begin("ghcr.io", "HEAD manifests/a of x");
	quick[Symbol.dispose]();
	const one = waits.begin("ghcr.io", "GET manifests/b of x");
	const two = waits.begin("ghcr.io", "GET manifests/c of x");
	while (told.length < 2) await sleep(5);
	one.again("503, one try; again in 3 s");
	one[Symbol.dispose]();
	two[Symbol.dispose]();
	assert.deepEqual(
		told.map(({ subject, state, text }) => `${subject} ${state} ${text}`),
		[
			"ghcr.io started GET manifests/b of x",
			"ghcr.io update GET manifests/c of x",
			"ghcr.io update GET manifests/b of x: 503, one try; again in 3 s",
			"ghcr.io done GET manifests/c of x",
		],
	);
});

test("a call that is answered late says so, and why it was tried again", async () => {
	const told: ProgressEvent[] = [];
	let asked = 0;
	await using server = await serve(
		(_, answer) => {
			asked++;
			answer.writeHead(asked < 4 ? 503 : 404).end();
		},
		{
			progress: (event) => told.push(event),
			slowMs: 1,
			retry: { tries: 6, baseMs: 60, capMs: 60, retryAfterCapMs: 60 },
		},
	);
	assert.equal(await server.registry.head(`${server.host}/a:1`), undefined);
	assert.equal(told.at(0)?.stage, "registry");
	assert.equal(told.at(-1)?.state, "done");
	assert.match(told.map(({ text }) => text).join("\n"), /^HEAD manifests\/1 of a: 503.*; again in 1 s$/m);
});
