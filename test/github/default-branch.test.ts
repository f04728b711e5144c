import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { openCheckout } from "../../src/adapters/git/checkout.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { openGit } from "../../src/stages/shared/catalog-root.ts";
import { openRun } from "../../src/stages/shared/default-branch.ts";
import { openCatalog } from "../../src/stages/shared/open-catalog.ts";
import { type FakeGitHub, fakeGitHub } from "../support/github/server.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";
import { type Case, main, pulled, pushed } from "./payloads.ts";

const catalogOf = (tag: string, more = "") =>
	`version: 1\nproject: shop\nregistry: r.test\n${more}services:\n  api: { tags: ["${tag}"], floating: [] }\n`;

let github: FakeGitHub;
let folder: string;
let server: string;
let repo: Repo;

before(async () => {
	github = await fakeGitHub();
	folder = await temporaryFolder();
	server = `file://${folder}`;
});
beforeEach(async () => {
	await repo?.[Symbol.asyncDispose]();
	repo = await makeRepo({ "ops/lucid.yml": catalogOf("own") });
	github.asked.splice(0);
	github.store.files = {};
	github.store.compared = {};
	github.permissions = "all";
});
after(async () => {
	await repo?.[Symbol.asyncDispose]();
	await github?.[Symbol.asyncDispose]();
	await rm(folder, { recursive: true, force: true });
});

interface Setting {
	readonly token?: string | undefined;
	readonly catalog?: string;
	/** Outside of GitHub. */
	readonly local?: true;
	readonly event?: Source["event"];
}

/** The run as the plan opens it: the rules that count, why it is on hold, and its remarks. */
async function open(one: Case, { token = "ghs_good", catalog = "ops/lucid.yml", local, event }: Setting = {}) {
	const file = path.join(folder, "event.json");
	await writeFile(file, JSON.stringify(one.payload));
	const onGitHub = {
		...{ ...github.env, ...one.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file },
		...{ GITHUB_REPOSITORY: "octo/lucid", GITHUB_SERVER_URL: server },
	};
	const context = {
		env: local ? {} : onGitHub,
		exec,
		signal: new AbortController().signal,
		cwd: repo.root,
		log: () => {},
	};
	const own = await openCatalog({ catalog, registry: undefined }, context);
	const options = { event, revision: undefined, registry: undefined, date: "commit", githubToken: token };
	const checkout = openCheckout(openGit(own.root, context));
	const run = await openRun(own, options, { context, checkout });
	return {
		tags: run.catalog.services.map(({ tags }) => tags.join()).join(),
		hold: run.source.hold,
		remarks: (run.catalog.remarks ?? []).map(({ severity, message, why, fix }) =>
			[severity, message, why, fix].join("; "),
		),
	};
}

const feature = (id: string) => pushed("a push", "refs/heads/feature", id);
const lines = () => github.asked.map(({ line }) => line);

test("outside of the default branch its catalog is read once by GitHub's API, at its path in the repository; on it not at all", async () => {
	// Its folders may exist in the default branch alone.
	const elsewhere = "defaults: { contexts: { shared: gone } }\n";
	github.store.files = { "ops/lucid.yml": catalogOf("of-main", elsewhere) };
	const id = await repo.commit();
	const run = await open(feature(id));
	assert.deepEqual([run.tags, run.hold], ["of-main", undefined]);
	assert.match(run.remarks.join(), /^note; the catalog of main decides .*: `tags` of api; /);
	assert.deepEqual(lines(), ["GET /repos/octo/lucid/contents/ops%2Flucid.yml"]);
	assert.equal((await open(pushed("a push", main, id))).tags, "own");
	assert.equal(github.asked.length, 1);
	const pretending = await open(feature(id), { event: { kind: "push", branch: "main" } });
	assert.deepEqual([pretending.tags, pretending.hold !== undefined], ["of-main", true]);
});

test("the clone's copy of the default branch is enough, also behind a link", async () => {
	await repo.write({ "ops/real.yml": catalogOf("of-main"), "ops/link.yml": "-> real.yml" });
	await repo.git("update-ref", "refs/remotes/origin/main", await repo.commit());
	await repo.git("remote", "add", "origin", `${server}/Octo/lucid`);
	await repo.write({ "ops/real.yml": catalogOf("own") });
	const id = await repo.commit();
	for (const catalog of ["ops/real.yml", "ops/link.yml"])
		assert.deepEqual((await open(feature(id), { catalog })).tags, "of-main");
	assert.deepEqual(github.asked, []);
});

