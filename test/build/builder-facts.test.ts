import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import { cacheScopes, noCache, whyNoAutoCache } from "../../src/stages/build/bake/cache.ts";
import { builderFacts, withBuilder } from "../../src/stages/build/builder-facts.ts";
import { service } from "../publish/fixture.ts";

const hosted = { GITHUB_ACTIONS: "true", RUNNER_ENVIRONMENT: "github-hosted" };
const source = { revision: "1", committedAt: "2026-12-01T00:00:00Z", dirty: false, defaultBranch: "main" };
const main = { ...source, event: { kind: "push", branch: "main" } } as const;
const pull = { ...source, event: { kind: "pull_request", number: 7, head: "x", base: "main", fork: false } } as const;

test("a build states the cache that it reads", () => {
	const factsWith = (cache: Parameters<typeof builderFacts>[2]["cache"]) =>
		builderFacts({ mirror: new Map() }, hosted, { isElsewhere: false, cache });
	const scopes = cacheScopes(main, hosted, "gha");
	assert.deepEqual(factsWith({ kind: "gha", ...scopes }), { runner: "github-hosted", cache: "gha" });
	assert.deepEqual(factsWith({ kind: "registry", ...scopes }), { runner: "github-hosted", cache: "registry" });
	for (const cache of [noCache, undefined, { kind: "gha", read: [] } as const])
		assert.deepEqual(factsWith(cache), { runner: "github-hosted" });
});

test("an image states whether its build could read secrets or SSH keys", () => {
	const row = (name: string, outcome: BuiltImage["outcome"] = "built"): BuiltImage => ({
		...{ service: name, platform: "linux/arm64", fingerprint: "f", contentRef: `r/${name}:t`, outcome, checks: [] },
	});
	const services = [
		service("plain", "r/plain"),
		service("token", "r/token", { secrets: [{ id: "token", env: "NPM_TOKEN" }] as never }),
		service("agent", "r/agent", { ssh: [{ id: "default" }] as never }),
	];
	const rows = withBuilder(
		[row("plain"), row("token"), row("agent"), row("token", "unchanged")],
		{ runner: "local" },
		services,
	);
	assert.deepEqual(
		rows.map(({ builder }) => builder),
		[{ runner: "local" }, { runner: "local", secrets: true }, { runner: "local", secrets: true }, undefined],
	);
});

test("a run that others can write to uses no cache by itself, if its signed images are to count elsewhere", () => {
	const why = (from: "any" | "same-repository" | "protected", of: typeof main | typeof pull) =>
		whyNoAutoCache({ reuse: { from, keys: [], branches: [] } }, cacheScopes(of, hosted, "gha"));
	assert.match(why("same-repository", pull) ?? "", /^other jobs of a run that is not protected could write it/);
	assert.equal(why("same-repository", main), undefined);
	// There, images of pull requests do not count anyway.
	assert.equal(why("protected", pull), undefined);
	assert.equal(whyNoAutoCache({}, cacheScopes(pull, hosted, "gha")), undefined);
});
