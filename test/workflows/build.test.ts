// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how workflows write expressions
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { type Act, caller, type Event, jobsOf, onMain, openAct, type Run } from "./act.ts";
import { openLocalRegistry } from "./local-registry.ts";
import { allOf, openShop, type Shop, services, short } from "./shop.ts";

// One shop, one day: each test continues from the state that the one before it left.
let github: FakeGitHub;
let act: Act;
let shop: Shop;

before(async () => {
	github = await fakeGitHub();
	act = await openAct(github);
	shop = await openShop();
	github.store.files = { "lucid.yml": await readFile(path.join(shop.repo.root, "lucid.yml"), "utf8") };
});

after(async () => {
	await act?.[Symbol.asyncDispose]();
	await shop?.[Symbol.asyncDispose]();
	// Fails where a request is not in GitHub's own description.
	await github?.[Symbol.asyncDispose]();
});

const push = (more: Pick<Event, "cancelWhen"> = {}): Promise<Run> =>
	act.run(shop.repo.root, "push.yml", { ...onMain, ...more });

const nightly = (): Promise<Run> =>
	act.run(shop.repo.root, "nightly.yml", {
		name: "schedule",
		payload: { schedule: "17 3 * * *" },
		env: { GITHUB_REF: "refs/heads/main" },
	});

/** What a tag of each service names. */
const all = (tag: string) => allOf(shop, tag);

/** The one summary of the whole run. */
const story = ({ summaries }: Run) => summaries.find(({ job }) => job === "report")?.text ?? "";

/** Containers and networks of any smoke on this engine. */
async function ofSmoke(): Promise<readonly string[]> {
	const lists = [
		["docker", "ps", "--all", "--quiet", "--filter=label=com.lucid.run"],
		["docker", "network", "ls", "--quiet", "--filter=label=com.lucid.run"],
	] as const;
	const found = await Promise.all(lists.map((list) => exec([...list])));
	return found.flatMap(({ stdout }) => stdout.split("\n").filter((line) => line !== ""));
}

test("a first push: bases in the first wave, the others in the second, each smoked, then tagged; one report covers the run", async () => {
	const sha = short(await shop.repo.commit());
	const run = await push();
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), [
		"api (arm64)",
		"base (arm64)",
		"gate",
		"plan",
		"publish",
		"report",
		"smoke api, web (arm64)",
		"web (arm64)",
	]);
	const published = await all(sha);
	for (const name of services) assert.ok(published[name] !== undefined, name);
	assert.deepEqual(await all("latest"), published);
	assert.match(story(run), /^### ✅ .*3 built/);
	assert.match(story(run), /healthy/);
	assert.deepEqual(new Set(run.summaries.map(({ job }) => job)), new Set(["plan", "report"]));
	assert.match(await readFile(path.join(act.artifacts, "lucid-report/report.html"), "utf8"), /<html/);
});

test("a push that changes no image builds nothing, and the new commit's tags name the same images", async () => {
	const before = await all("latest");
	await shop.repo.write({ "README.md": "The shop.\n" });
	const sha = short(await shop.repo.commit());
	const run = await push();
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["gate", "plan", "publish", "report"]);
	assert.deepEqual(await all(sha), before);
	assert.deepEqual(await all("latest"), before);
	assert.match(story(run), /3 unchanged/);
});

test("a push that changes one service builds and smokes that one", async () => {
	const before = await all("latest");
	await shop.repo.write({ "api/name": "api, second edition\n" });
	const sha = short(await shop.repo.commit());
	const run = await push();
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["api (arm64)", "gate", "plan", "publish", "report", "smoke api (arm64)"]);
	const latest = await all("latest");
	assert.notEqual(latest.api, before.api);
	assert.deepEqual([latest.base, latest.web], [before.base, before.web]);
	assert.deepEqual(await all(sha), latest);
});

/** The payload of a pull request's event, its head in this repository or in a fork. */
async function pullRequest(branch: string, fullName: string) {
	const sha = (await shop.repo.git("rev-parse", branch)).trim();
	const base = (await shop.repo.git("rev-parse", "main")).trim();
	const repo = { full_name: caller };
	return {
		name: "pull_request",
		payload: {
			number: 7,
			pull_request: {
				number: 7,
				user: { login: "somebody" },
				head: { ref: branch, sha, repo: { full_name: fullName } },
				base: { ref: "main", sha: base, repo },
			},
		},
		env: { GITHUB_REF: "refs/pull/7/merge" },
	};
}

