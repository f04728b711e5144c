import assert from "node:assert/strict";
import { test } from "node:test";
import { openCheckout } from "../../src/adapters/git/checkout.ts";
import { type Git, gitIn } from "../../src/adapters/git/git.ts";
import { readSource } from "../../src/adapters/git/source.ts";
import { readTree, withGitFolder } from "../../src/adapters/git/tree.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo } from "../support/repo.ts";

test("tree, source and .git folder of a checkout read each value from git once", async () => {
	await using repo = await makeRepo({ a: "one", ".gitattributes": "* text=auto\n" });
	const revision = await repo.commit();
	const asked: string[] = [];
	const real = gitIn(repo.root, exec);
	const git: Git = (args, input) => {
		asked.push(args.join(" "));
		return real(args, input);
	};
	const checkout = openCheckout(git);
	const [source, tree] = await Promise.all([
		readSource(git, {}, checkout),
		withGitFolder(readTree(repo.root, git, checkout), repo.root, checkout),
	]);
	assert.equal(source.revision, revision);
	assert.equal(tree.entries.find(({ path }) => path === ".git/HEAD")?.oid, revision);
	assert.deepEqual(asked, [...new Set(asked)]);
	assert.ok(asked.length <= 10, asked.join("\n"));
});

test("there is no commit before the first one, without a repository, or in a file called HEAD", async () => {
	await using repo = await makeRepo({ HEAD: "no commit" });
	const head = () => openCheckout(gitIn(repo.root, exec)).head();
	assert.equal(await head(), undefined);
	const id = await repo.commit();
	assert.deepEqual(await head(), { id, time: Date.parse("2025-10-24T15:51:32Z") / 1000 });
	assert.equal(await openCheckout(gitIn("/", exec)).head(), undefined);
});
