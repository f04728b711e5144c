import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { defined } from "../../src/util/defined.ts";
import { host } from "../build/engine-build.ts";
import { type Fault, faultProxy } from "../build/fault-proxy.ts";
import { noPrivateEngine, privateEngine } from "../build/private-engine.ts";
import { makeRepo } from "../support/repo.ts";

const lucid = path.join(import.meta.dirname, "../../dist/lucid.js");
let folder = "";

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "lucid-mistakes-"));
});
after(() => rm(folder, { recursive: true, force: true }));

interface Try {
	readonly service?: string;
	readonly dockerfile?: string;
	readonly files?: Readonly<Record<string, string>>;
	readonly env?: Readonly<Record<string, string>>;
	readonly args?: readonly string[];
	readonly registry?: string;
}

/** `lucid build` as a person runs it, with one service that builds where nothing is wrong. */
async function build({
	service = "",
	dockerfile = "FROM scratch\nCOPY hello.txt /\n",
	files,
	env,
	args = [],
	registry = host,
}: Try) {
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: mistakes\nservices:\n  one: { context: one${service} }\n`,
		"one/Dockerfile": dockerfile,
		"one/hello.txt": "hello\n",
		...files,
	});
	await repo.commit();
	const name = `${registry}/lucid-test/mistakes-${path.basename(repo.root).toLowerCase()}`;
	const argv = [
		process.execPath,
		lucid,
		"build",
		`--registry=${name}`,
		`--out=${path.join(folder, "out")}`,
		...args,
	] as const;
	const { exitCode, stdout, stderr } = await exec([...argv], { cwd: repo.root, ...defined({ env }) });
	return { exitCode, said: stdout + stderr };
}

test("with nothing wrong it builds", async () => {
	const { exitCode, said } = await build({});
	assert.equal(exitCode, 0, said);
});

describe("what is wrong is told with its fix", () => {
	test("Docker does not run", async () => {
		const { exitCode, said } = await build({ env: { DOCKER_HOST: "unix:///nowhere/docker.sock" } });
		assert.equal(exitCode, 3, said);
		assert.match(said, /no Docker daemon responds \[engine\/not-running\]/);
		assert.match(said, /fix: start Docker/);
	});

	test("there is no docker command", async () => {
		const git = (await exec(["sh", "-c", "command -v git"])).stdout.trim();
		await symlink(git, path.join(folder, "git"));
		const { exitCode, said } = await build({ env: { PATH: folder } });
		assert.equal(exitCode, 3, said);
		assert.match(said, /docker is not installed \[engine\/missing\]\n\s+fix: install Docker Engine/);
	});

	test("buildx is too old", async () => {
		const plugins = path.join(folder, "old/cli-plugins");
		await mkdir(plugins, { recursive: true });
		const metadata = JSON.stringify({ SchemaVersion: "0.1.0", Vendor: "Docker Inc.", Version: "v0.11.2" });
		await writeFile(path.join(plugins, "docker-buildx"), `#!/bin/sh\necho '${metadata}'\n`);
		await chmod(path.join(plugins, "docker-buildx"), 0o755);
		const { exitCode, said } = await build({ env: { DOCKER_CONFIG: path.join(folder, "old") } });
		assert.equal(exitCode, 3, said);
		assert.match(
			said,
			/buildx v0\.11\.2 is too old \[engine\/buildx-too-old\]\n\s+fix: install buildx 0\.13\.0 or newer/,
		);
	});

	test("nothing here runs the platform", async () => {
		const { exitCode, said } = await build({ service: ", platforms: [linux/s390x]" });
		assert.equal(exitCode, 3, said);
		assert.match(said, /cannot run linux\/s390x \[engine\/platform\]/);
		assert.match(said, /fix: use a machine of that platform .*binfmt --install s390x/);
	});

	test("the builder that is named is not there", async () => {
		const { exitCode, said } = await build({ args: ["--builder=nobody"] });
		assert.equal(exitCode, 3, said);
		assert.match(said, /\[engine\/builder\]\n.*no builder "nobody" found/);
		assert.match(said, /fix: see `docker buildx ls`/);
	});

	test("no login", async () => {
		await using proxy = await faultProxy(host, () => ({ status: 401, code: "UNAUTHORIZED" }));
		const { exitCode, said } = await build({ registry: proxy.host });
		assert.equal(exitCode, 3, said);
		assert.match(said, /\[registry\/denied\]/);
		assert.ok(said.includes(`fix: log in (docker login ${proxy.host})`), said);
	});

	test("pushing is not allowed", async () => {
		const denied: Fault = { status: 403, code: "DENIED" };
		const pushes = ({ method = "GET" }: IncomingMessage) => method !== "GET" && method !== "HEAD";
		await using proxy = await faultProxy(host, (request) => (pushes(request) ? denied : undefined));
		const { exitCode, said } = await build({ registry: proxy.host });
		assert.equal(exitCode, 1, said);
		assert.match(said, /fix: log in with `docker login` as a user who may push there/);
	});

	test("the engine's disk is short", { skip: noPrivateEngine ?? false }, async () => {
		await using engine = await privateEngine({ megabytes: 24 });
		const { exitCode, said } = await build({
			env: { DOCKER_HOST: engine.host },
			files: { "one/hello.txt": "x".repeat(40 << 20) },
		});
		assert.equal(exitCode, 1, said);
		assert.match(said, /no space left on device/);
		assert.match(said, /fix: free disk space on the engine: .*docker builder prune/);
	});

	test("a secret is missing", async () => {
		const { exitCode, said } = await build({ service: ", secrets: [LUCID_TEST_NOT_SET]" });
		assert.equal(exitCode, 1, said);
		assert.match(said, /LUCID_TEST_NOT_SET is unset or empty; set it in the environment of this step/);
	});

	test("on GitHub, a secret of the environment is not listed", async () => {
		const env = { GITHUB_ACTIONS: "true", LUCID_TEST_TOKEN: "of-the-step" };
		const service = ", secrets: [LUCID_TEST_TOKEN]";
		const { exitCode, said } = await build({ service, env });
		assert.equal(exitCode, 1, said);
		assert.match(said, /builds may not read LUCID_TEST_TOKEN; add it to build-secret-names/);
		const listed = await build({ service, env, args: ["--build-secret-names=LUCID_TEST_TOKEN"] });
		assert.equal(listed.exitCode, 0, listed.said);
	});

	test("an SSH agent is missing", async () => {
		const { exitCode, said } = await build({ service: ", ssh: [default]", env: { SSH_AUTH_SOCK: "/nowhere/agent" } });
		assert.equal(exitCode, 1, said);
		assert.match(said, /ssh default: SSH_AUTH_SOCK names \/nowhere\/agent, which does not exist; start an agent/);
	});

	test("provenance would show a build arg", async () => {
		const { exitCode, said } = await build({
			service: ", args: { PLACE: cellar }",
			dockerfile: "FROM scratch\nARG PLACE\nCOPY hello.txt /\n",
			args: ["--provenance=max"],
		});
		assert.equal(exitCode, 2, said);
		assert.match(
			said,
			/lucid\.yml:4:3: one is built with PLACE, .* \[build\/provenance\]\n\s+fix: use `provenance: min`/,
		);
		assert.ok(!said.includes("cellar"));
	});

	test("the generator of the SBOM is not there", async () => {
		const { exitCode, said } = await build({ args: [`--sbom=${host}/lucid-test/no-such-scanner:1`] });
		assert.equal(exitCode, 3, said);
		assert.match(said, /fix: check the name and tag of .*no-such-scanner/);
	});
});

test("an unavailable cache is reported, and the build runs without it", async () => {
	const { exitCode, said } = await build({ args: ["--cache-type=gha"] });
	assert.equal(exitCode, 0, said);
	assert.match(said, /no cache: GitHub's cache needs ACTIONS_RUNTIME_TOKEN/);
});