test("a pull request builds and smokes what it changes and moves nothing that floats; merged, it is published without a build", async () => {
	const before = await all("latest");
	await shop.repo.git("switch", "-q", "-c", "better-web");
	await shop.repo.write({ "web/name": "web, better\n" });
	await shop.repo.commit();
	const run = await act.run(shop.repo.root, "pull-request.yml", await pullRequest("better-web", caller));
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["gate", "plan", "publish", "report", "smoke web (arm64)", "web (arm64)"]);
	assert.deepEqual(await all("latest"), before);
	const candidate = await shop.digest("web", "pr-7");
	assert.ok(candidate !== undefined && candidate !== before.web);
	const [comment, ...more] = github.store.comments;
	assert.deepEqual([comment?.issue, more], [7, []]);
	assert.match(comment?.body ?? "", /web/);

	await shop.repo.git("switch", "-q", "main");
	await shop.repo.git("merge", "-q", "--ff-only", "better-web");
	const merged = await push();
	assert.equal(merged.exitCode, 0, merged.log);
	assert.deepEqual(jobsOf(merged), ["gate", "plan", "publish", "report"]);
	assert.equal(await shop.digest("web", "latest"), candidate);
});

test("a fork's pull request has one job, which pushes to a registry of its own and leaves the other as it was; so has a review of it", async () => {
	await using local = await openLocalRegistry();
	const tags = () => Promise.all(services.map((name) => shop.tags(name)));
	const before = await tags();
	await shop.repo.git("switch", "-q", "-c", "from-afar");
	await shop.repo.write({ "web/name": "web, from afar\n" });
	await shop.repo.commit();
	// What GitHub checks out: the merge, whose first parent is the branch that it goes to.
	await shop.repo.git("switch", "-q", "-c", "merge", "main");
	await shop.repo.git("merge", "-q", "--no-ff", "--no-edit", "from-afar");
	const event = await pullRequest("from-afar", "mallory/shop");
	const run = await act.run(shop.repo.root, "pull-request.yml", event);
	const folder = path.join(shop.repo.root, ".github/workflows");
	const text = await readFile(path.join(folder, "pull-request.yml"), "utf8");
	// One service is enough to see which jobs run.
	const review = `${text.replace(/\bpull_request\b/, "pull_request_review").trimEnd()}\n    with: { service: base }\n`;
	await writeFile(path.join(folder, "review.yml"), review);
	const reviewed = await act.run(shop.repo.root, "review.yml", { ...event, name: "pull_request_review" });
	await rm(path.join(folder, "review.yml"));
	await shop.repo.git("switch", "-q", "main");
	assert.deepEqual([reviewed.exitCode, jobsOf(reviewed)], [0, ["gate", "pull request"]], reviewed.log);
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["gate", "pull request"]);
	assert.deepEqual(await tags(), before);
	assert.ok((await local.tags("web")).length > 0, "built into its own registry");
	assert.equal(github.store.comments.length, 1, "a fork's token may not comment, and does not try");
	assert.match(run.summaries.map(({ text }) => text).join(""), /web/);
});

test("a merge queue builds, smokes and gates what it would merge, and moves nothing that floats; the merge publishes it without a build", async () => {
	const before = await all("latest");
	const base = (await shop.repo.git("rev-parse", "main")).trim();
	await shop.repo.git("switch", "-q", "-c", "queue");
	await shop.repo.write({ "api/name": "api, from the queue\n" });
	const sha = await shop.repo.commit();
	const ref = `refs/heads/gh-readonly-queue/main/pr-8-${base}`;
	const group = { head_sha: sha, head_ref: ref, base_sha: base, base_ref: "refs/heads/main" };
	const run = await act.run(shop.repo.root, "pull-request.yml", {
		name: "merge_group",
		payload: { merge_group: group },
		env: { GITHUB_REF: ref },
	});
	assert.equal(run.exitCode, 0, run.log);
	assert.deepEqual(jobsOf(run), ["api (arm64)", "gate", "plan", "publish", "report", "smoke api (arm64)"]);
	assert.deepEqual(await all("latest"), before);

	await shop.repo.git("switch", "-q", "main");
	await shop.repo.git("merge", "-q", "--ff-only", "queue");
	const merged = await push();
	assert.equal(merged.exitCode, 0, merged.log);
	assert.deepEqual(jobsOf(merged), ["gate", "plan", "publish", "report"]);
	const candidate = await shop.digest("api", short(sha));
	assert.ok(candidate !== undefined && candidate !== before.api);
	assert.equal(await shop.digest("api", "latest"), candidate);
});

