import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { exec } from "../../src/adapters/process/exec.ts";
import { temporaryFolder } from "../support/repo.ts";

export interface LocalRegistry extends AsyncDisposable {
	tags(repository: string): Promise<readonly string[]>;
}

const address = "127.0.0.1:5000";

/** What a workflow's `services: registry` is on GitHub; act starts no services where jobs run on the machine itself. */
export async function openLocalRegistry(): Promise<LocalRegistry> {
	const folder = await temporaryFolder();
	const stop = await start(folder);
	for (let tries = 0; ; tries += 1) {
		const answer = await fetch(`http://${address}/v2/`).catch(() => undefined);
		if (answer?.ok) break;
		if (tries === 100) throw new Error(`no registry came up at ${address}`);
		await setTimeout(100);
	}
	return {
		async tags(repository) {
			const answer = await fetch(`http://${address}/v2/${repository}/tags/list`);
			return ((await answer.json()) as { tags?: readonly string[] }).tags ?? [];
		},
		[Symbol.asyncDispose]: async () => {
			await stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Debian's program where it is installed, else the image that the workflow names. */
async function start(folder: string): Promise<() => Promise<void>> {
	const has = await exec(["docker-registry", "--version"]).catch(() => undefined);
	if (has?.exitCode !== 0) {
		const name = `lucid-e2e-registry-${process.pid}`;
		const { exitCode, stderr } = await exec([
			"docker",
			"run",
			"--detach",
			"--rm",
			`--name=${name}`,
			`--publish=${address}:5000`,
			"registry:3",
		]);
		if (exitCode !== 0) throw new Error(`no registry: ${stderr}`);
		return async () => {
			await exec(["docker", "rm", "--force", name]);
		};
	}
	const config = path.join(folder, "registry.yml");
	await mkdir(path.join(folder, "data"));
	await writeFile(
		config,
		`version: 0.1
log: { level: warn, accesslog: { disabled: true } }
storage: { filesystem: { rootdirectory: "${path.join(folder, "data")}" } }
http: { addr: "${address}", secret: local }
`,
	);
	const child = spawn("docker-registry", ["serve", config], {
		stdio: "ignore",
		env: { ...process.env, OTEL_TRACES_EXPORTER: "none" },
	});
	const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
	return async () => {
		child.kill();
		await ended;
	};
}
