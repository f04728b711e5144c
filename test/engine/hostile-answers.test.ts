import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { relabel, relabelTag } from "../../src/stages/publish/tags/relabel.ts";
import { putArtifact } from "../../src/stages/shared/records/artifact-manifest.ts";
import { Backoff, retryPolicies } from "../../src/util/retry.ts";
import { playFaults } from "../publish/fault-proxy.ts";
import { pushImage, service } from "../publish/fixture.ts";
import { native, openStaged } from "../support/staged.ts";

const names = ["alpha", "forged", "omega", "shown"];

test("publish fails a service about which the registry answers wrongly or contradicts itself, and publishes the others", async () => {
	await using proxy = await playFaults(process.env.LUCID_REGISTRY ?? assert.fail("run script/test"));
	await using staged = await openStaged("hostile-answers", {
		"lucid.yml": `version: 1
project: hostile
image: "{{name}}"
defaults: { platforms: [${native}], tags: ["type=sha"], floating: ["type=raw,value=latest"] }
services:
${names.map((name) => `  ${name}: { context: ${name} }`).join("\n")}
`,
		...Object.fromEntries(
			names.flatMap((name) => [
				[`${name}/Dockerfile`, "FROM scratch\nCOPY name /name\nUSER 65532:65532\n"],
				[`${name}/name`, `${name}\n`],
			]),
		),
	});
	await staged.repo.commit();
	const registry = staged.prefix.replace(/^[^/]*/, proxy.host);
	const start = (stage: "plan" | "build" | "publish", raw: Readonly<Record<string, string>> = {}) =>
		staged.start(stage, { registry, ...raw });
	const given = { plan: path.join(staged.out, "plan.json"), "require-smoke": "false" };
	await start("plan");
	const built = await start("build", { plan: given.plan });
	assert.equal(built.exitCode, 0, JSON.stringify(built.documents.build));

	const repository = registry.slice(registry.indexOf("/") + 1);
	const isForged = (at: string) => at.startsWith(`/v2/${repository}/forged/manifests/`);
	const isTag = (at: string, name: string) => new RegExp(`^/v2/${repository}/${name}/manifests/sha-`).test(at);
	proxy.play(({ path: at, method, count }) =>
		// The tag is free, then written.
		method === "HEAD" && count > 1 && isTag(at, "shown")
			? { kind: "wrong-digest" }
			: method === "GET" && isForged(at)
				? { kind: "answer", status: 200, body: '{"layers":[null]}' }
				: undefined,
	);
	const rowsOf = ({ documents }: Awaited<ReturnType<typeof start>>) =>
		Object.fromEntries((documents.publish?.services ?? []).map((row) => [row.service, row]));
	const first = await start("publish", given);
	assert.equal(first.exitCode, 1);
	const { alpha, forged, omega, shown } = rowsOf(first);
	assert.deepEqual([alpha?.outcome, forged?.outcome, omega?.outcome], ["published", "failed", "published"]);
	assert.equal(shown?.code, "registry/contradiction", shown?.reason);
	assert.match(
		forged?.reason ?? "",
		/invalid response of 127\.0\.0\.1:\d+: GET manifests\/content-.*\/forged.*config is not an object \(2 tries\)/s,
	);

	// Published honestly, then HEAD names something else.
	proxy.play(() => undefined);
	assert.equal((await start("publish", given)).exitCode, 0);
	const plan = first.documents.plan as Plan;
	const [tag = ""] = plan.tags.forged?.immutable ?? [];
	const before = await openRegistry().head(`${registry}/forged:${tag}`);
	proxy.play(({ path: at, method }) =>
		method === "HEAD" && isForged(at) && at.endsWith(`/${tag}`) ? { kind: "wrong-digest" } : undefined,
	);
	const second = await start("publish", given);
	assert.equal(second.exitCode, 1);
	const { alpha: again, forged: contradicted } = rowsOf(second);
	assert.equal(again?.outcome, "unchanged");
	assert.equal(contradicted?.code, "registry/contradiction");
	assert.match(
		contradicted?.reason ?? "",
		new RegExp(`the registry contradicts itself about ${registry}/forged:${tag}`),
	);
	assert.match(contradicted?.reason ?? "", new RegExp(`HEAD names sha256:0{64}, GET returns ${before?.digest}`));
	assert.doesNotMatch(contradicted?.reason ?? "", /delete the tag/);
});

test("what is not the record of a relabelled image is replaced by that record", async () => {
	const registry = openRegistry();
	const api = service("api", `${process.env.LUCID_REGISTRY}/lucid-test/relabel-${randomBytes(4).toString("hex")}/api`);
	const { contentRef, platform } = await pushImage(registry, api, { content: "relabel" });
	const facts = (await registry.imageFacts(contentRef, platform)) ?? assert.fail(contentRef);
	const about = { registry, image: api.image, version: "1.2.0", revision: "r", labels: { version: "1.2.0" } };
	const start = () => relabel({ ...about, backoff: new Backoff(retryPolicies.registryLag) }, facts);
	const { digest } = await start();
	const ref = `${api.image}:${relabelTag(digest)}`;
	const record = (await registry.manifest(ref)) ?? assert.fail(ref);
	const { "com.lucid.relabel.from": _, ...rest } = record.content.annotations;
	const annotations = { ...rest, "com.lucid.relabel.from": "x" };
	const artifactType = "application/vnd.lucid.relabel.v1+json";
	await putArtifact(registry, { ref, owner: "relabel", artifactType, annotations });
	assert.equal((await start()).digest, digest);
	assert.deepEqual((await registry.manifest(ref))?.content.annotations, record.content.annotations);
});
