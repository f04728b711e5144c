import type { Git } from "./git.ts";

export interface Commit {
	/** In full. */
	readonly id: string;
	/** When it was committed, seconds since 1970. */
	readonly time: number;
}

/** What several want to know of one working tree: each question is asked once, when it is first wanted. Undefined: no git, no repository, no answer. */
export interface Checkout {
	/** What is tracked, as `git ls-files --stage -v -z` has it. */
	index(): Promise<string | undefined>;
	/** Tracked files that may differ from the index, each followed by a NUL: by their size and times, so that some are only touched. */
	modified(): Promise<string | undefined>;
	/** What git does not track, ignored or not, each followed by a NUL; a folder, with a `/` at its end, for all that is in it. */
	untracked(): Promise<string | undefined>;
	/** Files whose index differs from the commit. */
	staged(): Promise<string | undefined>;
	/** What is checked out. Undefined too before the first commit. */
	head(): Promise<Commit | undefined>;
	/** Undefined too where a commit is checked out that is on no branch by name. */
	branch(): Promise<string | undefined>;
	/** What the remote repository takes for its main branch, where the clone knows. */
	defaultBranch(): Promise<string | undefined>;
	/** The settings that are of use here, by their names in small letters, as they are written. */
	settings(): Promise<ReadonlyMap<string, string>>;
	layout(): Promise<CheckoutLayout | undefined>;
}

export interface CheckoutLayout {
	/** Of object ids. */
	readonly format: string;
	/** The clone's own attributes file, from the folder git was asked in. */
	readonly attributes: string;
	/** The way up to the top of the working tree: blank, or `../`, or more of them. */
	readonly up: string;
}

export function openCheckout(git: Git): Checkout {
	return {
		index: once(() => git(["ls-files", "--stage", "-v", "-z"])),
		modified: once(() => git(["diff-files", "--name-only", "--relative", "-z"])),
		untracked: once(() => git(["ls-files", "--others", "--directory", "-z"])),
		staged: once(() => git(["diff-index", "--cached", "--name-only", "HEAD", "--", "."])),
		head: once(async () => {
			const [time, id] =
				(await git(["rev-list", "--max-count=1", "--timestamp", "HEAD", "--"]))?.trim().split(" ") ?? [];
			return id === undefined ? undefined : { id, time: Number(time) };
		}),
		branch: once(async () => (await git(["symbolic-ref", "--short", "-q", "HEAD"]))?.trim() || undefined),
		defaultBranch: once(async () => {
			const told = await git(["symbolic-ref", "--short", "-q", "refs/remotes/origin/HEAD"]);
			return told?.trim().replace(/^origin\//, "") || undefined;
		}),
		settings: once(async () => readSettings(await git(["config", "-z", "--get-regexp", wanted]))),
		layout: once(async () => {
			const told = await git(["rev-parse", "--show-object-format", "--git-path", "info/attributes", "--show-cdup"]);
			const [format, attributes, up] = told?.split("\n") ?? [];
			return format && attributes && up !== undefined ? { format, attributes, up } : undefined;
		}),
	};
}

/** Asks all at once, the slowest first, for whoever will want to know: git answers while there is something else to do. */
export function prefetchCheckout({
	modified,
	untracked: others,
	index,
	layout,
	settings,
	staged,
	head,
}: Checkout): void {
	for (const ask of [modified, others, index, layout, settings, staged, head]) void ask();
}

/** The same of what GitHub says where it runs us. */
export function prefetchBranches({ branch, defaultBranch }: Checkout): void {
	for (const ask of [branch, defaultBranch]) void ask();
}

const wanted = "^(core\\.(autocrlf|eol|filemode|attributesfile)|remote\\.origin\\.url)$";

/** `git config -z --get-regexp`. Of several values the last one counts. One without a value is true. */
function readSettings(text = ""): ReadonlyMap<string, string> {
	return new Map(
		text.split("\0").flatMap((record) => {
			const [name = "", value = "true"] = record.split("\n", 2);
			return name === "" ? [] : [[name, value] as const];
		}),
	);
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
	let answer: Promise<T> | undefined;
	return () => {
		answer ??= ask();
		return answer;
	};
}
