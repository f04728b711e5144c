import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { saveFolder } from "../../src/entrypoints/actions/setup/folder-cache.ts";
import { type Job, openJob } from "../actions/runner.ts";
import { engineVariables, host } from "../build/engine-build.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import type { Repo } from "../support/repo.ts";
import { binfmtStandIn, forgetBinfmt } from "../support/stand-ins.ts";

// Real registrations of QEMU, for architectures that nothing else here needs. An engine never forgets that it
// could run one, so what is only about the image wants one that nothing makes run.
const [first, second, never] = ["linux/s390x", "linux/riscv64", "linux/loong64"] as const;
let service: CacheService;
let repo: Repo;
let job: Job;
let image = "";

before(async () => {
	[service, repo] = await Promise.all([startCacheService(), smallRepo()]);
	job = await openJob(repo.root, engineVariables);
	image = await binfmtStandIn(host);
});
after(async () => {
	await forget();
	await job[Symbol.asyncDispose]();
	await repo[Symbol.asyncDispose]();
	await service[Symbol.asyncDispose]();
});
beforeEach(forget);

/** As on a machine that has just started. */
async function forget(): Promise<void> {
	service.fail(undefined);
	if (image !== "") await forgetBinfmt(image, host);
}

/** Where nothing answers. */
const noMirror = "docker.io=127.0.0.1:1/docker.io";

let runs = 0;
async function setUp(
	platform: string,
	more: Readonly<Record<string, string>> = {},
	env: Readonly<Record<string, string>> = service.env(),
) {
	const inputs = { platforms: platform, "binfmt-image": image, ...more };
	const step = await job.step("setup", inputs, { GITHUB_RUN_ID: String(++runs), ...env });
	const post = () => job.post("setup", step.state, { GITHUB_RUN_ID: String(runs), ...env });
	return { ...step, post };
}

const fetched = /^binfmt image: from the registry \(\d+\.\d\d s\)$/m;
const cached = /^binfmt image: from the cache \(\d+\.\d\d s\)$/m;

test("QEMU is registered from an image that is fetched once, kept in the cache, and registered without a container", async () => {
	const one = await setUp(first);
	assert.equal(one.exitCode, 0, one.log);
	assert.deepEqual([one.outputs.emulated, one.outputs.images], [first, '{"binfmt":"registry"}']);
	assert.ok(one.outputs.platforms?.split(",").includes(first));
	assert.deepEqual(one.env, { LUCID_EMULATED: first });
	assert.match(one.log, fetched);
	assert.match(one.log, /^QEMU registered for linux\/s390x \(\d+\.\d\d s\)$/m);
	assert.match(one.log, /^ready for linux\/s390x in \d+\.\d\d s$/m);
	const post = await one.post();
	assert.match(post.log, /^lucid-image-binfmt-\S+ saved to the cache \(\d+\.\d\d s\)$/m);
	assert.equal(service.entries.length, 1);

	await forget();
	// Only the cache can have it.
	const two = await setUp(second, { mirror: noMirror }, { ...service.env(), RUNNER_DEBUG: "1" });
	assert.equal(two.exitCode, 0, two.log);
	assert.deepEqual([two.outputs.emulated, two.outputs.images], [second, '{"binfmt":"cache"}']);
	assert.match(two.log, cached);
	assert.doesNotMatch(two.log, /^::warning/m);
	assertMasked(two.log);
	await two.post();
	assert.equal(service.entries.length, 1, "what came out of the cache is not kept again");

	// A later step of the same job, with the variables that the first one exported.
	const three = await setUp(`${second},linux/arm64`, { mirror: noMirror }, { ...service.env(), ...two.env });
	assert.deepEqual(
		[three.outputs.emulated, three.outputs.images, three.state],
		["", "{}", {}],
		"it is emulated already",
	);
	assert.doesNotMatch(two.log, /docker (?:load|run)/, "the engine is not asked to carry it");
});

