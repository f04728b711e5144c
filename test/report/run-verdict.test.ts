import assert from "node:assert/strict";
import { test } from "node:test";
import { exitCodeOf } from "../../src/entrypoints/exit-code.ts";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import type { Decision } from "../../src/model/documents/plan.ts";
import type { PublishedService } from "../../src/model/documents/publish.ts";
import type { SmokedService } from "../../src/model/documents/smoke.ts";
import { pullRequestComment } from "../../src/presentation/markdown/github-comments.ts";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { reportPage } from "../../src/presentation/page/page.ts";
import { badge } from "../../src/presentation/run/badge.ts";
import { parseJobResults } from "../../src/presentation/run/jobs.ts";
import { reportDocument } from "../../src/presentation/run/report-document.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { runVerdict } from "../../src/presentation/run/run-verdict.ts";
import { toRows } from "../../src/presentation/run/service-rows.ts";
import { UserError } from "../../src/util/errors.ts";
import { aPlan, aService, toBuild } from "../support/documents.ts";
import { aBuild, aBuilt, aPublish, aPublished, aSmoke, aSmoked } from "../support/results.ts";

const held = [{ tag: "latest", kind: "floating" as const, state: "held" as const, why: "not a descendant" }];
const written = [{ tag: "4f1c2aa", kind: "immutable" as const, state: "written" as const }];

interface Case {
	readonly decision?: Decision;
	readonly built?: Partial<BuiltImage> | "none";
	readonly smoked?: Partial<SmokedService>;
	readonly published?: Partial<PublishedService> | "none";
	readonly jobs?: readonly string[];
}

/** A run over one service that is successful except for the changes of the case. */
function aRun({ decision = toBuild, built = {}, smoked = {}, published = {}, jobs }: Case): Run {
	const name = "api";
	return {
		plan: aPlan([aService({ name })], () => decision),
		build: built === "none" ? aBuild() : aBuild(aBuilt(name, built)),
		smoke: built === "none" ? aSmoke() : aSmoke(aSmoked(name, smoked)),
		...(published !== "none" && { publish: aPublish(aPublished(name, published)) }),
		...(jobs && { jobs: parseJobResults(jobs) }),
	};
}

const blocked: Decision = {
	kind: "blocked",
	reasons: [],
	problems: [{ code: "x", message: "its Dockerfile is not there" }],
};
const noBuild = { outcome: "skipped" as const, platforms: [], tags: held, reason: "linux/arm64: not built" };

const table: readonly (readonly [what: string, run: Case, outcome: string, color: string, exit: number])[] = [
	["published", {}, "published", "green", 0],
	["unchanged", { published: { outcome: "unchanged" } }, "unchanged", "green", 0],
	["no tag", { published: { outcome: "not part of this release", tags: [] } }, "not part of this release", "green", 0],
	["a newer commit published first", { published: { outcome: "superseded", tags: held } }, "superseded", "green", 0],
	["held beside a written tag", { published: { tags: [...written, ...held] } }, "held", "yellow", 0],
	["floating tags only, all held", { published: { outcome: "held", tags: held } }, "held", "yellow", 0],
	[
		"a copy's tag held",
		{ published: { copies: [{ image: "x", outcome: "published", tags: held }] } },
		"held",
		"yellow",
		0,
	],
	["build failed", { built: { outcome: "failed" }, published: noBuild }, "failed", "red", 1],
	["unhealthy", { smoked: { verdict: "unhealthy" }, published: { tags: [...written, ...held] } }, "failed", "red", 1],
	[
		"unhealthy and superseded",
		{ smoked: { verdict: "unhealthy" }, published: { outcome: "superseded" } },
		"failed",
		"red",
		1,
	],
	["smoke without an answer", { smoked: { verdict: "unknown" }, published: { tags: held } }, "unknown", "red", 3],
	["publish failed, its tags not reached", { published: { outcome: "failed", tags: held } }, "failed", "red", 1],
	[
		"publish cancelled, its tags not reached",
		{ published: { outcome: "cancelled", tags: held } },
		"cancelled",
		"red",
		130,
	],
	["build cancelled", { built: { outcome: "cancelled" }, published: "none" }, "cancelled", "red", 130],
	["cannot be planned", { decision: blocked, built: { outcome: "failed" }, published: "none" }, "blocked", "red", 1],
	["its base failed", { built: { outcome: "skipped" }, published: noBuild }, "skipped", "red", 1],
	[
		"its leg left nothing",
		{ built: "none", published: noBuild, jobs: ["wave-2=failure", "publish=failure"] },
		"unknown",
		"red",
		1,
	],
	["no leg and no publish", { built: "none", published: "none", jobs: ["failure", "skipped"] }, "unknown", "red", 1],
	["publish left nothing", { published: "none", jobs: ["publish=failure"] }, "unknown", "red", 1],
	["publish did not start", { published: "none", jobs: ["wave-2=success", "publish=skipped"] }, "unknown", "red", 3],
	[
		"a job was cancelled before publish",
		{ published: "none", jobs: ["smoke=cancelled", "publish=skipped"] },
		"cancelled",
		"red",
		130,
	],
	["a job failed, and its documents are well", { jobs: ["wave-2=failure", "publish=success"] }, "published", "red", 1],
	["a job was cancelled, all was published", { jobs: ["report=cancelled"] }, "published", "red", 130],
	["nothing to publish in this workflow", { published: "none", jobs: ["build=success"] }, "built", "green", 0],
];

