import assert from "node:assert/strict";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { identityAnnotations, identityOf } from "../../src/model/service/image-identity.ts";
import { buildResultFromRegistry } from "../../src/stages/shared/built-images/build-result-from-registry.ts";
import { aPlan, aService } from "../support/documents.ts";
import { holdingRegistry } from "./registry.ts";

test("what another job pushed is verified again, so that publish does not take a bad image for a good one", async () => {
	await using held = await holdingRegistry();
	const service = (name: string) =>
		aService({ name, image: `${held.host}/test/${name}`, verify: { labels: ["com.lucid.service"] } });
	const plan = aPlan([service("good"), service("bad"), service("gone"), service("foreign")]);
	const labels = { "org.opencontainers.image.revision": "another commit" };
	for (const image of plan.images) {
		const { service: name, contentRef, platform } = image;
		const stated = name === "foreign" ? { ...image, service: "good" } : image;
		if (name !== "gone")
			held.put(contentRef, platform, name, {
				annotations: identityAnnotations(identityOf(stated, plan.source)),
				labels: name === "good" ? { ...labels, "com.lucid.service": name } : labels,
			});
	}
	const { images } = await buildResultFromRegistry(plan, openRegistry());
	assert.deepEqual(
		images.map(({ service, outcome, checks }) => [
			service,
			outcome,
			checks.filter(({ ok }) => !ok).map(({ name }) => name),
		]),
		[
			["good", "built", []],
			["bad", "built", ["label com.lucid.service"]],
			["gone", "skipped", []],
			["foreign", "failed", []],
		],
	);
	assert.match(
		images[3]?.error?.message ?? "",
		/was found, but is not ours: it is an image of the service good\. Fix: /,
	);
	assert.ok(images[0]?.checks.length, "it was looked at");
	const decision = {
		kind: "unchanged",
		digest: `sha256:${"a1".repeat(32)}`,
		size: 1,
		reasons: [],
	} as const;
	const repeated = { ...plan, images: plan.images.map((image) => ({ ...image, decision })) };
	const [, , gone] = (await buildResultFromRegistry(repeated, openRegistry())).images;
	assert.match(gone?.error?.message ?? "", /was in the registry when the plan was made, .* run all jobs again/);
});

test("where origins are proven, an image that the plan reused fails if another one is under its tag since", async () => {
	await using held = await holdingRegistry();
	const service = aService({ name: "api", image: `${held.host}/test/api` });
	const made = aPlan([service]);
	const [image] = made.images;
	assert.ok(image);
	const put = (content: string) =>
		held.put(image.contentRef, image.platform, content, {
			annotations: identityAnnotations(identityOf(image, made.source)),
		});
	put("proven");
	const digest = held.digestOf(image.contentRef);
	const decision = { kind: "unchanged", digest, size: 1, reasons: [] } as const;
	const plan = { ...made, images: [{ ...image, decision }] };
	const reuse = { keys: [], branches: [], from: "protected" } as const;
	const result = async (from: Partial<typeof made>) =>
		(await buildResultFromRegistry({ ...plan, ...from }, openRegistry())).images[0];
	assert.equal((await result({ reuse }))?.outcome, "unchanged");
	put("forged, with honest annotations");
	const failed = await result({ reuse });
	assert.deepEqual(
		[failed?.outcome, failed?.error?.code, failed?.digest],
		["failed", "registry/foreign-image", undefined],
	);
	assert.match(
		failed?.error?.message ?? "",
		new RegExp(`was ${digest} when the plan proved who built it, and is sha256:`),
	);
	assert.equal((await result({}))?.outcome, "unchanged", "without a policy it may be another run's");
	assert.equal((await result({ reuse: { ...reuse, from: "any" } }))?.outcome, "unchanged");
});
