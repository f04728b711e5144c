import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

let count = 0;

/**
 * A builder of its own with nothing in it, as a job on a hosted runner has one: in a container where its image can be
 * pulled, else a buildkitd beside us. It is the current one, by BUILDX_BUILDER, until it is disposed of.
 */
export async function freshBuilder(host: string): Promise<AsyncDisposable & { readonly driver: string }> {
	const name = `lucid-bench-${process.pid}-${count++}`;
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-buildkit-"));
	const remote = process.env.LUCID_MIRRORS !== undefined;
	const daemon = remote ? await buildkitd(folder, host) : undefined;
	const create = (...args: readonly string[]) =>
		execFileSync("docker", ["buildx", "create", `--name=${name}`, ...args], { stdio: "ignore" });
	if (daemon === undefined) create("--driver=docker-container", "--driver-opt=network=host");
	else create("--driver=remote", daemon.address);
	execFileSync("docker", ["buildx", "inspect", "--bootstrap", name], { stdio: "ignore" });
	process.env.BUILDX_BUILDER = name;
	return {
		driver: remote ? "remote" : "docker-container",
		async [Symbol.asyncDispose]() {
			delete process.env.BUILDX_BUILDER;
			execFileSync("docker", ["buildx", "rm", "--force", name], { stdio: "ignore" });
			await daemon?.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function buildkitd(folder: string, host: string) {
	const program = (await promisify(execFile)(path.join(import.meta.dirname, "../../script/buildkitd"))).stdout.trim();
	const address = `tcp://127.0.0.1:${await freePort()}`;
	const config = path.join(folder, "buildkitd.toml");
	const workers = "[worker.oci]\nenabled = true\n[worker.containerd]\nenabled = false\n";
	await writeFile(config, `root = "${folder}/root"\n${workers}[registry."${host}"]\nhttp = true\n`);
	const child = spawn(program, [`--config=${config}`, `--addr=${address}`], { stdio: "ignore" });
	const ended = new Promise((resolve) => child.once("exit", resolve));
	for (let tries = 0; !(await answers(address)); tries++) {
		if (tries > 200 || child.exitCode !== null) throw new Error("buildkitd does not answer");
		await sleep(50);
	}
	return {
		address,
		async stop() {
			child.kill();
			await ended;
		},
	};
}

const answers = (address: string) =>
	fetch(address.replace("tcp:", "http:")).then(
		() => true,
		(error: Error) => !String(error.cause).includes("ECONNREFUSED"),
	);

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
