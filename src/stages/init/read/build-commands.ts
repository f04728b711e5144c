import { posix } from "node:path";
import { defined } from "../../../util/defined.ts";
import { toKebabCase } from "../propose/service-names.ts";
import { shellBlocks } from "./shell-blocks.ts";
import { readShellCommands, type ShellCommand } from "./shell-commands.ts";
import { hasPlaceholder } from "./word-text.ts";

/** A `docker build` command. Paths are relative to the root; {@link placeholders} replace what only a shell knows. */
export interface BuildCommand {
	readonly at: { readonly file: string; readonly line: number };
	readonly dockerfile: string;
	readonly context: string;
	/** Repository and tag, such as `acme/api` and `latest`. */
	readonly tags: readonly { readonly image: string; readonly tag?: string }[];
	readonly args: Readonly<Record<string, string>>;
	readonly labels: Readonly<Record<string, string>>;
	readonly contexts: Readonly<Record<string, string>>;
	readonly secrets: readonly string[];
	readonly ssh: readonly string[];
	readonly platforms: readonly string[];
	readonly target?: string;
	readonly pushes: boolean;
	readonly title?: string;
	readonly phase?: { readonly id: string; readonly title?: string };
}

export interface BuildCommandsResult {
	readonly commands: readonly BuildCommand[];
	/** Commands that could not be read, one sentence each. */
	readonly unclear: readonly string[];
}

/** Options of `docker buildx build` that take a value. https://docs.docker.com/reference/cli/docker/buildx/build/ */
const valued = new Set(
	(
		"add-host allow annotation attest build-arg build-context builder cache-from cache-to call cgroup-parent cpu-period cpu-quota c cpu-shares cpuset-cpus " +
		"cpuset-mems f file iidfile isolation label m memory memory-swap metadata-file network no-cache-filter o output platform policy progress provenance sbom " +
		"secret security-opt shm-size ssh t tag target ulimit"
	).split(" "),
);
const shortNames: Readonly<Record<string, string>> = { f: "file", t: "tag", o: "output" };

/** Reads the build commands of a Markdown text or a shell script. `file` is relative to the repository's root. */
export function readBuildCommands(text: string, file: string): BuildCommandsResult {
	const folder = posix.dirname(file);
	if (!/\.(?:md|markdown|mdx|txt|rst|adoc)$/i.test(file))
		return gather(readShellCommands(text, { script: folder, folder: "." }), file, 0, []);
	const all = shellBlocks(text).map(({ source, line, headings }) =>
		gather(readShellCommands(source, { script: folder, folder: "." }), file, line - 1, headings),
	);
	return { commands: all.flatMap(({ commands }) => commands), unclear: all.flatMap(({ unclear }) => unclear) };
}

function gather(
	found: readonly ShellCommand[],
	file: string,
	before: number,
	headings: readonly string[],
): BuildCommandsResult {
	const commands: BuildCommand[] = [];
	const unclear: string[] = [];
	for (const one of found) {
		const args = buildArguments(one.words);
		if (args === undefined) continue;
		const at = { file, line: before + one.line };
		const read = toCommand(args, one.folder, at, headings);
		if (typeof read === "string") unclear.push(`${file}:${at.line}: ${read}`);
		else commands.push(read);
	}
	return { commands, unclear };
}

/** The arguments of `docker build`, `docker buildx build` and similar commands. */
function buildArguments(words: readonly string[]): readonly string[] | undefined {
	const start = words.findIndex((word) => /^(?:.*\/)?(?:docker|podman|nerdctl|buildx)$/.test(word));
	// Only wrappers may precede it: sudo, time, env A=b.
	if (
		start < 0 ||
		words.slice(0, start).some((word) => !/^(?:sudo|time|env|exec|nice|command|-\w+|\w+=.*)$/.test(word))
	)
		return undefined;
	const [, ...rest] = words.slice(start);
	while (rest[0]?.startsWith("-")) rest.splice(0, rest[0].includes("=") ? 1 : 2);
	const verb = rest[0] === "buildx" || rest[0] === "image" || rest[0] === "builder" ? rest[1] : rest[0];
	if (verb !== "build" && verb !== "b") return undefined;
	return rest.slice(verb === rest[0] ? 1 : 2);
}

