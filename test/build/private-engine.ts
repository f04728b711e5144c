import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";

/** An engine for one test, to be killed or starved. Containers have no network: steps run with `--network=none`. */
export interface PrivateEngine extends AsyncDisposable {
	/** DOCKER_HOST. */
	readonly host: string;
	start(): Promise<void>;
	/** Kills it and its containerd without cleanup. */
	kill(): Promise<void>;
}

/** Why there can be none; undefined if there can. */
export const noPrivateEngine: string | undefined =
	process.getuid?.() !== 0
		? "starting an engine needs root"
		: (process.env.PATH ?? "").split(":").some((folder) => isThere(path.join(folder, "dockerd")))
			? undefined
			: "there is no dockerd on the PATH";

function isThere(file: string): boolean {
	try {
		execFileSync("test", ["-x", file]);
		return true;
	} catch {
		return false;
	}
}

/** `megabytes`: its storage, in memory; the disk without it. */
export async function privateEngine(options: { readonly megabytes?: number } = {}): Promise<PrivateEngine> {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-engine-"));
	const data = path.join(folder, "data");
	await mkdir(data);
	if (options.megabytes !== undefined)
		execFileSync("mount", ["-t", "tmpfs", "-o", `size=${options.megabytes}m`, "tmpfs", data]);
	const bridge = `lucid${process.pid % 1e8}`;
	execFileSync("ip", ["link", "add", bridge, "type", "bridge"]);
	// Reserved for documentation: https://datatracker.ietf.org/doc/html/rfc5737
	execFileSync("ip", ["address", "add", "192.0.2.1/24", "dev", bridge]);
	execFileSync("ip", ["link", "set", bridge, "up"]);
	const host = `unix://${folder}/docker.sock`;
	const config = path.join(folder, "engine.json");
	const run = path.join(folder, "run");
	await writeFile(
		config,
		JSON.stringify({
			features: { "containerd-snapshotter": true },
			"data-root": data,
			"exec-root": run,
			pidfile: path.join(folder, "docker.pid"),
			hosts: [host],
			// Without any bridge it would delete docker0, which belongs to another engine.
			bridge,
			"ip-forward": false,
			"ip-masq": false,
			iptables: false,
			ip6tables: false,
			"exec-opts": ["native.cgroupdriver=cgroupfs"],
			"cgroup-parent": `/lucid-${path.basename(folder)}`,
			"shutdown-timeout": 3,
		}),
	);
	let daemon: ChildProcess | undefined;
	const log = path.join(folder, "log");
	const docker = dockerWith(exec);
	const engine = {
		host,
		async start() {
			const out = await open(log, "a");
			daemon = spawn("dockerd", [`--config-file=${config}`], { stdio: ["ignore", out.fd, out.fd] });
			await out.close();
			for (let tries = 0; ; tries++) {
				const { exitCode } = await docker(["version"], { env: { DOCKER_HOST: host } });
				if (exitCode === 0) return;
				if (tries > 200 || daemon.exitCode !== null)
					assert.fail(`the engine did not come up: ${(await readFile(log, "utf8")).slice(-600)}`);
				await sleep(100);
			}
		},
		async kill() {
			const pids = await readFile(path.join(run, "containerd/containerd.pid"), "utf8").catch(() => "");
			await ended("SIGKILL");
			try {
				if (pids !== "") process.kill(Number(pids), "SIGKILL");
			} catch (error) {
				// It may have exited with its parent.
				if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
			}
			await rm(path.join(folder, "docker.pid"), { force: true });
		},
		async [Symbol.asyncDispose]() {
			await ended("SIGTERM");
			// Mounts keep the folder busy; unmount them first, the innermost first.
			const mounts = (await readFile("/proc/self/mounts", "utf8"))
				.split("\n")
				.map((line) => line.split(" ")[1] ?? "")
				.filter((mount) => mount.startsWith(`${folder}/`));
			for (const mount of mounts.reverse()) execFileSync("umount", ["--lazy", mount]);
			execFileSync("ip", ["link", "delete", bridge]);
			await rm(folder, { recursive: true, force: true });
		},
	};
	async function ended(signal: NodeJS.Signals): Promise<void> {
		const dying = daemon;
		daemon = undefined;
		if (dying === undefined || dying.exitCode !== null || dying.signalCode !== null) return;
		const gone = promisify((done: (error: null) => void) => dying.once("exit", () => done(null)))();
		dying.kill(signal);
		await gone;
	}
	await engine.start();
	return engine;
}
