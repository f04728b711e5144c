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
 * One Compose file, as `docker compose config` reads it, which follows `include` and `extends`; where there is none, by itself. Values of variables come
 * from an `.env` that is committed, never from one that git ignores, nor from this process: what is read here ends in a file that is committed.
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
		return own === undefined
			? { note: `${file}: it cannot be read as a Compose file` }
			: { reading: { file, services: own } };
	const merged = services.map((service) =>
		withOwnEnv(
			service,
			own?.find(({ name }) => name === service.name),
		),
	);
	return { reading: { file, services: merged } };
}

/** Values are only taken from the file itself: Compose has put those of env_file among them, and such files hold secrets. */
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
