import assert from "node:assert/strict";
import { test } from "node:test";
import type { PastRun } from "../../src/model/documents/report.ts";
import { badge } from "../../src/presentation/run/badge.ts";
import { appendRun, earlierRuns, emptyHistory, pastRun } from "../../src/presentation/run/history.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { toRows } from "../../src/presentation/run/service-rows.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aBuild, aBuilt, aSmoke, aSmoked } from "../support/results.ts";

const one = (id: string, services: PastRun["services"] = {}): PastRun => ({
	...{ id, at: "2025-10-24T00:00:00.000Z", revision: "r", headline: "", services },
});
const many = (count: number): PastRun["services"] =>
	Object.fromEntries(
		Array.from({ length: count }, (_, i) => [
			`service-${i}`,
			{ outcome: "published", size: 54_300_000 + i, problem: "x".repeat(200) },
		]),
	);

test("the history stays short: at most 90 runs and two megabytes, newest kept", () => {
	const long = Array.from({ length: 200 }, (_, i) => one(String(i))).reduce(appendRun, emptyHistory);
	assert.deepEqual([long.runs.length, long.runs[0]?.id, long.runs.at(-1)?.id], [90, "110", "199"]);
	const big = Array.from({ length: 30 }, (_, i) => one(String(i), many(1000))).reduce(appendRun, emptyHistory);
	assert.ok(JSON.stringify(big).length < 2_000_000);
	assert.ok(big.runs.length > 3 && big.runs.at(-1)?.id === "29");
	const huge = appendRun(big, one("huge", many(20_000)));
	assert.deepEqual(
		huge.runs.map(({ id }) => id),
		["huge"],
	);
});

test("a report about a part of a run does not replace that of the whole", () => {
	const whole = appendRun(emptyHistory, one("same", many(3)));
	assert.deepEqual(appendRun(whole, one("same", many(1))), whole);
	assert.equal(Object.keys(appendRun(whole, one("same", many(4))).runs[0]?.services ?? {}).length, 4);
});

test("an old run that is reported again keeps its place and is compared with earlier ones", () => {
	const series = [one("a"), one("b"), one("c")].reduce(appendRun, emptyHistory);
	assert.deepEqual(
		appendRun(series, one("b", many(1))).runs.map(({ id, services }) => `${id}${Object.keys(services).length}`),
		["a0", "b1", "c0"],
	);
	assert.deepEqual(
		earlierRuns(series, "b").map(({ id }) => id),
		["a"],
	);
	assert.equal(earlierRuns(series, "d").length, 3);
});

const plan = aPlan([aService({ name: "api" }), aService({ name: "web" })]);

test("the history keeps what trends need of each service", () => {
	const run: Run = { plan, build: aBuild(aBuilt("api"), aBuilt("web")), smoke: aSmoke(aSmoked("api")) };
	const kept = pastRun(run, toRows(run), "id", "2025-10-24T00:00:00.000Z");
	assert.deepEqual(kept.services.api, {
		...{ outcome: "built", digest: aBuilt("api").digest, size: 54_300_000, buildMs: 7500 },
		...{ readyMs: 1234, latencyMs: 12, health: "healthy" },
	});
	assert.equal("health" in (kept.services.web ?? {}), false);
});

test("the badge is valid for shields.io: green only if nothing failed, and an error otherwise", () => {
	const run = (own: Partial<Run>): Run => ({ plan, build: aBuild(aBuilt("api"), aBuilt("web")), ...own });
	const of = (own: Partial<Run>) => badge(run(own), toRows(run(own)));
	const base = { schemaVersion: 1, label: "images" };
	assert.deepEqual(of({}), { ...base, message: "2 of 2 built", color: "brightgreen" });
	assert.deepEqual(of({ smoke: aSmoke(aSmoked("api"), aSmoked("web")) }), {
		...{ ...base, message: "2 of 2 healthy", color: "brightgreen" },
	});
	assert.deepEqual(of({ build: aBuild(aBuilt("api")) }), {
		...{ ...base, message: "1 of 2 unknown", color: "red", isError: true },
	});
	assert.deepEqual(of({ smoke: aSmoke(aSmoked("api"), aSmoked("web", { verdict: "unhealthy" })) }), {
		...{ ...base, message: "1 of 2 failed", color: "red", isError: true },
	});
});
