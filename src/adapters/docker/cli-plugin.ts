import { constants } from "node:fs";
import { access, open } from "node:fs/promises";
import path from "node:path";
import { dockerConfigFolder, type Env } from "../../util/env.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import type { Exec } from "../process/exec.ts";
import { readConfigField } from "./client-config.ts";
import { type Docker, dockerWith } from "./docker.ts";

/**
 * `docker <args>`, but starts buildx and Compose directly, as docker itself would
 * (https://github.com/docker/cli/blob/master/docs/extend/cli_plugins.md). docker asks every plugin for its metadata
 * first, which costs 0.1 s of CPU time per call. Calls docker if the plugin is not found or `docker` is a script.
 */
export function dockerWithDirectPlugins(exec: Exec): Docker {
	const docker = dockerWith(exec);
	return async (args, options) => {
		const [name = ""] = args;
		const plugin = await findPlugin(name, { ...process.env, ...options?.env });
		if (plugin === undefined) return docker(args, options);
		return exec([plugin, ...args], { ...options, env: { ...options?.env, ...calledBy } });
	};
}

const calledBy = { DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND: "docker" };

/** The file that docker would start for `docker buildx` or `docker compose`; undefined if only docker can find it. */
export async function findPlugin(name: string, env: Env): Promise<string | undefined> {
	if ((name !== "buildx" && name !== "compose") || process.platform === "win32") return undefined;
	const command = await firstOf((env.PATH ?? "").split(path.delimiter), "docker");
	if (command === undefined || (await isScript(command))) return undefined;
	const own = path.join(dockerConfigFolder(env), "cli-plugins");
	return firstOf([own, ...(await extraFolders(env)), ...systemFolders], `docker-${name}`);
}

const systemFolders = ["/usr/local/lib", "/usr/local/libexec", "/usr/lib", "/usr/libexec"].map(
	(folder) => `${folder}/docker/cli-plugins`,
);

async function firstOf(folders: readonly string[], name: string): Promise<string | undefined> {
	for (const folder of folders) {
		const file = path.join(folder, name);
		const isExecutable = await access(file, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (folder !== "" && isExecutable) return file;
	}
	return undefined;
}

/** True also if it cannot be read: then it is called as it is. */
async function isScript(file: string): Promise<boolean> {
	try {
		await using handle = await open(file);
		const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return buffer.toString("latin1") === "#!";
	} catch {
		return true;
	}
}

async function extraFolders(env: Env): Promise<readonly string[]> {
	const folders = await readConfigField(env, "cliPluginsExtraDirs");
	return Array.isArray(folders) ? folders.filter((folder) => typeof folder === "string") : [];
}

/** The version in the metadata of a plugin; undefined if it is not found or has none. */
export async function pluginVersion(
	exec: Exec,
	name: string,
	env: Env,
	signal: AbortSignal,
): Promise<string | undefined> {
	const plugin = await findPlugin(name, env);
	if (plugin === undefined) return undefined;
	try {
		const { stdout } = await exec([plugin, "docker-cli-plugin-metadata"], { signal });
		return readString(readObject(parseJson(stdout))?.Version);
	} catch {
		return undefined;
	}
}
