import assert from "node:assert/strict";
import { test } from "node:test";
import { exitCodeOf } from "../../src/entrypoints/exit-code.ts";
import type { Finding } from "../../src/model/documents/lint.ts";
import type { VerifyResult } from "../../src/model/documents/verify.ts";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { reportPage } from "../../src/presentation/page/page.ts";
import { headline } from "../../src/presentation/run/headline.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { toRows } from "../../src/presentation/run/service-rows.ts";
import { verifyTotals } from "../../src/presentation/text/check-lines.ts";
import { textTable } from "../../src/presentation/text/text-table.ts";
import { formatDuration, formatSize } from "../../src/util/format.ts";
import { aPlan, aService, toBuild } from "../support/documents.ts";
import { aBuild, aBuilt, aPublish, aPublished, aSmoke, aSmoked } from "../support/results.ts";

const digest = `sha256:${"a1".repeat(32)}`;
const revision = "4f1c2aa".padEnd(40, "0");

test("a complete run has one row per service, in build order", () => {
	const plan = aPlan([aService({ name: "api" }), aService({ name: "web" })]);
	const run: Run = {
		plan: { ...plan, waves: [["web"], ["api"]] },
		build: aBuild(aBuilt("api"), aBuilt("web")),
		smoke: aSmoke(aSmoked("api"), aSmoked("web")),
		publish: aPublish(aPublished("api"), aPublished("web")),
		durationMs: 41_000,
	};
	const rows = toRows(run);
	assert.deepEqual(
		rows.map(({ service, outcome, health, buildMs }) => [service, outcome, health, buildMs]),
		[
			["web", "published", "healthy", 7500],
			["api", "published", "healthy", 7500],
		],
	);
	assert.equal(headline(run, rows), "2 of 2 healthy, 2 built, 41 s");
});

test("an incomplete run still has a row for every service, and none is green without a result", () => {
	const plan = aPlan([aService({ name: "api" }), aService({ name: "web" }), aService({ name: "bad" })]);
	const failed = aBuilt("bad", { outcome: "failed", error: { message: "pip install failed" } });
	const rows = toRows({ plan, build: aBuild(aBuilt("api"), failed) });
	assert.deepEqual(
		rows.map(({ service, outcome }) => [service, outcome]),
		[
			["api", "built"],
			["web", "unknown"],
			["bad", "failed"],
		],
	);
	assert.equal(rows[2]?.problem, "pip install failed");
	assert.deepEqual(
		toRows({ plan }).map(({ outcome }) => outcome),
		["planned", "planned", "planned"],
	);
});

