import type { Problem } from "../../../util/errors.ts";
import { splitContextPath } from "../parse/go-text.ts";
import type { Trace, TracedInput } from "../trace/trace-types.ts";
import { type ContextView, contextViewOf } from "./context-view.ts";
import { type Obstacle, type TreeEntry, type TreeSource, toTree } from "./file-tree.ts";
import { globRegex, hasWildcards } from "./glob.ts";
import { emptyIgnoreFile, type IgnoreFile } from "./ignore-file.ts";
import { PatternSet, parsePathPattern } from "./patterns.ts";
import { suggestPath } from "./suggest-path.ts";

/** What one instruction brings into the image. */
export interface SelectedInput {
	readonly input: TracedInput;
	/**
	 * The entries of the tree as given, sorted by path, each once: files, links (their text counts) and folders. One array is shared by
	 * all services that ask for the same folder with the same ignore file, so that what is derived from it can be kept.
	 */
	readonly entries: readonly TreeEntry[];
}

export interface FileSelection {
	readonly inputs: readonly SelectedInput[];
	/**
	 * Located. Codes: `dockerfile/missing-source`, `dockerfile/ignored-source`, `dockerfile/link-outside`, `dockerfile/link-loop`,
	 * `dockerfile/special-file`, `dockerfile/unreadable`, `dockerfile/source-pattern`: the engine would refuse to build with any of them. And what the
	 * engine would build without what git has: `dockerfile/submodule`, `dockerfile/lfs-pointer`, `dockerfile/not-checked-out`, `dockerfile/file-name`.
	 */
	readonly problems: readonly Problem[];
}

/**
 * Which entries of a build context each input brings. `tree` is what is on disk below the context, or a node of a bigger tree
 * (`subtree`); `context` names which inputs to answer: the main context by default, else a named one with a tree of its own.
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
		// Mounts take their source as it is written.
		const literal = input.kind === "mount" || !hasWildcards(source);
		if (!literal && globRegex(source) === undefined) {
			report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern "${source}"` });
			continue;
		}
		if (input.parents) found.push(...withParents(source, view, excludes, report));
		else {
			const paths = literal ? [splitContextPath(source)] : expandGlob(source, view, report);
			for (const parts of paths) found.push(...bring(parts, source, literal, view, excludes, report));
			// An empty folder that a wildcard matches still makes the destination.
			if (!literal) found.push(paths.flatMap((parts) => view.folder(parts)));
		}
	}
	const [first] = found;
	if (found.length <= 1) return checked(first ?? [], report);
	const unique = new Map(found.flat().map((entry) => [entry.path, entry]));
	return checked(
		[...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
		report,
	);
}

type Report = (problem: Omit<Problem, "at">) => void;

/** One source, links followed: the links on the way, and what is at their end. */
function bring(
	parts: readonly string[],
	source: string,
	literal: boolean,
	view: ContextView,
	excludes: PatternSet | undefined,
	report: Report,
): (readonly TreeEntry[])[] {
	// One file stands for all that git keeps for itself.
	const found = view.resolvePath(parts[0] === ".git" ? [".git"] : parts);
	if (found.kind === "found") {
		const below = view.below(found.node, excludes);
		return found.links.length === 0 ? [below] : [found.links, below];
	}
	if (found.kind === "unknown") return [found.links, [found.folder]];
	if (found.kind === "loop")
		report({ code: "dockerfile/link-loop", message: `${source}: too many symbolic links, they lead to each other` });
	else if (found.outside !== undefined)
		report({
			code: "dockerfile/link-outside",
			message: `${found.outside.path} is a symbolic link that leaves the build context (-> ${found.outside.target})`,
			fix: "copy what it points at into the context, or make the context larger",
		});
	else if (found.kind === "ignored")
		report({
			code: "dockerfile/ignored-source",
			message: `${source} is left out of the build context${found.by === undefined ? "" : ` by ${found.by}`}`,
			fix: `add the line !${parts.join("/")} to the ignore file, or take the pattern out`,
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

/** What a wildcard matches; nothing is fine, but the folders before it have to be there. */
function expandGlob(source: string, view: ContextView, report: Report): (readonly string[])[] {
	const parts = splitContextPath(source);
	const found = view.glob(parts);
	if (found !== undefined) return found;
	const plain = parts.slice(0, parts.findIndex(hasWildcards));
	const rest = bring(plain, plain.join("/"), true, view, undefined, report).flat();
	return rest.some(({ obstacle }) => obstacle === "submodule") ? [plain] : [];
}

/** `--parents`: a pattern below a pivot, links not followed; folders on the way come too. */
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
			found.push(...bring(parts, base, !hasWildcards(base), view, excludes, report));
			continue;
		}
		found.push(start.links, view.below(start.node, excludes, pattern === "" ? undefined : include));
	}
	const literal = !hasWildcards(source);
	if (literal && found.every((entries) => entries.length === 0))
		found.push(...bring(splitContextPath(source), source, true, view, excludes, report));
	return found;
}

