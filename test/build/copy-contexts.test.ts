import assert from "node:assert/strict";
import { lstat, readdir, readFile, readlink, utimes } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { ContextInput } from "../../src/model/documents/plan.ts";
import type { Service } from "../../src/model/service/service.ts";
import { selectContextFiles } from "../../src/stages/build/contexts/context-files.ts";
import { copyContexts } from "../../src/stages/build/contexts/copy-contexts.ts";
import { filesOf } from "../dockerfile/project.ts";
import { service } from "../publish/fixture.ts";
import { makeRepo } from "../support/repo.ts";
import { anImage } from "./support.ts";

const takes = (sources: readonly string[], more: Partial<ContextInput> = {}): ContextInput => ({
	...{ kind: "copy", label: `COPY ${sources.join(" ")}`, context: "", sources, excludes: [], parents: false },
	...{ oneMode: false, line: 1, stage: 0, ...more },
});

async function copiesOf(root: string, one: Partial<Service>, ...taken: readonly ContextInput[]) {
	const app = service("app", "host/app", { dockerfile: "Dockerfile", ...one });
	const found = await selectContextFiles({ ...anImage(app), takes: taken }, app, await filesOf(root));
	assert.ok("selected" in found, JSON.stringify(found));
	return copyContexts(root, [found]);
}

const modeOf = async (file: string) => ((await lstat(file)).mode & 0o7777).toString(8);

test("nothing is copied if all used files have git's modes or get one from --chmod", async () => {
	await using repo = await makeRepo({ "app/a.txt": "a", "app/run.sh": "x", "other.txt": "o" });
	await repo.chmod("app/run.sh", 0o755);
	await repo.chmod("other.txt", 0o600);
	{
		await using copies = await copiesOf(repo.root, { context: "." }, takes(["app"]));
		assert.deepEqual([copies.copyOf("."), copies.folder, copies.files], [undefined, undefined, 0]);
	}
	await repo.chmod("app/a.txt", 0o664);
	{
		await using copies = await copiesOf(repo.root, { context: "." }, takes(["app"], { oneMode: true }));
		assert.equal(copies.copyOf("."), undefined);
	}
	await using copies = await copiesOf(repo.root, { context: "." }, takes(["app"]));
	assert.equal(copies.files, 2);
});

test("a copy has the used files with git's modes, times, links and ignore file, and is deleted at the end", async () => {
	await using repo = await makeRepo({
		".dockerignore": "docs\n.dockerignore\n",
		"app/deep/a.txt": "a",
		"app/run.sh": "#!/bin/sh",
		"app/link": "-> deep",
		"app/.git": "gitdir: ../.git/modules/app\n",
		"docs/x.md": "x",
		"not/taken.txt": "n",
		"more/m.txt": "m",
	});
	const time = new Date("2020-02-02T02:02:02Z");
	for (const [name, mode] of Object.entries({
		"app/deep/a.txt": 0o600,
		"app/run.sh": 0o700,
		"app/deep": 0o2770,
		"app/.git": 0o600,
		"more/m.txt": 0o666,
	}))
		await repo.chmod(name, mode);
	await utimes(path.join(repo.root, "app/deep/a.txt"), time, time);
	let folder = "";
	{
		const contexts = { more: { kind: "path", path: "more" } } as const;
		await using copies = await copiesOf(
			repo.root,
			{ context: ".", contexts },
			takes(["app", "docs*"]),
			takes(["/"], { context: "more" }),
		);
		folder = copies.folder ?? "";
		const copy = copies.copyOf(".") ?? assert.fail("no copy");
		// It follows the link.
		const all = (await readdir(copy, { recursive: true })).filter((name) => name !== "app/link/a.txt");
		assert.deepEqual(all.sort(), [
			".dockerignore",
			"app",
			"app/.git",
			"app/deep",
			"app/deep/a.txt",
			"app/link",
			"app/run.sh",
		]);
		const modes = {
			"app/deep/a.txt": "644",
			"app/run.sh": "755",
			"app/deep": "755",
			app: "755",
			"app/.git": "644",
			".": "755",
		};
		for (const [name, mode] of Object.entries(modes)) assert.equal(await modeOf(path.join(copy, name)), mode, name);
		assert.equal((await lstat(path.join(copy, "app/deep/a.txt"))).mtimeMs, time.getTime());
		assert.equal(await readlink(path.join(copy, "app/link")), "deep");
		assert.equal(await readFile(path.join(copies.copyOf("more") ?? "", "m.txt"), "utf8"), "m");
		assert.equal(await modeOf(path.join(repo.root, "app/deep/a.txt")), "600");
	}
	await assert.rejects(lstat(folder), /ENOENT/);
});
