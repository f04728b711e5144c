import { z } from "zod";
import type { Docker } from "../docker/docker.ts";
import type { HealthLogEntry } from "../documents/smoke.ts";
import type { ExecOptions, ExecResult } from "../process/exec.ts";
import { harmless } from "./harmless.ts";

/** The engine did not answer: nothing is known about any service. */
export class EngineGone extends Error {
	override readonly name = "EngineGone";
}

const gone =
	/cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|no space left on device/i;

/** `docker <args>`, whatever comes of it; only a missing docker is an EngineGone. For commands whose output is a container's own. */
export async function ask(docker: Docker, args: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
	try {
		return await docker(args, { ...options, env: { COMPOSE_DISABLE_ENV_FILE: "1", ...options.env } });
	} catch (cause) {
		throw new EngineGone(cause instanceof Error ? cause.message : String(cause), { cause });
	}
}

/** `docker <args>`; a non-zero exit is a result, an engine that is gone (or full) is an EngineGone, an abort throws its reason. */
export async function call(docker: Docker, args: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
	const result = await ask(docker, args, options);
	options.signal?.throwIfAborted();
	if (result.exitCode !== 0 && gone.test(result.stderr)) throw new EngineGone(lastLine(result.stderr));
	return result;
}

/** The line that says what went wrong: the last that is not empty. */
export function lastLine(text: string): string {
	return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}

const infoShape = z.object({
	ServerVersion: z.string(),
	SystemTime: z.string(),
	NCPU: z.number(),
	Architecture: z.string(),
	MemTotal: z.number(),
});

export interface EngineInfo {
	readonly cpus: number;
	/** Bytes. */
	readonly memory: number;
	/** As `uname -m` has it: `x86_64`. */
	readonly machine: string;
	/** The engine's own clock, RFC 3339. */
	readonly time: string;
}

export async function engineInfo(docker: Docker, signal?: AbortSignal): Promise<EngineInfo> {
	const { stdout, stderr } = await call(docker, ["info", "--format", "{{json .}}"], signal && { signal });
	const info = infoShape.safeParse(json(stdout));
	// `docker info` exits 0 with empty fields when there is no engine.
	if (!info.success || info.data.ServerVersion === "")
		throw new EngineGone(lastLine(stderr) || "no Docker engine answers");
	return {
		cpus: info.data.NCPU,
		memory: info.data.MemTotal,
		machine: info.data.Architecture,
		time: info.data.SystemTime,
	};
}

const healthcheckShape = z.object({
	Test: z.array(z.string()).nullish(),
	Interval: z.number().nullish(),
	Timeout: z.number().nullish(),
	Retries: z.number().nullish(),
});

const imageShape = z.object({
	Architecture: z.string(),
	Os: z.string(),
	Config: z
		.object({
			Healthcheck: healthcheckShape.nullish(),
			Shell: z.array(z.string()).nullish(),
		})
		.nullish(),
});

export interface LocalImage {
	/** `linux/arm64`, as the image's configuration says. */
	readonly platform: string;
	/** What HEALTHCHECK runs, as an argument list. */
	readonly healthcheck?: { readonly argv: readonly string[]; readonly timeoutMs: number; readonly retries: number };
}

/** What the engine has under this reference; undefined when it has nothing. */
export async function inspectImage(docker: Docker, ref: string, signal: AbortSignal): Promise<LocalImage | undefined> {
	const { exitCode, stdout } = await call(docker, ["image", "inspect", "--", ref], { signal });
	const images = exitCode === 0 ? z.array(imageShape).safeParse(json(stdout)) : undefined;
	const image = images?.data?.[0];
	if (image === undefined) return undefined;
	const { Test: test, Timeout, Retries } = image.Config?.Healthcheck ?? {};
	const argv =
		test?.[0] === "CMD"
			? test.slice(1)
			: test?.[0] === "CMD-SHELL"
				? [...(image.Config?.Shell ?? ["/bin/sh", "-c"]), test.slice(1).join(" ")]
				: [];
	return {
		platform: `${image.Os}/${image.Architecture}`,
		...(argv.length > 0 && { healthcheck: { argv, timeoutMs: (Timeout || 30e9) / 1e6, retries: Retries || 3 } }),
	};
}

const containerShape = z.object({
	Id: z.string(),
	Path: z.string(),
	Args: z.array(z.string()).nullish(),
	RestartCount: z.number(),
	State: z.object({
		Status: z.string(),
		Running: z.boolean(),
		OOMKilled: z.boolean(),
		Pid: z.number(),
		ExitCode: z.number(),
		Error: z.string(),
		StartedAt: z.string(),
		FinishedAt: z.string(),
		Health: z
			.object({
				Status: z.string(),
				Log: z.array(z.object({ ExitCode: z.number(), Output: z.string() })).nullish(),
			})
			.nullish(),
	}),
	Config: z.object({
		Env: z.array(z.string()).nullish(),
		WorkingDir: z.string().nullish(),
		User: z.string().nullish(),
		Labels: z.record(z.string(), z.string()).nullish(),
	}),
	NetworkSettings: z.object({
		Ports: z.record(z.string(), z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullable()).nullish(),
		Networks: z.record(z.string(), z.object({ DNSNames: z.array(z.string()).nullish() })).nullish(),
	}),
});