/** Undefined when one is malformed: nothing is excluded then. */
function toPatterns(lines: readonly string[]): PatternSet | undefined {
	const patterns = lines.map(parsePathPattern).filter((pattern) => pattern !== "empty");
	const sound = patterns.filter((pattern) => pattern !== undefined);
	return sound.length === patterns.length ? new PatternSet(sound) : undefined;
}

/** What git has and the disk has not, or has in another form; of the files that a sparse checkout skips all is known that a plan needs. */
const obstacles: Readonly<
	Record<Exclude<Obstacle, "skipped">, Omit<Problem, "at" | "message"> & { readonly is: string }>
> = {
	submodule: {
		code: "dockerfile/submodule",
		is: "a submodule that is not checked out",
		why: "its folder is empty here, and so it would be in the image",
		fix: "check it out: `submodules: recursive` of actions/checkout, or `git submodule update --init --recursive`; or name it in the ignore file",
	},
	"lfs-pointer": {
		code: "dockerfile/lfs-pointer",
		is: "the pointer of a file of Git LFS, and not the file",
		why: "the image would hold the pointer's three lines",
		fix: "get the file: `lfs: true` of actions/checkout, or `git lfs pull`; or name it in the ignore file",
	},
	"skipped-converted": {
		code: "dockerfile/not-checked-out",
		is: "left out by the sparse checkout",
		why: "by .gitattributes or core.autocrlf, a checkout writes other bytes than git's object holds, so that the object does not tell what the image would hold",
		fix: "add it to the sparse checkout: `git sparse-checkout add FOLDER`",
	},
	name: {
		code: "dockerfile/file-name",
		is: "a file whose name is not UTF-8",
		why: "BuildKit takes no such name",
		fix: "rename it, or name it in the ignore file",
	},
};

/** How many paths of one kind a problem names. */
const named = 3;

function checked(entries: readonly TreeEntry[], report: Report): readonly TreeEntry[] {
	const found = new Map<keyof typeof obstacles, string[]>();
	for (const { kind, path, unreadable, obstacle } of entries)
		if (obstacle !== undefined) {
			if (obstacle !== "skipped") found.set(obstacle, [...(found.get(obstacle) ?? []), path]);
		} else if (unreadable !== undefined)
			report({ code: "dockerfile/unreadable", message: `${path} cannot be read`, why: unreadable });
		else if (kind === "other")
			report({
				code: "dockerfile/special-file",
				message: `${path} is neither a file nor a folder nor a link`,
				fix: "delete it, or name it in the ignore file",
			});
	for (const [obstacle, paths] of found) {
		const { is, ...rest } = obstacles[obstacle];
		const more = paths.length - named;
		const list = `${paths.slice(0, named).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
		report({ ...rest, message: `${list}: ${is}` });
	}
	return entries;
}
