import type { Env } from "../../util/env.ts";
import { isLoopback } from "../http/http.ts";
import { defaultEngineAddress } from "./client-config.ts";
import type { Docker } from "./docker.ts";
import type { BuilderInfo } from "./engine.ts";

/** Drivers whose BuildKit runs in the engine of its node. With any other, someone else runs it. */
const engineDrivers: readonly string[] = ["docker", "docker-container"];

/** Whether a builder, or one of its nodes, may be on another machine. A node that cannot be resolved counts. */
export async function buildsElsewhere(
	{ driver, endpoints = [] }: Pick<BuilderInfo, "driver" | "endpoints">,
	{ docker, env, signal }: { readonly docker: Docker; readonly env: Env; readonly signal: AbortSignal },
): Promise<boolean> {
	if (!engineDrivers.includes(driver) || endpoints.length === 0) return true;
	const addressOf = async (endpoint: string): Promise<string> => {
		if (/^\w+:\/\//.test(endpoint)) return endpoint;
		const known = endpoint === "default" ? await defaultEngineAddress(env) : undefined;
		if (known !== undefined) return known;
		const inspected = await docker(["context", "inspect", "--format", "{{.Endpoints.docker.Host}}", "--", endpoint], {
			signal,
		}).catch(() => undefined);
		return inspected?.exitCode === 0 ? inspected.stdout.trim() : "";
	};
	return !(await Promise.all(endpoints.map(addressOf))).every(isOnThisMachine);
}

function isOnThisMachine(address: string): boolean {
	if (/^(unix|npipe|fd):/.test(address)) return true;
	const url = /^tcp:/.test(address) ? URL.parse(address.replace(/^tcp:/, "http:")) : URL.parse(address);
	return url !== null && /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
}
