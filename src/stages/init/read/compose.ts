import { posix } from "node:path";
import { parseDocument } from "yaml";
import { defined } from "../../../util/defined.ts";
import { readObject } from "../../../util/json.ts";
import { interpolate, type VariableLookup } from "./compose-variables.ts";
import { asList, type JsonObject } from "./json.ts";
import { readShellCommands } from "./shell-commands.ts";
import { hasPlaceholder } from "./word-text.ts";

/** A service of a Compose file, with what init uses. Paths are relative to the repository's root. */
export interface ComposeService {
	readonly name: string;
	readonly image?: string;
	/** Undefined if it is not built from this repository. */
	readonly build?: {
		readonly context: string;
		readonly dockerfile: string;
		readonly target?: string;
		readonly args: Readonly<Record<string, string>>;
		readonly platforms: readonly string[];
	};
	/** Container ports in the catalog's form. */
	readonly ports: readonly string[];
	readonly health?: { readonly form: "exec" | "shell"; readonly words: readonly string[] };
	/** Variables with a value in the file. */
	readonly env: Readonly<Record<string, string>>;
	/** Variables without a value in the file. */
	readonly unset: readonly string[];
	readonly needs: readonly string[];
	/** Needs that must complete successfully before it starts. */
	readonly awaited: readonly string[];
	/** Files and folders of this repository that it mounts. */
	readonly mounts: readonly string[];
	/** As a list; a string is split into words as in Compose. */
	readonly command?: readonly string[];
}

/**
 * Parses a Compose file without other files. Resolves merge keys, the variables of `lookup`, and defaults of others.
 * Undefined if it is not a Compose file.
 */
export function parseComposeFile(
	text: string,
	file: string,
	lookup: VariableLookup = () => undefined,
): readonly ComposeService[] | undefined {
	const document = parseDocument(text, { merge: true, logLevel: "silent", uniqueKeys: false });
	if (document.errors.length > 0) return undefined;
	return servicesOf(interpolate(document.toJS({ maxAliasCount: 1000 }), lookup), {
		folder: posix.dirname(file),
		lookup,
	});
}

/** Reads the output of `docker compose config --format json`. `root`: the repository, absolute. */
export function readComposeConfig(json: unknown, root: string): readonly ComposeService[] | undefined {
	// Compose escapes dollar signs in its output.
	const config = interpolate(json, () => undefined);
	return servicesOf(config, { folder: ".", root, lookup: () => undefined });
}

/** The base folder of relative paths, and the variables. Absolute paths below `root` belong to the repository. */
interface ComposeContext {
	readonly folder: string;
	readonly root?: string;
	readonly lookup: VariableLookup;
}

function servicesOf(file: unknown, context: ComposeContext): readonly ComposeService[] | undefined {
	const services = readObject(readObject(file)?.services);
	if (services === undefined) return undefined;
	return Object.entries(services).flatMap(([name, value]) => {
		const service = readObject(value);
		return service === undefined ? [] : [toService(name, service, context)];
	});
}

function toService(name: string, service: JsonObject, context: ComposeContext): ComposeService {
	const build = typeof service.build === "string" ? { context: service.build } : readObject(service.build);
	const { env, unset } = environmentOf(service.environment, context.lookup);
	const dependencies = readObject(service.depends_on);
	const links = asList(service.links).flatMap((link) => asText(link)?.split(":", 1)[0] ?? []);
	return {
		name,
		...defined({ image: asText(service.image), build: build && toBuild(build, context) }),
		ports: [...new Set([...asList(service.ports), ...asList(service.expose)].flatMap(portsOf))],
		...defined({ health: healthOf(readObject(service.healthcheck)) }),
		env,
		unset,
		needs: [...(dependencies ? Object.keys(dependencies) : asList(service.depends_on).map(String)), ...links],
		awaited: Object.entries(dependencies ?? {}).flatMap(([need, settings]) =>
			readObject(settings)?.condition === "service_completed_successfully" ? need : [],
		),
		mounts: asList(service.volumes).flatMap((volume) => {
			const long = readObject(volume);
			const source = long === undefined ? asText(volume)?.split(":", 1)[0] : asText(long.source);
			const isBind = long === undefined || long.type === "bind";
			return isBind && source !== undefined && /^[./]/.test(source) ? [source] : [];
		}),
		...defined({ command: commandOf(service.command, context.folder) }),
	};
}

