import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, cp, readdir, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gitIn } from "../../src/adapters/git/git.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { planOf } from "../dockerfile/project.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";

/** One commit, in every kind of working tree that there is of it: the same fingerprints. */

const files = {
	"lucid.yml": JSON.stringify({
		version: 1,
		project: "shop",
		defaults: { platforms: ["linux/amd64"], args: { EDITION: "small" } },
		services: { api: { context: "api" }, web: { context: ".", dockerfile: "web/Dockerfile" } },
	}),
	"api/Dockerfile": "FROM scratch\nARG EDITION\nCOPY . /\n",
	"api/İstanbul.txt": "a name that sorts and folds in its own way\n",
	"api/iota.txt": "i\n",
	"api/Zeta.txt": "Z\n",
	"api/run.sh": "#!/bin/sh\n",
	"api/link": "-> run.sh",
	"web/Dockerfile": "FROM scratch\nCOPY web/src lib /\n",
	"web/src/index.html": "<p>\r\n",
	"lib/x/deep/y": "y\n",
	"docs/big.txt": "not copied\n",
};

async function fingerprints(root: string): Promise<Record<string, string>> {
	const { images } = await planOf(root, (ref) => ref, { git: gitIn(root, exec) });
	return Object.fromEntries(images.map(({ service, fingerprint }) => [service, fingerprint]));
}

async function original() {
	const repo = await makeRepo(files);
	await repo.chmod("api/run.sh", 0o755);
	await repo.commit();
	return repo;
}

async function everyPath(root: string, change: (file: string) => Promise<void>): Promise<void> {
	for (const entry of await readdir(root, { recursive: true, withFileTypes: true }))
		if (entry.isFile() && !entry.parentPath.includes("/.git")) await change(path.join(entry.parentPath, entry.name));
}

const git = async (...args: string[]) => {
	const { exitCode, stderr } = await exec(["git", ...args]);
	assert.equal(exitCode, 0, stderr);
};

/** Makes another working tree of `from` in `to`. */
const kinds: Readonly<Record<string, (from: string, to: string) => Promise<unknown>>> = {
	"a clone": (from, to) => git("clone", "-q", "--", from, to),
	"a shallow clone": (from, to) => git("clone", "-q", "--depth=1", "--", `file://${from}`, to),
	"a clone without blobs": async (from, to) => {
		await git("-C", from, "config", "uploadpack.allowFilter", "true");
		await git("clone", "-q", "--filter=blob:none", "--", `file://${from}`, to);
	},
	"a sparse checkout": async (from, to) => {
		await git("clone", "-q", "--sparse", "--", from, to);
		assert.ok(!existsSync(path.join(to, "lib/x/deep/y")));
	},
	"a sparse checkout with a sparse index": async (from, to) => {
		await git("clone", "-q", "--no-checkout", "--", from, to);
		await git("-C", to, "sparse-checkout", "set", "--sparse-index", "docs");
		await git("-C", to, "checkout", "-q");
		assert.ok(!existsSync(path.join(to, "api")));
	},
	"a sparse checkout of a clone without blobs": async (from, to) => {
		await git("-C", from, "config", "uploadpack.allowFilter", "true");
		await git("-C", from, "config", "uploadpack.allowAnySHA1InWant", "true");
		await git("clone", "-q", "--filter=blob:none", "--sparse", "--", `file://${from}`, to);
		assert.ok(!existsSync(path.join(to, "api")));
	},
	"a disk that keeps no executable bit": async (from, to) => {
		await git("clone", "-q", "--config=core.fileMode=false", "--", from, to);
		await everyPath(to, (file) => chmod(file, 0o777));
	},
	"a worktree": (from, to) => git("-C", from, "worktree", "add", "-q", "--detach", to),
	"a longer path with odd characters": async (from, to) => {
		await git("clone", "-q", "--", from, `${to}/a b/ü/[x]`);
		return `${to}/a b/ü/[x]`;
	},
	"another umask": async (from, to) => {
		const before = process.umask(0o077);
		try {
			await git("clone", "-q", "--", from, to);
		} finally {
			process.umask(before);
		}
	},
	"another clock": async (from, to) => {
		await git("clone", "-q", "--", from, to);
		await everyPath(to, (file) => utimes(file, 4_000_000_000, 4_000_000_000));
	},
	"bits that git does not keep": async (from, to) => {
		await git("clone", "-q", "--", from, to);
		await everyPath(to, (file) => chmod(file, file.endsWith(".sh") ? 0o700 : 0o666));
	},
	"no git, the files alone": (from, to) =>
		cp(from, to, { recursive: true, verbatimSymlinks: true, filter: (file) => path.basename(file) !== ".git" }),
	"another commit over the same files": async (from, to) => {
		await git("clone", "-q", "--", from, to);
		const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"];
		await git("-C", to, ...identity, "commit", "-q", "--allow-empty", "-m", "again");
	},
	"a folder of a larger repository": async (from, to) => {
		await cp(from, `${to}/part`, {
			recursive: true,
			verbatimSymlinks: true,
			filter: (file) => path.basename(file) !== ".git",
		});
		await git("init", "-q", to);
		await git("-C", to, "add", "-A");
		return `${to}/part`;
	},
	"the same files, not committed": async (from, to) => {
		await git("clone", "-q", "--", from, to);
		await git("-C", to, "rm", "-rq", "--cached", ".");
	},
	"a file that was changed and changed back": async (from, to) => {
		await git("clone", "-q", "--", from, to);
		const file = path.join(to, "api/iota.txt");
		await cp(path.join(to, "api/Zeta.txt"), file);
		await cp(path.join(from, "api/iota.txt"), file);
	},
};

for (const [name, make] of Object.entries(kinds))
	test(`the same files give the same fingerprints: ${name}`, async (t) => {
		await using repo = await original();
		const folder = await temporaryFolder();
		t.after(() => rm(folder, { recursive: true, force: true }));
		const made = await make(repo.root, path.join(folder, "copy"));
		const root = typeof made === "string" ? made : path.join(folder, "copy");
		assert.deepEqual(await fingerprints(root), await fingerprints(repo.root));
	});

const program = fileURLToPath(new URL("print-plan.ts", import.meta.url));
const surroundings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"Turkish locale": { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
	"plain C locale": { LC_ALL: "C" },
	"another time zone": { TZ: "Pacific/Kiritimati" },
	"another home": { HOME: "/nowhere", XDG_CONFIG_HOME: "/nowhere" },
};
for (const [name, env] of Object.entries(surroundings))
	test(`the same files give the same fingerprints: ${name}`, async () => {
		await using repo = await original();
		const { stdout, stderr } = await exec([process.execPath, program, repo.root], { env });
		assert.deepEqual(JSON.parse(stdout || stderr), await fingerprints(repo.root));
	});

test("clones with different line-end conversion have different bytes and give different images", async () => {
	await using repo = await original();
	const before = await fingerprints(repo.root);
	await repo.git("config", "core.autocrlf", "true");
	assert.deepEqual(await fingerprints(repo.root), before, "nothing was written anew yet");
	await rm(path.join(repo.root, "lib/x/deep/y"));
	await repo.git("checkout", "--", "lib/x/deep/y");
	const after = await fingerprints(repo.root);
	assert.equal(after.api, before.api);
	assert.notEqual(after.web, before.web);
});
