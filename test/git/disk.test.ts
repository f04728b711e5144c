import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { gitIn } from "../../src/adapters/git/git.ts";
import { readTree } from "../../src/adapters/git/tree.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

/** The tree has the files that a build gets, regardless of git. Each case is compared with the disk, path by path. */

type Paths = Readonly<Record<string, string>>;

async function onDisk(root: string, folder = "", algorithm = "sha1"): Promise<Paths> {
	const found: Record<string, string> = {};
	for (const name of await readdir(path.join(root, folder))) {
		if (name === ".git") continue;
		const below = folder === "" ? name : `${folder}/${name}`;
		const stats = await lstat(path.join(root, below));
		const id = (bytes: Buffer) => createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
		if (stats.isSymbolicLink()) found[below] = `link ${id(Buffer.from(await readlink(path.join(root, below))))}`;
		else if (stats.isFile())
			found[below] = `${stats.mode & 0o100 ? "program" : "file"} ${id(await readFile(path.join(root, below)))}`;
		else if (stats.isDirectory()) Object.assign(found, { [below]: "dir" }, await onDisk(root, below, algorithm));
		else found[below] = "other";
	}
	return found;
}

async function asRead(root: string): Promise<Paths> {
	const tree = await readTree(root, gitIn(root, exec));
	const pairs = tree.entries.map(async (entry) => {
		const { path: name, kind, executable } = entry;
		if (kind === "dir" || kind === "other") return [name, kind] as const;
		const word = kind === "symlink" ? "link" : executable ? "program" : "file";
		return [name, `${word} ${await tree.hash(entry)}`] as const;
	});
	return Object.fromEntries(await Promise.all(pairs));
}

const start = {
	"a.txt": "one\n",
	"d/b.txt": "two\n",
	"d/run.sh": "#!/bin/sh\n",
	"e/b.txt": "other\n",
	link: "-> a.txt",
};

/** What happens to the repository after its first commit. A folder that is given back is the one to read. */
type Situation = (repo: Repo) => Promise<unknown>;

const file = (repo: Repo, name: string) => path.join(repo.root, name);
const committed = async (repo: Repo, files: Paths) => {
	await repo.write(files);
	await repo.commit();
	// Written again by git, so that what it converts is converted.
	await repo.git("rm", "-rq", "--cached", ".");
	await repo.git("reset", "-q", "--hard");
};

