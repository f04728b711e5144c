import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { listFile, writeReleasedCommits } from "../../script/releasing/released-commits.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo, type Repo, temporaryFolder } from "../support/repo.ts";

/** A clone of a project as the suite's own is, and the bare repository that is its origin. */
export interface Project extends AsyncDisposable {
	readonly clone: Repo;
	/** The commit that a tag of origin names, or undefined. */
	at(tag: string): Promise<string | undefined>;
	/** Commits a version with notes of its own and the list of earlier releases, sets its tag, and pushes both. */
	release(version: string, given?: { readonly list?: "stale" }): Promise<string>;
	/** Pushes a tag to HEAD, from any commit. */
	tag(name: string): Promise<void>;
}

export async function project(): Promise<Project> {
	const clone = await makeRepo();
	const origin = await temporaryFolder();
	await exec(["git", "init", "-q", "--bare", "-b", "main", origin], { cwd: origin });
	await clone.write({ [listFile]: await readFile(path.join(root, listFile), "utf8") });
	await clone.git("remote", "add", "origin", origin);
	let sections = "";
	const tag = async (name: string) => {
		await clone.git("tag", "--force", "--annotate", "-m", name, name);
		await clone.git("push", "-q", "--force", "origin", `refs/tags/${name}`);
		await clone.git("fetch", "-q", "origin");
	};
	return {
		clone,
		at: async (tag) => {
			const { stdout, exitCode } = await exec(["git", "rev-parse", `refs/tags/${tag}^{commit}`], { cwd: origin });
			return exitCode === 0 ? stdout.trim() : undefined;
		},
		async release(version, given = {}) {
			sections = `## ${version} - 2026-11-21\n\n- all of ${version}\n\n${sections}`;
			const log = `# Changelog\n\n## Unreleased\n\n- something new\n\n${sections}`;
			const json = JSON.stringify({ name: "x", version });
			await clone.write({ "CHANGELOG.md": log, "package.json": json, "package-lock.json": json });
			if (given.list !== "stale") await writeReleasedCommits({ folder: clone.root });
			const commit = await clone.commit(version);
			await clone.git("push", "-q", "origin", "HEAD:main");
			await tag(`v${version}`);
			return commit;
		},
		tag,
		[Symbol.asyncDispose]: async () => {
			await clone[Symbol.asyncDispose]();
			await rm(origin, { recursive: true, force: true });
		},
	};
}

export const root = path.join(import.meta.dirname, "../..");
