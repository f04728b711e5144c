import { posix } from "node:path";
import { defined } from "../../../util/defined.ts";
import { toKebabCase } from "../propose/service-names.ts";
import { shellBlocks } from "./shell-blocks.ts";
import { readShellCommands } from "./shell-commands.ts";
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
	const script = posix.dirname(file);
	const isMarkdown = /\.(?:md|markdown|mdx|txt|rst|adoc)$/i.test(file);
	const blocks = isMarkdown ? shellBlocks(text) : [{ source: text, line: 1, headings: [] }];
	const commands: BuildCommand[] = [];
	const unclear: string[] = [];
	for (const block of blocks)
		for (const { words, folder, line } of readShellCommands(block.source, { script, folder: "." })) {
			const args = buildArguments(words);
			if (args === undefined) continue;
			const at = { file, line: block.line - 1 + line };
			const command = toBuildCommand(args, folder, at, block.headings);
			if (typeof command === "string") unclear.push(`${file}:${at.line}: ${command}`);
			else commands.push(command);
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

/** Options by long name, and positional arguments. */
function parseArguments(args: readonly string[]) {
	const options = new Map<string, string[]>();
	const positional: string[] = [];
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? "";
		const long = /^--([a-z][\w-]*)(?:=(.*))?$/s.exec(word);
		const short = /^-([a-zA-Z])(.*)$/s.exec(word);
		const name = long?.[1] ?? short?.[1];
		if (name === undefined) {
			positional.push(word);
			continue;
		}
		const inline = long ? long[2] : short?.[2] ? short[2].replace(/^=/, "") : undefined;
		const value = inline ?? (valued.has(name) ? (args[++i] ?? "") : "true");
		const longName = shortNames[name] ?? name;
		options.set(longName, [...(options.get(longName) ?? []), value]);
	}
	return { all: (name: string) => options.get(name) ?? [], positional };
}

function toBuildCommand(
	args: readonly string[],
	folder: string,
	at: BuildCommand["at"],
	headings: readonly string[],
): BuildCommand | string {
	const { all, positional } = parseArguments(args);
	const [path] = positional;
	if (path === undefined) return "skipped: a build without a context";
	if (path === "-" || /^(?:https?|git|ssh):\/\/|^git@/.test(path))
		return "skipped: a build from outside of this repository";
	const context = inRepository(path, folder);
	const file = all("file").at(-1);
	const dockerfile = file === undefined ? context && posix.join(context, "Dockerfile") : inRepository(file, folder);
	if (context === undefined || dockerfile === undefined)
		return `skipped: which ${context === undefined ? "context" : "Dockerfile"} it builds is only known when it runs`;
	const target = all("target").at(-1);
	const tags = all("tag").filter(Boolean).map(splitTag);
	return {
		at,
		dockerfile,
		context,
		tags,
		args: pairs(all("build-arg")),
		labels: pairs(all("label")),
		contexts: pairs(all("build-context")),
		secrets: all("secret").flatMap((secret) => /(?:^|,)id=([^,]+)/.exec(secret)?.[1] ?? []),
		ssh: all("ssh").map((agent) => agent.split("=", 1)[0] ?? "default"),
		platforms: all("platform")
			.flatMap((list) => list.split(","))
			.filter((platform) => platform !== "" && !hasPlaceholder(platform)),
		...defined({ target: target !== undefined && hasPlaceholder(target) ? undefined : target }),
		pushes: all("push").includes("true") || all("output").some((output) => /type=registry|push=true/.test(output)),
		...defined({
			title: titleFrom(
				headings,
				tags.map(({ image }) => image.split("/").at(-1) ?? ""),
			),
			phase: phaseFrom(headings),
		}),
	};
}

/** Undefined for an absolute path, or one that leaves the repository. */
function inRepository(path: string, folder: string): string | undefined {
	if (hasPlaceholder(path) || /^[~/]/.test(path)) return undefined;
	const joined = path === folder ? path : posix.normalize(posix.join(folder, path));
	const clean = joined.replace(/\/$/, "") || ".";
	return clean.startsWith("..") ? undefined : clean;
}

function splitTag(text: string): { readonly image: string; readonly tag?: string } {
	const [, image = text, tag] = /^(.*?)(?::([^:/]*))?$/s.exec(text.replace(/@sha256:.*$/, "")) ?? [];
	return { image, ...(tag && { tag }) };
}

const pairs = (list: readonly string[]): Readonly<Record<string, string>> =>
	Object.fromEntries(
		list.flatMap((pair) => {
			const equals = pair.indexOf("=");
			return equals < 1 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)] as const];
		}),
	);

/** Heading words that match an image name: `Session API` in `2. Session API Service` above `acme/lucid-session-api`. */
function titleFrom(headings: readonly string[], images: readonly string[]): string | undefined {
	for (const heading of headings.slice(0, 2)) {
		const words = heading.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
		for (let from = 0; from < words.length; from++)
			for (let to = words.length; to > from; to--) {
				const title = words.slice(from, to).join(" ");
				const name = toKebabCase(title);
				const isImage = name.length > 3 && images.some((image) => image === name || image.endsWith(`-${name}`));
				if (isImage && /\p{Lu}/u.test(title)) return title;
			}
	}
	return undefined;
}

/** ID and title of the phase in the nearest heading that has one: `# Phase 3 Core Services Build Summary`. */
function phaseFrom(headings: readonly string[]): BuildCommand["phase"] {
	for (const heading of headings) {
		const [, id, text = ""] = /\bphase\s+(\d{1,3})\b[\s:.–-]*(.*)$/is.exec(heading) ?? [];
		if (id === undefined) continue;
		const words = text.replace(/\(.*$/, "");
		const [start = ""] = words.split(/\b(?:docker|container|image|build|completion|summary|command|step)s?\b/i);
		const title = start.replace(/(?<![\s:–-])[\s:–-]+$/, "").trim();
		return { id, ...(title !== "" && { title }) };
	}
	return undefined;
}
