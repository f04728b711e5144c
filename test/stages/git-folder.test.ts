import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRepo, type Repo } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf } from "./support.ts";

const project = (ignored: string) => ({
	"lucid.yml": "version: 1\nproject: shop\nservices:\n  all: {}\n  part: { dockerfile: part.Dockerfile }\n",
	Dockerfile: "FROM scratch\nCOPY . /\n",
	"part.Dockerfile": "FROM scratch\nCOPY src/ /\n",
	".dockerignore": `${ignored}\nnotes/\n`,
	"src/main.py": "main\n",
	"notes/1": "one\n",
});

async function fingerprints(repo: Repo, host: string): Promise<Record<string, string>> {
	await using planner = await plannerOf(repo.root, host);
	const { images } = await planner.plan({});
	for (const { decision } of images) assert.equal(decision.kind, "build");
	return Object.fromEntries(images.map(({ service, fingerprint }) => [service, fingerprint]));
}

test("an image that takes git's own folder in is another one with every commit, and no other image is", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo(project(""));
	await repo.commit();
	const before = await fingerprints(repo, registry.host);
	await repo.git("gc", "-q");
	assert.deepEqual(await fingerprints(repo, registry.host), before, "the same commit, another folder");
	await repo.write({ "notes/1": "changed\n" });
	await repo.commit();
	const after = await fingerprints(repo, registry.host);
	assert.notEqual(after.all, before.all);
	assert.equal(after.part, before.part);
});

for (const pattern of [".git", ".git/", ".git/**", "**/.git/*", ".*"])
	test(`the ignore file keeps git's own folder out with ${pattern}`, async () => {
		await using registry = await holdingRegistry();
		await using repo = await makeRepo(project(pattern));
		await repo.commit();
		const before = await fingerprints(repo, registry.host);
		await repo.write({ "notes/1": "changed\n" });
		await repo.commit();
		assert.deepEqual(await fingerprints(repo, registry.host), before);
	});

test("what an instruction asks of git's own folder is taken to be there", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo({
		...project(""),
		Dockerfile: "FROM scratch\nCOPY .git/refs/heads/main /commit\n",
		"part.Dockerfile": 'FROM scratch\nRUN --mount=type=bind,source=.git,target=/.git ["/describe"]\n',
	});
	await repo.commit();
	const before = await fingerprints(repo, registry.host);
	await repo.commit("another");
	const after = await fingerprints(repo, registry.host);
	assert.notEqual(after.all, before.all);
	assert.notEqual(after.part, before.part);
});
