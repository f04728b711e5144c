import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunEvent } from "../../src/model/documents/source.ts";
import {
	autoCacheKind,
	type CacheKind,
	type CacheScope,
	cacheScopes,
	cacheSpecs,
} from "../../src/stages/build/bake/cache.ts";
import { aService } from "../support/documents.ts";
import { anImage, aPlan, aSource } from "./support.ts";

const token = { ACTIONS_RUNTIME_TOKEN: "t", ACTIONS_RESULTS_URL: "https://results.example/" };
const onGitHub = { GITHUB_ACTIONS: "true" };
const ours = { kind: "protected" } as const;

test("the automatic cache is GitHub's if its token is present and the builder ends with the job", () => {
	assert.equal(autoCacheKind(token, "docker"), "gha");
	assert.equal(autoCacheKind(token, "docker-container"), "gha");
	assert.equal(autoCacheKind(token, "remote"), "none");
	assert.equal(autoCacheKind(token, "kubernetes"), "none");
	assert.equal(autoCacheKind({}, "docker"), "none");
	assert.equal(autoCacheKind({ ACTIONS_RUNTIME_TOKEN: "t" }, "docker"), "none");
});

const pull = (fork: boolean): RunEvent => ({ kind: "pull_request", number: 7, head: "x", base: "main", fork });
const own = { kind: "pull-request", number: 7 } as const;

const branchGitHubProtects = { ...onGitHub, GITHUB_REF_PROTECTED: "true", GITHUB_REF: "refs/heads/next" };
const shared = ["gha", "registry", "inline"] as const;
const everyKind = [...shared, "local"] as const;

for (const [what, event, env, kinds, expected] of [
	["the default branch", { kind: "push", branch: "main" }, onGitHub, everyKind, { read: [ours], write: ours }],
	["another branch", { kind: "push", branch: "next" }, onGitHub, everyKind, { read: [ours] }],
	["a dispatch on another branch", { kind: "manual", branch: "next" }, onGitHub, everyKind, { read: [ours] }],
	[
		"a branch that GitHub protects",
		{ kind: "push", branch: "next" },
		branchGitHubProtects,
		everyKind,
		{ read: [ours], write: ours },
	],
	[
		"another branch, on an event whose GITHUB_REF is the protected default branch",
		{ kind: "push", branch: "next" },
		{ ...branchGitHubProtects, GITHUB_REF: "refs/heads/main" },
		everyKind,
		{ read: [ours] },
	],
	[
		"a commit that belongs to no branch",
		{ kind: "commit" },
		{ ...branchGitHubProtects, GITHUB_REF: "refs/heads/main" },
		everyKind,
		{ read: [ours] },
	],
	[
		"a pull request that GitHub does not number",
		{ kind: "pull_request", head: "main", base: "", fork: true },
		{ ...branchGitHubProtects, GITHUB_REF: "refs/heads/main" },
		everyKind,
		{ read: [ours] },
	],
	["a tag", { kind: "tag", tag: "v1" }, onGitHub, everyKind, { read: [ours] }],
	[
		"a tag that GitHub protects",
		{ kind: "tag", tag: "v1" },
		{ ...branchGitHubProtects, GITHUB_REF: "refs/tags/v1" },
		everyKind,
		{ read: [ours], write: ours },
	],
	["a nightly", { kind: "schedule", branch: "main" }, onGitHub, everyKind, { read: [ours], write: ours }],
	["a merge queue", { kind: "merge_group", base: "main" }, onGitHub, everyKind, { read: [ours] }],
	["a pull request", pull(false), onGitHub, everyKind, { read: [own, ours], write: own }],
	["a pull request from a fork", pull(true), onGitHub, everyKind, { read: [own, ours] }],
	["a pull request elsewhere", pull(true), {}, everyKind, { read: [own, ours] }],
	[
		"a pull request whose plan claims a push to main",
		{ kind: "push", branch: "main" },
		{ ...onGitHub, GITHUB_EVENT_NAME: "pull_request_target", GITHUB_REF: "refs/heads/main" },
		everyKind,
		{ read: [ours] },
	],
	["a folder without a commit", { kind: "manual" }, {}, everyKind, { read: [ours], write: ours }],
	["a laptop on main", { kind: "manual", branch: "main" }, {}, everyKind, { read: [ours], write: ours }],
	["a laptop on another branch", { kind: "manual", branch: "next" }, {}, shared, { read: [ours] }],
	[
		"a laptop on another branch, with a folder of its own",
		{ kind: "manual", branch: "next" },
		{},
		["local"],
		{ read: [ours], write: ours },
	],
] as const)
	test(`caches of ${what}: what may be published is built only from what protected refs wrote`, () => {
		for (const kind of kinds)
			assert.deepEqual(cacheScopes({ ...aSource, defaultBranch: "main", event }, env, kind), expected, kind);
	});

