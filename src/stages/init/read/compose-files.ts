import { devNull } from "node:os";
import path from "node:path";
import { parseJson } from "../../../util/json.ts";
import type { StageContext } from "../../shared/context.ts";
import { type ComposeService, parseComposeFile, readComposeConfig } from "./compose.ts";
import { parseEnvFile } from "./compose-variables.ts";

export interface ComposeFileContext {
	readonly root: string;
	readonly text: (file: string) => string | undefined;
	readonly isHidden: (file: string) => boolean;
	readonly context: StageContext;
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
	{ root, text, isHidden, context }: ComposeFileContext,
): Promise<ComposeFileResult> {
	const envFile = path.posix.join(path.posix.dirname(file), ".env");
	const committed = isHidden(envFile) ? undefined : text(envFile);
	const variables = parseEnvFile(committed ?? "");
	const source = text(file) ?? "";
	const parsed = parseComposeFile(source, file, (name) => variables.get(name));
	const env = committed === undefined ? devNull : path.join(root, envFile);
	const files = ["--env-file", env, "-f", path.join(root, file)];
	const unset = variablesIn(source).filter((name) => !variables.has(name));
	const result = await context
		.docker(["compose", ...files, "config", "--format", "json"], {
			signal: context.signal,
			env: Object.fromEntries(unset.map((name) => [name, ""])),
		})
		.catch(() => undefined);
	const services = result?.exitCode === 0 ? readComposeConfig(parseJson(result.stdout), root) : undefined;
	const merged = services?.map((service) =>
		withOwnEnv(
			service,
			parsed?.find(({ name }) => name === service.name),
		),
	);
	const usable = merged ?? parsed;
	return usable === undefined ? { note: `${file}: not a valid Compose file` } : { reading: { file, services: usable } };
}

/** Keeps only values from the file itself: Compose adds those of env_file, which may be secrets. */
function withOwnEnv(service: ComposeService, parsed: ComposeService | undefined): ComposeService {
	const env = parsed?.env ?? {};
	const unset = [...(parsed?.unset ?? []), ...Object.keys(service.env).filter((name) => !(name in env))];
	return { ...service, env, unset: [...new Set(unset)] };
}

const variablesIn = (text: string): readonly string[] => [
	...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name)),
];