test("with held tags, the headline has the cause and the command; with a rewritten branch, the row warns", () => {
	const plan = aPlan([aService({ name: "api" }), aService({ name: "web" })]);
	const why = "1234567 of main is published, and 89abcde does not come after it; to move it, use `--allow-unordered`";
	const tag = { tag: "latest", kind: "floating", state: "held", why } as const;
	const tags = [tag];
	const held = aPublish(...["api", "web"].map((name) => aPublished(name, { tags })));
	const run: Run = { plan, build: aBuild(aBuilt("api"), aBuilt("web")), publish: held };
	assert.equal(headline(run, toRows(run)), `2 built, 2 held; latest held: ${why}`);
	assert.match(stepSummary(run).split("\n")[0] ?? "", /2 held; latest held: 1234567 of main .*--allow-unordered/);
	const two = aPublish(aPublished("api", { tags }), aPublished("web", { tags: [{ ...tag, why: "no smoke" }] }));
	assert.match(headline(run, toRows({ ...run, publish: two })), /--allow-unordered`, and 1 other cause below$/);

	const warnings = ["diverged: main was rewritten, 1234567 is no longer in it"];
	const moved = { plan, publish: aPublish(aPublished("api", { warnings }), aPublished("web")) };
	assert.match(toRows(moved)[0]?.why ?? "", /^⚠️ diverged: main was rewritten/);
	assert.match(stepSummary(moved), /diverged: main was rewritten/);
});

test("a service without a tag in this run is not part of the release: a row of its own, and no failure", () => {
	const plan = aPlan([aService({ name: "api" }), aService({ name: "web" })]);
	const none = aPublished("web", { outcome: "not part of this release", tags: [], reason: "this run gives it no tag" });
	const run: Run = { plan, build: aBuild(aBuilt("api"), aBuilt("web")), publish: aPublish(aPublished("api"), none) };
	const rows = toRows(run);
	assert.deepEqual(
		rows.map(({ service, outcome, problem }) => [service, outcome, problem]),
		[
			["api", "published", undefined],
			["web", "not part of this release", undefined],
		],
	);
	assert.equal(rows[1]?.why, "not part of this release: this run gives it no tag");
	assert.match(headline(run, rows), /1 not part of this release/);
	assert.equal(exitCodeOf(run), 0);
});

test("an unhealthy service failed, even though its immutable tag was written", () => {
	const plan = aPlan([aService({ name: "api" })]);
	const failure = { phase: "ready" as const, guess: "listens on 127.0.0.1 only", log: ["up"] };
	const held = [{ tag: "latest-arm64", kind: "floating" as const, state: "held" as const, why: "smoke failed" }];
	const [row] = toRows({
		plan,
		build: aBuild(aBuilt("api")),
		smoke: aSmoke(aSmoked("api", { verdict: "unhealthy", failure })),
		publish: aPublish(aPublished("api", { tags: held })),
	});
	assert.equal(row?.outcome, "failed");
	assert.equal(row?.problem, "listens on 127.0.0.1 only");
	assert.deepEqual(row?.tags, []);
});

test("a check or verdict fails a service if its policy requires it, and is only shown if advisory", () => {
	const checks = [{ id: "user", name: "user", ok: false, expected: "65532:65532", actual: "root" }];
	const [strict] = toRows({ plan: aPlan([aService({ name: "api" })]), build: aBuild(aBuilt("api", { checks })) });
	assert.equal(strict?.outcome, "failed");
	assert.equal(strict?.problem, "user: expected 65532:65532, found root");
	const policy = { smoke: "advisory", verify: "advisory", hardening: "required", stop: "required" } as const;
	const [mild] = toRows({
		plan: aPlan([aService({ name: "api", policy })]),
		build: aBuild(aBuilt("api", { checks })),
		smoke: aSmoke(aSmoked("api", { verdict: "unhealthy" })),
		publish: aPublish(aPublished("api")),
	});
	assert.equal(mild?.outcome, "published");
	assert.equal(mild?.health, "unhealthy");
	assert.equal(mild?.problem, strict?.problem);
});

test("verification results are in table, page and summary: ticks for passed checks, none for missing ones; warnings do not fail", () => {
	const service = "api";
	const check = { id: "platform", name: "platform", ok: true, expected: "linux/arm64", actual: "linux/arm64" };
	const warned = {
		id: "healthcheck",
		name: "healthcheck",
		ok: false,
		expected: "one",
		actual: "none",
		level: "warning" as const,
	};
	const unchecked = [{ id: "import", reason: "verify.imports names none" }];
	const image = { service, platform: "linux/arm64", contentRef: "", digest, checks: [check, warned], unchecked };
	const verify: VerifyResult = {
		kind: "lucid.verify",
		version: 1,
		revision,
		images: [image],
		layers: { read: 3, bytes: 1e6 },
		durationMs: 5,
	};
	const plan = aPlan([aService({ name: service })]);
	const run: Run = { plan, build: aBuild(aBuilt(service)), verify };
	const [row] = toRows(run);
	assert.equal(row?.outcome, "built");
	assert.deepEqual(row?.checks, { passed: 1, failed: [], warned: ["healthcheck"] });
	assert.match(textTable([...toRows(run)]), /! 1 of 2/);
	const page = reportPage(run);
	assert.match(page, /<li class="good">platform: linux\/arm64<\/li>/);
	assert.match(page, /<li class="warned">healthcheck: expected one, found none<\/li>/);
	assert.match(page, /<li class="skipped">import: not looked at, verify\.imports names none<\/li>/);
	assert.match(
		stepSummary(run),
		/1 failed check, 1 not looked at.*- warning: api healthcheck: expected one, found none/s,
	);
	// A more thorough verification of the same digest replaces the build's; other digests do not.
	const bad = { ...check, id: "no-shell", name: "no shell", ok: false, expected: "none", actual: "/bin/sh" };
	const worse = { ...verify, images: [{ ...image, checks: [bad] }] };
	assert.equal(toRows({ ...run, verify: worse })[0]?.problem, "no shell: expected none, found /bin/sh");
	const older = { ...worse, images: [{ ...image, checks: [bad], digest: `sha256:${"b2".repeat(32)}` }] };
	assert.equal(toRows({ ...run, verify: older })[0]?.problem, undefined);
	assert.equal(verifyTotals(worse), "1 image: 1 check, 1 failed, 1 not looked at; 3 layers of 1.0 MB read");
});

test("external addresses and file names become no links and end no code", () => {
	const plan = aPlan([aService({ name: "api" })]);
	const finding: Finding = {
		code: "x",
		severity: "error",
		message: "see https://evil.example and www.evil.example",
		at: { file: "a`<b>`/Dockerfile", line: 1 },
	};
	const text = stepSummary({ plan, lint: { kind: "lucid.lint", version: 1, findings: [finding], files: 1 } });
	assert.match(text, /see https&#58;\/\/evil\.example and www&#46;evil\.example/);
	assert.match(text, /a\\`&lt;b>\\`\/Dockerfile:1/);
});

test("external text becomes no markup, in the summary or on the page", () => {
	const nasty = "x</script><img src=x onerror=alert(1)>|`**\n::error::";
	const plan = aPlan([aService({ name: "api", title: nasty })], () => ({
		kind: "build",
		reasons: [{ kind: "changed", detail: nasty }],
	}));
	const run: Run = {
		plan,
		build: aBuild(aBuilt("api", { outcome: "failed", error: { message: nasty, log: [nasty] } })),
	};
	const outsideOfCode = stepSummary(run)
		.split("\n")
		.filter((line) => !line.startsWith("    "));
	for (const text of [outsideOfCode.join("\n"), reportPage(run)]) assert.ok(!text.includes("<img"), text);
	assert.ok(!/^::error/m.test(stepSummary(run)));
	assert.ok(!textTable(toRows(run)).includes("\n::error"));
});

test("the summary of a thousand failed services stays under 1 MiB and says that it was shortened", () => {
	const services = Array.from({ length: 1000 }, (_, i) => aService({ name: `service-${i}` }));
	const log = Array.from({ length: 50 }, () => "x".repeat(200));
	const run: Run = {
		plan: aPlan(services),
		build: aBuild(...services.map(({ name }) => aBuilt(name, { outcome: "failed", error: { message: "no", log } }))),
	};
	const text = stepSummary(run);
	assert.ok(Buffer.byteLength(text) < 1024 * 1024);
	assert.match(text, /Shortened to fit: .*failures/);
});

test("the summary has layers and the slowest steps first", () => {
	const step = (name: string, durationMs: number, cached = false) => ({ name, durationMs, cached });
	const run: Run = {
		plan: aPlan([aService({ name: "api" })]),
		build: aBuild(
			aBuilt("api", {
				layers: 12,
				steps: [
					step("[1/3] COPY", 20),
					step("[2/3] RUN a | b", 900),
					step("[3/3] RUN c", 4000),
					step("old", 9000, true),
				],
			}),
		),
	};
	const text = stepSummary(run);
	assert.match(text, /\| 54\.3 MB \| 12 \| 7\.5 s \|/);
	const slowest = text.slice(text.indexOf("slowest build steps")).match(/^\| api.*$/gm) ?? [];
	assert.equal(slowest.length, 2);
	assert.match(slowest[0] ?? "", /3\/3.*RUN c \| 4\.0 s/);
	assert.match(slowest[1] ?? "", /RUN a \\\| b \| 900 ms/);
	assert.doesNotMatch(stepSummary({ ...run, build: aBuild(aBuilt("api")) }), /slowest/);
});

test("progress counts built images of the whole plan, and is omitted for a part of it", () => {
	const services = [aService({ name: "api", phase: "3" }), aService({ name: "web", phase: "4" })];
	const plan = {
		...aPlan(services, () => toBuild),
		phases: [
			{ id: "3", title: "Core" },
			{ id: "4", title: "Apps" },
		],
		planned: [{ name: "later", title: "Later", phase: "4", at: { file: "lucid.yml" } }],
	};
	const run: Run = { plan, build: aBuild(aBuilt("api"), aBuilt("web")) };
	assert.match(stepSummary(run), /2 of 3 images of the plan, 67 %/);
	assert.match(stepSummary(run), /\| 4 \| Apps \| 2 \| 1 \| in progress \|/);
	assert.doesNotMatch(stepSummary({ ...run, plan: { ...plan, selected: ["api"] } }), /of the plan/);
});

test("a narrow terminal cuts the reasons, not the columns", () => {
	const plan = aPlan([aService({ name: "api" })]);
	const table = textTable(toRows({ plan, build: aBuild(aBuilt("api")), smoke: aSmoke(aSmoked("api")) }), 60);
	assert.ok(table.split("\n").every((line) => line.length <= 60));
	assert.match(table, /api +build +a1a1a1a1a1a1 +54\.3 MB +7\.5 s/);
});

test("a plan alone starts with decision and reason and has the savings of its matrix; a run omits empty columns", () => {
	const services = Array.from({ length: 35 }, (_, i) => aService({ name: `s${i}` }));
	const unchanged = {
		kind: "unchanged",
		reasons: [{ kind: "already-built", detail: "same" }],
		digest,
		size: 1,
	} as const;
	const matrix = { jobs: 2, wallSeconds: 150, billedMinutes: 5 };
	const jobEach = { jobs: 35, wallSeconds: 170, billedMinutes: 38 };
	const plan = {
		...aPlan(services, ({ name }) => (name === "s0" ? toBuild : unchanged)),
		estimate: { matrix, jobEach, by: "times" as const },
	};
	const words =
		"on GitHub 2 jobs instead of 35 (33 saved): about 3 min, 5 billed minutes instead of 38, by earlier build times";
	assert.ok(stepSummary({ plan }).includes(words), stepSummary({ plan }));
	assert.match(
		stepSummary({ plan }),
		/\| decision \| service \| why \| platforms \|\n.*\n\| build \| \*\*s0\*\* \| never published \|/,
	);
	assert.match(
		textTable(toRows({ plan }), 200, "plan"),
		/^DECISION {3}SERVICE {2}WHY\nbuild {6}s0 {7}never published\n/,
	);
	const run: Run = { plan, build: aBuild(aBuilt("s0")) };
	assert.match(stepSummary(run), /^### ✅ 1 built, 34 unchanged; 33 jobs saved\n\n\| service/);
	assert.match(textTable(toRows(run)), /^SERVICE +DECISION +DIGEST +SIZE +BUILD +WHY\n/);
});

test("an empty selection is one line", () => {
	assert.equal(headline({ plan: aPlan([]), durationMs: 440 }, []), "nothing selected, 440 ms");
});

test("durations and sizes are readable", () => {
	assert.deepEqual([12, 999, 999.6, 1500, 9940, 9960, 41_400, 59_600, 125_000].map(formatDuration), [
		"12 ms",
		"999 ms",
		"1.0 s",
		"1.5 s",
		"9.9 s",
		"10 s",
		"41 s",
		"1 min 0 s",
		"2 min 5 s",
	]);
	assert.deepEqual([0, 999, 1000, 54_300_000, 999_600_000].map(formatSize), [
		"0 B",
		"999 B",
		"1.0 kB",
		"54.3 MB",
		"1.0 GB",
	]);
});
