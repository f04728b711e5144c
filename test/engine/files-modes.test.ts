import assert from "node:assert/strict";
import { chmod, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { filesIn, openCheckouts } from "../support/checkouts.ts";

/** One commit, checked out with one umask and another, is one image: moby/moby#32816, moby/buildkit#1905. */

const catalog = `version: 1
project: modes
defaults: { platforms: [linux/amd64], policy: { smoke: "off" } }
services:
  api: { context: api, contexts: { more: shared } }
  web: { context: ".", dockerfile: web/Dockerfile }
`;
const files = {
	"lucid.yml": catalog,
	".gitignore": "out/\n",
	".dockerignore": ".git\nweb/Dockerfile\n",
	"api/Dockerfile":
		"FROM scratch AS files\nCOPY --from=more . /more/\nFROM scratch\nCOPY --from=files / /\nCOPY . /app/\nCOPY bin/run.sh /run.sh\nCOPY bin/run.sh /a/b/\nUSER 1\n",
	"api/bin/run.sh": "#!/bin/sh\n",
	"api/deep/er/x.txt": "x\n",
	"api/link": "-> deep/er",
	"shared/one.txt": "one\n",
	"web/Dockerfile": "FROM scratch\nCOPY . /all/\nCOPY --chmod=0600 shared /set/\nUSER 1\n",
	"web/index.html": "<p>\n",
};

async function modesBelow(root: string): Promise<Readonly<Record<string, string>>> {
	const found: Record<string, string> = {};
	for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
		const file = path.join(entry.parentPath, entry.name);
		if (entry.isSymbolicLink() || file.includes("/.git/")) continue;
		const { mode, ctimeMs, nlink } = await stat(file);
		found[path.relative(root, file)] = `${mode.toString(8)} ${ctimeMs} ${entry.isFile() ? nlink : ""}`;
	}
	return found;
}

test("checkouts with other umasks, modes and untracked files of other modes give one digest, and stay as they are", async () => {
	await using checkouts = await openCheckouts("modes", files);
	const { repo, git, build, place } = checkouts;
	await repo.chmod("api/bin/run.sh", 0o755);
	await repo.commit();
	const clone = async (name: string, umask: number, ...args: readonly string[]) => {
		const before = process.umask(umask);
		try {
			await git(repo.root, "clone", "-q", ...args, "--", repo.root, place(name));
		} finally {
			process.umask(before);
		}
		await writeFile(place(`${name}/api/made.txt`), "not tracked\n");
		return place(name);
	};
	const usual = await clone("usual", 0o022);
	const narrow = await clone("narrow", 0o077);
	await chmod(path.join(narrow, "api/made.txt"), 0o640);
	const wide = await clone("wide", 0o000, "--config=core.fileMode=false");
	for (const [name, mode] of Object.entries({ "api/bin/run.sh": 0o666, "api/deep": 0o700, "web/index.html": 0o777 }))
		await chmod(path.join(wide, name), mode);

	const digests: Record<string, string>[] = [];
	for (const root of [usual, narrow, wide]) {
		const before = await modesBelow(root);
		const { images } = await build(root, "--force", "--no-cache");
		digests.push(Object.fromEntries(images.map(({ service, digest = "" }) => [service, digest])));
		assert.deepEqual(await modesBelow(root), before, "nothing is changed in the working tree");
		if (root !== narrow) continue;
		const [api, web] = images;
		assert.ok(api && web);
		for (const [image, name] of [
			[api, "api"],
			[web, "web"],
		] as const)
			for (const [file, what] of await filesIn(image)) {
				const [kind = "", mode = ""] = what.split("\n");
				const wanted = file.startsWith("set/") ? "0600" : kind === "5" || file.endsWith(".sh") ? "0755" : "0644";
				if (kind === "0" || kind === "5") assert.equal(mode.slice(-4), wanted, `${name}: ${file}`);
			}
	}
	assert.ok(Object.values(digests[0] ?? {}).every((digest) => digest.startsWith("sha256:")));
	assert.deepEqual(digests[1], digests[0], "umask 077");
	assert.deepEqual(digests[2], digests[0], "umask 000, on a disk that keeps no executable bit");
});

test("a setuid bit in a source is refused at its line, a setgid bit that folders have from the clone's is not", async () => {
	await using checkouts = await openCheckouts("bits", files);
	const { repo, build, lucid } = checkouts;
	await repo.commit();
	for (const folder of [".", "api", "api/bin", "api/deep", "api/deep/er", "shared"]) await repo.chmod(folder, 0o2755);
	await build(repo.root, "api");
	await repo.chmod("api/bin/run.sh", 0o4755);
	const { exitCode, stdout } = await lucid(repo.root, "build", "--force", "api");
	assert.equal(exitCode, 1);
	assert.match(stdout, /api\/Dockerfile:5: COPY \. copies api\/bin\/run\.sh, which has the setuid bit \(mode 04755\)/);
	assert.match(stdout, /chmod u-s api\/bin\/run\.sh/);
});
