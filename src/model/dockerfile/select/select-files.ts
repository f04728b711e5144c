import { defined } from "../../../util/defined.ts";
import type { Problem } from "../../../util/errors.ts";
import { splitContextPath } from "../parse/go-text.ts";
import type { Trace, TracedInput } from "../trace/trace-types.ts";
import { type ContextView, contextViewOf } from "./context-view.ts";
import { type Obstacle, type TreeEntry, type TreeSource, toTree } from "./file-tree.ts";
import { hasWildcards, isGlob } from "./glob.ts";
import { emptyIgnoreFile, type IgnoreFile } from "./ignore-file.ts";
import { PatternSet, parsePathPattern } from "./patterns.ts";
import { suggestPath } from "./suggest-path.ts";

/** The files that one instruction copies into the image. */
export interface SelectedInput {
	readonly input: TracedInput;
	/**
	 * Files, symbolic links and folders of the tree, sorted by path, without duplicates. All services with the same
	 * folder and ignore file share one array, so that derived values can be cached by it.
	 */
	readonly entries: readonly TreeEntry[];
}

export interface FileSelection {
	readonly inputs: readonly SelectedInput[];
	/**
	 * Located. What the engine refuses to build: `dockerfile/missing-source`, `ignored-source`, `link-outside`,
	 * `link-loop`, `special-file`, `unreadable`, `source-pattern`. What it would build without files that git has:
	 * `dockerfile/submodule`, `lfs-pointer`, `not-checked-out`, `file-name`.
	 */
	readonly problems: readonly Problem[];
}

/**
 * Selects the entries of a build context for each input. `tree` is the content of the context, or a node of a larger
 * tree (`subtree`). `context` is the context of the inputs: by default the main one, else a named one with its tree.
 */
export function selectFiles(
	trace: Pick<Trace, "file" | "inputs">,
	tree: TreeSource,
	ignore: IgnoreFile | undefined,
	{ context = "" }: { readonly context?: string } = {},
): FileSelection {
	const view = contextViewOf(toTree(tree), ignore ?? emptyIgnoreFile);
	const problems: Problem[] = [];
	const inputs = trace.inputs
		.filter((input) => input.context === context)
		.map((input) => ({ input, entries: selectInput(input, view, trace.file, problems) }));
	return { inputs, problems };
}

type Report = (problem: Omit<Problem, "at">) => void;

interface InputContext {
	readonly view: ContextView;
	/** Undefined if a pattern is malformed: then nothing is excluded. */
	readonly excludes: PatternSet | undefined;
	readonly report: Report;
}

function selectInput(input: TracedInput, view: ContextView, file: string, problems: Problem[]): readonly TreeEntry[] {
	const report: Report = (problem) => problems.push({ ...problem, at: { file, line: input.line } });
	const excludes = toPatterns(input.excludes);
	if (excludes === undefined)
		report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern in --exclude` });
	const context = { view, excludes, report };
	const selected: (readonly TreeEntry[])[] = [];
	for (const source of new Set(input.sources)) {
		// Mounts do not expand wildcards.
		const isLiteral = input.kind === "mount" || !hasWildcards(source);
		if (!isLiteral && !isGlob(source))
			report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern "${source}"` });
		else if (input.parents) selected.push(...selectWithParents(source, context));
		else {
			const paths = isLiteral ? [splitContextPath(source)] : expandGlob(source, context);
			for (const parts of paths) selected.push(...selectPath({ parts, source, isLiteral }, context));
			// An empty folder that a wildcard matches still creates the destination.
			if (!isLiteral) selected.push(paths.flatMap((parts) => view.folderEntry(parts)));
		}
	}
	const [first = [], ...others] = new Set(selected);
	const entries = others.length === 0 ? first : mergeEntries([first, ...others]);
	reportObstacles(entries, report);
	return entries;
}

