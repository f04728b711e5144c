import { rm } from "node:fs/promises";
import path from "node:path";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";

/** Commits of the repository that the rows of the table are about, by what they are. */
export type CommitName =
	| "main, then"
	| "main, now"
	| "feature, then"
	| "feature, now"
	| "other"
	| "head of 7, then"
	| "head of 7, now"
	| "merge of 7"
	| "head of 8"
	| "merge of 8"
	| "queue";

/** A repository as GitHub keeps it, with pull requests, and a checkout of it. */
export interface Remote extends AsyncDisposable {
	readonly commits: Readonly<Record<CommitName, string>>;
	/** Of the annotated git tag v1.3.0: its own object. */
	readonly tagObject: string;
	/** GITHUB_SERVER_URL; the repository is lucid/lucid, a fork of it someone/lucid. */
	readonly server: string;
	/** The checkout. */
	readonly root: string;
	/** Checks a commit out, as actions/checkout does: by its id, on no branch. */
	checkOut(commit: string): Promise<void>;
	git(...args: string[]): Promise<string>;
}

export const queueRef = "refs/heads/gh-readonly-queue/main/pr-7-3333333333333333333333333333333333333333";

/** `main`, `feature/x` and the head of pull request 7 moved after the events. The fork's main is pull request 8. */
export async function openRemote(): Promise<Remote> {
	const repo = await makeRepo({
		"lucid.yml": "version: 1\nproject: shop\nregistry: r.test\npublish_on: [feature/*]\nservices: {}\n",
		file: "1\n",
	});
	const folder = await temporaryFolder();
	let count = 0;
	const commit = async (on?: string) => {
		if (on !== undefined) await repo.git("checkout", "-q", "--detach", on);
		count += 1;
		await repo.write({ file: `${count}\n` });
		return repo.commit();
	};
	const merge = async (one: string, other: string) => {
		await repo.git("checkout", "-q", "--detach", one);
		await repo.git("merge", "-q", "--no-ff", "--strategy=ours", "-m", `Merge ${other} into ${one}`, other);
		return (await repo.git("rev-parse", "HEAD")).trim();
	};
	const first = await repo.commit();
	const mainThen = await commit(first);
	const mainNow = await commit(mainThen);
	const featureThen = await commit(mainThen);
	const featureNow = await commit(featureThen);
	const other = await commit(first);
	const pullThen = await commit(first);
	const pullNow = await commit(pullThen);
	const fork = await commit(first);
	const commits = {
		"main, then": mainThen,
		"main, now": mainNow,
		"feature, then": featureThen,
		"feature, now": featureNow,
		other,
		"head of 7, then": pullThen,
		"head of 7, now": pullNow,
		"merge of 7": await merge(mainThen, pullThen),
		"head of 8": fork,
		"merge of 8": await merge(mainThen, fork),
		queue: await commit(mainThen),
	};
	await repo.git("tag", "v1.2.0", mainThen);
	await repo.git("tag", "-a", "-m", "release", "v1.3.0", mainThen);
	const refs = {
		"refs/heads/main": mainNow,
		"refs/heads/feature/x": featureNow,
		"refs/heads/another": other,
		// `git ls-remote` lists it for the pattern refs/heads/main too.
		"refs/heads/other/refs/heads/main": other,
		"refs/pull/7/head": pullNow,
		"refs/pull/7/merge": await merge(mainNow, pullNow),
		"refs/pull/8/head": fork,
		"refs/pull/8/merge": commits["merge of 8"],
		"refs/tags/v1.2.0": mainThen,
		"refs/tags/v1.3.0": "v1.3.0",
		[queueRef]: commits.queue,
	};
	const bare = async (name: string, all: Readonly<Record<string, string>>) => {
		const address = path.join(folder, name);
		await repo.git("init", "-q", "--bare", address);
		await repo.git("push", "-q", address, ...Object.entries(all).map(([ref, id]) => `${id}:${ref}`));
	};
	await bare("lucid/lucid", refs);
	await bare("someone/lucid", { "refs/heads/main": fork, "refs/tags/v1.2.0": fork });
	const root = path.join(folder, "checkout");
	await repo.git("clone", "-q", "--shared", "--no-checkout", repo.root, root);
	const git = async (...args: string[]) => {
		const { exitCode, stdout, stderr } = await exec(["git", ...args], { cwd: root });
		if (exitCode !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
		return stdout;
	};
	await git("remote", "set-url", "origin", `file://${folder}/lucid/lucid`);
	return {
		...{ commits, root, git, server: `file://${folder}` },
		tagObject: (await repo.git("rev-parse", "v1.3.0")).trim(),
		checkOut: async (id) => void (await git("checkout", "-q", "--detach", id)),
		async [Symbol.asyncDispose]() {
			await repo[Symbol.asyncDispose]();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
