import assert from "node:assert/strict";
import { test } from "node:test";
import { fitSections } from "../../src/presentation/markdown/fit-size.ts";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { headline } from "../../src/presentation/run/headline.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { toRows } from "../../src/presentation/run/service-rows.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aBuild, aBuilt, aSmoke, aSmoked } from "../support/results.ts";

const limit = 1024 * 1024;

test("the least important sections are shortened first and named; the most important stay complete", () => {
	const text = (n: number, letter: string) => () => letter.repeat(n);
	const sections = [
		{ rank: 9, name: "headline", variants: [text(10, "h")] },
		{ rank: 1, name: "steps", variants: [text(50, "s"), text(5, "s")] },
		{ rank: 5, name: "table", variants: [text(60, "t"), text(20, "t")] },
	];
	assert.equal(
		fitSections(sections, 1000, "See there."),
		`${"h".repeat(10)}\n\n${"s".repeat(50)}\n\n${"t".repeat(60)}`,
	);
	assert.equal(
		fitSections(sections, 120, "See there."),
		`${"h".repeat(10)}\n\nsssss\n\n${"t".repeat(60)}\n\n_Shortened to fit: steps. See there._`,
	);
	assert.equal(
		fitSections(sections, 85, "See there."),
		`${"h".repeat(10)}\n\n${"t".repeat(20)}\n\n_Shortened to fit: steps, table. See there._`,
	);
});