test("a clone of another repository proves nothing: the main of a fork is not main", async () => {
	await repo.write({ "ops/lucid.yml": catalogOf("forged") });
	const id = await repo.commit();
	await repo.git("update-ref", "refs/remotes/origin/main", id);
	await repo.git("remote", "add", "origin", `${server}/mallory/lucid`);
	github.store.files = { "ops/lucid.yml": catalogOf("of-main") };
	assert.equal((await open(feature(id))).tags, "of-main");
	// Nor does a git tag or a local branch that is called like it.
	await repo.git("remote", "set-url", "origin", `${server}/octo/lucid`);
	await repo.git("update-ref", "-d", "refs/remotes/origin/main");
	for (const ref of ["refs/tags/origin/main", "refs/heads/origin/main", "refs/tags/main"])
		await repo.git("update-ref", ref, id);
	assert.equal((await open(feature(id))).tags, "of-main");
});

test("a catalog that cannot be read leaves no tag, and the run says why and what to do", async () => {
	const id = await repo.commit();
	const held = async (setting: Setting, why: RegExp, fix: RegExp) => {
		const { tags, hold, remarks } = await open(feature(id), setting);
		assert.deepEqual([tags, remarks], ["", []]);
		assert.match(hold?.why ?? "", /^the catalog of main, which decides what is published, cannot be read: /);
		assert.match(hold?.why ?? "", why);
		assert.match(hold?.fix ?? "", fix);
		const pull = await open(pulled("a pull request", { head: id, merge: id }), setting);
		assert.deepEqual([pull.tags, pull.hold], ["own", undefined], "its tags all begin with pr-7");
		assert.match(pull.remarks.join(), /^warning; .* cannot be read: only content tags and tags pr-7 are written; /);
		assert.match(pull.remarks.join(), why);
	};
	await held({ token: "" }, /there is no token for GitHub's API/, /pass a `github-token` with `contents: read`/);
	github.permissions = new Set(["issues=write"]);
	await held({}, /GitHub responded with 403/, /permissions: \{ contents: read \}/);
	github.permissions = "all";
	github.store.files = { "ops/lucid.yml": `${catalogOf("of-main")}  web: { tgas: [], floting: [] }\n` };
	await held({}, /unknown key "tgas", and 1 more/, /fix ops\/lucid\.yml of main; `lucid lint` there shows all/);
});

test("GitHub's API is tried again after a failure of the server", async () => {
	const id = await repo.commit();
	github.store.files = { "ops/lucid.yml": catalogOf("of-main") };
	github.fault("repos/get-content", { kind: "answer", status: 502, message: "Bad gateway" }, { kind: "lost" });
	assert.equal((await open(feature(id))).tags, "of-main");
	assert.equal(github.asked.length, 3);
});

test("a default branch without the catalog leaves content tags, with a note", async () => {
	const id = await repo.commit();
	const byApi = await open(feature(id));
	await repo.git("remote", "add", "origin", `${server}/octo/lucid`);
	await repo.write({ "ops/lucid.yml": "" });
	await repo.git("rm", "-q", "--cached", "ops/lucid.yml");
	await repo.git("commit", "-q", "-m", "without");
	await repo.git("update-ref", "refs/remotes/origin/main", "HEAD");
	await repo.git("checkout", "-q", "--force", "--detach", id);
	const inClone = await open(feature(id));
	assert.equal(github.asked.length, 1);
	for (const { tags, hold, remarks } of [byApi, inClone]) {
		assert.deepEqual([tags, hold], ["", undefined]);
		assert.match(remarks.join(), /^note; main does not have this catalog yet: only content tags are written; /);
	}
});

test("in a shallow clone GitHub's API shows whether a git tag's commit is on the default branch", async () => {
	const old = await repo.commit();
	await repo.write({ other: "x" });
	const head = await repo.commit();
	await repo.git("init", "-q", "--bare", path.join(folder, "octo/lucid"));
	await repo.git("push", "-q", path.join(folder, "octo/lucid"), `+${head}:${main}`);
	const bare = repo;
	repo = await makeRepo();
	await bare.git("config", "uploadpack.allowAnySHA1InWant", "true");
	await repo.git("fetch", "-q", "--depth=1", `file://${bare.root}`, old);
	await repo.git("checkout", "-q", "--detach", old);
	await bare[Symbol.asyncDispose]();
	github.store.files = { "ops/lucid.yml": catalogOf("type=semver,pattern={{version}}") };
	const tag = pushed("a tag", "refs/tags/v1.0.0", old);
	const basehead = `${old}...${head}`;
	for (const [status, why] of [
		["ahead", undefined],
		["identical", undefined],
		["behind", /of the git tag v1\.0\.0 is not on main$/],
		["diverged", /of the git tag v1\.0\.0 is not on main$/],
	] as const) {
		github.store.compared = { [basehead]: status };
		const { hold } = await open(tag);
		if (why === undefined) assert.equal(hold, undefined, status);
		else assert.match(hold?.why ?? "", why, status);
	}
	github.store.compared = {};
	const { hold } = await open(tag);
	assert.match(hold?.why ?? "", /it is not known whether .* of the git tag v1\.0\.0 is on main$/);
	assert.match(hold?.fix ?? "", /^check out with `fetch-depth: 0`/);
});

test("on a laptop the clone's default branch counts, and without one the run's own catalog", async () => {
	const first = await repo.commit();
	await repo.git("checkout", "-q", "-b", "feature");
	const one = feature(first);
	assert.equal((await open(one, { local: true })).tags, "own");
	await repo.git("remote", "add", "origin", `${server}/octo/lucid`);
	await repo.write({ "ops/lucid.yml": catalogOf("changed") });
	await repo.commit();
	await repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
	const dangling = await open(one, { local: true });
	assert.match(dangling.hold?.fix ?? "", /run `git fetch origin main`/);
	await repo.git("update-ref", "refs/remotes/origin/main", first);
	assert.equal((await open(one, { local: true })).tags, "own");
	await repo.git("branch", "-f", "main", "feature");
	await repo.git("checkout", "-q", "main");
	assert.equal((await open(one, { local: true })).tags, "changed");
});

test("on a laptop a git tag gives a version on the clone's default branch and on listed branches", async () => {
	await repo.write({ "ops/lucid.yml": catalogOf("own", "publish_on: [release/*]\n") });
	const first = await repo.commit();
	await repo.git("update-ref", "refs/remotes/origin/main", first);
	await repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
	await repo.git("checkout", "-q", "-b", "feature");
	// The tagged commit's own list does not count.
	await repo.write({ "ops/lucid.yml": catalogOf("own", 'publish_on: ["**"]\n') });
	const id = await repo.commit();
	const holdOf = async () => (await open(feature(id), { local: true, event: { kind: "tag", tag: "v1.0.0" } })).hold;
	assert.match((await holdOf())?.why ?? "", /of the git tag v1\.0\.0 is not on main or release\/\*$/);
	for (const ref of [
		"refs/heads/release/1",
		"refs/remotes/origin/release/1",
		"refs/heads/main",
		"refs/remotes/origin/main",
	]) {
		const before = (await repo.git("rev-parse", "--verify", "--quiet", ref).catch(() => "")).trim();
		await repo.git("update-ref", ref, id);
		assert.equal(await holdOf(), undefined, ref);
		await (before === "" ? repo.git("update-ref", "-d", ref) : repo.git("update-ref", ref, before));
	}
});

test("in a clone with all branches, a git tag is released without a request; not by the branches of another repository", async () => {
	const first = await repo.commit();
	await repo.write({ other: "x" });
	await repo.git("update-ref", "refs/remotes/origin/main", await repo.commit());
	await repo.git("remote", "add", "origin", `${server}/octo/lucid`);
	await repo.git("checkout", "-q", "--detach", first);
	const tag = pushed("a tag", "refs/tags/v1.0.0", first);
	await rm(path.join(folder, "octo"), { recursive: true, force: true });
	assert.equal((await open(tag)).hold, undefined);
	assert.deepEqual(github.asked, []);
	await repo.git("remote", "set-url", "origin", `${server}/mallory/lucid`);
	github.store.files = { "ops/lucid.yml": catalogOf("of-main") };
	assert.match(
		(await open(tag)).hold?.why ?? "",
		/^it is not known which branch .* of the git tag v1\.0\.0 is on: fatal: /,
	);
	// A branch that the checkout made is not the repository's.
	await repo.git("remote", "set-url", "origin", `${server}/octo/lucid`);
	await repo.git("update-ref", "refs/heads/main", first);
	await repo.git("update-ref", "-d", "refs/remotes/origin/main");
	assert.notEqual((await open(tag)).hold, undefined);
});
