import { access, readFile } from "node:fs/promises";
import type { SecretSource } from "../../model/service/secret-source.ts";
import type { Service } from "../../model/service/service.ts";
import type { Env } from "../../util/env.ts";
import { sanitizeText } from "../../util/sanitize.ts";
import { catalogPath } from "./bake/targets.ts";

/** Build secrets of one service: what is missing of them, and the values that must never be shown. */
export interface SecretValues {
	readonly missing: readonly string[];
	readonly values: readonly string[];
}

/** Everything in the environment, and nothing else. */
export const wholeEnvironment: SecretSource = { values: new Map() };

/** The variable that gives buildx a value that was handed over: none that buildx, Docker or the runner reads. */
export const secretEnvName = (name: string) => `LUCID_BUILD_SECRET_${name}`;

/** What buildx has to find in its environment. */
export function secretEnvironment(values: SecretSource["values"]): Readonly<Record<string, string>> {
	return Object.fromEntries([...values].map(([name, value]) => [secretEnvName(name), value]));
}

/** Looks at what buildx will read. A value is kept only to strike it out of logs. */
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
				? // GitHub makes an empty variable of a secret that is not set, or that a fork may not have.
					(source.values.get(secret.env) ?? (env[secret.env] || undefined))
				: await readFile(catalogPath(root, secret.file), "utf8").catch(() => undefined);
		if (value !== undefined) values.push(value);
		else if (secret.from === "env") missing.push(`secret ${secret.id}: ${absent(secret.env, source)}`);
		else missing.push(`secret ${secret.id}: there is no file ${secret.file}`);
	}
	return { missing, values };
}

const absent = (name: string, { names }: SecretSource) =>
	names === undefined
		? `the environment has no ${name}, or an empty one; set it for this step`
		: `neither build-secrets nor the environment has ${name}, or it is empty; set it in build-secrets`;

/** What of a service's SSH agents is not there. */
export async function missingSshAgents({ ssh = [] }: Service, env: Env): Promise<readonly string[]> {
	const missing: string[] = [];
	for (const { id, env: name = "SSH_AUTH_SOCK" } of ssh) {
		const place = env[name] || undefined;
		const wrong =
			place === undefined
				? `the environment has no ${name}, or an empty one`
				: await access(place).then(
						() => undefined,
						() => `there is nothing at ${place}, which ${name} names`,
					);
		if (wrong !== undefined) missing.push(`ssh ${id}: ${wrong}; start an agent, or set ${name} for this step`);
	}
	return missing;
}

/** Takes what a terminal would act upon out of a text, then secrets; each of their lines, too, since logs are cut at line ends. */
export function redactor(values: readonly string[]): (text: string) => string {
	const parts = values.flatMap((value) => [value, ...value.split(/\r?\n/)]).map((part) => part.trim());
	// Shorter ones would strike out half of every log.
	const sorted = [...new Set(parts)].filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
	return (text) => sorted.reduce((rest, part) => rest.replaceAll(part, "***"), sanitizeText(text));
}
