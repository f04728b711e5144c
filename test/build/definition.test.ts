import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { buildRecipe } from "../../src/model/service/recipe.ts";
import { type BakeInput, bakeDefinition, bakeFileText } from "../../src/stages/build/bake/definition.ts";
import { bakeCommand } from "../../src/stages/build/bake/run-bake.ts";
import { csv, targetNames } from "../../src/stages/build/bake/targets.ts";
import { aService } from "../support/documents.ts";
import { makeRepo } from "../support/repo.ts";
import { anImage, aPlan, aSource } from "./support.ts";

const root = "/repository";
const digest = `sha256:${"1".repeat(64)}`;
const pinned = `127.0.0.1:5000/docker.io/library/python@sha256:${"2".repeat(64)}`;

test("a target has the absolute paths, the platform and the output of its image", () => {
	const api = aService({ name: "api", dockerfile: "api/Dockerfile.arm", context: ".", target: "runtime" });
	const { group, target } = bakeDefinition({ plan: aPlan([api], [anImage(api)]), root });
	assert.deepEqual(group.default.targets, ["api_linux-arm64"]);
	const only = target["api_linux-arm64"];
	assert.equal(only?.context, "/repository");
	assert.equal(only?.dockerfile, "/repository/api/Dockerfile.arm");
	assert.equal(only?.target, "runtime");
	assert.deepEqual(only?.platforms, ["linux/arm64"]);
	assert.deepEqual(only?.attest, ["type=provenance,disabled=true", "type=sbom,disabled=true"]);
	assert.deepEqual(only?.output, [
		"type=image,name=127.0.0.1:5000/test/api:content-linux-arm64,store=false,unpack=false,push=true,rewrite-timestamp=true,source-date-epoch=318211200,oci-mediatypes=true",
	]);
	assert.equal(only?.["no-cache"], undefined);
});

test("only images to build become targets, one per platform", () => {
	const both = aService({ name: "both", platforms: ["linux/arm64", "linux/amd64"] });
	const old = aService({ name: "old" });
	const stuck = aService({ name: "stuck" });
	const plan = aPlan(
		[both, old, stuck],
		[
			anImage(both),
			anImage(both, { platform: "linux/amd64" }),
			anImage(old, { decision: { kind: "unchanged", reasons: [], digest, size: 1 } }),
			anImage(stuck, { decision: { kind: "blocked", reasons: [], problems: [] } }),
		],
	);
	const { target } = bakeDefinition({ plan, root, steps: "uncached" });
	assert.deepEqual(Object.keys(target), ["both_linux-arm64", "both_linux-amd64"]);
	assert.deepEqual(
		Object.values(target).map((one) => one["no-cache"]),
		[true, true],
	);
});

test("volatile args are passed where they are declared, and the catalog's value wins", () => {
	const api = aService({ name: "api", args: { VERSION: "2.{{short_revision}}", MODE: "x", UNUSED: "1" } });
	const image = anImage(api, { args: { MODE: "x" }, volatileArgs: ["VCS_REF", "BUILD_DATE", "VERSION"] });
	const { target } = bakeDefinition({ plan: aPlan([api], [image]), root });
	assert.deepEqual(target["api_linux-arm64"]?.args, {
		SOURCE_DATE_EPOCH: "318211200",
		MODE: "x",
		VCS_REF: aSource.revision,
		BUILD_DATE: "2025-10-24T15:51:32Z",
		VERSION: "2.4f1c2aa",
	});
});

test("files have the same date for every commit, unless the catalog asks for the commit's or fixes one", () => {
	const dates = (own: Partial<Parameters<typeof aService>[0]>, args: Readonly<Record<string, string>> = {}) => {
		const api = aService({ name: "api", ...own });
		const { target } = bakeDefinition({ plan: aPlan([api], [anImage(api, { args })]), root });
		const [output = ""] = target["api_linux-arm64"]?.output ?? [];
		return [target["api_linux-arm64"]?.args.SOURCE_DATE_EPOCH, /source-date-epoch=(\d+)/.exec(output)?.[1]];
	};
	assert.deepEqual(dates({}), ["318211200", "318211200"]);
	assert.deepEqual(dates({ created: "commit" }), ["1761321092", "1761321092"]);
	const args = { SOURCE_DATE_EPOCH: "1000000000" };
	assert.deepEqual(dates({ created: "commit", args }, args), ["1000000000", "1000000000"]);
});

