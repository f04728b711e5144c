import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type EngineNeeds, inspectEngine, refuseEngine } from "../../src/docker/engine.ts";
import { buildOne, docker, freshName, host, python, registry } from "../build/engine-build.ts";

const name = `lucid-test-${process.pid}`;
const required = async (builder: string, needs: EngineNeeds) =>
	refuseEngine(await inspectEngine(docker, { builder, needs }), needs);
const root = path.join(import.meta.dirname, "../..");
const dockerfile = `FROM --platform=$BUILDPLATFORM ${python} AS builder
RUN echo made > /made.txt
FROM scratch
COPY --from=builder /made.txt /
COPY hello.txt /
`;

let daemon: ChildProcess | undefined;
let folder = "";
let driver = "docker-container";

/** A builder of its own: in a container where its image can be pulled, else a buildkitd beside us, as one has it on another machine. */
before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "lucid-buildkit-"));
	if (process.env.LUCID_MIRRORS === undefined) return create("--driver=docker-container", "--driver-opt=network=host");
	driver = "remote";
	const program = (await promisify(execFile)(path.join(root, "script/buildkitd"))).stdout.trim();
	const port = await freePort();
	const config = path.join(folder, "buildkitd.toml");
	await writeFile(
		config,
		`root = "${folder}/root"\n[worker.oci]\nenabled = true\n[worker.containerd]\nenabled = false\n[registry."${host}"]\nhttp = true\n`,
	);
	daemon = spawn(program, [`--config=${config}`, `--addr=tcp://127.0.0.1:${port}`], { stdio: "ignore" });
	for (let tries = 0; ; tries++) {
		assert.ok(tries < 100 && daemon.exitCode === null, "buildkitd does not answer");
		if (await answers(port)) break;
		await sleep(100);
	}
	await create("--driver=remote", `tcp://127.0.0.1:${port}`);
});

after(async () => {
	await docker(["buildx", "rm", "--force", name]);
	if (daemon !== undefined) {
		const ended = new Promise((resolve) => daemon?.once("exit", resolve));
		daemon.kill();
		await ended;
	}
	await rm(folder, { recursive: true, force: true });
});

async function create(...args: readonly string[]): Promise<void> {
	const { exitCode, stderr } = await docker(["buildx", "create", `--name=${name}`, ...args]);
	assert.equal(exitCode, 0, stderr);
}

test("a builder of its own is found by its name, with its driver and the platforms it has", async () => {
	const engine = await required(name, { build: true, platforms: ["linux/arm64"] });
	assert.equal(engine.builder?.driver, driver);
	assert.equal((await inspectEngine(docker)).builder?.driver, "docker");
});

test("it pushes two platforms by digest, each gets its content tag, and a rebuild without a cache gives the same", async () => {
	const options = { builder: name, driver };
	const given = { platforms: ["linux/arm64", "linux/amd64"], service: { image: freshName() } };
	const first = await buildOne(dockerfile, { ...given, options });
	for (const { outcome, error, contentRef, platform, digest } of first.rows) {
		assert.equal(outcome, "built", error?.message);
		assert.equal((await registry.head(contentRef))?.digest, digest);
		assert.equal((await registry.imageFacts(contentRef, platform))?.platform, platform);
	}
	const second = await buildOne(dockerfile, { ...given, options: { ...options, steps: "anew" } });
	assert.deepEqual(
		second.rows.map(({ digest }) => digest),
		first.rows.map(({ digest }) => digest),
	);
	assert.notEqual(first.rows[0]?.digest, first.rows[1]?.digest);
});

test("with provenance its content tag names the index, and the image's own digest stays", async () => {
	const image = freshName();
	const options = { builder: name, driver };
	const plain = await buildOne(dockerfile, { service: { image }, options });
	const attested = await buildOne(dockerfile, {
		service: { image },
		options: { ...options, attest: { provenance: "min" } },
	});
	assert.equal(attested.row.outcome, "built", attested.row.error?.message);
	assert.equal(attested.row.digest, plain.row.digest);
	assert.equal(attested.row.attestations?.length, 1);
});

test("a failure on it names step and line as with Docker's own", async () => {
	const broken = dockerfile.replace("echo made", 'echo made && test "$(uname -m)" = sparc');
	const { rows } = await buildOne(`${broken}`, { options: { builder: name, driver }, platforms: ["linux/arm64"] });
	assert.match(rows[0]?.error?.message ?? "", /RUN echo made .* exit code 1/);
	assert.equal(rows[0]?.error?.line, 2);
});

test("a builder that is gone is told with its name and what to do", async () => {
	const gone = `${name}-gone`;
	await assert.rejects(
		required(gone, { build: true }),
		(error: Error) => error.message.includes(gone) && error.message.includes("docker buildx ls"),
	);
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === "object" && address !== null ? address.port : assert.fail("no port");
}

async function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		socket.once("connect", () => socket.destroy());
	});
}
