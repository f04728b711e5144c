import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { gitIn } from "../../src/adapters/git/git.ts";
import { readTree, type Tree } from "../../src/adapters/git/tree.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo } from "../support/repo.ts";

const read = (root: string) => readTree(root, gitIn(root, exec));

/** Every path with its content's id, as one comparable value. */
async function contents(tree: Tree): Promise<Record<string, string>> {
	const pairs = tree.entries
		.filter(({ kind }) => kind !== "dir")
		.map(async (entry) => [entry.path, `${entry.executable ? "x " : ""}${await tree.hash(entry)}`] as const);
	return Object.fromEntries(await Promise.all(pairs));
}

test("a clean tracked file is known by git's id, and nothing is read", async () => {
	await using repo = await makeRepo({ "a.txt": "one\n", "d/b.txt": "two\n" });
	await repo.commit();
	const tree = await read(repo.root);
	assert.deepEqual(
		tree.entries.map(({ path: name, kind, oid }) => [name, kind, oid !== undefined]),
		[
			["a.txt", "file", true],
			["d", "dir", false],
			["d/b.txt", "file", true],
		],
	);
});

test("content has one id, whether it is committed, changed, untracked, ignored or outside git", async () => {
	await using repo = await makeRepo({
		"a.txt": "one\n",
		"d/run.sh": "#!/bin/sh\n",
		".gitignore": "ignored/\n",
		link: "-> a.txt",
	});
	await repo.chmod("d/run.sh", 0o755);
	await repo.commit();
	await repo.write({ "ignored/c": "three\n", "new/deep/d": "four\n", "a.txt": "changed\n" });
	const dirty = await contents(await read(repo.root));
	await rm(path.join(repo.root, ".gitignore"));
	delete dirty[".gitignore"];
	await repo.commit();
	assert.deepEqual(await contents(await read(repo.root)), dirty);
	await rm(path.join(repo.root, ".git"), { recursive: true });
	assert.deepEqual(await contents(await read(repo.root)), dirty);
	assert.deepEqual(Object.keys(dirty).sort(), ["a.txt", "d/run.sh", "ignored/c", "link", "new/deep/d"]);
});

test("an empty folder is part of the tree, as COPY copies it", async () => {
	await using repo = await makeRepo({ "d/a": "one" });
	await repo.commit();
	await repo.write({ "d/empty/x": "" });
	await rm(path.join(repo.root, "d/empty/x"));
	const { entries } = await read(repo.root);
	assert.ok(entries.some(({ path: name, kind }) => name === "d/empty" && kind === "dir"));
});

test("a file that was deleted on disk is not in the tree", async () => {
	await using repo = await makeRepo({ a: "one", b: "two" });
	await repo.commit();
	await rm(path.join(repo.root, "a"));
	assert.deepEqual(Object.keys(await contents(await read(repo.root))), ["b"]);
});

test("a file that git converts is known by its bytes on disk, not by its blob", async () => {
	await using repo = await makeRepo({
		".gitattributes": "*.txt text eol=crlf\n",
		"a.txt": "one\r\n",
		"b.bin": "one\r\n",
	});
	await repo.commit();
	const found = await contents(await read(repo.root));
	assert.equal(found["a.txt"], found["b.bin"]);
});

test("a changed executable bit and a changed link are visible", async () => {
	await using repo = await makeRepo({ "run.sh": "x", link: "-> one" });
	await repo.commit();
	const before = await contents(await read(repo.root));
	await repo.chmod("run.sh", 0o755);
	await rm(path.join(repo.root, "link"));
	await repo.write({ link: "-> two" });
	const after = await contents(await read(repo.root));
	assert.notEqual(after["run.sh"], before["run.sh"]);
	assert.notEqual(after.link, before.link);
});

test("with core.fileMode=false the executable bit of the index counts", async () => {
	await using repo = await makeRepo({ "run.sh": "x", "a.txt": "one", "b.txt": "two" });
	await repo.chmod("run.sh", 0o755);
	await repo.commit();
	const before = await contents(await read(repo.root));
	await repo.git("config", "core.fileMode", "false");
	for (const [file, mode] of Object.entries({ "run.sh": 0o644, "a.txt": 0o777, "b.txt": 0o777 }))
		await repo.chmod(file, mode);
	await repo.write({ "b.txt": "too" });
	const after = await contents(await read(repo.root));
	assert.deepEqual({ ...after, "b.txt": before["b.txt"] }, before);
	assert.match(after["b.txt"] ?? "", /^[0-9a-f]{40}$/, "its content changed, its bit did not");
});

test("a folder below the top of a repository has paths of its own", async () => {
	await using repo = await makeRepo({ "examples/one/a": "one", b: "two" });
	await repo.commit();
	await repo.write({ "examples/one/new": "three", "examples/one/a": "changed" });
	assert.deepEqual(Object.keys(await contents(await read(path.join(repo.root, "examples/one")))), ["a", "new"]);
});