function toCommand(
	args: readonly string[],
	folder: string,
	at: BuildCommand["at"],
	headings: readonly string[],
): BuildCommand | string {
	const options = new Map<string, string[]>();
	const positional: string[] = [];
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? "";
		const long = /^--([a-z][\w-]*)(?:=(.*))?$/s.exec(word);
		const short = /^-([a-zA-Z])(.*)$/s.exec(word);
		if (long === null && short === null) {
			positional.push(word);
			continue;
		}
		const written = long?.[1] ?? short?.[1] ?? "";
		const name = shortNames[written] ?? written;
		const inline = long ? long[2] : short?.[2] ? short[2].replace(/^=/, "") : undefined;
		const value = inline ?? (valued.has(written) ? (args[++i] ?? "") : "true");
		options.set(name, [...(options.get(name) ?? []), value]);
	}
	const all = (name: string) => options.get(name) ?? [];
	const context = positional[0];
	if (context === undefined) return "skipped: a build without a context";
	if (context === "-" || /^(?:https?|git|ssh):\/\/|^git@/.test(context))
		return "skipped: a build from outside of this repository";
	const inRoot = inRepository(context, folder);
	const given = all("file").at(-1);
	const dockerfile = given === undefined ? inRoot && posix.join(inRoot, "Dockerfile") : inRepository(given, folder);
	if (inRoot === undefined || dockerfile === undefined)
		return `skipped: which ${inRoot === undefined ? "context" : "Dockerfile"} it builds is only known when it runs`;
	const target = all("target").at(-1);
	const tags = all("tag")
		.filter((tag) => tag !== "")
		.map(splitTag);
	const title = titleFrom(
		headings,
		tags.map(({ image }) => image.split("/").at(-1) ?? ""),
	);
	const phase = phaseFrom(headings);
	return {
		at,
		dockerfile,
		context: inRoot,
		tags,
		args: pairs(all("build-arg")),
		labels: pairs(all("label")),
		contexts: pairs(all("build-context")),
		secrets: all("secret").flatMap((one) => /(?:^|,)id=([^,]+)/.exec(one)?.[1] ?? []),
		ssh: all("ssh").map((one) => one.split("=", 1)[0] ?? "default"),
		platforms: all("platform")
			.flatMap((one) => one.split(","))
			.filter((one) => one !== "" && !hasPlaceholder(one)),
		...(target !== undefined && !hasPlaceholder(target) && { target }),
		pushes:
			all("push").some((value) => value === "true") || all("output").some((one) => /type=registry|push=true/.test(one)),
		...defined({ title, phase }),
	};
}

/** Undefined for an absolute path, or one that leaves the repository. */
function inRepository(path: string, folder: string): string | undefined {
	if (hasPlaceholder(path) || path.startsWith("~")) return undefined;
	if (path.startsWith("/")) return undefined;
	const joined = path === folder ? path : posix.normalize(posix.join(folder, path));
	const clean = joined.replace(/\/$/, "") || ".";
	return clean.startsWith("..") ? undefined : clean;
}

function splitTag(text: string): { readonly image: string; readonly tag?: string } {
	const found = /^(.*?)(?::([^:/]*))?$/s.exec(text.replace(/@sha256:.*$/, ""));
	return { image: found?.[1] ?? text, ...(found?.[2] && { tag: found[2] }) };
}

function pairs(list: readonly string[]): Readonly<Record<string, string>> {
	return Object.fromEntries(
		list.flatMap((one): [string, string][] => {
			const equals = one.indexOf("=");
			return equals < 1 ? [] : [[one.slice(0, equals), one.slice(equals + 1)]];
		}),
	);
}

/** Heading words that match an image name: `Session API` in `2. Session API Service` above `acme/lucid-session-api`. */
function titleFrom(headings: readonly string[], images: readonly string[]): string | undefined {
	for (const heading of headings.slice(0, 2)) {
		const words = heading.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
		for (let from = 0; from < words.length; from++)
			for (let to = words.length; to > from; to--) {
				const found = words.slice(from, to);
				const name = toKebabCase(found.join(" "));
				const matches = name.length > 3 && images.some((image) => image === name || image.endsWith(`-${name}`));
				if (matches && found.some((word) => /\p{Lu}/u.test(word))) return found.join(" ");
			}
	}
	return undefined;
}

/** ID and title of the phase in the nearest heading that has one: `# Phase 3 Core Services Build Summary`. */
function phaseFrom(headings: readonly string[]): BuildCommand["phase"] {
	for (const heading of headings) {
		const found = /\bphase\s+(\d{1,3})\b\s*[:.–-]*\s*(.*)$/i.exec(heading);
		if (found?.[1] === undefined) continue;
		const rest =
			(found[2] ?? "")
				.replace(/\(.*$/, "")
				.split(/\b(?:docker|container|image|build|completion|summary|command|step)s?\b/i)[0] ?? "";
		const title = rest.replace(/[\s:–-]+$/, "").trim();
		return { id: found[1], ...(title !== "" && { title }) };
	}
	return undefined;
}
