import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { type Case, main, pulled, pushed } from "../github/payloads.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";

// Attacks by the product's own commands. Afterwards the registry has what the default branch's catalog allows.
const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
const dockerfile = "FROM scratch\nCOPY file /file\nUSER 65532:65532\n";
const semver = "type=semver,pattern={{version}}";

const catalogOf = (namespace: string) => `version: 1
project: shop
registry: ${host}/${namespace}
defaults:
  platforms: [linux/arm64]
  policy: { smoke: off }
  tags: ["type=sha,prefix=", "${semver}"]
  floating: ["type=raw,value=latest,enable={{is_default_branch}}", "type=ref,event=pr,prefix=anything-"]
services:
  api: { context: api }
  web: { context: web }
`;

/** A registry of the attacker, and what it was sent. */
const hostile = createServer((request, response) => {
	requests.push(`${request.method} ${request.url}`);
	response.writeHead(500).end();
});
const requests: string[] = [];
let evil: string;
let shop: Repo;
let folder: string;
let namespace: string;
let onMain: string;

before(async () => {
	await new Promise<void>((resolve) => hostile.listen(0, "127.0.0.1", resolve));
	evil = `127.0.0.1:${(hostile.address() as AddressInfo).port}/mallory`;
	({ shop, folder, namespace } = await openRepository());
	await shop.write({ "lucid.yml": catalogOf(namespace) });
	onMain = await commit(main, undefined);
	const run = await runOn(pushed("main", main, onMain), onMain);
	assert.equal(run.exitCode, 0, run.stderr);
	assert.deepEqual(await published(), both("latest", short(onMain)));
});
after(async () => {
	hostile.closeAllConnections();
	await new Promise((resolve) => hostile.close(resolve));
	await shop?.[Symbol.asyncDispose]();
	await rm(folder, { recursive: true, force: true });
});

/** A clone, and what it was cloned from. */
async function openRepository() {
	const opened = await temporaryFolder();
	const files = { Dockerfile: dockerfile, file: "one\n", ".dockerignore": "*\n!file\n" };
	const folders = ["api", "web", "evil"].flatMap((name) =>
		Object.entries(files).map(([file, text]) => [`${name}/${file}`, text.replace("one", name)] as const),
	);
	const repo = await makeRepo(Object.fromEntries(folders));
	await repo.git("init", "-q", "--bare", path.join(opened, "lucid/lucid"));
	await repo.git("remote", "add", "origin", `file://${opened}/lucid/lucid`);
	return { shop: repo, folder: opened, namespace: `lucid-test/branch-${randomBytes(4).toString("hex")}` };
}

/** Changes both images and the catalog, and pushes the commit: then the clone also has the branch as `origin/...`. */
async function commit(ref: string, catalog: string | undefined, on?: string, repo = shop): Promise<string> {
	if (on !== undefined) await repo.git("checkout", "-q", "--force", "--detach", on);
	const content = `${randomBytes(4).toString("hex")}\n`;
	await repo.write({ "api/file": content, "web/file": content, ...(catalog && { "lucid.yml": catalog }) });
	const id = await repo.commit(ref);
	await repo.git("push", "-q", "origin", `+${id}:${ref}`);
	return id;
}

interface Setting {
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly repo?: Repo;
}

/** `lucid run` as a step on GitHub runs it. */
async function runOn(one: Case, checkedOut: string, { args = [], env = {}, repo = shop }: Setting = {}) {
	if ((await repo.git("rev-parse", "HEAD")).trim() !== checkedOut)
		await repo.git("checkout", "-q", "--force", "--detach", checkedOut);
	const file = path.join(folder, `${one.name}.json`);
	await writeFile(file, JSON.stringify(one.payload));
	const github = { GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: `file://${folder}`, GITHUB_EVENT_PATH: file };
	const out = path.join(folder, `${one.name} out`);
	return exec([process.execPath, lucid, "run", `--out=${out}`, ...args], {
		cwd: repo.root,
		env: { ...github, ...one.env, ...env },
	});
}

type Published = Readonly<Record<string, readonly string[]>>;

async function getJson<T>(url: string): Promise<T> {
	const response = await fetch(url);
	assert.equal(response.status, 200, url);
	return (await response.json()) as T;
}