test("a run has one verdict: summary, comment, page, document, badge and exit code agree in every case", () => {
	const marks = { green: "✅", yellow: "🟡", red: "❌" } as const;
	for (const [what, given, outcome, color, exit] of table) {
		const run = aRun(given);
		const rows = toRows(run);
		assert.deepEqual(
			rows.map((row) => row.outcome),
			[outcome],
			what,
		);
		assert.equal(runVerdict(run).color, color, what);
		assert.equal(exitCodeOf(run), exit, what);
		const mark = marks[color as keyof typeof marks];
		assert.ok(stepSummary(run).startsWith(`### ${mark} `), what);
		assert.ok(pullRequestComment(run).startsWith(`### ${mark} `), what);
		const { verdict, ok } = reportDocument(run, {});
		assert.deepEqual([verdict, ok], [color, color !== "red"], what);
		const shown = { green: "brightgreen", yellow: "yellow", red: "red" }[color];
		assert.equal(badge(run, rows).color, shown, what);
		assert.match(
			reportPage(run),
			new RegExp(`<h1 class="${{ green: "good", yellow: "warned", red: "bad" }[color]}"`),
			what,
		);
	}
});

test("a red run has reasons: for each red service, and for each failed job without a row", () => {
	for (const [what, given, , color] of table) {
		if (color !== "red") continue;
		const text = stepSummary(aRun(given));
		assert.match(text, /failed|blocked|skipped|cancelled|unknown/, what);
	}
	assert.match(stepSummary(aRun({ jobs: ["wave-2=failure"] })), /^### ❌ .*job wave-2 failed without a result/);
	const lost = toRows(aRun({ built: "none", published: noBuild, jobs: ["wave-2=failure", "publish=failure"] }));
	assert.match(lost[0]?.problem ?? "", /the job that builds it ended without a result/);
	const unpublished = toRows(aRun({ published: "none", jobs: ["publish=failure"] }));
	assert.match(unpublished[0]?.problem ?? "", /the job that publishes it ended without a result/);
	assert.match(
		toRows(aRun({ published: { outcome: "superseded", tags: held, reason: "9a8b7c6 is newer" } }))[0]?.why ?? "",
		/superseded: 9a8b7c6/,
	);
});

test("a repeated run is marked in summary and comment", () => {
	const run = { ...aRun({ published: { outcome: "unchanged" } }), attempt: 2 };
	for (const text of [stepSummary(run), pullRequestComment(run)])
		assert.match(text, /Attempt 2: .* includes what an earlier attempt published/);
	assert.doesNotMatch(stepSummary(aRun({})), /Attempt/);
});

test("all invalid job results are errors and named, because a typo must not look like success", () => {
	assert.deepEqual(parseJobResults(["success", "publish=failure"]), [
		{ result: "success" },
		{ job: "publish", result: "failure" },
	]);
	assert.throws(
		() => parseJobResults(["succes", "smoke=", "plan=success"]),
		(error: unknown) => error instanceof UserError && error.problems.length === 2,
	);
});
