import { readFile } from "node:fs/promises";
import path from "node:path";
import { dockerConfigFolder, type Env } from "../../util/env.ts";
import { parseJson, readObject } from "../../util/json.ts";

/** A field of `config.json`; undefined if it cannot be read: docker itself reports an invalid file. */
export async function readConfigField(env: Env, field: string): Promise<unknown> {
	const text = await readFile(path.join(dockerConfigFolder(env), "config.json"), "utf8").catch(() => "");
	return readObject(parseJson(text))?.[field];
}

/** The address that docker would use; undefined if a context is selected, which only docker can resolve. */
export async function defaultEngineAddress(env: Env): Promise<string | undefined> {
	if (env.DOCKER_HOST) return env.DOCKER_HOST;
	const context = env.DOCKER_CONTEXT || (await readConfigField(env, "currentContext"));
	if (context && context !== "default") return undefined;
	return process.platform === "win32" ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
}

/**
 * Names of the build arguments that Docker adds to every build for the proxies in `config.json`:
 * https://docs.docker.com/engine/cli/proxy/
 */
export async function proxyArgs(env: Env): Promise<readonly string[]> {
	const proxies = await readConfigField(env, "proxies");
	const keys = new Set(
		Object.values(readObject(proxies) ?? {}).flatMap((proxy) => Object.keys(readObject(proxy) ?? {})),
	);
	return Object.entries(variables).flatMap(([key, variable]) => (keys.has(key) ? [variable] : []));
}

const variables: Readonly<Record<string, string>> = {
	httpProxy: "HTTP_PROXY",
	httpsProxy: "HTTPS_PROXY",
	ftpProxy: "FTP_PROXY",
	noProxy: "NO_PROXY",
	allProxy: "ALL_PROXY",
};
