import { z } from "zod";
import type { EngineApi } from "../../../adapters/docker/engine-api.ts";
import type { HealthLogEntry } from "../../../model/documents/smoke.ts";
import { sanitizeLogLine } from "../sanitize-log.ts";
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
	/** As `uname -m` has it: `x86_64`. */
	readonly machine: string;
	/** The engine's own clock, RFC 3339. */
	readonly time: string;
}

export async function engineInfo(api: EngineApi, signal?: AbortSignal): Promise<EngineInfo> {
	const reply = await engineRequest(api, { method: "GET", path: "/info", signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	const info = infoShape.safeParse(reply.value).data;
	if (info === undefined) throw new EngineUnavailable("what answers is no Docker engine");
	const { NCPU: cpus, MemTotal: memory, Architecture: machine, SystemTime: time } = info;
	return { cpus, memory, machine, time };
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
export async function inspectLocalImage(
	api: EngineApi,
	ref: string,
	signal: AbortSignal,
): Promise<LocalImage | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/images/${ref}/json`, signal });
	const image = reply.ok ? imageShape.safeParse(reply.value).data : undefined;
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
	readonly program: string;
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
	readonly dnsNames?: readonly string[];
	/** Of the runs of its HEALTHCHECK by the engine, oldest first. */
	readonly healthLog: readonly HealthLogEntry[];
	/** What of the inspection is worth showing. */
	readonly excerpt: Readonly<Record<string, string | number | boolean>>;
}

const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** The containers of one run, started or not. */
export async function inspectContainers(
	api: EngineApi,
	run: string,
	signal?: AbortSignal,
): Promise<readonly Container[]> {
	const ids = await listContainers(api, run, signal);
	const found = await Promise.all(ids.map((id) => inspectContainer(api, id, signal)));
	return found.filter((one) => one !== undefined);
}

/** One container; undefined when it is gone. */
export async function inspectContainer(
	api: EngineApi,
	id: string,
	signal?: AbortSignal,
): Promise<Container | undefined> {
	const reply = await engineRequest(api, { method: "GET", path: `/containers/${id}/json`, signal });
	return reply.ok ? container(containerShape.parse(reply.value)) : undefined;
}

const listShape = z.array(z.object({ Id: z.string() }));

/** Ids. */
export async function listContainers(api: EngineApi, run: string, signal?: AbortSignal): Promise<readonly string[]> {
	const query = { all: "1", filters: JSON.stringify({ label: [`com.lucid.run=${run}`] }) };
	const reply = await engineRequest(api, { method: "GET", path: "/containers/json", query, signal });
	if (!reply.ok) throw new EngineUnavailable(reply.why);
	return listShape.parse(reply.value).map(({ Id }) => Id);
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
		...(names.length > 0 && { dnsNames: names }),
		healthLog: (State.Health?.Log ?? []).map(({ ExitCode, Output }) => ({
			exitCode: ExitCode,
			output: sanitizeLogLine(Output.trim().slice(-500)),
		})),
		excerpt: {
			Command: sanitizeLogLine([Path, ...(Args ?? [])].join(" "), 200),
			WorkingDir: Config.WorkingDir || "/",
			User: Config.User || "root",
			Status: State.Status,
			ExitCode: State.ExitCode,
			OOMKilled: State.OOMKilled,
			...(State.Error !== "" && { Error: sanitizeLogLine(State.Error) }),
			...(State.Health && { Health: State.Health.Status }),
			RestartCount,
			StartedAt: State.StartedAt,
			FinishedAt: State.FinishedAt,
		},
		id: Id,
		service: Config.Labels?.["com.docker.compose.service"] ?? "",
		project: Config.Labels?.["com.docker.compose.project"] ?? "",
		program: Path,
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
