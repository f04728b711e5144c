import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { UserError } from "../../src/errors.ts";
import { gitIn } from "../../src/git/git.ts";
import { readSource } from "../../src/git/source.ts";
import { githubHints } from "../../src/github/event.ts";
import { exec } from "../../src/process/exec.ts";
import { computeTags } from "../../src/tags/tags.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";
import { base, type Case, called, cases, head, merge } from "./payloads.ts";

const rules = {
	immutable: ["type=sha,prefix=", "type=ref,event=pr", "type=ref,event=tag", "type=semver,pattern={{version}}"],
	floating: [
		"latest,enable={{is_default_branch}}",
		"type=ref,event=branch",
		"type=semver,pattern={{major}}",
		"type=schedule",
	],
};

/** Through the event file, as the runner hands it over; git knows nothing but, where told, what is checked out. */
async function sourceOf({ env, payload }: Case, checkedOut?: string) {
	const folder = await temporaryFolder();
	try {
		const file = path.join(folder, "event.json");
		await writeFile(file, JSON.stringify(payload));
		const hints = await githubHints({ ...env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file });
		const git = async (args: readonly string[]) =>
			args[0] === "rev-list" && checkedOut !== undefined ? `1763000000 ${checkedOut}\n` : undefined;
		return await readSource(git, hints);
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function outcome(one: Case, checkedOut?: string) {
	const source = await sourceOf(one, checkedOut);
	const { immutable, floating, problems } = computeTags(rules, source);
	assert.deepEqual(problems, []);
	return { event: source.event, revision: source.revision, immutable, floating };
}

const short = head.slice(0, 7);
const pull = { kind: "pull_request", number: 7, head: "fix/it", base: "main" } as const;
const release = {
	event: { kind: "tag", tag: "v1.2.0" },
	revision: head,
	immutable: ["1.2.0", "v1.2.0", short],
	floating: ["1"],
};
const main = { revision: head, immutable: [short], floating: ["main", "latest"] };

const expected: Readonly<Record<Exclude<keyof typeof cases, "target">, unknown>> = {
	push: { ...main, event: { kind: "push", branch: "main" } },
	branch: { ...main, event: { kind: "push", branch: "feature/x" }, floating: ["feature-x"] },
	// Only the push of a tag says what branch it is from.
	tag: { ...release, event: { ...release.event, base: "main" } },
	annotated: release,
	pull: { event: { ...pull, fork: false }, revision: head, immutable: ["pr-7", short], floating: [] },
	fork: { event: { ...pull, fork: true }, revision: head, immutable: ["pr-7", short], floating: [] },
	orphan: { event: { ...pull, fork: true }, revision: head, immutable: ["pr-7", short], floating: [] },
	schedule: { ...main, event: { kind: "schedule", branch: "main" }, floating: ["nightly", "main", "latest"] },
	dispatch: { ...main, event: { kind: "manual", branch: "main" } },
	dispatchTag: release,
	queue: { event: { kind: "merge_group", base: "main" }, revision: head, immutable: [short], floating: [] },
	release,
};

for (const [name, wanted] of Object.entries(expected)) {
	const one: Case = cases[name as keyof typeof cases];
	test(`${one.name}: the event, the commit and the tags that follow`, async () => {
		assert.deepEqual(await outcome(one), wanted);
		assert.deepEqual(await outcome(called(one)), wanted, "the same for a workflow that is called from it");
	});
}

test("pull_request_target is the commit that is checked out: the base, the head, or the head of the merge; and moves nothing", async () => {
	const event = { ...pull, fork: true };
	for (const [checkedOut, revision] of [
		[base, base],
		[head, head],
		[merge, head],
	] as const)
		assert.deepEqual(await outcome(cases.target, checkedOut), {
			event,
			revision,
			immutable: ["pr-7", revision.slice(0, 7)],
			floating: [],
		});
});

test("the repository's page, default branch, name and licence come along", async () => {
	const { url, defaultBranch, title, description, licenses } = await sourceOf(cases.push);
	assert.deepEqual(
		[url, defaultBranch, title, description, licenses],
		["https://github.com/lucid/lucid", "main", "lucid", "Services", "MIT"],
	);
});

test("outside of GitHub Actions there is nothing to tell", async () => {
	assert.equal(await githubHints({ ...cases.push.env }), undefined);
});

test("an event file that is no JSON is told as such, and one that is missing leaves what the environment says", async () => {
	const folder = await temporaryFolder();
	const file = path.join(folder, "event.json");
	const env = { ...cases.push.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file };
	assert.deepEqual((await githubHints(env))?.event, { kind: "push", branch: "main" });
	await writeFile(file, "{ cut off");
	await assert.rejects(
		githubHints(env),
		(error) => error instanceof UserError && error.problems[0]?.code === "environment/event",
	);
	await rm(folder, { recursive: true });
});

test("on the merge commit of a pull request in a clone of depth 1, the commit is the head though the clone does not hold it", async () => {
	await using origin = await makeRepo({ a: "one" });
	await origin.commit();
	await origin.git("checkout", "-q", "-b", "fix/it");
	await origin.write({ a: "two" });
	const pushed = await origin.commit();
	await origin.git("checkout", "-q", "main");
	await origin.git("merge", "-q", "--no-ff", "-m", "merge", "fix/it");
	const merged = (await origin.git("rev-parse", "HEAD")).trim();
	const folder = await temporaryFolder();
	try {
		await exec(["git", "clone", "-q", "--depth=1", `file://${origin.root}`, folder], { cwd: origin.root });
		const git = gitIn(folder, exec);
		const shallow = {
			...cases.pull,
			payload: {
				pull_request: {
					number: 7,
					merge_commit_sha: merged,
					head: { sha: pushed, ref: "fix/it" },
					base: { ref: "main" },
				},
			},
		};
		const file = path.join(folder, ".git/event.json");
		await writeFile(file, JSON.stringify(shallow.payload));
		const hints = await githubHints({ ...shallow.env, GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file });
		const { revision, committedAt, dirty } = await readSource(git, hints);
		assert.deepEqual([revision, committedAt, dirty], [pushed, "2025-10-24T15:51:32Z", false]);
		assert.equal(await git(["cat-file", "-e", pushed]), undefined, "the clone is shallow indeed");
	} finally {
		await rm(folder, { recursive: true });
	}
});
