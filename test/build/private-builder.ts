import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { docker, host } from "./engine-build.ts";

/** A buildx builder for one test, empty at first and removed at the end of the scope. */
export interface PrivateBuilder extends AsyncDisposable {
	/** For `--builder`. */
	readonly name: string;
	readonly driver: "docker-container" | "remote";
	/** Deletes its cache. */
	prune(): Promise<void>;
}

/** In a container if BuildKit's image can be pulled, else a buildkitd process, like a remote one. */
export async function privateBuilder(): Promise<PrivateBuilder> {
	const name = `lucid-test-${process.pid}-${randomBytes(3).toString("hex")}`;
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-buildkit-"));
	const driver = process.env.LUCID_MIRRORS === undefined ? "docker-container" : "remote";
	const daemon = driver === "remote" ? await startDaemon(folder) : undefined;
	const end = async () => {
		await docker(["buildx", "rm", "--force", name]);
		if (daemon !== undefined) await ended(daemon.process);
		await rm(folder, { recursive: true, force: true });
	};
	const how = daemon === undefined ? ["--driver-opt=network=host"] : [`tcp://127.0.0.1:${daemon.port}`];
	const { exitCode, stderr } = await docker(["buildx", "create", `--name=${name}`, `--driver=${driver}`, ...how]);
	if (exitCode !== 0) await end();
	assert.equal(exitCode, 0, stderr);
	return {
		...{ name, driver },
		async prune() {
			const { exitCode, stderr } = await docker(["buildx", "prune", "--all", "--force", `--builder=${name}`]);
			assert.equal(exitCode, 0, stderr);
		},
		[Symbol.asyncDispose]: end,
	};
}

async function startDaemon(folder: string): Promise<{ readonly process: ChildProcess; readonly port: number }> {
	const script = path.join(import.meta.dirname, "../../script/buildkitd");
	const program = (await promisify(execFile)(script)).stdout.trim();
	const port = await freePort();
	const config = path.join(folder, "buildkitd.toml");
	await writeFile(
		config,
		`root = "${folder}/root"\n[worker.oci]\nenabled = true\n[worker.containerd]\nenabled = false\n[registry."${host}"]\nhttp = true\n`,
	);
	const daemon = spawn(program, [`--config=${config}`, `--addr=tcp://127.0.0.1:${port}`], { stdio: "ignore" });
	for (let tries = 0; !(await answers(port)); tries++) {
		assert.ok(tries < 300 && daemon.exitCode === null, "buildkitd does not answer");
		await sleep(100);
	}
	return { process: daemon, port };
}

async function ended(daemon: ChildProcess): Promise<void> {
	if (daemon.exitCode !== null || daemon.signalCode !== null) return;
	const gone = new Promise((resolve) => daemon.once("exit", resolve));
	daemon.kill();
	await gone;
}

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