/** The token that reads an entry is masked, and debug output does not break other lines. */
function assertMasked(log: string): void {
	const signatures = [...log.matchAll(/sig=([^&"\s]+)/g)].map(([, signature = ""]) => signature);
	const masked = new Set([...log.matchAll(/^::add-mask::(.+)$/gm)].map(([, value = ""]) => value));
	assert.ok(signatures.length > 0);
	for (const signature of signatures) assert.ok(masked.has(signature), signature);
	let token: string | undefined;
	for (const line of log.split("\n")) {
		const stop = /^::stop-commands::(.+)$/.exec(line);
		if (stop) token = stop[1];
		else if (line === `::${token}::`) token = undefined;
		else if (/^::(debug|add-mask)::/.test(line)) assert.equal(token, undefined, line);
	}
}

test("who cannot be root where the engine runs has a container register it", async () => {
	const programs = join(job.temp, "bin");
	await mkdir(programs);
	await writeFile(join(programs, "unshare"), "#!/bin/sh\necho not permitted >&2\nexit 1\n", { mode: 0o755 });
	const PATH = `${programs}:${process.env.PATH}`;
	const held = await setUp(never, {}, { ...service.env(), PATH });
	assert.equal(held.exitCode, 0, held.log);
	assert.match(held.log, /^registering QEMU without a container failed: not permitted \(/m);
	assert.match(held.log, /^\[command\]\S*docker run --privileged --rm --pull=never -- localhost:1\/lucid\/binfmt:/m);
	assert.match(held.log, /^QEMU registered for linux\/loong64/m);
	const again = await setUp(never, { mirror: noMirror }, { ...service.env(), PATH });
	assert.match(again.log, /^binfmt image: already in the engine/m);
});

test("what the image's program cannot register is an error, though it ends well", async () => {
	const { exitCode, log } = await setUp("linux/mips64");
	assert.equal(exitCode, 3, log);
	assert.match(log, /^::error title=engine\/emulation::QEMU for linux\/mips64 cannot be registered/m);
	assert.match(log, /unsupported architecture: mips64/);
});

test("an entry with another digest is reported, the image is fetched again, and the next job finds a valid entry", async () => {
	const prefix = service.entries.at(-1)?.key.replace(/\d+-\d+$/, "") ?? "";
	const folder = join(job.temp, "lucid-images", prefix);
	// A poisoned entry, written by the client under the right key.
	await mkdir(join(folder, "blobs/sha256"), { recursive: true });
	await writeFile(join(folder, "blobs/sha256", image.split(":").at(-1) ?? ""), "{}");
	const before = { ...process.env };
	const mine = { GITHUB_RUN_ID: String(++runs), RUNNER_TEMP: job.temp, GITHUB_WORKSPACE: repo.root };
	Object.assign(process.env, service.env(), mine);
	assert.equal(await saveFolder(folder, prefix), undefined);
	process.env = before;

	const repaired = await setUp(never);
	assert.match(
		repaired.log,
		/^::warning.*the cache entry for \S+ is invalid, fetching the image: sha256:\S+ has the digest sha256:/m,
	);
	assert.match(repaired.log, fetched);
	await repaired.post();
	await forget();
	assert.match((await setUp(never, { mirror: noMirror })).log, cached);
});

test("an overloaded cache service or none at all cause at most a warning", async () => {
	service.fail(429);
	const busy = await setUp(never);
	assert.match(busy.log, fetched);
	assert.match(busy.log, /^::warning.*the cache failed, fetching the image: .*429/m);
	await forget();
	const none = await setUp(never, {}, {});
	assert.match(none.log, fetched);
	assert.match(none.log, /^no cache service$/m);
	assert.doesNotMatch(none.log, /^::warning/m);
});

test("a pull request from a fork writes nothing to the cache", async () => {
	const event = join(job.temp, "fork.json");
	const pull = { head: { ref: "x", repo: { full_name: "c/b" } }, base: { ref: "main", repo: { full_name: "a/b" } } };
	await writeFile(event, JSON.stringify({ number: 1, pull_request: pull }));
	const entries = service.entries.length;
	const scopes = service.env({ scopes: ["refs/pull/1/merge"] });
	const fork = await setUp(never, {}, { ...scopes, GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event });
	assert.match(fork.log, fetched);
	assert.equal(fork.state.keep, undefined);
	await fork.post();
	assert.equal(service.entries.length, entries);
});

test("where the registry cannot be reached the engine is left to pull, and what it says is the reason", async () => {
	const unknown = image.replace(/.{8}$/, "00000000");
	const { exitCode, log } = await setUp(never, { mirror: noMirror, "cache-images": "false", "binfmt-image": unknown });
	assert.equal(exitCode, 3, log);
	assert.match(log, /^::warning.*the engine pulls it/m);
	assert.match(log, /^::error title=engine\/emulation::.*Error response from daemon/m);
});