test("base images are pinned under the names that BuildKit looks up", () => {
	const api = aService({ name: "api" });
	const bases = [
		{ ref: "python:3.11-slim", pinned },
		{ ref: "docker.io/library/debian:latest", pinned },
		{ ref: "gcr.io/distroless/python3-debian12:latest", pinned },
	];
	const { target } = bakeDefinition({ plan: aPlan([api], [anImage(api, { bases })]), root });
	assert.deepEqual(Object.keys(target["api_linux-arm64"]?.contexts ?? {}), [
		"python:3.11-slim",
		"debian",
		"gcr.io/distroless/python3-debian12",
	]);
	assert.equal(target["api_linux-arm64"]?.contexts["python:3.11-slim"], `docker-image://${pinned}`);
});

test("a base image of the catalog is a linked target, or a digest once it is in the registry", () => {
	const base = aService({ name: "base" });
	const child = aService({ name: "child", contexts: { lib: { kind: "service", service: "base" } } });
	const from = { "pickme/base:latest-arm64": "base" };
	const contexts = (decided: ReturnType<typeof anImage>, pushed = new Map<string, string>()) =>
		bakeDefinition({ plan: aPlan([base, child], [decided, anImage(child, { from })]), root, pushed }).target[
			"child_linux-arm64"
		]?.contexts;
	assert.deepEqual(contexts(anImage(base)), {
		"pickme/base:latest-arm64": "target:base_linux-arm64",
		lib: "target:base_linux-arm64",
	});
	const byDigest = `docker-image://127.0.0.1:5000/test/base@${digest}`;
	const unchanged = anImage(base, { decision: { kind: "unchanged", reasons: [], digest, size: 1 } });
	assert.equal(contexts(unchanged)?.["pickme/base:latest-arm64"], byDigest);
	const pushed = new Map([["base linux/arm64", digest]]);
	assert.equal(contexts(anImage(base), pushed)?.lib, byDigest);
});

test("named contexts of the catalog keep their kinds, and images among them are pinned as planned", () => {
	const api = aService({
		name: "api",
		contexts: {
			shared: { kind: "path", path: "libs/shared" },
			tools: { kind: "image", ref: "alpine:3.20" },
			other: { kind: "image", ref: "busybox" },
			docs: { kind: "url", url: "https://example.org/docs.git#main" },
		},
	});
	const image = anImage(api, { bases: [{ ref: "alpine:3.20", pinned }] });
	const { contexts } = bakeDefinition({ plan: aPlan([api], [image]), root }).target["api_linux-arm64"] ?? {};
	assert.equal(contexts?.shared, "/repository/libs/shared");
	assert.equal(contexts?.tools, `docker-image://${pinned}`);
	assert.equal(contexts?.other, "docker-image://busybox");
	assert.equal(contexts?.docs, "https://example.org/docs.git#main");
});

test("secrets are passed by name, and their values appear nowhere", () => {
	const api = aService({
		name: "api",
		secrets: [
			{ id: "token", from: "env", env: "NPM_TOKEN" },
			{ id: "key", from: "file", file: 'keys/a,"b".pem' },
		],
	});
	const { target } = bakeDefinition({ plan: aPlan([api], [anImage(api)]), root });
	assert.deepEqual(target["api_linux-arm64"]?.secret, [
		"id=token,env=NPM_TOKEN",
		'id=key,"src=/repository/keys/a,""b"".pem"',
	]);
});

test("SSH agents are passed by name, and buildx gets the permission for them", async () => {
	await using repo = await makeRepo({ "a,b.sock": "" });
	const socket = path.join(repo.root, "a,b.sock");
	const api = aService({ name: "api", ssh: [{ id: "default" }, { id: "deploy", env: "DEPLOY_SOCK" }] });
	const plan = aPlan([api], [anImage(api)]);
	const ssh = (value: string) =>
		bakeDefinition({ plan, root, env: { DEPLOY_SOCK: value } }).target["api_linux-arm64"]?.ssh;
	assert.deepEqual(ssh(socket), ["default", `"deploy=${socket}"`]);
	assert.deepEqual(ssh("npm_secret"), ["default", "deploy="], "a value that is no path may be a secret");
	assert.ok(bakeCommand("bake.json", { plan }).includes("--allow=ssh"));
	const plain = aService({ name: "api" });
	assert.deepEqual(bakeCommand("bake.json", { plan: aPlan([plain], [anImage(plain)]) }), [
		"buildx",
		"bake",
		"--file=bake.json",
	]);
});