test("what does not build or is not well moves nothing that floats, holds up no other, and the report says why", async () => {
	const before = await all("latest");
	await shop.repo.write({
		"base/Dockerfile": `${await shop.dockerfile("base")}LABEL edition=2\n`,
		"api/Dockerfile": (await shop.dockerfile("api")).replace("COPY", "ENV SICK=1\nCOPY"),
		"web/Dockerfile": `FROM ${shop.registry}/base\nRUN python3 -c 'raise SystemExit(7)'\n`,
	});
	const sha = short(await shop.repo.commit("Break two"));
	const run = await push();
	await shop.repo.git("revert", "--no-edit", "HEAD");

	assert.equal(run.exitCode, 1, run.log);
	assert.deepEqual(
		["base (arm64)", "api (arm64)", "web (arm64)", "smoke api, web (arm64)", "publish", "report", "gate"].map((job) =>
			run.jobs.get(job),
		),
		["success", "success", "failure", "failure", "failure", "failure", "failure"],
		run.log,
	);
	const latest = await all("latest");
	assert.deepEqual([latest.api, latest.web], [before.api, before.web]);
	assert.notEqual(latest.base, before.base);
	assert.equal(await shop.digest("web", sha), undefined);
	assert.match(story(run), /^### ❌/);
	assert.match(story(run), /ended with exit code 7/);
	assert.match(story(run), /unhealthy/);
});

/**
 * Gives the leg of api a time that its build exceeds, and ends the job of web before it has done anything, as a lost
 * runner does.
 */
const withBadLegs = (workflow: string) =>
	workflow
		.replaceAll("timeout: 313m", "timeout: ${{ matrix.service == 'api' && '25s' || '313m' }}")
		.replace(
			/(\n {2}wave-2:\n[\s\S]*?\n {4}steps:\n)/,
			"$1      - name: Lose the runner\n        if: ${{ matrix.service == 'web' }}\n        run: exit 1\n",
		);

test("a leg that hangs and a leg whose runner is lost hold up no other service: the run is red, and the report says which and why", async () => {
	await using badDay = await openAct(github, withBadLegs);
	const before = await all("latest");
	await shop.repo.write({
		"base/Dockerfile": `${await shop.dockerfile("base")}LABEL edition=3\n`,
		"api/Dockerfile": `${await shop.dockerfile("api")}RUN ["python3", "-c", "import time; time.sleep(86400)"]\n`,
	});
	await shop.repo.commit("Hang");
	const run = await badDay.run(shop.repo.root, "push.yml", onMain);
	await shop.repo.git("revert", "--no-edit", "HEAD");

	assert.equal(run.exitCode, 1, run.log);
	assert.deepEqual(
		["base (arm64)", "api (arm64)", "web (arm64)", "publish", "report", "gate"].map((job) => run.jobs.get(job)),
		["success", "failure", "failure", "failure", "failure", "failure"],
		run.log,
	);
	const latest = await all("latest");
	assert.notEqual(latest.base, before.base);
	assert.deepEqual([latest.api, latest.web], [before.api, before.web]);
	assert.match(story(run), /^### ❌ .*1 failed.*1 unknown/);
	assert.match(story(run), /\*\*base\*\* \| ✅ published/);
	assert.match(story(run), /\*\*api\*\* \| ❌ failed/);
	assert.match(story(run), /#### api: build did not finish within 25 s/);
	assert.match(story(run), /\*\*web\*\* \| ❓ unknown/);
	assert.match(story(run), /#### web: the job that builds it ended without a result/);
});

test("a run that is cancelled in the middle of smoke leaves no container and moves nothing; run again, it resumes and publishes", async () => {
	const before = await all("latest");
	await shop.repo.write({ "api/Dockerfile": (await shop.dockerfile("api")).replace("COPY", "ENV SLOW=8\nCOPY") });
	const sha = short(await shop.repo.commit("A slow one"));
	const isTried = async () => (await ofSmoke()).length > 1;
	const cancelled = await push({ cancelWhen: isTried });
	assert.notEqual(cancelled.exitCode, 0, cancelled.log);
	assert.doesNotMatch(cancelled.log, /publish: .*Run Main/, "no step of publish was begun");
	assert.deepEqual(await all("latest"), before);
	assert.equal(await shop.digest("api", sha), undefined);
	assert.deepEqual(await ofSmoke(), [], cancelled.log);

	const again = await push();
	assert.equal(again.exitCode, 0, again.log);
	assert.equal(again.jobs.has("api (arm64)"), false, "it was built before the cancel");
	assert.equal(await shop.digest("api", sha), await shop.digest("api", "latest"));
	assert.notEqual(await shop.digest("api", "latest"), before.api);
});

test("a nightly whose base has moved rebuilds the same commit, smokes it and moves what floats; the commit's own tags stay", async () => {
	await using _ = await shop.moveBase();
	const sha = short(await shop.repo.git("rev-parse", "HEAD"));
	const before = await all("latest");
	const run = await nightly();
	assert.equal(run.exitCode, 0, run.log);
	assert.equal(run.jobs.get("base (arm64)"), "success");
	assert.notEqual(await shop.digest("base", "latest"), before.base);
	assert.equal(await shop.digest("base", sha), before.base);
});