test("a branch `main` of a repository whose default branch is unknown or another one writes no shared cache", () => {
	const event = { kind: "push", branch: "main" } as const;
	assert.deepEqual(cacheScopes({ ...aSource, event }, onGitHub, "registry"), { read: [ours] });
	assert.deepEqual(cacheScopes({ ...aSource, event, defaultBranch: "trunk" }, onGitHub, "gha"), { read: [ours] });
});

test("a run whose event option claims a push to main writes no cache that main reads", () => {
	const event = { kind: "push", branch: "main" } as const;
	const hold = { why: "the option says something else", fix: "leave it out" };
	const source = { ...aSource, defaultBranch: "main" };
	assert.deepEqual(cacheScopes({ ...source, event, hold }, onGitHub, "gha"), { read: [ours] });
	const ownPull = { ...source, event: pull(false), fromFork: true } as const;
	assert.deepEqual(cacheScopes(ownPull, onGitHub, "gha"), { read: [own, ours] });
});

test("an image carries a cache only if a protected ref builds it, because a merge publishes what its pull request built", () => {
	const specs = (write: CacheScope | undefined) =>
		cacheSpecs({ kind: "inline", read: [ours], ...(write && { write }) }, plan, api, anImage(api)).to;
	assert.deepEqual([specs(ours), specs(own), specs(undefined)], [["type=inline"], [], []]);
});

test("the cache of a pull request is not that of a service whose name has its number", () => {
	const twin = aService({ name: "api-pr-7", image: "ghcr.io/acme/api-pr-7" });
	for (const kind of ["gha", "registry", "local"] as const) {
		const [ofPull] = cacheSpecs({ kind, read: [own], folder: "/c" }, plan, api, anImage(api)).from;
		const [ofTwin] = cacheSpecs({ kind, read: [ours], folder: "/c" }, plan, twin, anImage(twin)).from;
		assert.notEqual(ofPull, ofTwin);
	}
});

const api = aService({ name: "api", image: "ghcr.io/acme/api" });
const plan = aPlan([api], [anImage(api)], { tags: { api: { immutable: ["4f1c2aa"], floating: ["latest"] } } });

for (const [kind, from, to] of [
	["none", [], []],
	[
		"gha",
		[
			"type=gha,scope=lucid/lucid/api/pr-7-linux-arm64,timeout=2m",
			"type=gha,scope=lucid/lucid/api/linux-arm64,timeout=2m",
		],
		["type=gha,scope=lucid/lucid/api/pr-7-linux-arm64,mode=max,ignore-error=true,timeout=2m"],
	],
	[
		"registry",
		[
			"type=registry,ref=ghcr.io/acme/api:cache-pr-7-linux-arm64",
			"type=registry,ref=ghcr.io/acme/api:cache-linux-arm64",
		],
		[
			"type=registry,ref=ghcr.io/acme/api:cache-pr-7-linux-arm64,mode=max,ignore-error=true,image-manifest=true,oci-mediatypes=true",
		],
	],
	[
		"local",
		['"type=local","src=/c,1/lucid/api/pr-7-linux-arm64"', '"type=local","src=/c,1/lucid/api/linux-arm64"'],
		['"type=local","dest=/c,1/lucid/api/pr-7-linux-arm64","mode=max","ignore-error=true"'],
	],
	["inline", ["type=registry,ref=ghcr.io/acme/api:latest"], []],
] as const satisfies readonly (readonly [CacheKind, readonly string[], readonly string[]])[])
	test(`a pull request with the cache ${kind} reads its own and the protected one, and writes its own, if any`, () => {
		const cache = { kind, read: [own, ours], write: own, folder: "/c,1" };
		const specs = cacheSpecs(cache, plan, api, anImage(api));
		const unquoted = (list: readonly string[]) => list.map((one) => one.replaceAll('"', ""));
		assert.deepEqual([specs.from, specs.to].map(unquoted), [from, to].map(unquoted));
	});

test("a run that may not write caches writes none of any kind", () => {
	for (const kind of ["gha", "registry", "local", "inline"] as const)
		assert.deepEqual(cacheSpecs({ kind, read: [ours] }, plan, api, anImage(api)).to, []);
});
