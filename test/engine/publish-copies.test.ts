import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { type PublishRegistry, runPublish } from "../../src/stages/publish/run-publish.ts";
import type { CompareCommits } from "../../src/stages/shared/records/publication-ledger.ts";
import { playFaults } from "../publish/fault-proxy.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();
const order: CompareCommits = async (a, b) => (a === b ? "same" : a < b ? "newer" : "older");
const name = (what: string) => `lucid-test/${what}-${randomBytes(4).toString("hex")}`;
const digestOf = async (ref: string) => (await registry.head(ref))?.digest;

/** A service on two platforms, published under its own name and others. */
async function copied(copies: readonly string[], revision = "1") {
	const api = service("api", `${host}/${name("first")}`, { platforms: ["linux/arm64", "linux/amd64"], copies });
	const labels = { "org.opencontainers.image.revision": revision };
	const images = [
		await pushImage(registry, api, { content: "a", labels }),
		await pushImage(registry, api, { content: "a", platform: "linux/amd64", labels }),
	];
	const input = {
		plan: planOf([api], revision, { api: { immutable: [`sha-${revision}`], floating: ["latest"] } }),
		build: buildOf(images),
		smoke: smokeOf(images.map((image) => smoked(image))),
		compareCommits: order,
	};
	return { api, input, images };
}

test("one build goes to two more repositories with the same digests and tags, each with its own ledger; again, nothing is done", async () => {
	await using other = await playFaults(host);
	const [near, far] = [`${host}/${name("near")}`, `${other.host}/${name("far")}`];
	const { api, input, images } = await copied([near, far]);
	const ways: string[] = [];
	const watched: PublishRegistry = {
		...registry,
		copyBlob: async (from, to, blob) => {
			const how = await registry.copyBlob(from, to, blob);
			ways.push(`${to === near ? "near" : "far"} ${how}`);
			return how;
		},
	};
	const { services } = await runPublish({ ...input, registry: watched });
	const [row] = services;
	assert.equal(row?.outcome, "published", row?.reason);
	assert.deepEqual(
		row?.copies?.map(({ image, outcome, tags }) => [
			image,
			outcome,
			...tags.map(({ tag, state }) => `${tag} ${state}`),
		]),
		[
			[near, "published", "sha-1 written", "latest written"],
			[far, "published", "sha-1 written", "latest written"],
		],
	);
	for (const image of [api.image, near, far]) {
		assert.equal(await digestOf(`${image}:latest`), row?.digest, image);
		assert.equal(await digestOf(`${image}:sha-1`), row?.digest, image);
		for (const { digest } of images) assert.equal(await digestOf(`${image}@${digest}`), digest);
		assert.ok(await registry.head(`${image}:latest.published`));
	}
	assert.ok(ways.includes("near mounted"), "one registry mounts");
	assert.ok(!ways.includes("far mounted"), "another one cannot");
	const [again] = (await runPublish({ ...input, registry })).services;
	assert.deepEqual(
		[again?.outcome, ...(again?.copies ?? []).map(({ outcome }) => outcome)],
		["unchanged", "unchanged", "unchanged"],
	);
});

test("what attests an image goes with it", async () => {
	await using other = await playFaults(host);
	const far = `${other.host}/${name("far")}`;
	const { api, input, images } = await copied([far]);
	const [arm] = images;
	const image = (await registry.head(`${api.image}@${arm?.digest}`)) ?? assert.fail();
	const statement = await registry.putBlob(api.image, Buffer.from('{"_type":"https://in-toto.io/Statement/v0.1"}'));
	const config = await registry.putBlob(api.image, Buffer.from('{"architecture":"unknown","os":"unknown"}'));
	const attestation = Buffer.from(
		JSON.stringify({
			schemaVersion: 2,
			mediaType: mediaTypes.manifest,
			config: { ...config, mediaType: "application/vnd.oci.image.config.v1+json" },
			layers: [{ ...statement, mediaType: "application/vnd.in-toto+json" }],
		}),
	);
	const stored = await registry.putManifest(`${api.image}@${sha256(attestation)}`, attestation, mediaTypes.manifest);
	const index = {
		schemaVersion: 2,
		mediaType: mediaTypes.index,
		manifests: [
			{ ...image, platform: { os: "linux", architecture: "arm64" } },
			{
				...stored,
				platform: { os: "unknown", architecture: "unknown" },
				annotations: {
					"vnd.docker.reference.type": "attestation-manifest",
					"vnd.docker.reference.digest": arm?.digest,
				},
			},
		],
	};
	await registry.putManifest(arm?.contentRef ?? "", Buffer.from(JSON.stringify(index)), mediaTypes.index, "content");
	const [row] = (await runPublish({ ...input, registry })).services;
	assert.equal(row?.outcome, "published", row?.reason);
	const content = (await registry.manifest(`${far}:latest`))?.content;
	assert.deepEqual(content?.kind === "index" && content.manifests.map(({ digest }) => digest), [
		images[1]?.digest,
		arm?.digest,
		stored.digest,
	]);
	assert.deepEqual((await registry.manifest(`${far}@${stored.digest}`))?.bytes, attestation);
	assert.equal((await registry.blob(far, statement.digest)).length, statement.size);
});

test("a copy that cannot be made fails its service and says where; the next run completes it", async () => {
	await using other = await playFaults(host);
	const far = `${other.host}/${name("far")}`;
	const { api, input } = await copied([far]);
	other.play(({ method, path }) =>
		method === "PUT" && path.includes("/manifests/") ? { kind: "answer", status: 403, code: "DENIED" } : undefined,
	);
	const [row] = (await runPublish({ ...input, registry })).services;
	assert.equal(row?.outcome, "failed");
	assert.match(row?.reason ?? "", new RegExp(`^${far}: .* denied: .*docker login ${other.host}`));
	assert.equal(await digestOf(`${api.image}:latest`), row?.digest, "where it can, it is published");
	assert.equal(await digestOf(`${far.replace(other.host, host)}:latest`), undefined);
	other.play(() => undefined);
	const [again] = (await runPublish({ ...input, registry })).services;
	assert.deepEqual([again?.outcome, again?.copies?.[0]?.outcome], ["published", "published"]);
	assert.equal(await digestOf(`${far}:latest`), row?.digest);
});

test("without smoke no copy floats either, and without its service there is none", async () => {
	const near = `${host}/${name("near")}`;
	const { api, input } = await copied([near]);
	const [held] = (await runPublish({ ...input, registry, smoke: smokeOf([]) })).services;
	assert.deepEqual(
		held?.copies?.[0]?.tags.map(({ tag, state }) => `${tag} ${state}`),
		["sha-1 written", "latest held"],
	);
	const half = { ...input, build: buildOf(input.build.images.slice(0, 1)) };
	const [missing] = (await runPublish({ ...half, registry })).services;
	assert.deepEqual([missing?.outcome, missing?.copies?.[0]?.outcome], ["skipped", "skipped"]);
	assert.equal(await digestOf(`${api.image}:latest`), undefined);
});