test("a summary with any number of failures is under 1 MiB, has its headline, and links to the rest", () => {
	const names = Array.from({ length: 1000 }, (_, i) => `service-${i}-${"n".repeat(50)}`);
	const log = Array.from({ length: 40 }, () => "ü".repeat(200));
	const failure = { phase: "ready" as const, guess: "x".repeat(5000), log };
	const finding = { code: "large-context", severity: "warning" as const, message: "m".repeat(2000) };
	const run: Run = {
		plan: aPlan(
			names.map((name) => aService({ name })),
			() => ({ kind: "build", reasons: [{ kind: "changed", detail: "because ".repeat(500) }] }),
		),
		build: aBuild(...names.map((name) => aBuilt(name))),
		smoke: aSmoke(...names.map((name) => aSmoked(name, { verdict: "unhealthy", failure }))),
		lint: { kind: "lucid.lint", version: 1, files: 1000, findings: Array.from({ length: 5000 }, () => finding) },
		url: "https://github.example/acme/shop/actions/runs/7",
	};
	const text = stepSummary(run);
	assert.ok(Buffer.byteLength(text) < limit, String(Buffer.byteLength(text)));
	assert.match(text, /^### ❌ 0 of 1000 healthy, 1000 built, 1000 failed\n/);
	assert.match(text, /#### service-0-/);
	assert.match(text, /950 more failures\./);
	assert.match(text, /_Shortened to fit: .*findings.*actions\/runs\/7#artifacts\)\._$/);
});

test("a diagnosis is unfolded: service, cause, last probe, log", () => {
	const failure = {
		...{ phase: "ready" as const, guess: "listens on 127.0.0.1 only", lastProbe: "connect ECONNREFUSED" },
		log: ["starting", "Uvicorn running on http://127.0.0.1:8080"],
	};
	const run: Run = {
		plan: aPlan([aService({ name: "api" })]),
		smoke: aSmoke(aSmoked("api", { verdict: "unhealthy", failure })),
	};
	const text = stepSummary(run);
	const unfolded = text.replace(/<details>.*?<\/details>/gs, "");
	assert.match(unfolded, /^#### api: listens on 127\.0\.0\.1 only$/m);
	assert.match(unfolded, /^ {4}last probe {2}connect ECONNREFUSED$/m);
	assert.match(unfolded, /^ {4} {2}Uvicorn running/m);
});

test("digests that passed before count as healthy, and the table has the commit", () => {
	const services = [aService({ name: "api" }), aService({ name: "web" }), aService({ name: "base" })];
	const skip = { verdict: "skipped" as const, probes: [] };
	const run: Run = {
		plan: aPlan(services),
		build: aBuild(...services.map(({ name }) => aBuilt(name))),
		smoke: aSmoke(
			aSmoked("api"),
			aSmoked("web", { ...skip, reason: "this image passed", passedBefore: "0123456789abcdef" }),
			aSmoked("base", { ...skip, reason: "it does not run" }),
		),
	};
	assert.match(headline(run, toRows(run)), /^2 of 2 healthy, 3 built$/);
	assert.match(stepSummary(run), /\*\*web\*\*.*✓ passed before, for 0123456 \|/);
	assert.match(stepSummary(run), /\*\*api\*\*.*✓ aarch64, ready in 1\.2 s, answers in 12 ms \|/);
});

test("a healthy service's warning and unjudged checks are beside its health", () => {
	const run: Run = {
		plan: aPlan([aService({ name: "api" }), aService({ name: "web" })]),
		smoke: aSmoke(
			aSmoked("api", { killed: true, warnings: ["ignores SIGTERM: killed after 10 s"] }),
			aSmoked("web", { killed: true, emulated: true, reason: "stop not judged under emulation" }),
		),
	};
	const text = stepSummary({ ...run, build: aBuild(aBuilt("api"), aBuilt("web")) });
	assert.match(text, /\*\*api\*\*.*✓ aarch64, .*; ⚠️ ignores SIGTERM: killed after 10 s \|/);
	assert.match(text, /\*\*web\*\*.*✓ aarch64, .*; stop not judged under emulation \|/);
	assert.match(text, /^ {4}api ✓ aarch64, .*, warning: ignores SIGTERM: killed after 10 s$/m);
	assert.match(text, /^ {4}web ✓ aarch64, .*, stop not judged under emulation$/m);
});

test("a size has its change if the published one is known", () => {
	const before = { digest: "sha256:bb", size: 50_000_000 };
	const plan = aPlan([aService({ name: "api" }), aService({ name: "new" })], ({ name }) => ({
		kind: "build",
		reasons: [{ kind: "changed", detail: "d" }],
		...(name === "api" && { before }),
	}));
	const run: Run = { plan, build: aBuild(aBuilt("api"), aBuilt("new")) };
	assert.match(stepSummary(run), /\*\*api\*\*.* 54\.3 MB \(\+4\.3 MB\) /);
	assert.match(stepSummary(run), /\*\*new\*\*.* 54\.3 MB \| /);
});

test("the timeline is a Mermaid chart by wave and runner, in which no name becomes an instruction", () => {
	const plan = aPlan([aService({ name: "title" }), aService({ name: "api" })]);
	const at = (second: number) => new Date(Date.UTC(2025, 9, 24, 15, 0, second)).toISOString();
	const run: Run = {
		plan: { ...plan, waves: [["title"], ["api"]] },
		build: aBuild(
			aBuilt("api", { startedAt: at(8), durationMs: 0, runner: "pi: 1; # %% \n click x" }),
			aBuilt("title", { startedAt: at(0), durationMs: 7500 }),
		),
		smoke: aSmoke(aSmoked("api", { startedAt: at(20), durationMs: 4000, verdict: "unhealthy" })),
	};
	const t = Date.UTC(2025, 9, 24, 15);
	const chart = /```mermaid\n(.*?)\n```/s.exec(stepSummary(run))?.[1];
	assert.deepEqual(chart?.split("\n"), [
		'%%{init: {"gantt": {"leftPadding": 170, "barHeight": 18, "barGap": 4}}}%%',
		"gantt",
		"    dateFormat x",
		"    axisFormat %H:%M:%S",
		"    todayMarker off",
		"    section wave 1 this machine",
		`    build title :${t}, ${t + 7500}`,
		"    section wave 2 pi 1 click x",
		`    build api :${t + 8000}, ${t + 8001}`,
		"    section smoke this machine",
		`    smoke api :crit, ${t + 20_000}, ${t + 24_000}`,
	]);
	const many = Array.from({ length: 300 }, (_, i) => aBuilt(`s${i}`, { startedAt: at(i % 60), durationMs: i * 1000 }));
	const long = stepSummary({
		plan: aPlan(many.map(({ service }) => aService({ name: service }))),
		build: aBuild(...many),
	});
	assert.equal(long.match(/ build s\d+ :\d/g)?.length, 60);
	assert.match(long, /The 60 longest of 300\./);
});
