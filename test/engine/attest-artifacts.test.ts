import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import type { VerifyResult } from "../../src/model/documents/verify.ts";
import type { BakeFile } from "../../src/stages/build/bake/definition.ts";
import { docker } from "../build/engine-build.ts";
import { openShipped } from "../support/shipped.ts";

const registry = openRegistry();
const platform = "linux/arm64";

test("attestations that are OCI artifacts, BuildKit's new default, are known in plan, verify and publish", async () => {
	await using shipped = await openShipped("artifacts", {
		"lucid.yml":
			'version: 1\nproject: artifacts\ndefaults: { policy: { smoke: "off" } }\nservices:\n  api: { context: . }\n',
		Dockerfile: "FROM scratch\nCOPY a /a\nUSER 65532:65532\n",
		a: "a\n",
	});
	await shipped.repo.commit();
	const bake = await shipped.lucid<BakeFile>("build", "--print", "--provenance=min");
	const target = Object.fromEntries(
		Object.entries(bake.target).map(([name, item]) => [
			name,
			{ ...item, output: item.output.map((output) => `${output},oci-artifact=true`) },
		]),
	);
	const file = path.join(shipped.out, "artifacts.json");
	await writeFile(file, JSON.stringify({ ...bake, target }));
	const built = await docker(["buildx", "bake", `--file=${file}`, "--allow=fs.read=*"], { cwd: shipped.repo.root });
	assert.equal(built.exitCode, 0, built.stderr);

	const plan = await shipped.lucid<Plan>("plan");
	const [image] = plan.images;
	assert.ok(image);
	assert.equal(image.decision.kind, "unchanged", JSON.stringify(image.decision.reasons));
	const facts = await registry.imageFacts(image.contentRef, platform);
	const [attestation] = facts?.attestations ?? [];
	const repository = `${shipped.prefix}/api`;
	const { content } = (await registry.manifest(`${repository}@${attestation?.digest}`)) ?? assert.fail();
	assert.ok(content.kind === "image");
	assert.equal(content.artifactType, "application/vnd.docker.attestation.manifest.v1+json");

	const { images } = await shipped.lucid<VerifyResult>("verify");
	assert.deepEqual(
		images.map(({ digest, checks }) => [digest, checks.filter(({ ok }) => !ok)]),
		[[facts?.digest, []]],
	);
	const { services } = await shipped.lucid<PublishResult>("publish", "--no-require-smoke");
	assert.deepEqual(
		services[0]?.tags.map(({ state }) => state),
		["written", "written"],
	);
	const latest = await registry.imageFacts(`${repository}:latest`, platform);
	assert.equal(latest?.digest, facts?.digest);
	assert.deepEqual(
		latest?.attestations.map(({ digest }) => digest),
		[attestation?.digest],
	);
});