/** The entries of several lists, each once, sorted by path. */
function mergeEntries(lists: readonly (readonly TreeEntry[])[]): readonly TreeEntry[] {
	const unique = new Map<string, TreeEntry>();
	for (const list of lists) for (const entry of list) unique.set(entry.path, entry);
	return [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface SourcePath {
	readonly parts: readonly string[];
	/** As written. */
	readonly source: string;
	/** Whether the source has no wildcards: then it has to exist. */
	readonly isLiteral: boolean;
}

/** Resolves one source: the symbolic links on the way, and the entries at its end. */
function selectPath(
	{ parts, source, isLiteral }: SourcePath,
	{ view, excludes, report }: InputContext,
): readonly (readonly TreeEntry[])[] {
	// One entry represents all of `.git`.
	const resolved = view.resolvePath(parts[0] === ".git" ? [".git"] : parts);
	if (resolved.kind === "found") {
		const below = view.entriesBelow(resolved.node, excludes);
		return resolved.links.length === 0 ? [below] : [resolved.links, below];
	}
	if (resolved.kind === "unknown") return [resolved.links, [resolved.folder]];
	if (resolved.kind === "loop")
		report({ code: "dockerfile/link-loop", message: `${source}: too many symbolic links, they form a loop` });
	else if (resolved.outside !== undefined)
		report({
			code: "dockerfile/link-outside",
			message: `${resolved.outside.path} is a symbolic link that leaves the build context (-> ${resolved.outside.target})`,
			fix: "copy its target into the context, or use a larger context",
		});
	else if (resolved.kind === "ignored")
		report({
			code: "dockerfile/ignored-source",
			message: `${source} is excluded from the build context${resolved.by === undefined ? "" : ` by ${resolved.by}`}`,
			fix: `add the line !${parts.join("/")} to the ignore file, or remove the pattern`,
		});
	else if (isLiteral) {
		const suggestion = suggestPath(view, parts);
		report({
			code: "dockerfile/missing-source",
			message: `${source} does not exist in the build context`,
			...defined({ fix: suggestion && `did you mean ${suggestion}?` }),
		});
	}
	return [resolved.links];
}

/** Paths that a wildcard matches. No match is valid, but the folders before the wildcard have to exist. */
function expandGlob(source: string, context: InputContext): readonly (readonly string[])[] {
	const parts = splitContextPath(source);
	const paths = context.view.glob(parts);
	if (paths !== undefined) return paths;
	const folder = parts.slice(0, parts.findIndex(hasWildcards));
	const entries = selectPath({ parts: folder, source: folder.join("/"), isLiteral: true }, context).flat();
	return entries.some(({ obstacle }) => obstacle === "submodule") ? [folder] : [];
}

/** `--parents`: a pattern below a pivot, without following links, with the folders on the way. */
function selectWithParents(source: string, context: InputContext): readonly (readonly TreeEntry[])[] {
	const { view, excludes } = context;
	const pivot = source.indexOf("/./");
	const base = pivot < 0 ? "/" : source.slice(0, pivot);
	const isLiteralBase = !hasWildcards(base);
	const pattern = splitContextPath(pivot < 0 ? source : source.slice(pivot + 3)).join("/");
	const include = pattern === "" ? undefined : toPatterns([pattern]);
	const bases = isLiteralBase ? [splitContextPath(base)] : expandGlob(base, context);
	const selected = bases.flatMap((parts) => {
		const start = view.resolvePath(parts);
		return start.kind === "found"
			? [start.links, view.entriesBelow(start.node, excludes, include)]
			: selectPath({ parts, source: base, isLiteral: isLiteralBase }, context);
	});
	if (hasWildcards(source) || selected.some((entries) => entries.length > 0)) return selected;
	return [...selected, ...selectPath({ parts: splitContextPath(source), source, isLiteral: true }, context)];
}

/** Undefined if a pattern is malformed. */
function toPatterns(lines: readonly string[]): PatternSet | undefined {
	const patterns = lines.map(parsePathPattern).filter((pattern) => pattern !== "empty");
	const valid = patterns.filter((pattern) => pattern !== undefined);
	return valid.length === patterns.length ? new PatternSet(valid) : undefined;
}

/** Files that git has but the disk does not. For most files that a sparse checkout skips, git's object is enough. */
const obstacles: Readonly<
	Record<Exclude<Obstacle, "skipped">, Omit<Problem, "at" | "message"> & { readonly is: string }>
> = {
	submodule: {
		code: "dockerfile/submodule",
		is: "a submodule that is not checked out",
		why: "its folder is empty here, so it would be empty in the image",
		fix: "check it out: `submodules: recursive` of actions/checkout, or `git submodule update --init --recursive`; or add it to the ignore file",
	},
	"lfs-pointer": {
		code: "dockerfile/lfs-pointer",
		is: "a Git LFS pointer, not the file",
		why: "the image would contain the pointer's three lines",
		fix: "fetch the file: `lfs: true` of actions/checkout, or `git lfs pull`; or add it to the ignore file",
	},
	"skipped-converted": {
		code: "dockerfile/not-checked-out",
		is: "skipped by the sparse checkout",
		why: "a checkout converts it (.gitattributes or core.autocrlf), so git's object does not have the bytes of the image",
		fix: "add it to the sparse checkout: `git sparse-checkout add FOLDER`",
	},
	name: {
		code: "dockerfile/file-name",
		is: "a file whose name is not UTF-8",
		why: "BuildKit does not accept such names",
		fix: "rename it, or add it to the ignore file",
	},
};

/** Paths to list in one problem. */
const maxListedPaths = 3;

function reportObstacles(entries: readonly TreeEntry[], report: Report): void {
	const pathsByObstacle = new Map<keyof typeof obstacles, string[]>();
	for (const { kind, path, unreadable, obstacle } of entries)
		if (obstacle === "skipped") continue;
		else if (obstacle !== undefined) pathsByObstacle.set(obstacle, [...(pathsByObstacle.get(obstacle) ?? []), path]);
		else if (unreadable !== undefined)
			report({ code: "dockerfile/unreadable", message: `${path} cannot be read`, why: unreadable });
		else if (kind === "other")
			report({
				code: "dockerfile/special-file",
				message: `${path} is not a file, folder or symbolic link`,
				fix: "delete it, or add it to the ignore file",
			});
	for (const [obstacle, paths] of pathsByObstacle) {
		const { is, ...problem } = obstacles[obstacle];
		const more = paths.length - maxListedPaths;
		const list = `${paths.slice(0, maxListedPaths).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
		report({ ...problem, message: `${list}: ${is}` });
	}
}
