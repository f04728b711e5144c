import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { mergeSmoke } from "../../src/model/documents/merge-documents.ts";
import type { SmokedService, SmokeVerdict } from "../../src/model/documents/smoke.ts";
import { readSmokeResults } from "../../src/stages/shared/results-of-jobs.ts";
import { smokeOf } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";

const row = (service: string, platform: string, verdict: SmokeVerdict, digest = "sha256:aa"): SmokedService => ({
	...{ service, platform, verdict, digest, ref: `x@${digest}`, probes: [] },
});
const shown = (rows: readonly SmokedService[] = []) =>
	rows.map(({ service, platform, verdict, digest }) => `${service} ${platform} ${verdict} ${digest}`);

test("each leg's rows are in the merged result; of two about the same bytes the worse counts", () => {
	const arm = smokeOf([row("api", "linux/arm64", "healthy"), row("web", "linux/arm64", "unhealthy")]);
	const amd = smokeOf([row("api", "linux/amd64", "healthy"), row("web", "linux/arm64", "healthy")]);
	const again = smokeOf([row("api", "linux/arm64", "skipped"), row("api", "linux/amd64", "healthy", "sha256:bb")]);
	assert.deepEqual(shown(mergeSmoke([arm, amd, again])?.services), [
		"api linux/arm64 healthy sha256:aa",
		"web linux/arm64 unhealthy sha256:aa",
		"api linux/amd64 healthy sha256:aa",
		"api linux/amd64 healthy sha256:bb",
	]);
	assert.equal(mergeSmoke([]), undefined);
});

test("a folder is searched for each leg's smoke.json; one without any is a mistake, and a file that is cut off too", async () => {
	const folder = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
	for (const platform of ["arm64", "amd64"]) {
		await mkdir(path.join(folder, "legs", platform), { recursive: true });
		const result = smokeOf([row("api", `linux/${platform}`, "healthy")]);
		await writeFile(path.join(folder, "legs", platform, "smoke.json"), JSON.stringify(result));
	}
	const read = (smokeResults: string | undefined) => readSmokeResults({ smokeResults, out: folder }, { cwd: folder });
	assert.deepEqual(shown((await read("legs"))?.services), [
		"api linux/amd64 healthy sha256:aa",
		"api linux/arm64 healthy sha256:aa",
	]);
	assert.equal((await read("legs/arm64/smoke.json"))?.services.length, 1);
	assert.equal(await read(undefined), undefined);
	await mkdir(path.join(folder, "empty"));
	await assert.rejects(read("empty"), /contains no smoke.json/);
	await assert.rejects(read("gone"), /contains no smoke.json/);
	await writeFile(path.join(folder, "legs", "arm64", "smoke.json"), "{");
	await assert.rejects(read("legs"), /smoke.json: is not JSON/);
});
