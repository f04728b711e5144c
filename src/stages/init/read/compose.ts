import { posix } from "node:path";
import { parseDocument } from "yaml";
import { defined } from "../../../util/defined.ts";
import { interpolate, type VariableLookup } from "./compose-variables.ts";
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

type Json = Readonly<Record<string, unknown>>;

/** Compose escapes dollar signs in its output. */
function unescaped(value: unknown): unknown {
	return interpolate(value, () => undefined);
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
	return servicesOf(unescaped(json), { folder: ".", root, lookup: () => undefined });
}

/** The base folder of relative paths, and the variables. Absolute paths below `root` belong to the repository. */
interface Place {
	readonly folder: string;
	readonly root?: string;
	readonly lookup: VariableLookup;
}

function servicesOf(whole: unknown, place: Place): readonly ComposeService[] | undefined {
	const services = object(object(whole)?.services);
	if (services === undefined) return undefined;
	return Object.entries(services).flatMap(([name, value]) => {
		const service = object(value);
		return service === undefined ? [] : [toService(name, service, place)];
	});
}

function toService(name: string, service: Json, { folder, root, lookup }: Place): ComposeService {
	const build = typeof service.build === "string" ? { context: service.build } : object(service.build);
	const made = build === undefined ? undefined : toBuild(build, folder, root);
	const image = text(service.image);
	const { known, unset } = environmentOf(service.environment, lookup);
	const health = healthOf(object(service.healthcheck));
	const command = commandOf(service.command, folder);
	return {
		name,
		...defined({ image, build: made }),
		ports: [...new Set([...list(service.ports).flatMap(portOf), ...list(service.expose).flatMap(portOf)])],
		...defined({ health }),
		env: known,
		unset,
		needs: [...namesOf(service.depends_on), ...list(service.links).flatMap((one) => text(one)?.split(":", 1)[0] ?? [])],
		awaited: Object.entries(object(service.depends_on) ?? {}).flatMap(([need, how]) =>
			object(how)?.condition === "service_completed_successfully" ? need : [],
		),
		mounts: list(service.volumes).flatMap((one) => {
			const long = object(one);
			const from =
				long === undefined ? text(one)?.split(":", 1)[0] : long.type === "bind" ? text(long.source) : undefined;
			return from !== undefined && /^[./]/.test(from) ? [from] : [];
		}),
		...defined({ command }),
	};
}

/** Undefined without a command, or if only a shell knows its words. */
function commandOf(value: unknown, folder: string): readonly string[] | undefined {
	const line = text(value);
	const invocations = line === undefined ? [] : readShellCommands(line, { script: folder, folder });
	const words = line === undefined ? list(value).map(text) : invocations.length === 1 ? invocations[0]?.words : [];
	const known = words?.filter((word) => word !== undefined && !hasPlaceholder(word)) as readonly string[] | undefined;
	return known !== undefined && known.length > 0 && known.length === words?.length ? known : undefined;
}

/** Services that another one needs to complete successfully. */
export const awaitedJobs = (services: readonly ComposeService[]): ReadonlySet<string> =>
	new Set(services.flatMap(({ awaited }) => awaited));

function toBuild(build: Json, folder: string, root: string | undefined): ComposeService["build"] {
	const written = build.context === undefined ? "." : text(build.context);
	const file = build.dockerfile === undefined ? "Dockerfile" : text(build.dockerfile);
	if (written === undefined || file === undefined) return undefined;
	if (/^(?:https?|git|ssh):\/\/|^git@/.test(written) || build.dockerfile_inline !== undefined) return undefined;
	const context = inRepository(written, folder, root);
	const dockerfile = inRepository(file, context ?? ".", root);
	if (context === undefined || dockerfile === undefined) return undefined;
	const target = text(build.target);
	return {
		context,
		dockerfile,
		...defined({ target }),
		args: environmentOf(build.args, () => undefined).known,
		platforms: list(build.platforms).flatMap((one) => text(one) ?? []),
	};
}

function inRepository(written: string, folder: string, root: string | undefined): string | undefined {
	const path = root !== undefined && posix.isAbsolute(written) ? posix.relative(root, written) || "." : written;
	if (posix.isAbsolute(path) || path.startsWith("~")) return undefined;
	const joined = root !== undefined && posix.isAbsolute(written) ? path : posix.join(folder, path);
	const clean = posix.normalize(joined).replace(/\/$/, "");
	return clean === ".." || clean.startsWith("../") ? undefined : clean;
}

/** Short and long form; ranges of up to 21 ports are expanded. */
function portOf(value: unknown): string[] {
	const long = object(value);
	const written = long === undefined ? text(value) : `${text(long.target)}/${text(long.protocol) ?? "tcp"}`;
	const found = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/.exec(written ?? "");
	const first = Number(found?.[1]);
	const last = Number(found?.[2] ?? found?.[1]);
	if (found === null || !(first > 0) || last > 65535 || last - first > 20) return [];
	const protocol = found[3] === "udp" ? "/udp" : "";
	return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}${protocol}`);
}

function healthOf(check: Json | undefined): ComposeService["health"] {
	if (check === undefined || check.disable === true) return undefined;
	if (typeof check.test === "string") return { form: "shell", words: [check.test] };
	const [form, ...words] = list(check.test).map((word) => text(word) ?? "");
	if (form === "CMD-SHELL") return { form: "shell", words };
	return form === "CMD" ? { form: "exec", words } : undefined;
}

/** A map, or a list of `NAME=value`. */
function environmentOf(
	value: unknown,
	lookup: VariableLookup,
): { readonly known: Record<string, string>; readonly unset: readonly string[] } {
	const known: Record<string, string> = {};
	const unset: string[] = [];
	const map = object(value);
	const pairs: (readonly [string, unknown])[] =
		map === undefined
			? list(value).map((one) => {
					const [, name = "", rest] = /^([^=]*)(?:=(.*))?$/s.exec(String(one)) ?? [];
					return [name, rest] as const;
				})
			: Object.entries(map);
	for (const [name, one] of pairs) {
		// A name without a value is taken from Compose's environment.
		const found = one === undefined || one === null ? lookup(name) : text(one);
		if (found === undefined) unset.push(name);
		else known[name] = found;
	}
	return { known, unset };
}

const namesOf = (value: unknown): readonly string[] =>
	Object.keys(object(value) ?? Object.fromEntries(list(value).map((one) => [String(one), one])));

function object(value: unknown): Json | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A scalar as text; undefined if it contains an unknown variable. */
function text(value: unknown): string | undefined {
	if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
	return String(value).includes("\u0001") ? undefined : String(value);
}
