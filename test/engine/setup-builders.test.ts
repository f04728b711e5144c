import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { defined } from "../../src/util/defined.ts";
import { type Job, openJob } from "../actions/runner.ts";
import { buildOne, docker, engineVariables, freshName, host, python, registry } from "../build/engine-build.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import type { Repo } from "../support/repo.ts";
import { buildkitStandIn } from "../support/stand-ins.ts";

// BuildKit in a container of the real engine. Its image is the public one where that can be had.
let service: CacheService;
let repo: Repo;
let job: Job;
let image: string | undefined;

before(async () => {
	[service, repo] = await Promise.all([startCacheService(), smallRepo()]);
	job = await openJob(repo.root, engineVariables);
	if (process.env.LUCID_MIRRORS !== undefined) image = await buildkitStandIn(host);
});
after(async () => {
	await job[Symbol.asyncDispose]();
	await repo[Symbol.asyncDispose]();
	await service[Symbol.asyncDispose]();
});

const inputs = (): Record<string, string> => ({
	platforms: "linux/arm64,linux/amd64",
	driver: "docker-container",
	"driver-opts": "network=host",
	...defined({ "buildkit-image": image }),
});

test("a builder in a container builds for two platforms with the mirrors and the limit it was given, and post removes it", async () => {
	const step = await job.step(
		"setup",
		{ ...inputs(), "max-parallelism": "2" },
		{ GITHUB_RUN_ID: "1", ...service.env() },
	);
	assert.equal(step.exitCode, 0, step.log);
	const builder = step.outputs.builder ?? "";
	assert.match(builder, /^lucid-[0-9a-f]{8}$/);
	assert.equal(step.env.BUILDX_BUILDER, builder);
	assert.deepEqual(JSON.parse(step.outputs.images ?? ""), { buildkit: "registry" });
	for (const platform of ["linux/arm64", "linux/amd64"])
		assert.ok(step.outputs.platforms?.split(",").includes(platform));

	const container = `buildx_buildkit_${builder}0`;
	const config = await docker(["exec", container, "cat", "/etc/buildkit/buildkitd.toml"]);
	assert.match(config.stdout, /max-parallelism = 2/);
	const workers = await docker(["exec", container, "buildctl", "debug", "workers", "--format", "{{json .}}"]);
	assert.equal(workers.exitCode, 0, workers.stderr);

	const given = { platforms: ["linux/arm64", "linux/amd64"], service: { image: freshName() } };
	const built = await buildOne(
		`FROM ${python} AS made\nRUN uname -m >/arch.txt\nFROM scratch\nCOPY --from=made /arch.txt /\n`,
		{
			...given,
			options: { builder, driver: "docker-container" },
		},
	);
	for (const { outcome, error, contentRef, digest } of built.rows) {
		assert.equal(outcome, "built", error?.message);
		assert.equal((await registry.head(contentRef))?.digest, digest);
	}
	// Five steps write down when each began and ended: no more than two ran at a time.
	const sleepers = Array.from(
		{ length: 5 },
		(_, at) => `FROM base AS s${at}\nRUN date +%s%N >/s${at} && sleep 2 && date +%s%N >>/s${at}\n`,
	);
	const all = sleepers.map((_, at) => `COPY --from=s${at} /s${at} /\n`).join("");
	const times = path.join(job.temp, "times");
	const slow = await docker(["buildx", "build", `--builder=${builder}`, `--output=${times}`, "--no-cache", "-"], {
		input: `FROM ${host}/docker.io/library/debian:bookworm-slim AS base\n${sleepers.join("")}FROM scratch\n${all}`,
	});
	assert.equal(slow.exitCode, 0, slow.stderr);
	const spans = await Promise.all(
		sleepers.map(async (_, at) => {
			const [start, end] = (await readFile(path.join(times, `s${at}`), "utf8")).trim().split("\n").map(BigInt);
			assert.ok(start !== undefined && end !== undefined && start < end);
			return { start, end };
		}),
	);
	for (const { start } of spans) {
		const running = spans.filter((span) => span.start <= start && start < span.end).length;
		assert.ok(running <= 2, `${running} steps ran at a time`);
	}

	if (process.env.LUCID_MIRRORS !== undefined) {
		// By its public name: only through the mirror can it come.
		const mirrored = await docker(["buildx", "build", `--builder=${builder}`, "--output=type=cacheonly", "-"], {
			input: "FROM debian:bookworm-slim\nRUN true\n",
		});
		assert.equal(mirrored.exitCode, 0, mirrored.stderr);
	}

	const post = await job.post("setup", step.state, { GITHUB_RUN_ID: "1", ...service.env() });
	assert.match(post.log, new RegExp(`builder ${builder} removed`));
	assert.match(post.log, /lucid-image-buildkit-\S+ saved to the cache/);
	assert.notEqual((await docker(["container", "inspect", container])).exitCode, 0);
});

test("the next job has BuildKit from the cache, and one that is cancelled leaves no builder", async () => {
	const kept = (await docker(["image", "ls", "--format={{.Repository}}:{{.Tag}}"])).stdout.split("\n");
	for (const name of kept.filter((one) => one.startsWith("localhost:1/lucid/buildkit")))
		await docker(["image", "rm", "--force", name]);
	if (image !== undefined) await docker(["image", "rm", "--force", image.replace("docker.io/", `${host}/docker.io/`)]);
	// This BuildKit is unreachable: the step cannot end before it is cancelled.
	const config = path.join(job.temp, "buildkitd.toml");
	await writeFile(config, '[grpc]\n  address = ["unix:///run/elsewhere.sock"]\n');
	const cancel = async (pid: number) => {
		for (;;) {
			const { stdout } = await docker(["container", "ls", "--all", "--format={{.Names}}"]);
			const isMade = stdout.includes("buildx_buildkit_lucid-");
			// Throws when the step has ended.
			process.kill(pid, isMade ? "SIGINT" : 0);
			if (isMade) return;
			await sleep(50);
		}
	};
	const env = { GITHUB_RUN_ID: "2", ...service.env() };
	const cancelled = await job.step("setup", { ...inputs(), "buildkitd-config": config }, env, cancel);
	assert.notEqual(cancelled.exitCode, 0);
	assert.match(cancelled.log, /BuildKit image: from the cache \(\d+\.\d\d s\)/);
	const post = await job.post("setup", cancelled.state, env);
	assert.match(post.log, /builder lucid-[0-9a-f]{8} removed/);
	const { stdout } = await docker(["container", "ls", "--all", "--format={{.Names}}"]);
	assert.doesNotMatch(stdout, /buildx_buildkit_lucid-/);
});

test("a builder of docker/setup-buildx-action is found fit, used and left alone", async () => {
	// What it does, by its own log.
	const name = `builder-${process.pid}`;
	const options =
		image === undefined ? [] : [`--driver-opt=image=${image.replace("docker.io/", `${host}/docker.io/`)}`];
	const made = await docker([
		"buildx",
		"create",
		`--name=${name}`,
		"--driver=docker-container",
		...options,
		"--driver-opt=network=host",
		"--use",
		"--bootstrap",
	]);
	assert.equal(made.exitCode, 0, made.stderr);
	try {
		const { exitCode, outputs, env, state, log } = await job.step("setup", { platforms: "linux/arm64,linux/amd64" });
		assert.equal(exitCode, 0, log);
		assert.deepEqual([outputs.builder, outputs.emulated, env, state], [name, "", {}, {}]);
		await job.post("setup", state);
		assert.equal((await docker(["buildx", "inspect", name])).exitCode, 0);
	} finally {
		await docker(["buildx", "rm", "--force", name]);
	}
});
