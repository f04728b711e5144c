import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { gitIn } from "../../src/adapters/git/git.ts";
import { readTree } from "../../src/adapters/git/tree.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { planOf } from "../dockerfile/project.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const catalog = JSON.stringify({ version: 1, project: "shop", services: { app: { context: "." } } });
const start = { "lucid.yml": catalog, Dockerfile: "FROM scratch\nCOPY assets /a/\n", "assets/plain.txt": "plain\n" };

const plan = (repo: Repo) => planOf(repo.root, (ref) => ref, { git: gitIn(repo.root, exec) });
const problemsOf = ({ images }: Plan) =>
	images.flatMap(({ decision }) => (decision.kind === "blocked" ? decision.problems : []));
const fingerprintOf = ({ images }: Plan) => images[0]?.fingerprint;

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"4d".repeat(32)}\nsize 12345\n`;
const lfs = { ".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n" };

// docker/build-push-action#312, moby/buildkit#7000
test("the pointer of a file of Git LFS blocks the image that takes it, and names the way to get the file", async () => {
	await using repo = await makeRepo({ ...start, ...lfs, "assets/model.bin": pointer, "assets/b.bin": pointer });
	await repo.commit();
	const found = problemsOf(await plan(repo));
	assert.deepEqual(
		found.map(({ code, message, at }) => [code, message.split(":")[0], at]),
		[["dockerfile/lfs-pointer", "assets/b.bin, assets/model.bin", { file: "Dockerfile", line: 2 }]],
	);
	assert.match(found[0]?.fix ?? "", /lfs: true/);
});

test("a pointer that was never committed, or is the first of its kind, is one too", async () => {
	await using repo = await makeRepo({ ...start, ...lfs });
	await repo.commit();
	const old = pointer.replace("git-lfs.github.com", "hawser.github.com");
	await repo.write({ "assets/model.bin": "the file itself" });
	await repo.git("add", "assets/model.bin");
	await repo.write({ "assets/model.bin": old });
	assert.deepEqual(
		problemsOf(await plan(repo)).map(({ code }) => code),
		["dockerfile/lfs-pointer"],
	);
});

const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"no attribute says that it is one": { "assets/model.bin": pointer },
	"another filter is meant": { ".gitattributes": "*.bin filter=crypt\n", "assets/model.bin": pointer },
	"the file is there": { ...lfs, "assets/model.bin": "the file itself" },
	"it is longer than a pointer": { ...lfs, "assets/model.bin": pointer + "x".repeat(2000) },
	"it only begins like one": { ...lfs, "assets/model.bin": "version https://git-lfs.github.com/spec/v1\nand so on\n" },
	"the image does not take it": { ...lfs, "docs/model.bin": pointer },
	"the ignore file leaves it out": { ...lfs, "assets/model.bin": pointer, ".dockerignore": "**/*.bin\n" },
};

for (const [name, files] of Object.entries(harmless))
	test(`a text like a pointer of Git LFS is a file like any other: ${name}`, async () => {
		await using repo = await makeRepo({ ...start, ...files });
		await repo.commit();
		assert.deepEqual(problemsOf(await plan(repo)), []);
	});

test("a file that the sparse checkout skips, and that a checkout would convert, blocks the image that takes it", async () => {
	await using repo = await makeRepo({
		...start,
		".gitattributes": "*.txt text eol=crlf\n*.md text=auto\n*.sh eol=lf\n",
		"assets/read.md": "# r\n",
		"assets/run.sh": "#!/bin/sh\n",
	});
	await repo.commit();
	const whole = await plan(repo);
	await repo.git("sparse-checkout", "set", "docs");
	const found = problemsOf(await plan(repo));
	assert.deepEqual(
		found.map(({ code, message, at }) => [code, message.split(":")[0], at]),
		[["dockerfile/not-checked-out", "assets/plain.txt", { file: "Dockerfile", line: 2 }]],
	);
	assert.match(found[0]?.fix ?? "", /git sparse-checkout add/);
	await repo.write({ Dockerfile: "FROM scratch\nCOPY --exclude=plain.txt assets /a/\n" });
	const rest = await plan(repo);
	assert.deepEqual(problemsOf(rest), [], "what is written as it is stored is known by git's object");
	await repo.git("sparse-checkout", "disable");
	assert.equal(fingerprintOf(await plan(repo)), fingerprintOf(rest));
	assert.notEqual(fingerprintOf(whole), fingerprintOf(rest));
});

test("a link that the sparse checkout skips counts by its text, and is followed", async () => {
	await using repo = await makeRepo({
		...start,
		Dockerfile: "FROM scratch\nCOPY one /a/\n",
		"x/link": "-> ../assets",
		one: "-> x/link",
	});
	await repo.commit();
	const whole = fingerprintOf(await plan(repo));
	await repo.git("sparse-checkout", "set", "docs");
	assert.equal(fingerprintOf(await plan(repo)), whole);
});

test("a file that git is configured to skip makes the tree dirty if its content differs, and not if it is the same", async () => {
	await using repo = await makeRepo({ ...start, "a.txt": "one\n", "b.txt": "two\n" });
	await repo.commit();
	const hides = async () => (await readTree(repo.root, gitIn(repo.root, exec))).hidesChanges();
	assert.equal(await hides(), false);
	await repo.git("update-index", "--assume-unchanged", "a.txt");
	await repo.git("update-index", "--skip-worktree", "b.txt");
	assert.equal(await hides(), false);
	await repo.write({ "b.txt": "changed\n" });
	assert.equal(await hides(), true);
	await repo.write({ "b.txt": "two\n", "a.txt": "changed\n" });
	assert.equal(await hides(), true);
});

for (const kind of ["tracked", "untracked"] as const)
	test(`a ${kind} file whose name is not UTF-8 is reported as such, where an image takes it`, async () => {
		await using repo = await makeRepo({ ...start, "assets/replacement-\uFFFD": "the character itself\n" });
		const odd = (text: string) => Buffer.concat([Buffer.from(`${repo.root}/`), Buffer.from(text, "latin1")]);
		await writeFile(odd("assets/caf\xe9.txt"), "x");
		await mkdir(odd("assets/d\xe9p"));
		await writeFile(Buffer.concat([odd("assets/d\xe9p/"), Buffer.from("in.txt")]), "x");
		await writeFile(odd("other-\xe9.txt"), "x");
		if (kind === "tracked") await repo.commit();
		const found = problemsOf(await plan(repo));
		assert.deepEqual(
			found.map(({ code, at }) => [code, at]),
			[["dockerfile/file-name", { file: "Dockerfile", line: 2 }]],
		);
		assert.match(
			found[0]?.message ?? "",
			/^assets\/caf\uFFFD\.txt, assets\/d\uFFFDp\S*: a file whose name is not UTF-8$/,
		);
		await repo.write({ ".dockerignore": "**/caf*\n**/d*p\n" });
		assert.deepEqual(problemsOf(await plan(repo)), []);
	});