const situations: Readonly<Record<string, Situation>> = {
	"a clean tree": async () => {},
	"a changed file": (repo) => repo.write({ "a.txt": "1ne\n" }),
	"a file that changed without its size and time": async (repo) => {
		const { atime, mtime } = await lstat(file(repo, "a.txt"));
		await repo.write({ "a.txt": "eno\n" });
		await utimes(file(repo, "a.txt"), atime, mtime);
	},
	"a file that was only touched": (repo) => utimes(file(repo, "a.txt"), 1, 4_000_000_000),
	"a file that is staged, and changed again": async (repo) => {
		await repo.write({ "a.txt": "staged\n" });
		await repo.git("add", "a.txt");
		await repo.write({ "a.txt": "and changed\n" });
	},
	"untracked and ignored files": (repo) =>
		repo.write({ "new/x": "x", "d/new": "y", ".gitignore": "*.log\nout/\n", "d/z.log": "z", "out/deep/w": "w" }),
	"a file that is meant to be added": async (repo) => {
		await repo.write({ "later.txt": "later\n" });
		await repo.git("add", "-N", "later.txt");
	},
	"a deleted file": (repo) => rm(file(repo, "d/b.txt")),
	"a deleted folder": (repo) => rm(file(repo, "d"), { recursive: true }),
	"a file that is a folder now": async (repo) => {
		await rm(file(repo, "a.txt"));
		await repo.write({ "a.txt/in": "in" });
	},
	"a folder that is a file now": async (repo) => {
		await rm(file(repo, "d"), { recursive: true });
		await repo.write({ d: "file" });
	},
	"a folder that is a link to another now": async (repo) => {
		await rm(file(repo, "d"), { recursive: true });
		await symlink("e", file(repo, "d"));
	},
	"a file that is a link now, and a link that is a file": async (repo) => {
		await rm(file(repo, "a.txt"));
		await rm(file(repo, "link"));
		await repo.write({ "a.txt": "-> d/b.txt", link: "file" });
	},
	"a bit of others, which git does not keep": (repo) => repo.chmod("a.txt", 0o654),
	"line ends by core.autocrlf": async (repo) => {
		await repo.git("config", "core.autocrlf", "True");
		await committed(repo, { "crlf.txt": "one\ntwo\n" });
	},
	"line ends by attributes of the folder above": async (repo) => {
		await committed(repo, { ".gitattributes": "*.txt text eol=crlf\n" });
		return file(repo, "d");
	},
	"attributes that git does not track": async (repo) => {
		await committed(repo, {});
		await repo.write({ "e/.gitattributes": "*.txt eol=crlf\n" });
		await rm(file(repo, "e/b.txt"));
		await repo.git("checkout", "--", "e/b.txt");
	},
	"attributes of the clone": async (repo) => {
		await repo.write({ ".git/info/attributes": "*.txt eol=crlf\n" });
		await committed(repo, {});
	},
	"attributes of the user": async (repo) => {
		await repo.write({ ".git/mine": "*.txt eol=crlf\n" });
		await repo.git("config", "core.attributesFile", file(repo, ".git/mine"));
		await committed(repo, {});
	},
	"a filter as that of LFS": async (repo) => {
		await repo.git("config", "filter.shout.smudge", "tr a-z A-Z");
		await repo.git("config", "filter.shout.clean", "tr A-Z a-z");
		await committed(repo, { ".gitattributes": "*.txt filter=shout\n" });
		assert.equal(await readFile(file(repo, "a.txt"), "utf8"), "ONE\n");
	},
	"pointers of a filter that is not installed": (repo) => committed(repo, { ".gitattributes": "*.txt filter=lfs\n" }),
	"idents and encodings": (repo) =>
		committed(repo, {
			".gitattributes": "*.c ident\n*.u working-tree-encoding=UTF-16LE\n",
			"x.c": "$Id$\n",
			"y.u": "h\0i\0",
		}),
	"a conflict": async (repo) => {
		await repo.git("checkout", "-q", "-b", "other");
		await repo.write({ "a.txt": "theirs\n" });
		await repo.commit();
		await repo.git("checkout", "-q", "main");
		await repo.write({ "a.txt": "ours\n" });
		await repo.commit();
		await assert.rejects(repo.git("merge", "other"));
	},
	"files that git assumes to be unchanged, or skips": async (repo) => {
		await repo.git("update-index", "--assume-unchanged", "a.txt");
		await repo.git("update-index", "--skip-worktree", "d/b.txt");
		await repo.write({ "a.txt": "changed\n", "d/b.txt": "changed too\n" });
	},
	"submodules: clean, changed, with attributes of its own, and not there": async (repo) => {
		await using other = await makeRepo({ "in/x": "x\n", y: "y\n", "in/.gitattributes": "* text eol=crlf\n" });
		await other.commit();
		for (const name of ["clean", "changed", "gone"])
			await repo.git(
				"-c",
				"protocol.file.allow=always",
				"submodule",
				"--quiet",
				"add",
				"--",
				other.root,
				`mod/${name}`,
			);
		await repo.commit();
		await repo.write({ "mod/changed/y": "z\n", "mod/changed/new": "new\n" });
		await repo.git("submodule", "--quiet", "deinit", "-f", "mod/gone");
	},
	"a repository inside": async (repo) => {
		await using other = await makeRepo({ x: "x\n" });
		await other.commit();
		await rename(other.root, file(repo, "d/inner"));
	},
	"a worktree": async (repo) => {
		await repo.git("worktree", "add", "-q", `${repo.root}.worktree`);
		return `${repo.root}.worktree`;
	},
	"odd names": (repo) =>
		repo.write({ "-x": "1", "a b": "2", 'q"t': "3", "l\nn": "4", "t\tt": "5", ü: "6", "*": "7", "d/:(top)": "8" }),
	"odd names that are tracked": async (repo) => {
		await repo.write({ "-x": "1", "a b": "2", 'q"t': "3", "l\nn": "4", "t\tt": "5", ü: "6", "*": "7" });
		await repo.commit();
		await repo.write({ "l\nn": "changed", ü: "changed" });
	},
	"a pipe": async (repo) => {
		await repo.write({ "new/x": "x" });
		await exec(["mkfifo", file(repo, "new/pipe")]);
	},
	"a file that is read bit by bit": (repo) => writeFile(file(repo, "big"), Buffer.alloc(9_000_001, "big")),
	"more files than may be open": async (repo) => {
		await mkdir(file(repo, "many"));
		for (let i = 0; i < 3000; i++) await writeFile(file(repo, `many/${i}`), `${i}`);
	},
	"a repository without a commit": async (repo) => {
		await rm(file(repo, ".git"), { recursive: true });
		await repo.git("init", "-q");
	},
	"no repository": (repo) => rm(file(repo, ".git"), { recursive: true }),
	"an index that is broken": (repo) => writeFile(file(repo, ".git/index"), "no index"),
};

for (const [name, happen] of Object.entries(situations))
	test(`the tree is what is on disk: ${name}`, async (t) => {
		await using repo = await makeRepo(start);
		await repo.commit();
		const found = await happen(repo);
		const root = typeof found === "string" ? found : repo.root;
		if (root !== repo.root) t.after(() => rm(root, { recursive: true, force: true }));
		assert.deepEqual(await asRead(root), await onDisk(root));
	});

test("a repository that names objects by SHA-256 is read in that form", async () => {
	await using repo = await makeRepo();
	await rm(file(repo, ".git"), { recursive: true });
	await repo.git("init", "-q", "--object-format=sha256");
	await repo.write(start);
	await repo.commit();
	await repo.write({ new: "new" });
	assert.deepEqual(await asRead(repo.root), await onDisk(repo.root, "", "sha256"));
});

test("a file that disappears before it is read is an error that names only it", async () => {
	await using repo = await makeRepo(start);
	const tree = await readTree(repo.root, gitIn(repo.root, exec));
	await rm(file(repo, "d/b.txt"));
	const entry = tree.entries.find(({ path: name }) => name === "d/b.txt");
	assert.ok(entry);
	await assert.rejects(async () => tree.hash(entry), /ENOENT.*b\.txt/);
});
