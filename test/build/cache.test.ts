import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunEvent } from "../../src/model/documents/source.ts";
import { autoCacheKind, type CacheKind, cacheScopes, cacheSpecs } from "../../src/stages/build/bake/cache.ts";
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

for (const [what, event, env, expected] of [
	["the default branch", { kind: "push", branch: "main" }, onGitHub, { read: [ours], write: ours }],
	["another branch", { kind: "push", branch: "next" }, onGitHub, { read: [ours] }],
	[
		"a branch that GitHub protects",
		{ kind: "push", branch: "next" },
		{ ...onGitHub, GITHUB_REF_PROTECTED: "true", GITHUB_REF: "refs/heads/next" },
		{ read: [ours], write: ours },
	],
	[
		"another branch, on an event whose GITHUB_REF is the protected default branch",
		{ kind: "push", branch: "next" },
		{ ...onGitHub, GITHUB_REF_PROTECTED: "true", GITHUB_REF: "refs/heads/main" },
		{ read: [ours] },
	],
	[
		"a commit that belongs to no branch",
		{ kind: "commit" },
		{ ...onGitHub, GITHUB_REF_PROTECTED: "true", GITHUB_REF: "refs/heads/main" },
		{ read: [ours] },
	],
	[
		"a pull request that GitHub does not number",
		{ kind: "pull_request", head: "main", base: "", fork: true },
		{ ...onGitHub, GITHUB_REF_PROTECTED: "true", GITHUB_REF: "refs/heads/main" },
		{ read: [ours] },
	],
	["a tag", { kind: "tag", tag: "v1" }, onGitHub, { read: [ours] }],
	["a nightly", { kind: "schedule", branch: "main" }, onGitHub, { read: [ours], write: ours }],
	["a merge queue", { kind: "merge_group", base: "main" }, onGitHub, { read: [ours] }],
	["a pull request", pull(false), onGitHub, { read: [own, ours], write: own }],
	["a pull request from a fork", pull(true), onGitHub, { read: [own, ours] }],
	["a pull request elsewhere", pull(true), {}, { read: [own, ours] }],
	["a laptop", { kind: "manual" }, {}, { read: [ours], write: ours }],
] as const)
	test(`caches of ${what}: what may be published is built only from what protected refs wrote`, () => {
		assert.deepEqual(cacheScopes({ ...aSource, event }, env), expected);
	});

test("a run whose event option claims a push to main writes no cache that main reads", () => {
	const event = { kind: "push", branch: "main" } as const;
	const hold = { why: "the option says something else", fix: "leave it out" };
	assert.deepEqual(cacheScopes({ ...aSource, event, hold }, onGitHub), { read: [ours] });
	const ownPull = { ...aSource, event: pull(false), fromFork: true } as const;
	assert.deepEqual(cacheScopes(ownPull, onGitHub), { read: [own, ours] });
});

const api = aService({ name: "api", image: "ghcr.io/acme/api" });
const plan = aPlan([api], [anImage(api)], { tags: { api: { immutable: ["4f1c2aa"], floating: ["latest"] } } });

for (const [kind, from, to] of [
	["none", [], []],
	[
		"gha",
		[
			"type=gha,scope=lucid-lucid-api-pr-7-linux-arm64,timeout=2m",
			"type=gha,scope=lucid-lucid-api-linux-arm64,timeout=2m",
		],
		["type=gha,scope=lucid-lucid-api-pr-7-linux-arm64,mode=max,ignore-error=true,timeout=2m"],
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
	["inline", ["type=registry,ref=ghcr.io/acme/api:latest"], ["type=inline"]],
] as const satisfies readonly (readonly [CacheKind, readonly string[], readonly string[]])[])
	test(`a pull request with the cache ${kind} reads its own and the protected one, and writes its own`, () => {
		const cache = { kind, read: [own, ours], write: own, folder: "/c,1" };
		const specs = cacheSpecs(cache, plan, api, anImage(api));
		const unquoted = (list: readonly string[]) => list.map((one) => one.replaceAll('"', ""));
		assert.deepEqual([specs.from, specs.to].map(unquoted), [from, to].map(unquoted));
	});

test("a run that may not write caches writes none of any kind", () => {
	for (const kind of ["gha", "registry", "local"] as const)
		assert.deepEqual(cacheSpecs({ kind, read: [ours] }, plan, api, anImage(api)).to, []);
});
