import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import type { Plan } from "../../src/model/documents/plan.ts";
import { runBuild } from "../../src/stages/build/run-build.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { aService } from "../support/documents.ts";
import { anImage, aPlan } from "./support.ts";

const service = aService({ name: "api" });
const child = aService({ name: "child" });

async function buildOffline(plan: Plan, signal = new AbortController().signal) {
	const events: ProgressEvent[] = [];
	// An error thrown here would end in a row like any failure, so calls are counted instead.
	const asked: string[] = [];
	const refuse = (who: string) => () => {
		asked.push(who);
		return Promise.reject(new Error(`${who} was asked`));
	};
	const result = await runBuild({
		plan,
		root: tmpdir(),
		docker: refuse("the engine"),
		registry: {
			head: refuse("the registry"),
			imageFacts: refuse("the registry"),
			manifest: refuse("the registry"),
			putBlob: refuse("the registry"),
			putManifest: refuse("the registry"),
		},
		env: {},
		progress: (event) => events.push(event),
		signal,
		now: () => 0,
	});
	assert.deepEqual(asked, []);
	return { result, events };
}

test("blocked images fail with their problem and place, and images that wait for them are skipped", async () => {
	const problem = {
		code: "dockerfile/missing-source",
		message: "no such file",
		at: { file: "api/Dockerfile", line: 7 },
	};
	const waits = { code: "plan/base-blocked", message: "is built from api, which cannot be built" };
	const plan = aPlan(
		[service, child],
		[
			anImage(service, { decision: { kind: "blocked", reasons: [], problems: [problem] } }),
			anImage(child, { decision: { kind: "blocked", reasons: [], problems: [waits] } }),
		],
	);
	const { result, events } = await buildOffline(plan);
	assert.deepEqual(
		result.images.map(({ outcome, error }) => [outcome, error?.file, error?.line]),
		[
			["failed", "api/Dockerfile", 7],
			["skipped", undefined, undefined],
		],
	);
	assert.match(result.images[0]?.error?.message ?? "", /no such file/);
	assert.deepEqual(result.command, []);
	assert.deepEqual(
		events.map(({ subject, state }) => [subject, state]),
		[
			["api", "failed"],
			["child", "failed"],
		],
	);
});

test("a child of an unavailable image is skipped, and so is its own child", async () => {
	const grandchild = aService({ name: "grandchild" });
	const plan = aPlan(
		[service, child, grandchild],
		[
			anImage(service, { decision: { kind: "blocked", reasons: [{ kind: "blocked", detail: "no" }], problems: [] } }),
			anImage(child, { from: { "test/api": "api" } }),
			anImage(grandchild, { from: { "test/child": "child" } }),
		],
	);
	const { result } = await buildOffline(plan);
	assert.deepEqual(
		result.images.map(({ outcome, error }) => [outcome, error?.message]),
		[
			["failed", "no"],
			["skipped", "it is FROM api, which failed"],
			["skipped", "it is FROM child, which was not built"],
		],
	);
});

test("images that wait for each other end as skipped", async () => {
	const plan = aPlan(
		[service, child],
		[anImage(service, { from: { a: "child" } }), anImage(child, { from: { b: "api" } })],
	);
	const { result } = await buildOffline(plan);
	assert.deepEqual(
		result.images.map(({ outcome }) => outcome),
		["skipped", "skipped"],
	);
});

test("after an abort nothing is started", async () => {
	const { result } = await buildOffline(aPlan([service], [anImage(service)]), AbortSignal.abort());
	assert.equal(result.images[0]?.outcome, "cancelled");
});

test("a plan without images is a result without rows", async () => {
	const { result } = await buildOffline(aPlan([], []));
	assert.deepEqual(result.images, []);
});
