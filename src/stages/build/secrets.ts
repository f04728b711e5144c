import { existsSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { isJobToken, variableOwner } from "../../model/service/reserved-variables.ts";
import { isGitFile } from "../../model/service/secret-file.ts";
import type { SecretSource, Service } from "../../model/service/service.ts";
import { dockerConfigFolder, type Env } from "../../util/env.ts";

/** Secrets of one service: what is missing, and values that must never be shown. */
export interface SecretValues {
	readonly missing: readonly string[];
	readonly values: readonly string[];
}

/** Allows the environment, except what no build may read. */
const wholeEnvironment: SecretSource = { values: new Map() };

/** The variable that passes a value to buildx; neither buildx, Docker nor the runner reads it otherwise. */
export const secretEnvName = (name: string) => `LUCID_BUILD_SECRET_${name}`;

/** The environment of buildx with these values. */
export function secretEnvironment(values: SecretSource["values"]): Readonly<Record<string, string>> {
	return Object.fromEntries([...values].map(([name, value]) => [secretEnvName(name), value]));
}

/** Reads what buildx will read. Values are kept only to redact logs. */
export async function readSecrets(
	service: Service,
	root: string,
	env: Env,
	source: SecretSource = wholeEnvironment,
): Promise<SecretValues> {
	const missing: string[] = [];
	const values: string[] = [];
	for (const secret of service.secrets) {
		const read =
			secret.from === "env" ? readVariable(secret.env, env, source) : await readSecretFile(secret.file, root, env);
		if ("value" in read) values.push(read.value);
		else missing.push(`secret ${secret.id}: ${read.why}`);
	}
	return { missing, values };
}

type Read = { readonly value: string } | { readonly why: string };

function readVariable(name: string, env: Env, source: SecretSource): Read {
	const refusal = whyRefused(name, source);
	if (refusal !== undefined) return { why: refusal };
	// GitHub sets an empty variable for a secret that does not exist or that a fork may not read.
	const value = source.values.get(name) ?? (env[name] || undefined);
	if (value !== undefined) return { value };
	return {
		why:
			source.names === undefined
				? `${name} is unset or empty; set it in the environment of this step`
				: `${name} is unset or empty in build-secrets and in the environment; set it in build-secrets`,
	};
}

/** Why builds may not read a variable. Checked here too, because a plan may come from elsewhere. */
function whyRefused(name: string, { values, names }: SecretSource): string | undefined {
	const owner = variableOwner(name);
	if (owner !== undefined) return `no build may read ${name}, a variable of ${owner}; name a variable of your own`;
	if (isJobToken(name) && !values.has(name))
		return (
			`builds may read ${name} only if the workflow gives its value: add \`${name}=$` +
			`{{ secrets.GITHUB_TOKEN }}\` to build-secrets and ${name} to build-secret-names; elsewhere name a variable of your own`
		);
	return names?.has(name) === false ? `builds may not read ${name}; add it to build-secret-names` : undefined;
}

/** Files of the repository only, links followed: not of git, of the runner or of Docker's configuration. */
async function readSecretFile(file: string, root: string, env: Env): Promise<Read> {
	const [top, real] = await Promise.all([realpath(root), realpath(path.join(root, file)).catch(() => undefined)]);
	if (real === undefined) return { why: `the file ${file} does not exist` };
	const refused = (why: string): Read => ({ why: `no build may read the file ${file}: ${why}; name another file` });
	if (!isBelow(real, top)) return refused("it is outside of the repository");
	if (isGitFile(path.relative(top, real))) return refused("git may keep a token in it");
	const folders = [
		env.RUNNER_TEMP,
		env.GITHUB_EVENT_PATH && path.dirname(env.GITHUB_EVENT_PATH),
		dockerConfigFolder(env),
	];
	for (const folder of folders) {
		const reserved = folder ? await realpath(folder).catch(() => undefined) : undefined;
		// A repository may itself be in the runner's temporary folder.
		if (reserved !== undefined && isBelow(reserved, top) && isBelow(real, reserved))
			return refused("it belongs to the runner or to Docker");
	}
	return readFile(real, "utf8").then(
		(value) => ({ value }),
		(error: NodeJS.ErrnoException) => ({ why: `the file ${file} cannot be read: ${error.code}` }),
	);
}

const isBelow = (file: string, folder: string) =>
	file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

/** The variable with the path of an agent's socket; always allowed, because a path is not secret. */
const usualAgent = "SSH_AUTH_SOCK";

/** SSH agents of a service that are missing. Messages do not quote values of other variables: they may be secrets. */
export function missingSshAgents(
	{ ssh = [] }: Service,
	env: Env,
	source: SecretSource = wholeEnvironment,
): readonly string[] {
	return ssh.flatMap(({ id, env: name = usualAgent }) => {
		const refusal = name === usualAgent ? undefined : whyRefused(name, source);
		if (refusal !== undefined) return [`ssh ${id}: ${refusal}`];
		if (sshAgentPath(name, env) !== undefined) return [];
		const place = name === usualAgent ? env[name] : "a path";
		const wrong = env[name] ? `names ${place}, which does not exist` : "is unset or empty";
		return [`ssh ${id}: ${name} ${wrong}; start an agent, or set ${name} for this step`];
	});
}

/** The path in a variable, if it exists: any other value may be a secret, and belongs into no definition. */
export function sshAgentPath(name: string, env: Env): string | undefined {
	const place = env[name];
	return place && existsSync(place) ? place : undefined;
}