export interface Container {
	readonly id: string;
	/** Name in the Compose file. */
	readonly service: string;
	/** Of Compose. */
	readonly project: string;
	/** What runs as process 1, before PATH is looked up. */
	readonly path: string;
	readonly searchPath: string;
	readonly workingDir: string;
	readonly running: boolean;
	readonly restarts: number;
	readonly startedAt: string;
	/** On the engine's machine; 0 when it does not run. */
	readonly pid: number;
	readonly exitCode: number;
	readonly outOfMemory: boolean;
	/** The engine's own words when it could not start it. */
	readonly error?: string;
	/** Of the image's HEALTHCHECK: starting, healthy, unhealthy. */
	readonly health?: string;
	/** Container TCP port to the port on 127.0.0.1. */
	readonly ports: ReadonlyMap<number, number>;
	/** Under which the engine's name server knows it; undefined where an older engine does not tell. */
	readonly names?: readonly string[];
	/** Of the runs of its HEALTHCHECK by the engine, oldest first. */
	readonly healthLog: readonly HealthLogEntry[];
	/** What of the inspection is worth showing. */
	readonly excerpt: Readonly<Record<string, string | number | boolean>>;
}

const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** The containers of one run, started or not; of those ids only, when some are given. */
export async function inspectContainers(
	docker: Docker,
	run: string,
	{ ids, signal }: { readonly ids?: readonly string[]; readonly signal?: AbortSignal } = {},
): Promise<readonly Container[]> {
	const options = signal && { signal };
	const wanted = ids ?? (await listContainers(docker, run, signal));
	if (wanted.length === 0) return [];
	const { stdout } = await call(docker, ["container", "inspect", "--", ...wanted], options);
	return z
		.array(containerShape)
		.parse(json(stdout) ?? [])
		.map(container);
}

async function listContainers(docker: Docker, run: string, signal?: AbortSignal): Promise<readonly string[]> {
	const args = ["ps", "--all", "--quiet", "--no-trunc", `--filter=label=com.lucid.run=${run}`];
	const { stdout } = await call(docker, args, signal && { signal });
	return stdout.split("\n").filter((id) => id !== "");
}

function container({
	Id,
	Path,
	Args,
	RestartCount,
	State,
	Config,
	NetworkSettings,
}: z.infer<typeof containerShape>): Container {
	const ports = Object.entries(NetworkSettings.Ports ?? {}).flatMap(([name, bindings]): [number, number][] => {
		const [port, protocol] = name.split("/");
		const host = bindings?.[0]?.HostPort;
		return protocol === "tcp" && host !== undefined ? [[Number(port), Number(host)]] : [];
	});
	const names = Object.values(NetworkSettings.Networks ?? {}).flatMap(({ DNSNames }) => DNSNames ?? []);
	return {
		...(names.length > 0 && { names }),
		healthLog: (State.Health?.Log ?? []).map(({ ExitCode, Output }) => ({
			exitCode: ExitCode,
			output: harmless(Output.trim().slice(-500)),
		})),
		excerpt: {
			Command: harmless([Path, ...(Args ?? [])].join(" "), 200),
			WorkingDir: Config.WorkingDir || "/",
			User: Config.User || "root",
			Status: State.Status,
			ExitCode: State.ExitCode,
			OOMKilled: State.OOMKilled,
			...(State.Error !== "" && { Error: harmless(State.Error) }),
			...(State.Health && { Health: State.Health.Status }),
			RestartCount,
			StartedAt: State.StartedAt,
			FinishedAt: State.FinishedAt,
		},
		id: Id,
		service: Config.Labels?.["com.docker.compose.service"] ?? "",
		project: Config.Labels?.["com.docker.compose.project"] ?? "",
		path: Path,
		searchPath: Config.Env?.find((entry) => entry.startsWith("PATH="))?.slice(5) ?? usualPath,
		workingDir: Config.WorkingDir || "/",
		running: State.Running,
		restarts: RestartCount,
		startedAt: State.StartedAt,
		pid: State.Pid,
		exitCode: State.ExitCode,
		outOfMemory: State.OOMKilled,
		...(State.Error !== "" && { error: State.Error }),
		...(State.Health && { health: State.Health.Status }),
		ports: new Map(ports),
	};
}

export function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
