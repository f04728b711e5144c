import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { emptyRegistry } from "../cli/empty-registry.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { cases } from "../github/payloads.ts";
import { fakeGitHub } from "../support/github/server.ts";
import { openJob } from "./runner.ts";

test("report comments on the pull request, and the next run updates that comment, even with an invalid catalog", async () => {
	await using api = await fakeGitHub();
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	await using job = await openJob(repo.root, api.env);
	const event = path.join(job.temp, "event.json");
	await writeFile(event, JSON.stringify(cases.pull.payload));
	const env = { ...cases.pull.env, GITHUB_REPOSITORY: "octo/lucid", GITHUB_EVENT_PATH: event };
	const inputs = { registry: registry.host, "github-token": "ghs_good" };
	const first = await job.step("report", inputs, env);
	assert.equal(first.exitCode, 0, first.log);
	assert.match(first.outputs.comment ?? "", /octo\/lucid\/pull\/7#issuecomment-\d+$/);
	assert.match(api.store.comments[0]?.body ?? "", /2 to build[\s\S]*\*\*one\*\*[\s\S]*\*\*two\*\*/);
	await repo.write({ "lucid.yml": "version: 1\nproject: small\nservices: { one: { contxt: one } }\n" });
	const second = await job.step(
		"report",
		{ ...inputs, out: path.join(job.temp, "second") },
		{ ...env, GITHUB_RUN_NUMBER: "4" },
	);
	assert.equal(second.exitCode, 2, second.log);
	assert.equal(api.store.comments.length, 1);
	assert.match(api.store.comments[0]?.body ?? "", /❌[\s\S]*contxt/);
	assert.doesNotMatch(`${first.log}${second.log}`.replaceAll("::add-mask::ghs_good", ""), /ghs_good/);
});

test("a comment that is not permitted is a notice, or an error if it was required", async () => {
	await using api = await fakeGitHub();
	api.permissions = new Set();
	await using repo = await smallRepo();
	await using registry = await emptyRegistry("nothing");
	await using job = await openJob(repo.root, api.env);
	const inputs = { registry: registry.host, "github-token": "ghs_good" };
	for (const [event, wanted, exitCode, level] of [
		[cases.pull, "auto", 0, "notice"],
		[cases.pull, "true", 3, "error"],
		[cases.fork, "true", 0, "notice"],
	] as const) {
		const file = path.join(job.temp, "event.json");
		await writeFile(file, JSON.stringify(event.payload));
		const env = { ...event.env, GITHUB_REPOSITORY: "octo/lucid", GITHUB_EVENT_PATH: file };
		const done = await job.step("report", { ...inputs, comment: wanted }, env);
		assert.equal(done.exitCode, exitCode, done.log);
		assert.match(done.log, new RegExp(`^::${level} title=(not posted on GitHub|github/permission)::`, "m"));
		assert.equal(done.outputs.comment, undefined);
		assert.match(done.outputs.report ?? "", /report\.html$/, "all else is there");
	}
});

test("a nightly with an unreadable catalog opens an issue, and the job still fails as before", async () => {
	await using api = await fakeGitHub();
	await using repo = await smallRepo();
	await repo.write({ "lucid.yml": "version: 1\nproject: small\nservices: { one: { contxt: one } }\n" });
	await using job = await openJob(repo.root, { ...api.env, ...cases.schedule.env, GITHUB_REPOSITORY: "octo/lucid" });
	const inputs = { "github-token": "ghs_good", issue: "true", "job-results": "failure,skipped" };
	for (let night = 1; night <= 2; night++) {
		const { exitCode, log } = await job.step("report", inputs, { GITHUB_RUN_NUMBER: String(night) });
		assert.equal(exitCode, 2, log);
	}
	assert.equal(api.store.issues.length, 1);
	assert.match(api.store.issues[0]?.body ?? "", /contxt/);
	assert.equal(api.store.comments.length, 0);
});
