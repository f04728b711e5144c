import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { HealthLogEntry } from "../../../model/documents/smoke.ts";
import { defined } from "../../../util/defined.ts";
import { sanitizeLogLine } from "../../../util/sanitize.ts";
import { EngineUnavailable, engineRequest } from "./call.ts";

const infoShape = z.object({
	SystemTime: z.string(),
	NCPU: z.number(),
	Architecture: z.string(),
	MemTotal: z.number(),
});

export interface EngineInfo {
	readonly cpus: number;
	/** Bytes. */
	readonly memory: number;
	/** As `uname -m` says it: `x86_64`. */
	readonly machine: string;
	/** The engine's clock, RFC 3339. */
	readonly time: string;
}

export async function engineInfo(api: EngineApi, signal?: AbortSignal): Promise<EngineInfo> {
	const reply = await engineRequest(api, { method: "GET", path: "/info", signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	const info = infoShape.safeParse(reply.value).data;
	if (info === undefined) throw new EngineUnavailable("the server that answers is not a Docker engine");
	const { NCPU: cpus, MemTotal: memory, Architecture: machine, SystemTime: time } = info;
	return { cpus, memory, machine, time };
}

const imageShape = z.object({
	Architecture: z.string(),
	Os: z.string(),
	Config: z
		.object({
			Healthcheck: z
				.object({
					Test: z.array(z.string()).nullish(),
					Timeout: z.number().nullish(),
					Retries: z.number().nullish(),
				})
				.nullish(),
			Shell: z.array(z.string()).nullish(),
		})
		.nullish(),
});

export interface LocalImage {
	/** From the image's configuration: `linux/arm64`. */
	readonly platform: string;
	/** The HEALTHCHECK, with its command as an argument list. */
	readonly healthcheck?: { readonly argv: readonly string[]; readonly timeoutMs: number; readonly retries: number };
}

/** Undefined when the engine does not have the image. */
export async function inspectLocalImage(
	api: EngineApi,
	ref: string,
	signal: AbortSignal,
): Promise<LocalImage | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/images/${ref}/json`, signal });
	const image = reply.ok ? imageShape.safeParse(reply.value).data : undefined;
	if (image === undefined) return undefined;
	const { Test, Timeout, Retries } = image.Config?.Healthcheck ?? {};
	const [form, ...words] = Test ?? [];
	const shell = image.Config?.Shell ?? ["/bin/sh", "-c"];
	const argv = form === "CMD" ? words : form === "CMD-SHELL" ? [...shell, words.join(" ")] : [];
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
	/** Its Compose service. */
	readonly service: string;
	/** Its Compose project. */
	readonly project: string;
	/** Program of process 1, before the lookup in PATH. */
	readonly program: string;
	readonly searchPath: string;
	readonly workingDir: string;
	readonly running: boolean;
	/** On the engine's machine; 0 when it does not run. */
	readonly pid: number;
	readonly exitCode: number;
	readonly outOfMemory: boolean;
	/** The engine's error when it could not start the container. */
	readonly startError?: string;
	/** Container TCP port to host port. */
	readonly ports: ReadonlyMap<number, number>;
	/** Names in the engine's DNS; undefined for an older engine that does not list them. */
	readonly dnsNames?: readonly string[];
	/** HEALTHCHECK runs by the engine, oldest first. */
	readonly healthLog: readonly HealthLogEntry[];
	/** Excerpt of `docker inspect` for people. */
	readonly excerpt: Readonly<Record<string, string | number | boolean>>;
}

const defaultSearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** All containers of a run, started or not. */
export async function inspectContainers(
	api: EngineApi,
	run: string,
	signal?: AbortSignal,
): Promise<readonly Container[]> {
	const ids = await listContainers(api, run, signal);
	const containers = await Promise.all(ids.map((id) => inspectContainer(api, id, signal)));
	return containers.filter((container) => container !== undefined);
}

/** Undefined when the container is gone. */
export async function inspectContainer(
	api: EngineApi,
	id: string,
	signal?: AbortSignal,
): Promise<Container | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/containers/${id}/json`, signal });
	return reply.ok ? parseContainer(containerShape.parse(reply.value)) : undefined;
}

const listShape = z.array(z.object({ Id: z.string() }));

/** Ids of all containers of a run. */
export async function listContainers(api: EngineApi, run: string, signal?: AbortSignal): Promise<readonly string[]> {
	const query = { all: "1", filters: JSON.stringify({ label: [`com.lucid.run=${run}`] }) };
	const reply = await engineRequest(api, { method: "GET", path: "/containers/json", query, signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	return listShape.parse(reply.value).map(({ Id }) => Id);
}

function parseContainer(inspected: z.infer<typeof containerShape>): Container {
	const { Id, Path, Args, RestartCount, State, Config, NetworkSettings } = inspected;
	const ports = Object.entries(NetworkSettings.Ports ?? {}).flatMap(([name, bindings]): [number, number][] => {
		const [port, protocol] = name.split("/");
		const host = bindings?.[0]?.HostPort;
		return protocol === "tcp" && host !== undefined ? [[Number(port), Number(host)]] : [];
	});
	const names = Object.values(NetworkSettings.Networks ?? {}).flatMap(({ DNSNames }) => DNSNames ?? []);
	const workingDir = Config.WorkingDir || "/";
	const startError = State.Error === "" ? undefined : State.Error;
	return {
		healthLog: (State.Health?.Log ?? []).map(({ ExitCode, Output }) => ({
			exitCode: ExitCode,
			output: sanitizeLogLine(Output.trim().slice(-500)),
		})),
		excerpt: {
			Command: sanitizeLogLine([Path, ...(Args ?? [])].join(" "), 200),
			...{ WorkingDir: workingDir, User: Config.User || "root", Status: State.Status, ExitCode: State.ExitCode },
			OOMKilled: State.OOMKilled,
			...defined({ Error: startError && sanitizeLogLine(startError), Health: State.Health?.Status }),
			...{ RestartCount, StartedAt: State.StartedAt, FinishedAt: State.FinishedAt },
		},
		id: Id,
		service: Config.Labels?.["com.docker.compose.service"] ?? "",
		project: Config.Labels?.["com.docker.compose.project"] ?? "",
		program: Path,
		searchPath: Config.Env?.find((entry) => entry.startsWith("PATH="))?.slice(5) ?? defaultSearchPath,
		workingDir,
		running: State.Running,
		pid: State.Pid,
		exitCode: State.ExitCode,
		outOfMemory: State.OOMKilled,
		ports: new Map(ports),
		...defined({ startError, dnsNames: names.length > 0 ? names : undefined }),
	};
}