test("a driver that can push by digest gets no tag", () => {
	const api = aService({ name: "api" });
	const plan = aPlan([api], [anImage(api)]);
	const { target } = bakeDefinition({ plan, root, driver: "kubernetes" });
	assert.deepEqual(target["api_linux-arm64"]?.output, [
		"type=image,name=127.0.0.1:5000/test/api,push-by-digest=true,name-canonical=true,push=true,rewrite-timestamp=true,source-date-epoch=318211200,oci-mediatypes=true",
	]);
});

test("each service and platform writes its own cache, and a build without cache reads none", () => {
	const api = aService({ name: "api", platforms: ["linux/arm64", "linux/amd64"] });
	const plan = aPlan([api], [anImage(api), anImage(api, { platform: "linux/amd64" })]);
	const cache = { kind: "gha", read: [{ kind: "protected" }], write: { kind: "protected" } } as const;
	const scopes = (more: Partial<BakeInput>) =>
		Object.values(bakeDefinition({ plan, root, cache, ...more }).target).map((one) => [
			one["cache-from"],
			one["cache-to"],
		]);
	assert.deepEqual(scopes({}), [
		[
			["type=gha,scope=lucid/lucid/api/linux-arm64,timeout=2m"],
			["type=gha,scope=lucid/lucid/api/linux-arm64,mode=max,ignore-error=true,timeout=2m"],
		],
		[
			["type=gha,scope=lucid/lucid/api/linux-amd64,timeout=2m"],
			["type=gha,scope=lucid/lucid/api/linux-amd64,mode=max,ignore-error=true,timeout=2m"],
		],
	]);
	assert.ok(scopes({ steps: "uncached" }).every(([from, to]) => from === undefined && to?.length === 1));
});

test("labels have the commit and the catalog's own, annotations the fingerprint and its components", () => {
	const api = aService({ name: "api", phase: "3", labels: { "com.lucid.phase": "{{phase}}" } });
	const image = anImage(api, {
		components: [
			{ kind: "files", name: 'COPY "a b"/', hash: "aa" },
			{ kind: "args", name: "args", hash: "bb" },
		],
	});
	const only = bakeDefinition({ plan: aPlan([api], [image]), root }).target["api_linux-arm64"];
	assert.equal(only?.labels["org.opencontainers.image.revision"], aSource.revision);
	assert.equal(only?.labels["org.opencontainers.image.created"], aSource.committedAt);
	assert.equal(only?.labels["com.lucid.phase"], "3");
	assert.deepEqual(only?.annotations, [
		"manifest:com.lucid.service=api",
		"manifest:com.lucid.platform=linux/arm64",
		`manifest:com.lucid.fingerprint=${"ab".repeat(32)}`,
		"manifest:org.opencontainers.image.source=https://example.org/lucid",
		`manifest:com.lucid.recipe=${buildRecipe}`,
		'manifest:com.lucid.components={"COPY \\"a b\\"/":"aa","args":"bb"}',
	]);
});

test("what bake would evaluate is escaped in values and keys, and nothing else", () => {
	const key = `k\${b}`;
	const api = aService({ name: "api", labels: { a: `\${HOME} %{if} $x 5% $\${y} {z}`, [key]: "1" } });
	const text = bakeFileText(bakeDefinition({ plan: aPlan([api], [anImage(api)]), root }));
	assert.ok(text.includes(`"$\${HOME} %%{if} $x 5% $$\${y} {z}"`));
	assert.ok(text.includes(`"k$\${b}": "1"`));
});

test("target names use bake's characters and are unique", () => {
	const names = targetNames([
		anImage(aService({ name: "a.b" })),
		anImage(aService({ name: "a-b" })),
		anImage(aService({ name: "default" })),
	]);
	assert.deepEqual([...names.values()], ["a-b_linux-arm64", "a-b_linux-arm64-2", "default_linux-arm64"]);
});

test("a field of a comma-separated list is quoted if needed", () => {
	assert.equal(csv(["type=image", "name=a,b", 'c="d"']), 'type=image,"name=a,b","c=""d"""');
});
