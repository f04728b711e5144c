import { access, readFile } from "node:fs/promises";
import path from "node:path";
import type { SecretSource, Service } from "../../model/service/service.ts";
import type { Env } from "../../util/env.ts";
import { sanitizeText } from "../../util/sanitize.ts";

/** Secrets of one service: what is missing, and values that must never be shown. */
export interface SecretValues {
	readonly missing: readonly string[];
	readonly values: readonly string[];
}

/** Allows the whole environment. */
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
		if (secret.from === "env" && source.names?.has(secret.env) === false) {
			missing.push(`secret ${secret.id}: builds may not read ${secret.env}; add it to build-secret-names`);
			continue;
		}
		const value =
			secret.from === "env"
				? // GitHub sets an empty variable for a secret that does not exist or that a fork may not read.
					(source.values.get(secret.env) ?? (env[secret.env] || undefined))
				: await readFile(path.join(root, secret.file), "utf8").catch(() => undefined);
		if (value !== undefined) values.push(value);
		else if (secret.from === "env") missing.push(`secret ${secret.id}: ${absent(secret.env, source)}`);
		else missing.push(`secret ${secret.id}: the file ${secret.file} does not exist`);
	}
	return { missing, values };
}

const absent = (name: string, { names }: SecretSource) =>
	names === undefined
		? `${name} is unset or empty; set it in the environment of this step`
		: `${name} is unset or empty in build-secrets and in the environment; set it in build-secrets`;

/** SSH agents of a service that are missing. */
export async function missingSshAgents({ ssh = [] }: Service, env: Env): Promise<readonly string[]> {
	const missing: string[] = [];
	for (const { id, env: name = "SSH_AUTH_SOCK" } of ssh) {
		const place = env[name] || undefined;
		const wrong =
			place === undefined
				? `${name} is unset or empty`
				: await access(place).then(
						() => undefined,
						() => `${name} names ${place}, which does not exist`,
					);
		if (wrong !== undefined) missing.push(`ssh ${id}: ${wrong}; start an agent, or set ${name} for this step`);
	}
	return missing;
}

/** Removes terminal escapes and secrets from a text, also each line of a secret, because logs are split into lines. */
export function redactor(values: readonly string[]): (text: string) => string {
	const parts = values.flatMap((value) => [value, ...value.split(/\r?\n/)]).map((part) => part.trim());
	// Shorter values would match too much of every log.
	const sorted = [...new Set(parts)].filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
	return (text) => sorted.reduce((rest, part) => rest.replaceAll(part, "***"), sanitizeText(text));
}
