import { devNull } from "node:os";
import path from "node:path";
import type { StageContext } from "../../shared/context.ts";
import { type ComposeService, parseComposeFile, readComposeConfig } from "./compose.ts";
import { parseEnvFile } from "./compose-variables.ts";

export interface ComposeFileContext {
	readonly root: string;
	readonly text: (file: string) => string | undefined;
	readonly hidden: (file: string) => boolean;
	readonly world: StageContext;
}

export interface ComposeFileResult {
	readonly reading?: { readonly file: string; readonly services: readonly ComposeService[] };
	readonly note?: string;
}

/**
 * Reads a Compose file with `docker compose config`, which resolves `include` and `extends`; without Docker, by itself.
 * Variables come only from a committed `.env`, because the values are written to a committed file.
 */
export async function readComposeFile(
	file: string,
	{ root, text, hidden, world }: ComposeFileContext,
): Promise<ComposeFileResult> {
	const env = `${path.posix.dirname(file)}/.env`.replace(/^\.\//, "");
	const committed = hidden(env) ? undefined : text(env);
	const variables = parseEnvFile(committed ?? "");
	const own = parseComposeFile(text(file) ?? "", file, (name) => variables.get(name));
	const args = [
		"compose",
		"--env-file",
		committed === undefined ? devNull : path.join(root, env),
		"-f",
		path.join(root, file),
	];
	const config = [...args, "config", "--format", "json"];
	const blank = Object.fromEntries(
		variablesIn(text(file) ?? "")
			.filter((name) => !variables.has(name))
			.map((name) => [name, ""]),
	);
	const ran = await world.docker(config, { signal: world.signal, env: blank }).catch(() => undefined);
	const services = ran?.exitCode === 0 ? readComposeConfig(parsed(ran.stdout), root) : undefined;
	if (services === undefined)
		return own === undefined ? { note: `${file}: not a valid Compose file` } : { reading: { file, services: own } };
	const merged = services.map((service) =>
		withOwnEnv(
			service,
			own?.find(({ name }) => name === service.name),
		),
	);
	return { reading: { file, services: merged } };
}

/** Keeps only values from the file itself: Compose adds those of env_file, which may be secrets. */
function withOwnEnv(service: ComposeService, own: ComposeService | undefined): ComposeService {
	const known = own?.env ?? {};
	const unset = [...(own?.unset ?? []), ...Object.keys(service.env).filter((name) => !(name in known))];
	return { ...service, env: known, unset: [...new Set(unset)] };
}

const variablesIn = (text: string): readonly string[] => [
	...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name)),
];

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