/** The tags of all repositories of the namespace, without content tags and records. */
async function published(of = namespace): Promise<Published> {
	// Names in alphabetical order, from just before the namespace.
	const list = `http://${host}/v2/_catalog?n=100&last=${encodeURIComponent(of.slice(0, -1))}`;
	const { repositories } = await getJson<{ repositories: string[] }>(list);
	const own = repositories.filter((name) => name.startsWith(of));
	const lists = own.map(async (name) => {
		const { tags } = await getJson<{ tags: string[] | null }>(`http://${host}/v2/${name}/tags/list`);
		const shown = (tags ?? []).filter((tag) => !/^(content|sha256)-|\.published/.test(tag));
		return [name.slice(of.length + 1), shown.toSorted()] as const;
	});
	return Object.fromEntries(await Promise.all(lists));
}

const digestOf = async (name: string, tag: string) => {
	const headers = { accept: "application/vnd.oci.image.index.v1+json" };
	const response = await fetch(`http://${host}/v2/${namespace}/${name}/manifests/${tag}`, { method: "HEAD", headers });
	return response.headers.get("docker-content-digest");
};

const short = (id: string) => id.slice(0, 7);
const both = (...tags: readonly string[]): Published => ({ api: tags.toSorted(), web: tags.toSorted() });
const plus = (earlier: Published, ...tags: readonly string[]): Published =>
	Object.fromEntries(Object.entries(earlier).map(([name, all]) => [name, [...all, ...tags].toSorted()]));

/** Everything that a catalog could try. */
const greedy = () => `version: 1
project: shop
registry: ${evil}
publish_on: ["**"]
phases: { latest: {} }
defaults:
  platforms: [linux/arm64]
  policy: { smoke: off }
  lint: { rules: { tag-not-unique: "off" } }
  tags: ["type=raw,value=v1.3.0", "${semver}", "${semver},value=1.3.0", "type=raw,value={{date '[latest]'}}"]
  floating: ["latest", "type=ref,event=pr,prefix=v"]
  flavor: [latest=true]
  copies: ["${host}/${namespace}-public/{{name}}"]
services:
  api: { context: api, phase: latest, image: ${host}/${namespace}/web }
  web: { context: web, phase: latest, image: ${host}/${namespace}/api }
`;

const remark =
	/note: lucid\.yml: the catalog of main decides what is published, so these settings come from there: `image`, `copies`, `tags`, `floating` and `flavor` of api and web; `publish_on`/;

test("a pull request publishes its own tags alone, regardless of its catalog and its base, and the run lists what has no effect", async () => {
	const earlier = await published();
	const latest = await digestOf("api", "latest");
	const base = await commit("refs/heads/attack/base", greedy(), onMain);
	const head = await commit("refs/pull/7/head", greedy(), base);
	const { payload, ...one } = pulled("an attack", { head, merge: head, base });
	const { pull_request: request } = payload as { pull_request: { base: object } };
	const ofBase = { ...request, base: { ...request.base, ref: "attack/base" } };
	const run = await runOn({ ...one, payload: { ...payload, pull_request: ofBase } }, head);
	assert.equal(run.exitCode, 0, run.stderr);
	assert.deepEqual(await published(), plus(earlier, "pr-7", `pr-7-${short(head)}`));
	assert.equal(await digestOf("api", "latest"), latest);
	assert.notEqual(await digestOf("api", "pr-7"), await digestOf("web", "pr-7"), "each has its own image");
	assert.deepEqual(await published(`${namespace}-public`), {});
	assert.deepEqual(requests, []);
	assert.match(run.stdout, remark);
});

test("a new service with the image of another one is blocked at its line, and the others are built", async () => {
	const earlier = await published();
	const taking = `${catalogOf(namespace).replace("{ context: api }", "{ context: api, image: elsewhere }")}  evil: { context: evil, image: api }\n`;
	const head = await commit("refs/pull/8/head", taking, onMain);
	const run = await runOn(pulled("an attack", { head, merge: head, number: 8 }), head);
	assert.equal(run.exitCode, 1, run.stderr);
	assert.match(run.stdout, /lucid\.yml\n +12:3 +error .*evil has the image of api, ".*\/api", in the catalog of main/);
	assert.deepEqual(await published(), plus(earlier, "pr-8", `pr-8-${short(head)}`));
});