/** Undefined without a command, or if only a shell knows its words. */
function commandOf(value: unknown, folder: string): readonly string[] | undefined {
	const line = asText(value);
	const commands = line === undefined ? [] : readShellCommands(line, { script: folder, folder });
	const words =
		line === undefined ? asList(value).map(asText) : commands.length === 1 ? (commands[0]?.words ?? []) : [];
	const known = words.filter((word) => word !== undefined && !hasPlaceholder(word)) as readonly string[];
	return known.length > 0 && known.length === words.length ? known : undefined;
}

/** Services that another one needs to complete successfully. */
export const awaitedJobs = (services: readonly ComposeService[]): ReadonlySet<string> =>
	new Set(services.flatMap(({ awaited }) => awaited));

function toBuild(build: JsonObject, { folder, root }: ComposeContext): ComposeService["build"] {
	const path = build.context === undefined ? "." : asText(build.context);
	const file = build.dockerfile === undefined ? "Dockerfile" : asText(build.dockerfile);
	if (path === undefined || file === undefined || build.dockerfile_inline !== undefined) return undefined;
	if (/^(?:https?|git|ssh):\/\/|^git@/.test(path)) return undefined;
	const context = inRepository(path, folder, root);
	const dockerfile = inRepository(file, context ?? ".", root);
	if (context === undefined || dockerfile === undefined) return undefined;
	return {
		context,
		dockerfile,
		...defined({ target: asText(build.target) }),
		args: environmentOf(build.args, () => undefined).env,
		platforms: asList(build.platforms).flatMap((platform) => asText(platform) ?? []),
	};
}

/** A path relative to the repository's root; undefined if it is outside. */
function inRepository(path: string, folder: string, root: string | undefined): string | undefined {
	const isAbsolute = posix.isAbsolute(path);
	if ((isAbsolute && root === undefined) || path.startsWith("~")) return undefined;
	const relative = isAbsolute ? posix.relative(root ?? "", path) || "." : posix.join(folder, path);
	const clean = posix.normalize(relative).replace(/\/$/, "");
	return clean === ".." || clean.startsWith("../") ? undefined : clean;
}

/** Short and long form; ranges of up to 21 ports are expanded. */
function portsOf(value: unknown): string[] {
	const long = readObject(value);
	const text = long === undefined ? asText(value) : `${asText(long.target)}/${asText(long.protocol) ?? "tcp"}`;
	const match = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/.exec(text ?? "");
	const first = Number(match?.[1]);
	const last = Number(match?.[2] ?? match?.[1]);
	if (!(first > 0) || last > 65535 || last - first > 20) return [];
	const protocol = match?.[3] === "udp" ? "/udp" : "";
	return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}${protocol}`);
}

function healthOf(check: JsonObject | undefined): ComposeService["health"] {
	if (check === undefined || check.disable === true) return undefined;
	if (typeof check.test === "string") return { form: "shell", words: [check.test] };
	const [form, ...words] = asList(check.test).map((word) => asText(word) ?? "");
	if (form === "CMD-SHELL") return { form: "shell", words };
	return form === "CMD" ? { form: "exec", words } : undefined;
}

/** A map, or a list of `NAME=value`. */
function environmentOf(value: unknown, lookup: VariableLookup) {
	const env: Record<string, string> = {};
	const unset: string[] = [];
	const fromList = () =>
		asList(value).map((item) => {
			const [, name = "", rest] = /^([^=]*)(?:=(.*))?$/s.exec(String(item)) ?? [];
			return [name, rest] as const;
		});
	for (const [name, item] of Object.entries(readObject(value) ?? Object.fromEntries(fromList()))) {
		// A name without a value is taken from Compose's environment.
		const text = item === undefined || item === null ? lookup(name) : asText(item);
		if (text === undefined) unset.push(name);
		else env[name] = text;
	}
	return { env, unset };
}

/** A scalar as text; undefined if it contains an unknown variable. */
function asText(value: unknown): string | undefined {
	if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
	return String(value).includes("\u0001") ? undefined : String(value);
}
