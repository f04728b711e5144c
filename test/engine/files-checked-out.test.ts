import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { Plan } from "../../src/model/documents/plan.ts";
import { filesIn, openCheckouts } from "../support/checkouts.ts";
import { makeRepo } from "../support/repo.ts";

const catalog = `version: 1
project: checkouts
defaults: { platforms: [linux/amd64], policy: { smoke: "off" } }
services:
  app: { context: "." }
`;
const start = {
	"lucid.yml": catalog,
	".dockerignore": ".git\nDockerfile\nlucid.yml\n",
	Dockerfile: "FROM scratch\nCOPY . /all/\nUSER 1\n",
	"src/main.txt": "main\n",
	"lib/deep/x.txt": "x\n",
};

const planned = (stdout: string) => {
	const { source, images } = JSON.parse(stdout) as Plan;
	const [image] = images;
	return { dirty: source.dirty, fingerprint: image?.fingerprint, decision: image?.decision.kind };
};

test("a sparse checkout plans the image of the whole one, builds nothing that it has not, and finds what another job has built", async () => {
	await using checkouts = await openCheckouts("sparse", start);
	const { repo, git, lucid, build, place } = checkouts;
	await repo.commit();
	const whole = planned((await lucid(repo.root, "plan")).stdout);
	const sparse = place("sparse");
	await repo.git("config", "uploadpack.allowFilter", "true");
	await repo.git("config", "uploadpack.allowAnySHA1InWant", "true");
	await git(repo.root, "clone", "-q", "--filter=blob:none", "--sparse", "--", `file://${repo.root}`, sparse);
	await git(sparse, "sparse-checkout", "set", "src");
	const { stdout } = await lucid(sparse, "plan");
	assert.deepEqual(planned(stdout), { ...whole, decision: "build" });
	const failed = await lucid(sparse, "build");
	assert.equal(failed.exitCode, 1);
	assert.match(failed.stdout, /Dockerfile:2: COPY \.: lib\/deep\/x\.txt: not on disk because of the sparse checkout/);
	assert.match(failed.stdout, /build\/not-checked-out/);
	await writeFile(place("plan.json"), stdout);
	const { images } = await build(repo.root, `--plan=${place("plan.json")}`);
	assert.deepEqual(
		images.map(({ outcome, fingerprint }) => [outcome, fingerprint]),
		[["built", whole.fingerprint]],
	);
	assert.deepEqual(planned((await lucid(sparse, "plan")).stdout), { ...whole, decision: "unchanged" });
});

test("a Dockerfile that the sparse checkout skips is read from git's objects, and built where it is", async () => {
	await using checkouts = await openCheckouts("skipped", {
		...start,
		"lucid.yml": catalog.replace('"."', "lib, dockerfile: docker/Dockerfile"),
		"docker/Dockerfile": "FROM scratch\nCOPY deep /d/\nUSER 1\n",
	});
	const { repo, lucid } = checkouts;
	await repo.commit();
	const whole = planned((await lucid(repo.root, "plan")).stdout);
	await repo.git("sparse-checkout", "set", "lib");
	assert.deepEqual(planned((await lucid(repo.root, "plan")).stdout), whole);
	const { exitCode, stdout } = await lucid(repo.root, "build");
	assert.equal(exitCode, 1);
	assert.match(stdout, /docker\/Dockerfile: not on disk because of the sparse checkout/);
});

// docker/build-push-action#1421
test("an image gets a submodule's files, and none is built where they are not checked out, not even by a plan from elsewhere", async () => {
	await using checkouts = await openCheckouts("submodule", start);
	const { repo, git, lucid, build, place } = checkouts;
	await using deep = await makeRepo({ "d.txt": "deep\n" });
	await deep.commit();
	await using lib = await makeRepo({ "l.txt": "lib\n" });
	const allow = ["-c", "protocol.file.allow=always"];
	await lib.git(...allow, "submodule", "--quiet", "add", "--", deep.root, "deep");
	await lib.commit();
	await repo.git(...allow, "submodule", "--quiet", "add", "--", lib.root, "vend");
	await repo.commit();
	for (const [name, args] of [
		["bare", []],
		["half", ["--recurse-submodules"]],
		["whole", ["--recurse-submodules"]],
	] as const)
		await git(repo.root, "clone", "-q", ...args, "--", repo.root, place(name));
	await git(place("half/vend"), "submodule", "--quiet", "deinit", "-f", "deep");
	const plan = (await lucid(place("whole"), "plan")).stdout;
	await writeFile(place("plan.json"), plan);
	for (const [name, missing] of [
		["bare", "vend"],
		["half", "vend/deep"],
	] as const)
		for (const args of [[], [`--plan=${place("plan.json")}`]]) {
			const { exitCode, stdout } = await lucid(place(name), "build", ...args);
			assert.equal(exitCode, 1, name);
			assert.match(stdout, new RegExp(`Dockerfile:2: ${missing}: a submodule that is not checked out`), name);
			assert.match(stdout, /submodules: recursive/, name);
		}
	const { images } = await build(place("whole"));
	assert.ok(images[0]);
	const found = await filesIn(images[0]);
	for (const file of ["all/vend/l.txt", "all/vend/deep/d.txt"]) assert.ok(found.has(file), file);
});

// docker/build-push-action#312
test("a Git LFS pointer is not built into an image", async () => {
	await using checkouts = await openCheckouts("lfs", {
		...start,
		".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n",
		"src/model.bin": `version https://git-lfs.github.com/spec/v1\noid sha256:${"4d".repeat(32)}\nsize 9\n`,
	});
	const { repo, lucid, build } = checkouts;
	await repo.commit();
	const { exitCode, stdout } = await lucid(repo.root, "build");
	assert.equal(exitCode, 1);
	assert.match(stdout, /Dockerfile:2: src\/model\.bin: a Git LFS pointer, not the file/);
	await writeFile(path.join(repo.root, "src/model.bin"), "the model");
	const { images } = await build(repo.root);
	assert.ok(images[0]);
	assert.match((await filesIn(images[0])).get("all/src/model.bin") ?? "", /the model$/);
	assert.equal(await readFile(path.join(repo.root, "src/model.bin"), "utf8"), "the model");
});

test("BuildKit takes no file whose name is not UTF-8: it is refused before, by its name", async () => {
	await using checkouts = await openCheckouts("names", start);
	const { repo, lucid } = checkouts;
	await writeFile(Buffer.concat([Buffer.from(`${repo.root}/src/caf`), Buffer.from([0xe9])]), "x");
	await repo.commit();
	const { exitCode, stdout } = await lucid(repo.root, "build");
	assert.equal(exitCode, 1);
	assert.match(stdout, /Dockerfile:2: src\/caf\uFFFD: a file whose name is not UTF-8/);
	const { exec } = await import("../../src/adapters/process/exec.ts");
	const plain = await exec(["docker", "buildx", "build", "--output=type=cacheonly", "."], { cwd: repo.root });
	assert.notEqual(plain.exitCode, 0, "the day BuildKit takes it, so shall we");
});
