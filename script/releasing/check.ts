import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Problem, UserError } from "../../src/util/errors.ts";
import { releaseNotes } from "./notes.ts";
import { releasedCommitProblems } from "./released-commits.ts";
import { type Clone, git, remoteTags, versionAt } from "./repository.ts";
import { toVersion, type Version } from "./version.ts";

export interface Checked {
	readonly version: Version;
	readonly commit: string;
	readonly notes: string;
}

/**
 * What may be released: a full tag that names the commit that is checked out, here and at origin; the version of the
 * package; notes of its own; a clean tree. All problems are reported at once. `event` is the payload of the push
 * that started this, where one did.
 */
export async function checkRelease(clone: Clone, tag: string, event?: PushEvent): Promise<Checked> {
	const version = toVersion(tag);
	const commit = await git(clone, "rev-parse", "HEAD");
	const [problems, notes] = [[] as Problem[], await readNotes(clone, version)];
	problems.push(
		...(await tagProblems(clone, version, commit, event)),
		...(await branchProblems(clone, commit)),
		...(await versionProblems(clone, version)),
		...(await releasedCommitProblems(clone, version)),
		...(notes === undefined ? [noNotes(version)] : []),
		...(await treeProblems(clone)),
	);
	if (problems.length > 0) throw new UserError(problems);
	return { version, commit, notes: notes ?? "" };
}

/** What a push of a tag says of itself. https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
export interface PushEvent {
	readonly created?: boolean;
	readonly before?: string;
}

async function tagProblems(
	clone: Clone,
	{ tag, text, majorTag }: Version,
	commit: string,
	event: PushEvent | undefined,
): Promise<readonly Problem[]> {
	const tags = await remoteTags(clone);
	const there = tags.get(tag);
	const major = tags.get(majorTag);
	const released = major === undefined || major === commit ? undefined : await versionAt(clone, major);
	return [
		...(there === commit
			? []
			: [
					{
						code: "release/tag",
						message: there === undefined ? `origin has no ${tag}` : `${tag} is ${there}, and ${commit} is checked out`,
						fix: `check out ${tag}`,
					},
				]),
		...(event?.created === false
			? [moved(tag, `it was ${event.before ?? "another commit"} before this push`)]
			: released === text
				? [moved(tag, `${majorTag} is ${major}, which is ${text} already`)]
				: []),
	];
}

/** What is released has been reviewed: it is on main, or on a branch that keeps an older major version. */
async function branchProblems(clone: Clone, commit: string): Promise<readonly Problem[]> {
	const branches = await git(clone, "branch", "--remotes", "--contains", commit, "--format=%(refname:short)");
	if (branches.split("\n").some((branch) => /^origin\/(main|releases\/.+)$/.test(branch))) return [];
	return [
		{
			code: "release/branch",
			message: `${commit} is on no branch that is released from`,
			fix: "merge it into main (or releases/v1), and set the tag there",
		},
	];
}

export function moved(tag: string, why: string): Problem {
	return {
		code: "release/moved",
		message: `${tag} was moved: a full tag never moves`,
		why,
		fix: "put it back, and release what is new under a new number",
	};
}

async function versionProblems({ folder }: Clone, { text }: Version): Promise<readonly Problem[]> {
	const files = ["package.json", "package-lock.json"];
	const found = await Promise.all(
		files.map(async (file) => {
			const { version } = JSON.parse(await readFile(path.join(folder, file), "utf8")) as { readonly version?: string };
			return version === text
				? []
				: [{ code: "release/version", message: `it says ${version}, not ${text}`, at: { file }, fix: "npm version" }];
		}),
	);
	return found.flat();
}

async function readNotes({ folder }: Clone, { text }: Version): Promise<string | undefined> {
	return releaseNotes(await readFile(path.join(folder, "CHANGELOG.md"), "utf8"), text);
}

function noNotes({ text }: Version): Problem {
	return {
		code: "release/notes",
		message: `there is no section for ${text}`,
		at: { file: "CHANGELOG.md" },
		fix: `call what is unreleased "## ${text} - <date>"`,
	};
}

async function treeProblems(clone: Clone): Promise<readonly Problem[]> {
	const changed = await git(clone, "status", "--porcelain");
	if (changed === "") return [];
	return [
		{
			code: "release/tree",
			message: "the working tree is not what the commit holds",
			why: changed.split("\n").slice(0, 20).join("\n"),
			fix: "script/build, and commit what it changes before the tag is set",
		},
	];
}
