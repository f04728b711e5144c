import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { readBuildTimes } from "../../src/stages/plan/jobs/build-times.ts";
import { step } from "../github/step.ts";
import { fakeGitHub } from "../support/github/server.ts";
import { temporaryFolder } from "../support/repo.ts";

const api = { service: "api", platform: "linux/arm64" };
const web = { service: "web", platform: "linux/amd64" };

test("times come from the last run in this folder, else from the last run on GitHub, by the names of its jobs", async () => {
	await using server = await fakeGitHub();
	server.store.runs = [{ id: 7 }];
	server.store.jobs = [
		{ name: "images / api (arm64)", steps: [step(5), step(90)] },
		{ name: "images / web (arm64)", steps: [step(70)] },
		{ name: "images / api, web (amd64)", steps: [step(70)] },
	];
	const out = await temporaryFolder();
	const world = { cwd: out, env: server.env, log: () => undefined };
	const read = (options: { githubToken?: string }, images = [api, web]) =>
		readBuildTimes({ out, times: undefined, githubToken: undefined, ...options }, world, images);
	try {
		assert.deepEqual([...(await read({ githubToken: "ghs_good" }))], [["api linux/arm64", 90]]);
		assert.deepEqual([...(await read({}))], []);
		const before = server.asked.length;
		assert.equal((await read({ githubToken: "ghs_good" }, [api])).size, 0, "one image needs no spreading");
		await mkdir(out, { recursive: true });
		const images = [{ ...web, outcome: "built", durationMs: 1500 }];
		await writeFile(path.join(out, "build.json"), JSON.stringify({ kind: "lucid.build", version: 1, images }));
		assert.deepEqual([...(await read({ githubToken: "ghs_good" }))], [["web linux/amd64", 1.5]]);
		assert.equal(server.asked.length, before, "what is known here is not asked for");
	} finally {
		await rm(out, { recursive: true, force: true });
	}
});
