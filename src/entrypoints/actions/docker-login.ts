import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveState } from "@actions/core";
import { engineProblems } from "../../adapters/docker/engine.ts";
import { githubRun } from "../../adapters/github/run-event.ts";
import { readTokenHosts, requireTrustedRealm } from "../../adapters/registry/registry.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { dockerConfigFolder } from "../../util/env.ts";
import { UserError } from "../../util/errors.ts";
import { parseJson, readObject, readString } from "../../util/json.ts";
import { redactor } from "../../util/redact.ts";
import { withCommands } from "./job-log.ts";
import { execLogged } from "./logged-exec.ts";
import { type LoginRequest, parseLogins, registriesOfToken } from "./parse-logins.ts";

/** State for `post`: the folder with the credentials. */
export const dockerConfigState = "docker-config";

export interface LoginResult {
	/** The DOCKER_CONFIG of this job. */
	readonly folder: string;
	readonly hosts: readonly string[];
}

/**
 * Logs in for this job only, in a DOCKER_CONFIG that `post` deletes. The user's own logins, plugins, contexts and
 * builders stay available and unchanged. Undefined without a login.
 */
export async function logIn(options: StageOptions): Promise<LoginResult | undefined> {
	const { registry, registryUsername: username, registryPassword: password, githubToken, registryTokenHosts } = options;
	const isReadOnly = (await githubRun(process.env))?.readOnly ?? false;
	const registries = registriesOfToken(process.env.GITHUB_SERVER_URL);
	const jobToken = { token: githubToken, registries, isFallback: !isReadOnly };
	const all = parseLogins({ registry, username, password, lines: options.logins, jobToken });
	const logins = withPasswords(all, registries, isReadOnly);
	if (logins.length === 0) return undefined;
	// docker and BuildKit send a login to any realm.
	const tokenHosts = readTokenHosts(registryTokenHosts);
	await Promise.all(logins.map(({ host }) => requireTrustedRealm(host, { env: process.env, tokenHosts })));
	const folder = await ownDockerConfig(logins);
	process.env.DOCKER_CONFIG = folder;
	for (const login of logins) await logInTo(login);
	return { folder, hosts: logins.map(({ host }) => host) };
}

type Complete = LoginRequest & { readonly password: string };

/** A pull request from a fork has no secrets and needs no login. Otherwise a blank password is an error. */
function withPasswords(
	logins: readonly LoginRequest[],
	ownRegistries: readonly string[],
	isReadOnly: boolean,
): readonly Complete[] {
	const complete = logins.flatMap(({ password, ...rest }): Complete[] => (password ? [{ ...rest, password }] : []));
	const blank = logins.filter(({ password }) => !password);
	if (blank.length === 0) return complete;
	if (isReadOnly) {
		console.log(`no login at ${blank.map(({ host }) => host).join(", ")}: a pull request from a fork has no secrets`);
		return complete;
	}
	throw new UserError(
		blank.map(({ host }) => ({
			code: "options/login",
			message: `the password for ${host} is missing or blank`,
			why: ownRegistries.includes(host)
				? "a secret is blank if it does not exist or the workflow may not read it"
				: `a secret is blank if it does not exist or the workflow may not read it; the job's token is not sent to ${host}`,
			fix: "check the name of the secret, and that a reusable workflow gets it (`secrets: inherit`)",
		})),
	);
}

async function logInTo({ host, username, password }: Complete): Promise<void> {
	const { exitCode, stderr } = await execLogged(
		["docker", "login", `--username=${username}`, "--password-stdin", "--", host],
		{
			input: password,
		},
	).catch((cause: unknown) => {
		throw new UserError(engineProblems({ containerdStore: false }, {}), { cause });
	});
	if (exitCode !== 0)
		throw new UserError({
			code: "login/refused",
			message: `${host} refuses the login of ${username}`,
			why: redactor([password])(stderr.trim().split("\n").at(-1) ?? ""),
			fix: "check user and password; on ghcr.io the job needs `permissions: packages: write`",
		});
}

async function ownDockerConfig(logins: readonly LoginRequest[]): Promise<string> {
	const usual = dockerConfigFolder(process.env);
	const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), "lucid-docker-"));
	withCommands(() => saveState(dockerConfigState, folder));
	await chmod(folder, 0o700);
	const text = await readFile(join(usual, "config.json"), "utf8").catch(() => "{}");
	const config = jobDockerConfig(text, logins);
	await writeFile(join(folder, "config.json"), JSON.stringify(config), { mode: 0o600 });
	// Both are optional.
	const ignore = () => undefined;
	for (const name of ["cli-plugins", "contexts"]) await symlink(join(usual, name), join(folder, name)).catch(ignore);
	// buildx keeps its builders beside the credentials.
	process.env.BUILDX_CONFIG ||= join(usual, "buildx");
	await mkdir(process.env.BUILDX_CONFIG, { recursive: true }).catch(ignore);
	return folder;
}

interface DockerConfig {
	readonly auths: Readonly<Record<string, unknown>>;
	readonly credHelpers: Readonly<Record<string, unknown>>;
}

/**
 * The user's configuration with these logins in this file. In the machine's credential store they would replace a
 * person's own login, which `post` would then remove. Other logins are still read from the store.
 */
export function jobDockerConfig(text: string, logins: readonly Pick<LoginRequest, "host">[]): DockerConfig {
	const config = readObject(parseJson(text));
	if (config === undefined) {
		const message = "Docker's config.json is not a JSON object";
		throw new UserError({ code: "registry/docker-config", message, fix: "fix the file, or remove it" });
	}
	const { credsStore: store, credHelpers, auths, ...rest } = config;
	const credsStore = readString(store);
	const hosts = new Set(logins.flatMap(({ host }) => (host === "docker.io" ? [host, dockerHub] : [host])));
	const stored =
		credsStore === undefined ? [] : Object.keys(readObject(auths) ?? {}).map((host) => [host, credsStore] as const);
	const helpers = { ...Object.fromEntries(stored), ...readObject(credHelpers) };
	return {
		...rest,
		// Without an entry in `auths`, docker uses a credential store.
		auths: { ...readObject(auths), ...Object.fromEntries([...hosts].map((host) => [host, {}])) },
		credHelpers: Object.fromEntries(Object.entries(helpers).filter(([host]) => !hosts.has(host))),
	};
}

/** Docker's key for Docker Hub. */
const dockerHub = "https://index.docker.io/v1/";

/** Deletes the credentials and returns a message. Never throws, so that the rest of `post` runs too. */
export async function deleteCredentials(folder: string): Promise<string> {
	return rm(folder, { recursive: true, force: true }).then(
		() => "credentials deleted",
		() => `credentials could not be deleted: ${folder}`,
	);
}
