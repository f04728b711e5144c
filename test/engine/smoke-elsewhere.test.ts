import assert from "node:assert/strict";
import { mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connectEngine, type EngineSelection } from "../../src/adapters/docker/connect-engine.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { runStage } from "../../src/entrypoints/run-stage.ts";
import type { HostResult } from "../../src/model/documents/verify-host.ts";
import { emptyBlob, mediaTypes } from "../../src/model/oci/manifest.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { writeLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { behaving, docker, type Image, leftovers, openScene, type Scene } from "../smoke/adversary.ts";
import { type SshMachine, startSshMachine } from "../smoke/ssh-server.ts";

const { PATH = "", DOCKER_HOST = "unix:///var/run/docker.sock" } = process.env;
const signal = new AbortController().signal;
let scene: Scene;
let pi: SshMachine;

before(async () => {
	scene = await openScene();
	pi = await startSshMachine(DOCKER_HOST.replace(/^unix:\/\//, ""));
	process.env.PATH = `${pi.bin}:${PATH}`;
});
after(async () => {
	process.env.PATH = PATH;
	await pi[Symbol.asyncDispose]();
	await scene[Symbol.asyncDispose]();
});

const open = (wanted: EngineSelection) => connectEngine(docker, wanted, { env: process.env, signal });

test("over ssh one connection carries everything, ports on the remote loopback included", async () => {
	await using connection = await open({ host: pi.address });
	assert.deepEqual(
		[connection.reach.host, connection.reach.publishAddress, connection.reach.isLocal],
		["pi@127.0.0.1", "127.0.0.1", false],
	);
	const services = [
		behaving("healthy"),

		behaving("tcp", { health: { ...tcp, kind: "tcp", port: 8080 } }),
	];
	const { rows } = await scene.play(services, {
		docker: connection.docker,
		api: connection.api,
		options: { reach: connection.reach },
	});
	assert.equal(rows.healthy?.verdict, "healthy", rows.healthy?.failure?.guess ?? rows.healthy?.reason);
	assert.equal(rows.tcp?.verdict, "healthy", rows.tcp?.failure?.guess);
	assert.match(rows.healthy?.probes[0]?.target ?? "", /^GET http:\/\/pi@127\.0\.0\.1:\d+\/health$/);
	assert.equal(pi.logins(), 1);
	assert.ok(pi.requests.some((target) => /^127\.0\.0\.1:\d+$/.test(target)));
	assert.deepEqual(await leftovers(), []);
});

test("a Docker context names an engine; an unknown context is a user error", async () => {
	const config = await mkdtemp(join(scene.folder, "config-"));
	if (process.env.DOCKER_CONFIG)
		await symlink(join(process.env.DOCKER_CONFIG, "cli-plugins"), join(config, "cli-plugins"));
	const env = { DOCKER_CONFIG: config };
	const made = await docker(["context", "create", "pi", `--docker=host=${pi.address}`], { env });
	assert.equal(made.exitCode, 0, made.stderr);
	const withContext: typeof docker = (args, options) => docker(args, { ...options, env: { ...env, ...options?.env } });
	await using connection = await connectEngine(withContext, { context: "pi" }, { env: process.env, signal });
	assert.equal(connection.reach.host, "pi@127.0.0.1");
	const { exitCode, stdout } = await connection.docker(["version", "--format", "{{.Server.Os}}"]);
	assert.deepEqual([exitCode, stdout.trim()], [0, "linux"]);
	assert.equal((await connection.api({ method: "GET", path: "/_ping" })).text, "OK");
	await assert.rejects(connectEngine(withContext, { context: "nowhere" }, { env: process.env, signal }), {
		message: /unknown Docker context "nowhere"/,
	});
});

test("a machine that refuses the login is reported", async () => {
	await assert.rejects(
		open({ host: pi.address.replace("pi@", "eve@") }),
		(error: Error & { problems: { code: string; why: string }[] }) => {
			assert.equal(error.problems[0]?.code, "engine/ssh");
			assert.match(error.problems[0]?.why ?? "", /Permission denied/);
			return true;
		},
	);
});

test("verify-host reports present, old and absent images, and starts and probes the present ones", async () => {
	const registry = process.env.LUCID_REGISTRY ?? "";
	const root = await mkdtemp(join(scene.folder, "root-"));
	const health = "{ path: /health, start_period: 90s }";
	const service = (name: string) =>
		`  ${name}: { title: ${name}, ports: [8080], health: ${health}, env: { BEHAVIOUR: ${name} } }`;
	const names = ["healthy", "old", "absent", "released", "moved", "new"];
	await writeFile(
		join(root, "lucid.yml"),
		`version: 1\nproject: hosted\nregistry: ${registry}\nimage: hosted/{{name}}\nservices:\n${names.map(service).join("\n")}\n`,
	);
	await writeFile(join(root, "Dockerfile"), "FROM scratch\n");
	const other = await scene.push("root", { target: "root" });
	const from = (one: Image) => `${one.ref.slice(0, one.ref.lastIndexOf(":"))}@${one.digest}`;
	const publish = async (name: string, one: Image, tag = "latest", ...more: readonly string[]) => {
		const create = ["buildx", "imagetools", "create", `--tag=${registry}/hosted/${name}:${tag}`, ...more];
		const tagged = await docker([...create, from(one)]);
		assert.equal(tagged.exitCode, 0, tagged.stderr);
	};
	const pull = (name: string, tag = "latest") =>
		docker(["pull", "--quiet", "--platform=linux/arm64", `${registry}/hosted/${name}:${tag}`]);
	for (const name of names.slice(0, 4)) await publish(name, name === "old" ? other : scene.good);
	for (const name of ["healthy", "old"]) await pull(name);
	await publish("moved", scene.good);
	await pull("moved");
	const entry = { revision: "1".repeat(40), committedAt: "2025-10-24T15:51:32Z", digest: other.digest, sequence: 1 };
	const ledger = `${registry}/hosted/moved:latest.published`;
	const client = openRegistry();
	await client.putBlob(`${registry}/hosted/moved`, emptyBlob);
	await client.putManifest(ledger, writeLedger(entry), mediaTypes.manifest, "ledger");
	// The index of a release has the same image as the branch's.
	await publish("released", scene.good, "1.2.0", "--annotation=index:org.opencontainers.image.version=1.2.0");
	await pull("released", "1.2.0");
	await publish("old", scene.good);

	const out = join(root, "out");
	const world: StageContext = {
		...{ exec, docker, env: { ...process.env }, cwd: root, progress: () => undefined, signal },
		...{ log: () => undefined, now: () => performance.now() },
	};
	const raw = { out, platform: ["linux/arm64"], "docker-host": pi.address };
	const { document, exitCode } = await runStage("verify-host", parseOptions(raw, world), world);
	const { images, smoke } = document as HostResult;
	assert.deepEqual(
		images.map(({ service: name, state }) => [name, state]),
		[
			["healthy", "present"],
			["old", "old"],
			["absent", "absent"],
			["released", "present"],
			["moved", "foreign"],
			["new", "unpublished"],
		],
	);
	assert.equal(exitCode, 1);
	const moved = images.find(({ state }) => state === "foreign");
	assert.match(moved?.foreign ?? "", /^latest was at sha256:.*, but its ledger has sha256:/);
	const [, old] = images;
	assert.notEqual(old?.here?.digest, old?.published?.digest);
	assert.deepEqual(
		smoke.services.map(({ service: name, verdict, failure, reason }) => [name, verdict, failure?.guess ?? reason]),
		[
			["healthy", "healthy", undefined],
			["old", "healthy", undefined],
			["released", "healthy", undefined],
		],
	);
	assert.match(await readFile(join(out, "verify-host.json"), "utf8"), /"kind": "lucid\.verify-host"/);
	assert.deepEqual(await leftovers(), []);
});

const tcp = { timing: behaving("x").health?.timing ?? assert.fail() };
