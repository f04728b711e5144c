import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { exec } from "../../src/adapters/process/exec.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import { host, prune, registry } from "../build/engine-build.ts";
import { makeRepo } from "../support/repo.ts";

const root = path.join(import.meta.dirname, "../..");
const lucid = path.join(root, "dist/lucid.js");
const platform = "linux/arm64";

/** A repository whose image has what a cache mount contains, which is in no cache key: the way in for the poison. */
async function openShop() {
	const id = randomBytes(6).toString("hex");
	const mount = `--mount=type=cache,id=${id},target=/cache`;
	const from = "FROM --platform=$BUILDPLATFORM scratch AS builder\nCOPY --chmod=755 busybox /bin/sh\n";
	const repo = await makeRepo({
		"lucid.yml": `version: 1
project: shop
defaults: { policy: { smoke: "off" } }
services:
  api: { context: api }
  poison: { context: poison }
`,
		"api/Dockerfile": `${from}RUN ${mount} read -r line </cache/lib && echo $line >/lib.txt || echo clean ${id} >/lib.txt\nFROM scratch\nCOPY --from=builder /lib.txt /\nCOPY version.txt /\n`,
		"api/version.txt": "main\n",
		"poison/Dockerfile": `${from}RUN ${mount} echo poison ${id} >/cache/lib && echo done >/lib.txt\nFROM scratch\nCOPY --from=builder /lib.txt /\n`,
	});
	const busybox = await exec([path.join(root, "script/busybox")]);
	for (const service of ["api", "poison"])
		await copyFile(busybox.stdout.trim(), path.join(repo.root, service, "busybox"));
	await repo.commit();
	const prefix = `${host}/lucid-test/poisoned-${id}`;
	const image = `${prefix}/api`;
	const setVersion = async (version: string) => {
		await repo.write({ "api/version.txt": `${version}\n` });
		await repo.commit();
	};
	/** `lucid build` as a job of GitHub, on a machine with an empty builder or the one before. */
	const build = async (event: "push" | "pull_request", service: string) => {
		const sha = (await repo.git("rev-parse", "HEAD")).trim();
		const own = { full_name: "acme/shop" };
		const pull = { number: 7, head: { ref: "x", sha, repo: own }, base: { ref: "main", repo: own } };
		const payload = path.join(repo.root, ".git/event.json");
		await writeFile(
			payload,
			JSON.stringify({
				repository: { ...own, default_branch: "main" },
				...(event === "push" ? { ref: "refs/heads/main", after: sha } : { number: 7, pull_request: pull }),
			}),
		);
		const out = path.join(repo.root, ".git/out");
		const options = [`--registry=${prefix}`, `--out=${out}`, "--cache-type=registry", "--force", "--json"];
		const run = await exec([process.execPath, lucid, "build", service, ...options], {
			cwd: repo.root,
			env: {
				...{ GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: payload, GITHUB_SHA: sha },
				...{ GITHUB_REPOSITORY: "acme/shop", GITHUB_SERVER_URL: "http://127.0.0.1:1" },
				GITHUB_REF: event === "push" ? "refs/heads/main" : "refs/pull/7/merge",
			},
		});
		assert.equal(run.exitCode, 0, run.stderr);
		const { images } = JSON.parse(run.stdout) as BuildResult;
		const row = images.find((one) => one.service === service) ?? assert.fail(run.stdout);
		assert.equal(row.outcome, "built");
		const facts = (await registry.imageFacts(row.contentRef, platform)) ?? assert.fail("no image");
		const layer = gunzipSync(await registry.blob(`${prefix}/${service}`, facts.layers[0]?.digest ?? ""));
		return { text: layer.toString("latin1"), stderr: run.stderr };
	};
	const has = async (tag: string) => (await registry.head(`${image}:${tag}`)) !== undefined;
	return { ...{ id, repo, image, setVersion, build, has }, [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose]() };
}

test("a poisoned registry cache of a pull request comes back in that pull request only, never in main's image", async () => {
	await using shop = await openShop();
	await shop.setVersion("pull request");
	await shop.build("pull_request", "poison");
	assert.match((await shop.build("pull_request", "api")).text, new RegExp(`poison ${shop.id}`), "the attack works");
	assert.deepEqual([await shop.has("cache-pr-7-linux-arm64"), await shop.has("cache-linux-arm64")], [true, false]);
	// Another machine: nothing is left of the builder, and of its cache mounts.
	await prune();
	const again = await shop.build("pull_request", "api");
	assert.match(again.text, new RegExp(`poison ${shop.id}`), "the poison is in the cache that the pull request reads");
	await prune();
	await shop.setVersion("merged");
	const merged = await shop.build("push", "api");
	assert.match(merged.text, new RegExp(`clean ${shop.id}`));
	assert.doesNotMatch(merged.text, /poison/);
	assert.ok(await shop.has("cache-linux-arm64"), "main writes the cache that main reads");
});

test("a cache that a registry writer puts under pull requests' tags by hand never reaches main's image", async () => {
	await using shop = await openShop();
	const bake = async (service: string, ...args: readonly string[]) => {
		const folder = path.join(shop.repo.root, service);
		const { exitCode, stderr } = await exec(["docker", "buildx", "build", `--platform=${platform}`, ...args, folder]);
		assert.equal(exitCode, 0, stderr);
	};
	await bake("poison");
	for (const tag of ["cache-pr-7-linux-arm64", "cache-pr-main-linux-arm64", "cache-main"])
		await bake(
			"api",
			`--cache-to=type=registry,ref=${shop.image}:${tag},mode=max,image-manifest=true,oci-mediatypes=true`,
		);
	await prune();
	await using folder = await makeRepo();
	const written = ["--output", `type=local,dest=${folder.root}/out`];
	await bake("api", `--cache-from=type=registry,ref=${shop.image}:cache-pr-7-linux-arm64`, ...written);
	assert.match(await readFile(path.join(folder.root, "out/lib.txt"), "utf8"), /poison/, "the attack works");
	await prune();
	await shop.setVersion("merged");
	const merged = await shop.build("push", "api");
	assert.match(merged.text, new RegExp(`clean ${shop.id}`));
	assert.doesNotMatch(merged.text, /poison/);
});
