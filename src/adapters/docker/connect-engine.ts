import { UserError } from "../../util/errors.ts";
import { defaultEngineAddress } from "./client-config.ts";
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
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal;
	/** Direct access to the ports of a host. */
	readonly reachHost: (host: string) => PortAccess;
}

/**
 * Connects to an engine: local, over ssh (`ssh://pi@raspberrypi`) or over TCP. The latter publishes ports on all its
 * addresses, because they are not reachable otherwise.
 */
export async function connectEngine(
	docker: Docker,
	wanted: EngineSelection,
	ways: ConnectOptions,
): Promise<EngineConnection> {
	const { env, signal, reachHost } = ways;
	if (wanted.host !== undefined && wanted.context !== undefined)
		throw new UserError({
			code: "options/value",
			message: "docker-host and docker-context both select an engine",
			fix: "keep one of them",
		});
	// Each also clears the other variable of the environment.
	const chosen =
		wanted.host !== undefined
			? { DOCKER_HOST: wanted.host, DOCKER_CONTEXT: "" }
			: wanted.context !== undefined
				? { DOCKER_HOST: "", DOCKER_CONTEXT: wanted.context }
				: {};
	const there: Docker = (args, options) => docker(args, { ...options, env: { ...chosen, ...options?.env } });
	const address = wanted.host ?? (await addressOf(there, wanted.context, env, signal));
	const protocol = /^(\w+):/.exec(address)?.[1];
	if (protocol === "ssh") {
		const door = await openSshTunnel(address, signal);
		const tunnel = { DOCKER_HOST: door.dockerHost, DOCKER_CONTEXT: "" };
		return {
			docker: (args, options) => docker(args, { ...options, env: { ...tunnel, ...options?.env } }),
			api: openEngineApi(door.dockerHost, { ...env, ...tunnel }),
			reach: door.reach,
			[Symbol.asyncDispose]: () => door[Symbol.asyncDispose](),
		};
	}
	const host = protocol === "tcp" || protocol === "https" || protocol === "http" ? hostOf(address) : undefined;
	return {
		...{ docker: there, api: openEngineApi(address, { ...env, ...chosen }), reach: reachHost(host ?? "127.0.0.1") },
		[Symbol.asyncDispose]: async () => {},
	};
}

async function addressOf(
	docker: Docker,
	context: string | undefined,
	env: ConnectOptions["env"],
	signal: AbortSignal,
): Promise<string> {
	const usual = context === undefined ? await defaultEngineAddress(env) : undefined;
	if (usual !== undefined) return usual;
	const args = ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"];
	const found = await docker(context === undefined ? args : [...args, "--", context], { signal }).catch(
		() => undefined,
	);
	if (found?.exitCode === 0) return found.stdout.trim();
	// Without docker, or with one that has no contexts, the next call reports the problem.
	if (context === undefined) return "";
	throw new UserError({
		code: "options/value",
		message: `unknown Docker context ${JSON.stringify(context)}`,
		fix: "see `docker context ls`, or create it: docker context create pi --docker host=ssh://pi@raspberrypi",
	});
}

const loopback = /^(?:localhost|127\..*|\[?::1\]?)$/;

/** The host of a TCP address; undefined for this machine. */
function hostOf(address: string): string | undefined {
	const url = address.replace(/^tcp:/, "http:");
	if (!URL.canParse(url)) return undefined;
	const { hostname } = new URL(url);
	return loopback.test(hostname) ? undefined : hostname.replace(/^\[|\]$/g, "");
}
