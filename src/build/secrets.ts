import { access, readFile } from "node:fs/promises";
import type { Service } from "../documents/service.ts";
import { plainText } from "../harmless.ts";
import { within } from "./targets.ts";

/** Environment variables as Node has them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Build secrets of one service: what is missing of them, and the values that must never be shown. */
export interface Secrets {
	readonly missing: readonly string[];
	readonly values: readonly string[];
}

/** Looks at what buildx will read. A value is kept only to strike it out of logs. */
export async function readSecrets(service: Service, root: string, env: Env): Promise<Secrets> {
	const missing: string[] = [];
	const values: string[] = [];
	for (const secret of service.secrets) {
		const value =
			secret.from === "env"
				? // GitHub makes an empty variable of a secret that is not set, or that a fork may not have.
					env[secret.env] || undefined
				: await readFile(within(root, secret.file), "utf8").catch(() => undefined);
		if (value !== undefined) values.push(value);
		else if (secret.from === "env")
			missing.push(`secret ${secret.id}: the environment has no ${secret.env}, or an empty one; set it for this step`);
		else missing.push(`secret ${secret.id}: there is no file ${secret.file}`);
	}
	return { missing, values };
}

/** What of a service's SSH agents is not there. */
export async function missingAgents({ ssh = [] }: Service, env: Env): Promise<readonly string[]> {
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
export function striker(values: readonly string[]): (text: string) => string {
	const parts = values.flatMap((value) => [value, ...value.split(/\r?\n/)]).map((part) => part.trim());
	// Shorter ones would strike out half of every log.
	const sorted = [...new Set(parts)].filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
	return (text) => sorted.reduce((rest, part) => rest.replaceAll(part, "***"), plainText(text));
}
