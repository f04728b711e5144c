import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { gitIn } from "../../src/adapters/git/git.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { planOf } from "../dockerfile/project.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

/**
 * A submodule that is not checked out is an empty folder, and an image without its files builds like any other:
 * docker/build-push-action#1421.
 */

const allow = ["-c", "protocol.file.allow=always"];

/** A repository with `lib` in it as a submodule, and in that one `deep`; checked out as far as `depth` says. */
async function withSubmodules(files: Readonly<Record<string, string>>, depth: 0 | 1 | 2) {
	await using deep = await makeRepo({ "d.txt": "deep\n", "run.sh": "#!/bin/sh\n" });
	await deep.chmod("run.sh", 0o755);
	await deep.commit();
	await using lib = await makeRepo({ "l.txt": "lib\n", "src/m.txt": "m\n" });
	await lib.git(...allow, "submodule", "--quiet", "add", "--", deep.root, "deep");
	await lib.commit();
	const repo = await makeRepo({
		"lucid.yml": JSON.stringify({ version: 1, project: "shop", services: { app: { context: "." } } }),
		"own.txt": "own\n",
		...files,
	});
	await repo.git(...allow, "submodule", "--quiet", "add", "--", lib.root, "vend/lib");
	await repo.commit();
	if (depth === 2) await repo.git(...allow, "submodule", "--quiet", "update", "--init", "--recursive");
	if (depth === 0) await repo.git("submodule", "--quiet", "deinit", "-f", "vend/lib");
	return repo;
}

async function problems(repo: Repo) {
	const { images } = await planOf(repo.root, (ref) => ref, { git: gitIn(repo.root, exec) });
	return images.flatMap(({ decision }) => (decision.kind === "blocked" ? decision.problems : []));
}

const blocks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"its folder is a source": { Dockerfile: "FROM scratch\nCOPY vend/lib /v/\n" },
	"a folder above it is a source": { Dockerfile: "FROM scratch\nCOPY vend /v/\n" },
	"the whole context is a source": { Dockerfile: "FROM scratch\nCOPY . /v/\n" },
	"a file in it is a source": { Dockerfile: "FROM scratch\nCOPY vend/lib/src/m.txt /v/\n" },
	"a wildcard reaches into it": { Dockerfile: "FROM scratch\nCOPY vend/*/l.* /v/\n" },
	"a wildcard begins in it": { Dockerfile: "FROM scratch\nCOPY vend/lib/*.txt /v/\n" },
	"a link leads into it": { Dockerfile: "FROM scratch\nCOPY link /v/\n", link: "-> vend/lib/src" },
	"parents are kept": { Dockerfile: "FROM scratch\nCOPY --parents vend/**/*.txt /v/\n" },
	"it is mounted": { Dockerfile: "FROM debian\nRUN --mount=source=vend,target=/v true\n" },
	"the ignore file takes a part of it back": {
		Dockerfile: "FROM scratch\nCOPY . /v/\n",
		".dockerignore": "*\n!vend/lib/src\n",
	},
	"the ignore file takes a folder above it back": {
		Dockerfile: "FROM scratch\nCOPY . /v/\n",
		".dockerignore": "*\n!vend\n",
	},
};

for (const [name, files] of Object.entries(blocks))
	test(`a submodule that is not checked out blocks the image: ${name}`, async () => {
		await using repo = await withSubmodules(files, 0);
		const [first, ...others] = await problems(repo);
		assert.equal(first?.code, "dockerfile/submodule", JSON.stringify(first));
		assert.match(first?.message ?? "", /^vend\/lib: /);
		assert.deepEqual(first?.at, { file: "Dockerfile", line: 2 });
		assert.match(first?.fix ?? "", /submodules: recursive/);
		assert.deepEqual(others, []);
	});

const passes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"nothing takes from it": { Dockerfile: "FROM scratch\nCOPY own.txt /\n" },
	"a wildcard stays outside": { Dockerfile: "FROM scratch\nCOPY *.txt vend*.txt /v/\n" },
	"a class stays outside": { Dockerfile: "FROM scratch\nCOPY [a-o]*.txt /v/\n" },
	"it is excluded": { Dockerfile: "FROM scratch\nCOPY --exclude=vend/lib --exclude=.git . /v/\n" },
	"only a stage that is not needed takes it": {
		Dockerfile: "FROM scratch AS dev\nCOPY vend /v/\nFROM scratch\nCOPY own.txt /\n",
	},
	"the ignore file leaves it out": { Dockerfile: "FROM scratch\nCOPY . /v/\n", ".dockerignore": "vend\n" },
	"the ignore file takes only other things back": {
		Dockerfile: "FROM scratch\nCOPY . /v/\n",
		".dockerignore": "*\n!own.txt\n!*.md\n!docs/**/*.txt\n",
	},
};

for (const [name, files] of Object.entries(passes))
	test(`a submodule that is not checked out concerns no image that does not take its files: ${name}`, async () => {
		await using repo = await withSubmodules(files, 0);
		assert.deepEqual(await problems(repo), []);
	});

test("a submodule in a submodule that is not checked out blocks the image that takes it", async () => {
	await using repo = await withSubmodules({ Dockerfile: "FROM scratch\nCOPY vend/lib/src /s/\nCOPY vend /v/\n" }, 1);
	const found = await problems(repo);
	assert.deepEqual(
		found.map(({ code, message, at }) => [code, message.split(":")[0], at?.line]),
		[["dockerfile/submodule", "vend/lib/deep", 3]],
	);
});

test("a Dockerfile in a submodule that is not checked out is missed with the way to get it", async () => {
	await using repo = await withSubmodules({}, 0);
	const catalog = { version: 1, project: "shop", services: { app: { context: "vend/lib" } } };
	await repo.write({ "lucid.yml": JSON.stringify(catalog) });
	const [found] = await problems(repo);
	assert.equal(found?.code, "catalog/missing-file");
	assert.match(found?.fix ?? "", /check out the submodule vend\/lib: .*submodules: recursive/);
});

test("checked out, nested or not, a submodule's files count like all others", async () => {
	const dockerfile = { Dockerfile: "FROM scratch\nCOPY vend /v/\n" };
	await using repo = await withSubmodules(dockerfile, 2);
	assert.deepEqual(await problems(repo), []);
	await using plain = await makeRepo({
		"lucid.yml": JSON.stringify({ version: 1, project: "shop", services: { app: { context: "." } } }),
		...dockerfile,
		"vend/lib/.gitmodules": await readFile(`${repo.root}/vend/lib/.gitmodules`, "utf8"),
		"vend/lib/l.txt": "lib\n",
		"vend/lib/src/m.txt": "m\n",
		"vend/lib/deep/d.txt": "deep\n",
		"vend/lib/deep/run.sh": "#!/bin/sh\n",
	});
	await plain.chmod("vend/lib/deep/run.sh", 0o755);
	const [a, b] = await Promise.all(
		[repo, plain].map(({ root }) => planOf(root, (ref) => ref, { git: gitIn(root, exec) })),
	);
	assert.equal(a?.images[0]?.fingerprint, b?.images[0]?.fingerprint);
	await repo.write({ "vend/lib/deep/d.txt": "changed\n" });
	const changed = await planOf(repo.root, (ref) => ref, { git: gitIn(repo.root, exec) });
	assert.notEqual(changed.images[0]?.fingerprint, a?.images[0]?.fingerprint);
});
