import { chmod, copyFile, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { saveState } from "@actions/core";
import { engineProblems } from "../docker/engine.ts";
import { UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import { run } from "./show-exec.ts";

/** What `post` has to undo; kept in the runner's state. */
export const loginState = { folder: "docker-config", host: "login-host" } as const;

/**
 * Logs in to the registry for this job alone: credentials go to a DOCKER_CONFIG of its own that `post` removes.
 * What the usual one holds (other logins, plugins, contexts, builders) is still found. Answers the folder,
 * or undefined if nobody asked for a login.
 */
export async function logIn(options: StageOptions): Promise<string | undefined> {
	const { registryUsername: username, registryPassword: password, registry } = options;
	if (username === undefined && password === undefined) return undefined;
	if (username === undefined || password === undefined)
		throw new UserError({
			code: "options/login",
			message: `${username === undefined ? "registry-username" : "registry-password"} is missing or blank`,
			why: "a login takes both; a secret is blank where the workflow may not read it, as on a pull request from a fork",
			fix: "set both, or neither",
		});
	const host = registryHost(registry);
	const folder = await ownDockerConfig();
	saveState(loginState.folder, folder);
	saveState(loginState.host, host);
	process.env.DOCKER_CONFIG = folder;
	const { exitCode, stderr } = await run(["docker", "login", `--username=${username}`, "--password-stdin", host], {
		input: password,
	}).catch((cause: unknown) => {
		throw new UserError(engineProblems({ containerdStore: false }, {}), { cause });
	});
	if (exitCode !== 0)
		throw new UserError({
			code: "login/refused",
			message: `${host} refuses the login of ${username}`,
			why: stderr.trim().split("\n").at(-1) ?? "",
			fix: "check registry-username and registry-password; on ghcr.io the job needs `permissions: packages: write`",
		});
	return folder;
}

/** The host in `ghcr.io/lucid`; Docker Hub when none is given. */
function registryHost(registry: string | undefined): string {
	const host = (registry ?? "docker.io").split("/")[0] ?? "";
	if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(host) && !/^\[[0-9a-f:]+\](:\d+)?$/i.test(host))
		throw new UserError({ code: "options/value", message: `registry "${registry}" is no host name` });
	return host;
}

async function ownDockerConfig(): Promise<string> {
	const usual = process.env.DOCKER_CONFIG || join(homedir(), ".docker");
	const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), "lucid-docker-"));
	await chmod(folder, 0o700);
	// What is not there is not missed.
	const ignore = () => undefined;
	await copyFile(join(usual, "config.json"), join(folder, "config.json")).then(
		() => chmod(join(folder, "config.json"), 0o600),
		ignore,
	);
	for (const name of ["cli-plugins", "contexts"]) await symlink(join(usual, name), join(folder, name)).catch(ignore);
	// Builders made before stay known; buildx keeps them beside the credentials.
	process.env.BUILDX_CONFIG ||= join(usual, "buildx");
	await mkdir(process.env.BUILDX_CONFIG, { recursive: true }).catch(ignore);
	return folder;
}

/** The other half: what came of it, in words. Never throws, so that the rest of `post` runs too. */
export async function logOut(folder: string, host: string): Promise<string> {
	// A credential store outside of the folder would keep it otherwise.
	if (host !== "") await run(["docker", "--config", folder, "logout", host]).catch(() => undefined);
	return rm(folder, { recursive: true, force: true }).then(
		() => "credentials deleted",
		() => `credentials could not be deleted: ${folder}`,
	);
}
