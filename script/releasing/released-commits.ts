import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "../../src/util/errors.ts";
import { type Clone, remoteTags } from "./repository.ts";
import { isNewer, readVersion, type Version } from "./version.ts";

/** The list of commits whose build-signed.yml may have signed, for callers who pin one. */
export const listFile = "src/model/signing/released-commits.ts";

const list = /new Set<string>\(\[([^\]]*)\]\)/;

/**
 * The list has the commit of each release before this one, and no other commit: signatures of what is in it count. The
 * commit of this release cannot be in it yet.
 */
export async function releasedCommitProblems(clone: Clone, version: Version): Promise<readonly Problem[]> {
	const [listed, released] = await Promise.all([listedCommits(clone), releases(clone)]);
	const earlier = released.filter((one) => one.tag !== version.tag && !isNewer(one.version, version));
	const missing = earlier.filter(({ commit }) => !listed.includes(commit));
	const foreign = listed.filter((commit) => released.every((one) => one.commit !== commit));
	const problem = (message: string) => ({
		...{ code: "release/commits", message, at: { file: listFile } },
		fix: "script/release commits, and commit what it changes before the tag is set",
	});
	return [
		...missing.map(({ tag, commit }) => problem(`${commit} is missing, the commit of ${tag}`)),
		...foreign.map((commit) => problem(`${commit} is not the commit of a release`)),
	];
}

/** Writes the list from the tags of origin. */
export async function writeReleasedCommits(clone: Clone): Promise<number> {
	const file = path.join(clone.folder, listFile);
	const [text, released] = await Promise.all([readFile(file, "utf8"), releases(clone)]);
	const lines = released.map(({ tag, commit }) => `\n\t"${commit}", // ${tag}`);
	await writeFile(file, text.replace(list, `new Set<string>([${lines.join("")}${lines.length > 0 ? "\n" : ""}])`));
	return lines.length;
}

async function listedCommits({ folder }: Clone): Promise<readonly string[]> {
	const text = await readFile(path.join(folder, listFile), "utf8");
	const entries = list.exec(text)?.[1];
	if (entries === undefined) throw new Error(`${listFile} has no list`);
	return [...entries.matchAll(/"([^"]*)"/g)].flatMap(([, commit = ""]) => commit);
}

interface Release {
	readonly tag: string;
	readonly version: Version;
	readonly commit: string;
}

/** In the order of their versions. */
async function releases(clone: Clone): Promise<readonly Release[]> {
	return [...(await remoteTags(clone))]
		.flatMap(([tag, commit]): Release[] => {
			const version = readVersion(tag);
			return version === undefined ? [] : [{ tag, version, commit }];
		})
		.sort((a, b) => (isNewer(a.version, b.version) ? 1 : isNewer(b.version, a.version) ? -1 : a.tag < b.tag ? -1 : 1));
}
