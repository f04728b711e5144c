import assert from "node:assert/strict";
import { test } from "node:test";
import { pullRequestComment } from "../../src/presentation/markdown/github-comments.ts";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { native, openStaged } from "../support/staged.ts";

const catalog = (...services: readonly string[]) =>
	`version: 1
project: removed
defaults: { platforms: [${native}], policy: { smoke: "off", verify: advisory } }
services:
${services.map((name) => `  ${name}\n`).join("")}`;
const [api, ingest] = ["api: { context: api }", "ingest: { context: ingest }"];
const image = { Dockerfile: "FROM scratch\nCOPY file /\nUSER 65532:65532\n", file: "a\n" };
const files = (folder: string) => ({ [`${folder}/Dockerfile`]: image.Dockerfile, [`${folder}/file`]: `${folder}\n` });

test("plan and report mention a service that left the catalog or was renamed, until the catalog is published again", async () => {
	await using staged = await openStaged("removed", {
		"lucid.yml": catalog(api, ingest),
		...files("api"),
		...files("ingest"),
	});
	const { repo, prefix } = staged;
	const base = await repo.commit();
	const run = async () => (await staged.start("run")).documents;
	const remarks = async () => {
		const plan = (await staged.start("plan")).documents.plan ?? assert.fail();
		return (plan.remarks ?? []).map(({ severity, message, why, at }) => [severity, at?.file, message, why].join("; "));
	};
	await repo.write({ "api/file": "changed\n" });
	await repo.commit();
	await run();
	assert.deepEqual(await remarks(), []);

	await repo.write({ "lucid.yml": catalog(api) });
	await repo.commit();
	const stays = `its images stay in ${prefix}/ingest, and no run updates them`;
	const removed = "ingest was published from this catalog and is no longer in it";
	assert.deepEqual(await remarks(), [`note; lucid.yml; ${removed}; ${stays}`]);
	const { plan = assert.fail() } = (await staged.start("plan")).documents;
	for (const text of [stepSummary({ plan }), pullRequestComment({ plan })]) assert.match(text, new RegExp(removed));

	await repo.write({ "lucid.yml": catalog(api, "loader: { context: ingest }") });
	await repo.commit();
	assert.deepEqual(await remarks(), [
		`note; lucid.yml; ingest was published from this catalog and is now loader; ${stays}`,
	]);

	// A branch that left main before the service came has not removed it.
	await repo.git("checkout", "-q", "-f", "-b", "older", base);
	await repo.write({ "lucid.yml": catalog(api) });
	await repo.commit();
	assert.deepEqual(await remarks(), []);

	await repo.git("checkout", "-q", "main");
	await repo.write({ "lucid.yml": catalog(api) });
	await repo.commit();
	const published = await run();
	assert.match(published.plan?.remarks?.[0]?.message ?? "", /ingest was published/);
	assert.deepEqual(await remarks(), []);
});