test("a push to a branch cannot float, give a version, or write a pull request's tags: not by its catalog, its name or an option", async () => {
	const earlier = await published();
	const latest = await digestOf("web", "latest");
	const head = await commit("refs/heads/feature", greedy(), onMain);
	const push = pushed("an attack", "refs/heads/feature", head);
	const run = await runOn(push, head);
	assert.equal(run.exitCode, 0, run.stderr);
	assert.match(run.stdout, remark);
	const after = plus(earlier, short(head));
	assert.deepEqual(await published(), after);
	assert.equal(await digestOf("web", "latest"), latest);
	for (const event of ["pull_request:7", "push:main"]) {
		const pretending = await runOn(push, head, { args: [`--event=${event}`] });
		assert.equal(pretending.exitCode, 0, pretending.stderr);
		assert.match(pretending.stdout, /`event` differs from the event and checkout of the run/);
		assert.deepEqual(await published(), after, event);
	}
	assert.deepEqual(requests, []);
});

test("a git tag gives a version on main and on branches that main's catalog lists, and nowhere else", async () => {
	const earlier = await published();
	const tagged = (tag: string, id: string) => runOn(pushed("a tag", `refs/tags/${tag}`, id), id);
	const stray = await commit("refs/heads/release/stray", greedy(), onMain);
	const refused = await tagged("v9.9.9", stray);
	assert.equal(refused.exitCode, 0, refused.stderr);
	assert.match(
		refused.stdout,
		new RegExp(
			`warning no floating tag moves and no version is written: ${stray.slice(0, 12)} of the git tag v9.9.9 is not on main. Fix: merge`,
		),
	);
	assert.deepEqual(await published(), plus(earlier, short(stray)));

	const listing = catalogOf(namespace).replace("project: shop", 'project: shop\npublish_on: ["release/*"]');
	const next = await commit(main, listing, onMain);
	const after = await published();
	assert.equal((await tagged("v9.9.9", stray)).exitCode, 0);
	assert.deepEqual(await published(), plus(after, "9.9.9"), "its branch is listed now");
	const older = await tagged("v1.0.0", onMain);
	assert.equal(older.exitCode, 0, older.stderr);
	assert.deepEqual(await published(), plus(after, "9.9.9", "1.0.0"), "an older commit of main");
	await shop.git("push", "-q", "origin", `+${onMain}:${main}`);
	assert.notEqual(next, onMain);
});

test("without main's catalog only content tags are written, and in a pull request its own, with a warning that says why", async () => {
	const earlier = await published();
	const head = await commit("refs/heads/offline", undefined, onMain);
	await shop.git("push", "-q", "origin", `${head}:refs/pull/9/head`);
	await shop.git("remote", "rename", "origin", "elsewhere");
	// No server listens there: the port was free a moment ago.
	const closed = createServer();
	await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
	const { port } = closed.address() as AddressInfo;
	await new Promise((resolve) => closed.close(resolve));
	const env = { GITHUB_API_URL: `http://127.0.0.1:${port}`, GITHUB_TOKEN: "ghs_good" };
	try {
		const [push, pull] = await Promise.all([
			runOn(pushed("a push", "refs/heads/offline", head), head, { env }),
			runOn(pulled("a pull request", { head, merge: head, number: 9 }), head, { env }),
		]);
		assert.deepEqual([push.exitCode, pull.exitCode], [0, 0], push.stderr + pull.stderr);
		assert.match(
			push.stdout,
			/warning no floating tag moves and no version is written: the catalog of main, which decides what is published, cannot be read: .*ECONNREFUSED.* Fix: run the job again/,
		);
		assert.match(
			pull.stdout,
			/warning: the catalog of main, .*, cannot be read: only content tags and tags pr-9 are written/,
		);
		assert.deepEqual(await published(), plus(earlier, "pr-9", `pr-9-${short(head)}`));
	} finally {
		await shop.git("remote", "rename", "elsewhere", "origin");
	}
});

test("the first pull request that adds a catalog is green and has its own tags", async () => {
	const { shop: repo, folder: server, namespace: own } = await openRepository();
	try {
		const first = await commit(main, undefined, undefined, repo);
		const head = await commit("refs/pull/7/head", catalogOf(own), first, repo);
		const env = { GITHUB_SERVER_URL: `file://${server}` };
		const run = await runOn(pulled("the first", { head, merge: head }), head, { repo, env });
		assert.equal(run.exitCode, 0, run.stderr);
		assert.match(
			run.stdout,
			/note: lucid\.yml: main does not have this catalog yet: only content tags and tags pr-7 are written/,
		);
		assert.deepEqual(await published(own), both("pr-7", `pr-7-${short(head)}`));
	} finally {
		await repo[Symbol.asyncDispose]();
		await rm(server, { recursive: true, force: true });
	}
});
