import { exec } from "../../src/adapters/process/exec.ts";
import { UserError } from "../../src/util/errors.ts";
import { isNewer, readVersion, type Version } from "./version.ts";

/** The clone that is released from, and its remote `origin`. */
export interface Clone {
	readonly folder: string;
	/** For git alone, beside what is set: credentials of the remote, say. */
	readonly env?: Readonly<Record<string, string>>;
}

/** Runs git; what it says. A failure is an error with git's own words. */
export async function git({ folder, env = {} }: Clone, ...args: readonly string[]): Promise<string> {
	const { exitCode, stdout, stderr } = await exec(["git", ...args], { cwd: folder, env });
	if (exitCode === 0) return stdout.trim();
	throw new UserError({ code: "git/failed", message: `git ${args[0]} failed`, why: stderr.trim() });
}

/** The commits that origin's tags name now, annotated ones looked through. */
export async function remoteTags(clone: Clone): Promise<ReadonlyMap<string, string>> {
	const text = await git(clone, "ls-remote", "--tags", "origin");
	const tags = new Map<string, string>();
	for (const line of text.split("\n")) {
		const found = /^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/.exec(line);
		if (found?.[1] === undefined || found[2] === undefined) continue;
		// What an annotated tag is of comes after the tag itself.
		tags.set(found[2], found[1]);
	}
	return tags;
}

/** What a commit's package.json calls it; undefined where it has none. */
export async function versionAt(clone: Clone, commit: string): Promise<string | undefined> {
	const text = await git(clone, "show", `${commit}:package.json`).catch(() => undefined);
	if (text === undefined) return undefined;
	return (JSON.parse(text) as { readonly version?: string }).version;
}

export type Move =
	| { readonly kind: "moved"; readonly from: string | undefined }
	/** It names the commit already, or a newer one. */
	| { readonly kind: "kept"; readonly why: string };

/**
 * Moves the tag of the major version to a released commit: forward only, never for a prerelease, and only from where it
 * was looked at (a lease), so that of two releases at the same moment one fails instead of undoing the other.
 */
export async function moveMajorTag(clone: Clone, version: Version, commit: string): Promise<Move> {
	const { majorTag, isPrerelease, tag } = version;
	if (isPrerelease) return { kind: "kept", why: `${tag} is a prerelease` };
	const tags = await remoteTags(clone);
	const newest = newestOf(tags, majorTag);
	if (newest !== undefined && isNewer(newest, version))
		return { kind: "kept", why: `${newest.tag} is newer than ${tag}` };
	const from = tags.get(majorTag);
	if (from === commit) return { kind: "kept", why: "it names this commit already" };
	const lease = `--force-with-lease=refs/tags/${majorTag}:${from ?? ""}`;
	await git(clone, "push", "--quiet", lease, "origin", `${commit}:refs/tags/${majorTag}`);
	return { kind: "moved", from };
}

/** Of all releases of a major version, without prereleases. */
function newestOf(tags: ReadonlyMap<string, string>, majorTag: string): Version | undefined {
	return [...tags.keys()]
		.flatMap((tag) => readVersion(tag) ?? [])
		.filter((one) => one.majorTag === majorTag && !one.isPrerelease)
		.reduce<Version | undefined>((best, one) => (best === undefined || isNewer(one, best) ? one : best), undefined);
}

/** Whether no release of any major version is newer: GitHub shows it as the latest. */
export async function isLatest(clone: Clone, version: Version): Promise<boolean> {
	if (version.isPrerelease) return false;
	const all = [...(await remoteTags(clone)).keys()].flatMap((tag) => readVersion(tag) ?? []);
	return !all.some((one) => !one.isPrerelease && isNewer(one, version));
}
