import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

/**
 * Names of the build args that Docker adds to every build, of the proxies in its configuration file:
 * https://docs.docker.com/engine/cli/proxy/. None where there is no such file.
 */
export async function proxyArgs(env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
	const file = path.join(env.DOCKER_CONFIG || path.join(homedir(), ".docker"), "config.json");
	let proxies: unknown;
	try {
		proxies = (JSON.parse(await readFile(file, "utf8")) as { readonly proxies?: unknown } | null)?.proxies;
	} catch {
		// Docker itself complains about a file it cannot read.
		return [];
	}
	const each = typeof proxies === "object" && proxies !== null ? Object.values(proxies) : [];
	const set = new Set(
		each.flatMap((one: unknown) => (typeof one === "object" && one !== null ? Object.keys(one) : [])),
	);
	return Object.entries(variables).flatMap(([key, variable]) => (set.has(key) ? [variable] : []));
}

const variables: Readonly<Record<string, string>> = {
	httpProxy: "HTTP_PROXY",
	httpsProxy: "HTTPS_PROXY",
	ftpProxy: "FTP_PROXY",
	noProxy: "NO_PROXY",
	allProxy: "ALL_PROXY",
};
