import assert from "node:assert/strict";
import { test } from "node:test";
import { annotationsOf } from "../../src/entrypoints/actions/annotations.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { completionReport } from "../../src/presentation/completion-report/completion-report.ts";
import { pullRequestComment } from "../../src/presentation/markdown/github-comments.ts";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { reportPage } from "../../src/presentation/page/page.ts";
import { reportDocument } from "../../src/presentation/run/report-document.ts";
import { conclusion } from "../../src/presentation/terminal/conclusion.ts";
import { aPlan, aService } from "../support/documents.ts";

const plan = (own: Partial<Source>): Plan => {
	const made = aPlan([aService({ name: "api" })]);
	return { ...made, source: { ...made.source, ...own } };
};
const hold = { why: "1234567 is checked out, which is not <b>main</b>", fix: "leave out `ref`" };
const held = plan({ event: { kind: "commit" }, hold });
const words =
	/no floating tag moves and no version is written: 1234567 is checked out, which is not .*main.*Fix: leave out/;

test("the reason of a hold is in the terminal, summary, comment, page, document and a warning of the job", () => {
	assert.match(
		conclusion({ plan: held }, (_, text) => text, 200),
		new RegExp(`warning ${words.source}`),
	);
	for (const text of [stepSummary({ plan: held }), pullRequestComment({ plan: held }), reportPage({ plan: held })])
		assert.match(text.replaceAll("\\", ""), words);
	assert.doesNotMatch(reportPage({ plan: held }), /<b>main/);
	assert.deepEqual(reportDocument({ plan: held }, {}).hold, hold);
	const [warning] = annotationsOf({ plan: held });
	assert.deepEqual([warning?.level, words.test(warning?.message ?? "")], ["warning", true]);
});

test("without a hold nothing is reported, and a leg between plan and publish does not repeat it", () => {
	const free = plan({ event: { kind: "push", branch: "main" } });
	assert.doesNotMatch(
		conclusion({ plan: free }, (_, text) => text, 200),
		/warning/,
	);
	assert.doesNotMatch(stepSummary({ plan: free }), /⚠️/);
	assert.deepEqual(annotationsOf({ plan: free }), []);
	const { revision } = held.source;
	const build = { kind: "lucid.build", version: 1, revision, images: [], command: [], durationMs: 1 } as const;
	assert.deepEqual(annotationsOf({ plan: held, build }), []);
	const publish = { kind: "lucid.publish", version: 1, revision, services: [], durationMs: 1 } as const;
	assert.equal(annotationsOf({ plan: held, build, publish }).length, 1);
});

test("a pull request's comment names the head commit beside the merge commit that was built", () => {
	const event = { kind: "pull_request", number: 7, head: "fix", base: "main", fork: false } as const;
	const [revision, headRevision] = ["1".repeat(40), "2".repeat(40)];
	const merged = pullRequestComment({ plan: plan({ revision, event: { ...event, headRevision } }) });
	assert.match(merged, /<sub>111111111111, the merge of 222222222222/);
	const head = pullRequestComment({ plan: plan({ revision, event: { ...event, headRevision: revision } }) });
	assert.match(head, /<sub>111111111111</);
});

test("the plan's remarks, such as a removed service, are in every report", () => {
	const message = "ingest was published from this catalog and is no longer in it";
	const remarked: Plan = { ...plan({}), remarks: [{ code: "catalog/removed", severity: "note", message }] };
	const run = { plan: remarked };
	const texts = [
		stepSummary(run),
		pullRequestComment(run),
		reportPage(run),
		completionReport(run, "2026-11-30T00:00:00Z"),
	];
	for (const text of [...texts, conclusion(run, (_, part) => part, 200)]) assert.match(text, new RegExp(message));
	assert.ok(annotationsOf(run).some((one) => one.message.includes(message) || one.title.includes(message)));
});
