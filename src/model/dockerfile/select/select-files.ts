import type { Problem } from "../../../util/errors.ts";
import { splitContextPath } from "../parse/go-text.ts";
import type { Trace, TracedInput } from "../trace/trace-types.ts";
import { type ContextView, contextViewOf } from "./context-view.ts";
import { type Obstacle, type TreeEntry, type TreeSource, toTree } from "./file-tree.ts";
import { globRegex, hasWildcards } from "./glob.ts";
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
 * tree (`subtree`). `context` is the context of the inputs: by default the main one, else a named one with its own tree.
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

function selectInput(input: TracedInput, view: ContextView, file: string, problems: Problem[]): readonly TreeEntry[] {
	const found: (readonly TreeEntry[])[] = [];
	const excludes = toPatterns(input.excludes);
	const report = (problem: Omit<Problem, "at">) => problems.push({ ...problem, at: { file, line: input.line } });
	if (excludes === undefined)
		report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern in --exclude` });
	for (const source of input.sources) {
		// Mounts do not expand wildcards.
		const literal = input.kind === "mount" || !hasWildcards(source);
		if (!literal && globRegex(source) === undefined) {
			report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern "${source}"` });
			continue;
		}
		if (input.parents) found.push(...withParents(source, view, excludes, report));
		else {
			const paths = literal ? [splitContextPath(source)] : expandGlob(source, view, report);
			for (const parts of paths) found.push(...selectPath(parts, source, literal, view, excludes, report));
			// An empty folder that a wildcard matches still creates the destination.
			if (!literal) found.push(paths.flatMap((parts) => view.folder(parts)));
		}
	}
	const [first] = found;
	if (found.length <= 1) return reportObstacles(first ?? [], report);
	const unique = new Map(found.flat().map((entry) => [entry.path, entry]));
	return reportObstacles(
		[...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
		report,
	);
}

type Report = (problem: Omit<Problem, "at">) => void;

/** Resolves one source: the symbolic links on the way, and the entries at its end. */
function selectPath(
	parts: readonly string[],
	source: string,
	literal: boolean,
	view: ContextView,
	excludes: PatternSet | undefined,
	report: Report,
): (readonly TreeEntry[])[] {
	// One entry represents all of `.git`.
	const found = view.resolvePath(parts[0] === ".git" ? [".git"] : parts);
	if (found.kind === "found") {
		const below = view.below(found.node, excludes);
		return found.links.length === 0 ? [below] : [found.links, below];
	}
	if (found.kind === "unknown") return [found.links, [found.folder]];
	if (found.kind === "loop")
		report({ code: "dockerfile/link-loop", message: `${source}: too many symbolic links, they form a loop` });
	else if (found.outside !== undefined)
		report({
			code: "dockerfile/link-outside",
			message: `${found.outside.path} is a symbolic link that leaves the build context (-> ${found.outside.target})`,
			fix: "copy its target into the context, or use a larger context",
		});
	else if (found.kind === "ignored")
		report({
			code: "dockerfile/ignored-source",
			message: `${source} is excluded from the build context${found.by === undefined ? "" : ` by ${found.by}`}`,
			fix: `add the line !${parts.join("/")} to the ignore file, or remove the pattern`,
		});
	else if (literal) {
		const meant = suggestPath(view, parts);
		report({
			code: "dockerfile/missing-source",
			message: `${source} does not exist in the build context`,
			...(meant !== undefined && { fix: `did you mean ${meant}?` }),
		});
	}
	return [found.links];
}

/** Paths that a wildcard matches. No match is valid, but the folders before the wildcard have to exist. */
function expandGlob(source: string, view: ContextView, report: Report): (readonly string[])[] {
	const parts = splitContextPath(source);
	const found = view.glob(parts);
	if (found !== undefined) return found;
	const plain = parts.slice(0, parts.findIndex(hasWildcards));
	const rest = selectPath(plain, plain.join("/"), true, view, undefined, report).flat();
	return rest.some(({ obstacle }) => obstacle === "submodule") ? [plain] : [];
}

/** `--parents`: a pattern below a pivot, without following links, with the folders on the way. */
function withParents(
	source: string,
	view: ContextView,
	excludes: PatternSet | undefined,
	report: Report,
): (readonly TreeEntry[])[] {
	const pivot = source.indexOf("/./");
	const base = pivot < 0 ? "/" : source.slice(0, pivot);
	const pattern = splitContextPath(pivot < 0 ? source : source.slice(pivot + 3)).join("/");
	const include = toPatterns([pattern]);
	const bases = hasWildcards(base) ? expandGlob(base, view, report) : [splitContextPath(base)];
	const found: (readonly TreeEntry[])[] = [];
	for (const parts of bases) {
		const start = view.resolvePath(parts);
		if (start.kind !== "found") {
			found.push(...selectPath(parts, base, !hasWildcards(base), view, excludes, report));
			continue;
		}
		found.push(start.links, view.below(start.node, excludes, pattern === "" ? undefined : include));
	}
	const literal = !hasWildcards(source);
	if (literal && found.every((entries) => entries.length === 0))
		found.push(...selectPath(splitContextPath(source), source, true, view, excludes, report));
	return found;
}

/** Undefined if a pattern is malformed: then nothing is excluded. */
function toPatterns(lines: readonly string[]): PatternSet | undefined {
	const patterns = lines.map(parsePathPattern).filter((pattern) => pattern !== "empty");
	const sound = patterns.filter((pattern) => pattern !== undefined);
	return sound.length === patterns.length ? new PatternSet(sound) : undefined;
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

function reportObstacles(entries: readonly TreeEntry[], report: Report): readonly TreeEntry[] {
	const found = new Map<keyof typeof obstacles, string[]>();
	for (const { kind, path, unreadable, obstacle } of entries)
		if (obstacle !== undefined) {
			if (obstacle !== "skipped") found.set(obstacle, [...(found.get(obstacle) ?? []), path]);
		} else if (unreadable !== undefined)
			report({ code: "dockerfile/unreadable", message: `${path} cannot be read`, why: unreadable });
		else if (kind === "other")
			report({
				code: "dockerfile/special-file",
				message: `${path} is not a file, folder or symbolic link`,
				fix: "delete it, or add it to the ignore file",
			});
	for (const [obstacle, paths] of found) {
		const { is, ...rest } = obstacles[obstacle];
		const more = paths.length - maxListedPaths;
		const list = `${paths.slice(0, maxListedPaths).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
		report({ ...rest, message: `${list}: ${is}` });
	}
	return entries;
}
