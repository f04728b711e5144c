import { defined } from "../../util/defined.ts";
import { expandKnown } from "./expand-known.ts";
import { type ParsedRequirement, parseRequirement } from "./requirement.ts";
import { type Include, isPathOrUrl, type PipIndexOptions, readPipOptions } from "./requirements-file.ts";
import { shellCommands } from "./shell-words.ts";

/** One `pip install` in a command line. */
export interface PipCommand {
	/** Files that it reads; `path` as written, `folder` the working directory, possibly relative. */
	readonly includes: readonly (Pick<Include, "kind" | "path"> & { readonly folder: string })[];
	/** Packages in the command, with their words. */
	readonly named: readonly { readonly word: string; readonly parsed: ParsedRequirement }[];
	readonly choice: PipIndexOptions;
	/** `3.12`: from --python-version or the program's name. */
	readonly python?: string;
	/** It runs only under a condition: `if ...; then pip install`, `[ ... ] && pip install`. */
	readonly conditional: boolean;
	/** `--platform`: wheels for another machine. */
	readonly platforms: readonly string[];
}

/** Words that may precede a command. */
const commandPrefixes: ReadonlySet<string> = new Set([
	"if",
	"then",
	"do",
	"else",
	"!",
	"time",
	"exec",
	"sudo",
	"env",
	"nice",
]);
/** Options of pip whose value is the next word, without those of `readPipOptions`. */
const optionsWithValue: ReadonlySet<string> = new Set(
	"--target -t --prefix --root --timeout --trusted-host --cache-dir --implementation --abi --retries --progress-bar --report --proxy --cert --client-cert --exists-action --log --src --config-settings --config-setting -C --global-option --root-user-action --upgrade-strategy --use-feature --use-deprecated --keyring-provider --dest -d --wheel-dir -w --python --group --index-strategy --link-mode --python-platform --resolution --prerelease --override --build-constraint -b -p".split(
		" ",
	),
);

/** Of `sh -c TEXT` in each other. */
const maxNesting = { depth: 5, characters: 1024 * 1024 };

/** Every `pip install`, `download` or `wheel` of a shell text, also of uv. Words with unknown variables are skipped. */
export function findPipCommands(
	text: string,
	variables: Readonly<Record<string, string>>,
	nesting = { depth: 0, characters: 0 },
): readonly PipCommand[] {
	const calls: PipCommand[] = [];
	let folder = "";
	let afterTest = false;
	for (const command of shellCommands(text)) {
		const words = command.map((word) => expandKnown(word, variables));
		const conditional = afterTest || ["then", "else", "do"].includes(words[0] ?? "");
		afterTest = ["[", "[[", "test"].includes(words[0] ?? "");
		if (words[0] === "cd" && words[1] !== undefined) {
			folder = words[1].startsWith("/") ? words[1] : folder === "" ? words[1] : `${folder}/${words[1]}`;
			continue;
		}
		const nested = shellText(words);
		// A variable can contain a shell command with itself.
		nesting.characters += nested?.length ?? 0;
		if (nested !== undefined && nesting.depth < maxNesting.depth && nesting.characters < maxNesting.characters) {
			nesting.depth++;
			for (const call of findPipCommands(nested, variables, nesting)) calls.push(call);
			nesting.depth--;
		}
		const call = parsePipCommand(words, folder);
		if (call !== undefined) calls.push({ ...call, conditional });
	}
	return calls;
}

/** The TEXT of `sh -c TEXT`. */
function shellText(words: readonly string[]): string | undefined {
	if (!/^(?:.*\/)?(?:ba|da|a)?sh$/.test(words[0] ?? "")) return undefined;
	const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
	return at < 0 ? undefined : words[at + 1];
}

function parsePipCommand(all: readonly string[], folder: string): Omit<PipCommand, "conditional"> | undefined {
	const start = all.findIndex((word) => !commandPrefixes.has(word) && !/^\w+=/.test(word));
	const command = start < 0 ? undefined : splitPipCommand(all.slice(start));
	if (command === undefined) return undefined;
	const { rest, choice, includes } = readPipOptions(command.words, { file: "" });
	const named: { word: string; parsed: ParsedRequirement }[] = [];
	const platforms: string[] = [];
	let python = command.python;
	for (let i = 0; i < rest.length; i++) {
		const word = rest[i] ?? "";
		const [name = "", inline] = word.startsWith("--") ? cutAt(word, "=") : [word, undefined];
		if (name === "--platform" || name === "--python-version") {
			const value = inline ?? rest[++i] ?? "";
			if (name === "--platform") platforms.push(value);
			else python = /^3\.?\d+/.exec(value)?.[0].replace(/^3\.?/, "3.") ?? python;
		} else if (optionsWithValue.has(name) && inline === undefined) i++;
		else if (!word.startsWith("-") && !/[$`<>]/.test(word.replace(/[<>]=?[\d.*]+/g, "")) && !isPathOrUrl(word)) {
			const parsed = parseRequirement(word);
			if (typeof parsed !== "string") named.push({ word, parsed });
		}
	}
	const readable = [...includes, ...command.files.map((path) => ({ kind: "requirements" as const, path }))]
		.filter(({ path }) => path !== "" && !/[$`]/.test(path))
		.map(({ kind, path }) => ({ kind, path, folder }));
	return { includes: readable, named, choice, platforms, ...defined({ python }) };
}

/** The words after pip's sub-command; `files` are the arguments of `uv pip sync`. */
function splitPipCommand(
	words: readonly string[],
): { readonly words: readonly string[]; readonly files: readonly string[]; readonly python?: string } | undefined {
	const program = (words[0] ?? "").replace(/^.*\//, "");
	const version = /^(?:python|pip)(3\.\d+)$/.exec(program)?.[1];
	const python = version === undefined ? {} : { python: version };
	let at: number;
	if (/^pip[\d.]*$/.test(program)) at = 1;
	else if (/^python[\d.]*$/.test(program)) {
		const module = words.indexOf("-m");
		if (module < 0 || words[module + 1] !== "pip") return undefined;
		at = module + 2;
	} else if (program === "uv" && words[1] === "pip") at = 2;
	else return undefined;
	// Options of pip itself may come before the sub-command.
	while (words[at]?.startsWith("-")) at++;
	const verb = words[at] ?? "";
	const rest = words.slice(at + 1);
	if (verb === "sync") return { words: [], files: rest.filter((word) => !word.startsWith("-")), ...python };
	return ["install", "download", "wheel"].includes(verb) ? { words: rest, files: [], ...python } : undefined;
}

function cutAt(word: string, mark: string): readonly [string, string | undefined] {
	const at = word.indexOf(mark);
	return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
