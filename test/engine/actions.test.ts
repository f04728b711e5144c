import assert from "node:assert/strict";
import { mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openJob } from "../actions/runner.ts";
import { engineVariables as engine, host as registry } from "../build/engine-build.ts";
import { smallRepo } from "../cli/small-repo.ts";

test("setup finds the engine fit for arm64 and changes nothing", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, engine);
	const { exitCode, outputs, state, env, log } = await job.step("setup", { platforms: "linux/arm64,linux/amd64" });
	assert.equal(exitCode, 0, log);
	const { platforms = "", ...rest } = outputs;
	assert.deepEqual(rest, { builder: "default", emulated: "", images: "{}" });
	for (const platform of ["linux/arm64", "linux/amd64"]) assert.ok(platforms.split(",").includes(platform), platforms);
	assert.deepEqual([state, env], [{}, {}]);
	assert.match(log, /^Docker \d+.*linux\/arm64/m);
});

test("a platform that nothing here runs is an error with a fix when emulation is off", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, engine);
	const { exitCode, log } = await job.step("setup", { platforms: "linux/s390x", emulate: "false" });
	assert.equal(exitCode, 3, log);
	assert.match(log, /::error title=engine\/platform::.*linux\/s390x/);
});

test("a login is for the job alone: other settings stay visible, and post leaves nothing", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, engine);
	// As a person has it who logged in before: a store of the machine, which here would only fail.
	const usual = join(job.temp, "usual");
	await mkdir(usual);
	await symlink(join(engine.DOCKER_CONFIG ?? join(homedir(), ".docker"), "cli-plugins"), join(usual, "cli-plugins"));
	const before = JSON.stringify({ auths: { "ghcr.io": {} }, credsStore: "no-such-store" });
	await writeFile(join(usual, "config.json"), before);
	const login = {
		...{ registry, "registry-username": "robot", "registry-password": "s3cret-canary" },
		logins: `${registry} robot s3cret-canary two\n`,
	};
	const { exitCode, env, state, log } = await job.step("setup", login, { DOCKER_CONFIG: usual });
	assert.equal(exitCode, 0, log);
	const folder = env.DOCKER_CONFIG ?? "";
	assert.equal(folder.startsWith(job.temp), true);
	assert.equal((await stat(folder)).mode & 0o777, 0o700);
	const config = JSON.parse(await readFile(join(folder, "config.json"), "utf8")) as {
		auths: Record<string, { auth?: string }>;
	};
	assert.equal(config.auths[registry]?.auth, Buffer.from("robot:s3cret-canary two").toString("base64"));
	assert.equal(log.replaceAll(/^::add-mask::.*$/gm, "").includes("s3cret-canary"), false);
	assert.equal(Object.values(state).includes("s3cret-canary"), false);
	const post = await job.post("setup", state, env);
	assert.equal(post.exitCode, 0, post.log);
	assert.match(post.log, /credentials deleted/);
	await assert.rejects(stat(folder));
	assert.equal(await readFile(join(usual, "config.json"), "utf8"), before);
});

test("a builder that cannot be made is an error, and post removes what is left of it", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, engine);
	const image = { driver: "docker-container", "driver-opts": `image=${registry}/no/such/buildkit` };
	const { exitCode, state, log } = await job.step("setup", image);
	assert.equal(exitCode, 3, log);
	assert.match(log, /::error title=engine\/builder::/);
	const post = await job.post("setup", state);
	assert.match(post.log, /builder lucid-[0-9a-f]{8} removed/);
	const again = await job.post("setup", state);
	assert.equal(again.exitCode, 0);
	assert.match(again.log, /nothing to clean up/);
});

test("the root action does it all, and the next run finds nothing to build", async () => {
	await using repo = await smallRepo("t/actions-root");
	await using job = await openJob(repo.root, engine);
	const first = await job.step("", { registry });
	assert.equal(first.exitCode, 0, first.log);
	assert.equal(first.outputs["has-work"], "true");
	assert.equal(first.outputs.built, "2");
	assert.equal(first.outputs.unhealthy, "0");
	const published = JSON.parse(first.outputs.published ?? "") as { service: string; digest: string; tags: string[] }[];
	assert.deepEqual(published.map(({ service }) => service).sort(), ["one", "two"]);
	for (const { digest, tags } of published) {
		assert.match(digest, /^sha256:[0-9a-f]{64}$/);
		assert.ok(tags.includes("latest"));
	}
	assert.match(await readFile(first.outputs.report ?? "", "utf8"), /<html/);
	assert.match(first.summary, /2 built/);
	const second = await job.step("", { registry });
	assert.equal(second.exitCode, 0, second.log);
	assert.equal(second.outputs["has-work"], "false");
	assert.equal(second.outputs.built, "0");
	assert.match(second.summary, /2 unchanged/);
});

test("stage by stage, each uses the plan of the first stage", async () => {
	await using repo = await smallRepo("t/actions-stages");
	await using job = await openJob(repo.root, engine);
	const planned = await job.step("plan", { registry });
	assert.equal(planned.outputs["has-work"], "true", planned.log);
	const plan = planned.outputs.plan ?? "";
	const built = await job.step("build", { registry, plan });
	assert.equal(built.exitCode, 0, built.log);
	assert.equal(built.outputs.built, "2");
	const images = JSON.parse(built.outputs.images ?? "") as { outcome: string; digest: string }[];
	assert.deepEqual(new Set(images.map(({ outcome }) => outcome)), new Set(["built"]));
	const smoked = await job.step("smoke", { registry, plan });
	assert.equal(smoked.exitCode, 0, smoked.log);
	assert.equal(smoked.outputs.unhealthy, "0");
	const published = await job.step("publish", { registry, plan });
	assert.equal(published.exitCode, 0, published.log);
	assert.equal((JSON.parse(published.outputs.published ?? "") as unknown[]).length, 2);
	const reported = await job.step("report", { registry, plan });
	assert.equal(reported.exitCode, 0, reported.log);
	assert.match(await readFile(reported.outputs.report ?? "", "utf8"), /latest/);
});

test("a build that fails is marked at its line, and the other service is built", async () => {
	await using repo = await smallRepo("t/actions-failing");
	await repo.write({
		"one/Dockerfile": "FROM python:3.11-slim\nRUN python3 -c 'raise SystemExit(7)'\nUSER 65532:65532\n",
	});
	await repo.commit();
	await using job = await openJob(repo.root, engine);
	const { exitCode, outputs, log } = await job.step("build", { registry });
	assert.equal(exitCode, 1, log);
	assert.match(log, /^::error title=one \(linux\/arm64\) was not built,file=one\/Dockerfile,line=2/m);
	assert.equal(outputs.built, "1");
});
