import { once } from "../../util/once.ts";
import type { Git } from "./git.ts";

export interface Commit {
	/** Full SHA. */
	readonly id: string;
	/** Commit date, seconds since 1970. */
	readonly time: number;
}

/** State of a working tree. Each value is read once, when first needed. Undefined without git or a repository. */
export interface Checkout {
	/** Tracked files: `git ls-files --stage -v -z`. */
	index(): Promise<string | undefined>;
	/** Tracked files with another size or time than in the index (maybe only touched), NUL-terminated. */
	modified(): Promise<string | undefined>;
	/** Untracked paths, ignored ones too, NUL-terminated; a folder ends with `/` and stands for its content. */
	untracked(): Promise<string | undefined>;
	/** Files whose index entry differs from HEAD. */
	staged(): Promise<string | undefined>;
	/** The commit that is checked out. Undefined also before the first commit. */
	head(): Promise<Commit | undefined>;
	/** Undefined also with a detached HEAD. */
	branch(): Promise<string | undefined>;
	/** The default branch of `origin`, if the clone knows it. */
	defaultBranch(): Promise<string | undefined>;
	/** The needed settings by lower-case name, unparsed. */
	settings(): Promise<ReadonlyMap<string, string>>;
	layout(): Promise<CheckoutLayout | undefined>;
}

export interface CheckoutLayout {
	/** Object format: `sha1`, `sha256`. */
	readonly format: string;
	/** The clone's attributes file, relative to the folder of `git`. */
	readonly attributes: string;
	/** Path to the top of the working tree: empty, or `../` repeated. */
	readonly up: string;
	/** Path from there to the folder of `git`: empty, or with a final `/`. */
	readonly prefix: string;
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
			const ref = await git(["symbolic-ref", "--short", "-q", "refs/remotes/origin/HEAD"]);
			return ref?.trim().replace(/^origin\//, "") || undefined;
		}),
		settings: once(async () => readSettings(await git(["config", "-z", "--get-regexp", neededSettings]))),
		layout: once(async () => {
			const values = ["--show-object-format", "--git-path", "info/attributes", "--show-cdup", "--show-prefix"];
			const [format, attributes, up, prefix = ""] = (await git(["rev-parse", ...values]))?.split("\n") ?? [];
			return format && attributes && up !== undefined ? { format, attributes, up, prefix } : undefined;
		}),
	};
}

/** Starts reading everything, the slowest first, so that git runs in the background. */
export function prefetchCheckout({ modified, untracked, index, layout, settings, staged, head }: Checkout): void {
	for (const read of [modified, untracked, index, layout, settings, staged, head]) void read();
}

/** Starts reading the branches, which GitHub provides inside of Actions. */
export function prefetchBranches({ branch, defaultBranch }: Checkout): void {
	for (const read of [branch, defaultBranch]) void read();
}

const neededSettings = "^(core\\.(autocrlf|eol|filemode|attributesfile)|remote\\.origin\\.url)$";

/** Parses `git config -z --get-regexp`. The last value wins; a setting without a value is true. */
function readSettings(text = ""): ReadonlyMap<string, string> {
	return new Map(
		text.split("\0").flatMap((record) => {
			const [name = "", value = "true"] = record.split("\n", 2);
			return name === "" ? [] : [[name, value] as const];
		}),
	);
}
