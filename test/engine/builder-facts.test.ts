import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { buildsElsewhere } from "../../src/adapters/docker/builds-elsewhere.ts";
import { readBuilder } from "../../src/adapters/docker/engine.ts";
import { buildResultSchema } from "../../src/model/documents/build.ts";
import { readDocument } from "../../src/stages/shared/documents-folder.ts";
import { docker } from "../build/engine-build.ts";
import { privateBuilder } from "../build/private-builder.ts";
import { native, openStaged, type Staged } from "../support/staged.ts";

const signal = new AbortController().signal;

let staged: Staged;
before(async () => {
	staged = await openStaged("facts", {
		"lucid.yml": `version: 1
project: facts
defaults: { platforms: [${native}], policy: { verify: advisory } }
services:
  api: { context: api }
  web: { context: web }
`,
		"api/Dockerfile": "FROM scratch\nCOPY Dockerfile /\n",
		"web/Dockerfile": "FROM scratch\nCOPY Dockerfile /\n",
	});
	await staged.repo.commit();
});
after(() => staged[Symbol.asyncDispose]());

/** What build.json states about the builder of the image. */
async function builtBy(raw: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
	const { exitCode } = await staged.start(
		"build",
		{ service: "api", force: "true", ...raw },
		{ LUCID_MIRRORS: "", ...env },
	);
	assert.equal(exitCode, 0);
	const build = await readDocument(path.join(staged.out, "build.json"), buildResultSchema);
	return build?.images.map(({ outcome, builder }) => ({ outcome, ...builder }));
}

test("an image states its kind of runner and the mirror if it was built now", async () => {
	const hosted = { GITHUB_ACTIONS: "true", RUNNER_ENVIRONMENT: "github-hosted" };
	const outcome = "built";
	assert.deepEqual(await builtBy({}, {}), [{ outcome, runner: "local" }]);
	const both = await builtBy({ service: "*", force: "false" }, hosted);
	assert.deepEqual(both, [{ outcome: "unchanged" }, { outcome, runner: "github-hosted" }]);
	// The variable alone is not GitHub.
	const mirrors = "docker.io=mirror.invalid/docker.io";
	const own = { RUNNER_ENVIRONMENT: "github-hosted", GITHUB_ACTIONS: "", LUCID_MIRRORS: mirrors };
	assert.deepEqual(await builtBy({}, own), [{ outcome, runner: "local", mirror: true }]);
	assert.deepEqual(await builtBy({ mirror: mirrors }, hosted), [{ outcome, runner: "github-hosted", mirror: true }]);
	const ofTheirs = { ...hosted, RUNNER_ENVIRONMENT: "self-hosted" };
	assert.deepEqual(await builtBy({}, ofTheirs), [{ outcome, runner: "self-hosted" }]);
});

test("an image of a builder that runs outside of the engine is remote", async () => {
	await using builder = await privateBuilder();
	const expected = { outcome: "built", runner: "local", ...(builder.driver === "remote" && { remote: true }) };
	assert.deepEqual(await builtBy({ builder: builder.name }, {}), [expected]);
});

/** The engine at an address that is not of this machine's loopback, as one on another machine is. */
async function engineElsewhere() {
	const { stdout } = await docker(["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"]);
	const local = stdout.trim().replace(/^unix:\/\//, "");
	assert.match(local, /^\//);
	const server = createServer((socket) => {
		const engine = connect(local);
		for (const [one, other] of [[socket, engine] as const, [engine, socket] as const])
			one.on("error", () => other.destroy()).pipe(other);
	});
	await once(server.listen(0, "0.0.0.0"), "listening");
	const { port } = server.address() as AddressInfo;
	const close = async () => void (await once(server.close(), "close"));
	return { local: stdout.trim(), elsewhere: `tcp://0.0.0.0:${port}`, [Symbol.asyncDispose]: close };
}

test("a builder with a node on another machine is remote, also by a Docker context", async () => {
	await using engine = await engineElsewhere();
	const run = async (...args: readonly string[]) => {
		const result = await docker(args);
		assert.equal(result.exitCode, 0, result.stderr);
	};
	const name = `lucid-test-${process.pid}-${randomBytes(3).toString("hex")}`;
	const context = `${name}-context`;
	const isRemote = async () => {
		const builder = readBuilder(await docker(["buildx", "inspect", name]));
		assert.equal(builder?.driver, "docker-container");
		return buildsElsewhere(builder, { docker, env: process.env, signal });
	};
	const create = ["buildx", "create", "--name", name, "--driver=docker-container"];
	await run("context", "create", context, "--docker", `host=${engine.elsewhere}`);
	try {
		await run(...create, engine.local);
		assert.equal(await isRemote(), false);
		await run(...create, "--append", "--node=other", context);
		assert.equal(await isRemote(), true);
		await run(...create, "--leave", "--node=other");
		assert.equal(await isRemote(), false);
		await run(...create, "--append", "--node=other", engine.elsewhere);
		assert.equal(await isRemote(), true);
	} finally {
		await docker(["buildx", "rm", "--force", name]);
		await docker(["context", "rm", "--force", context]);
	}
});

test("the engine's own builder is remote if Docker's environment names an engine elsewhere; what cannot be resolved is remote", async () => {
	const own = { driver: "docker", endpoints: ["default"] };
	const elsewhere = (env: Readonly<Record<string, string>>, builder: typeof own = own) =>
		buildsElsewhere(builder, { docker, env, signal });
	for (const DOCKER_HOST of ["unix:///var/run/docker.sock", "tcp://127.0.0.1:2375", "tcp://[::1]:2375"])
		assert.equal(await elsewhere({ DOCKER_HOST }), false, DOCKER_HOST);
	for (const DOCKER_HOST of ["ssh://pi@raspberrypi", "ssh://pi@127.0.0.1", "tcp://10.0.0.7:2376", "http://127.0.0.1.x"])
		assert.equal(await elsewhere({ DOCKER_HOST }), true, DOCKER_HOST);
	assert.equal(await elsewhere({}, { ...own, endpoints: ["no-such-context"] }), true);
	assert.equal(await elsewhere({}, { ...own, endpoints: [] }), true);
	for (const driver of ["remote", "kubernetes", "cloud"])
		assert.equal(await elsewhere({}, { driver, endpoints: ["unix:///var/run/docker.sock"] }), true, driver);
});
