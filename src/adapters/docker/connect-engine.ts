import type { Env } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { isLoopback } from "../http/http.ts";
import { defaultEngineAddress } from "./client-config.ts";
import { directPortAccess } from "./direct-port-access.ts";
import type { Docker, PortAccess } from "./docker.ts";
import { type EngineApi, openEngineApi } from "./engine-api.ts";
import { openSshTunnel } from "./ssh-tunnel.ts";

/** Selects an engine by address or Docker context; by default the one of Docker's environment. */
export interface EngineSelection {
	readonly host?: string | undefined;
	readonly context?: string | undefined;
}

/** An engine and access to its published ports. */
export interface EngineConnection extends AsyncDisposable {
	readonly docker: Docker;
	readonly api: EngineApi;
	readonly reach: PortAccess;
}

export interface ConnectOptions {
	readonly env: Env;
	readonly signal: AbortSignal;
}

/**
 * Connects to an engine: local, over ssh (`ssh://pi@raspberrypi`) or over TCP. The latter publishes ports on all its
 * addresses, because they are not reachable otherwise.
 */
export async function connectEngine(
	docker: Docker,
	{ host, context }: EngineSelection,
	{ env, signal }: ConnectOptions,
): Promise<EngineConnection> {
	if (host !== undefined && context !== undefined)
		throw new UserError({
			code: "options/value",
			message: "docker-host and docker-context both select an engine",
			fix: "keep one of them",
		});
	// Each also clears the other variable of the environment.
	const selected =
		host === undefined && context === undefined ? {} : { DOCKER_HOST: host ?? "", DOCKER_CONTEXT: context ?? "" };
	const selectedDocker = dockerWithEnv(docker, selected);
	const address = host ?? (await addressOf(selectedDocker, context, env, signal));
	const protocol = /^(\w+):/.exec(address)?.[1];
	if (protocol === "ssh") {
		const tunnel = await openSshTunnel(address, signal);
		const tunnelEnv = { DOCKER_HOST: tunnel.dockerHost, DOCKER_CONTEXT: "" };
		return {
			docker: dockerWithEnv(docker, tunnelEnv),
			api: openEngineApi(tunnel.dockerHost, { ...env, ...tunnelEnv }),
			reach: tunnel.reach,
			[Symbol.asyncDispose]: () => tunnel[Symbol.asyncDispose](),
		};
	}
	const isTcp = protocol === "tcp" || protocol === "https" || protocol === "http";
	return {
		docker: selectedDocker,
		api: openEngineApi(address, { ...env, ...selected }),
		reach: directPortAccess((isTcp ? hostOf(address) : undefined) ?? "127.0.0.1"),
		[Symbol.asyncDispose]: async () => {},
	};
}

const dockerWithEnv =
	(docker: Docker, env: Readonly<Record<string, string>>): Docker =>
	(args, options) =>
		docker(args, { ...options, env: { ...env, ...options?.env } });

async function addressOf(docker: Docker, context: string | undefined, env: Env, signal: AbortSignal): Promise<string> {
	const address = context === undefined ? await defaultEngineAddress(env) : undefined;
	if (address !== undefined) return address;
	const args = ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"];
	const inspect = docker(context === undefined ? args : [...args, "--", context], { signal });
	// Without docker, or with one that has no contexts, the next call reports the problem.
	const result = await inspect.catch(() => undefined);
	if (result?.exitCode === 0) return result.stdout.trim();
	if (context === undefined) return "";
	throw new UserError({
		code: "options/value",
		message: `unknown Docker context ${JSON.stringify(context)}`,
		fix: "see `docker context ls`, or create it: docker context create pi --docker host=ssh://pi@raspberrypi",
	});
}

/** The host of a TCP address; undefined for this machine. */
function hostOf(address: string): string | undefined {
	const hostname = URL.parse(address.replace(/^tcp:/, "http:"))?.hostname;
	return hostname === undefined || isLoopback(hostname) ? undefined : hostname.replace(/^\[|\]$/g, "");
}
