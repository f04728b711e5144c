import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { openRegistry, readMirrors } from "../../src/adapters/registry/registry.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const repository = `${host}/lucid-test/registry-${randomBytes(4).toString("hex")}`;
const registry = openRegistry({ mirrors: readMirrors([process.env.LUCID_MIRRORS ?? ""]) });
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

async function pushImage(ref: string, architecture: string) {
	const config = json({
		architecture,
		os: "linux",
		config: {
			User: "65532:65532",
			Env: ["A=b=c", "EMPTY="],
			ExposedPorts: { "8080/tcp": {} },
			Labels: { "org.opencontainers.image.revision": "abc" },
			Entrypoint: ["/usr/bin/python3"],
			Healthcheck: { Test: ["CMD", "true"], Interval: 30_000_000_000, Retries: 3 },
		},
		history: [{ created_by: "COPY . ." }, { created_by: "USER 65532", empty_layer: true }],
		rootfs: { type: "layers", diff_ids: [] },
	});
	const layer = Buffer.from("a layer");
	const image = {
		schemaVersion: 2,
		mediaType: mediaTypes.manifest,
		config: { ...(await registry.putBlob(repository, config)), mediaType: "application/vnd.oci.image.config.v1+json" },
		layers: [
			{ ...(await registry.putBlob(repository, layer)), mediaType: "application/vnd.oci.image.layer.v1.tar+gzip" },
		],
		annotations: { note: "ü" },
	};
	return { ...(await registry.putManifest(ref, json(image), mediaTypes.manifest)), configSize: config.length };
}

test("a pushed manifest is found under its digest, and a missing one is undefined", async () => {
	assert.equal(await registry.head(`${repository}:none`), undefined);
	assert.equal(await registry.manifest(`${repository}:none`), undefined);
	const { configSize: _, ...put } = await pushImage(`${repository}:one`, "arm64");
	assert.deepEqual(await registry.head(`${repository}:one`), put);
	const manifest = await registry.manifest(`${repository}@${put.digest}`);
	assert.deepEqual(manifest?.descriptor, put);
	assert.equal(sha256(manifest?.bytes ?? Buffer.alloc(0)), put.digest);
	const layer = Buffer.from("a layer");
	assert.deepEqual(Buffer.from(await registry.blob(repository, sha256(layer))), layer);
	assert.equal((await registry.putBlob(repository, layer)).digest, sha256(layer), "again is fine");
});

test("the facts of an image are read through an index, with its attestations", async () => {
	const arm = await pushImage(`${repository}:arm`, "arm64");
	const amd = await pushImage(`${repository}:amd`, "amd64");
	const entry = ({ digest, size }: typeof arm, architecture: string) => ({
		mediaType: mediaTypes.manifest,
		digest,
		size,
		platform: { os: "linux", architecture },
	});
	const attestation = {
		...entry(amd, "unknown"),
		platform: { os: "unknown", architecture: "unknown" },
		annotations: {
			"vnd.docker.reference.type": "attestation-manifest",
			"vnd.docker.reference.digest": arm.digest,
		},
	};
	const index = {
		schemaVersion: 2,
		mediaType: mediaTypes.index,
		manifests: [entry(amd, "amd64"), entry(arm, "arm64"), attestation],
	};
	const pushed = await registry.putManifest(`${repository}:both`, json(index), mediaTypes.index);
	const facts = await registry.imageFacts(`${repository}:both`, "linux/arm64/v8");
	assert.ok(facts);
	const { digest, indexDigest, platform, user, env, exposedPorts, labels, entrypoint, healthcheck, size } = facts;
	assert.deepEqual(
		{ digest, indexDigest, platform, user, env, exposedPorts, labels, entrypoint, healthcheck, size },
		{
			digest: arm.digest,
			indexDigest: pushed.digest,
			platform: "linux/arm64",
			user: "65532:65532",
			env: { A: "b=c", EMPTY: "" },
			exposedPorts: ["8080/tcp"],
			labels: { "org.opencontainers.image.revision": "abc" },
			entrypoint: ["/usr/bin/python3"],
			healthcheck: { test: ["CMD", "true"], interval: 30_000, retries: 3 },
			size: arm.configSize + "a layer".length,
		},
	);
	assert.deepEqual(facts.history, [
		{ createdBy: "COPY . .", empty: false },
		{ createdBy: "USER 65532", empty: true },
	]);
	assert.deepEqual([facts.annotations, facts.attestations.length], [{ note: "ü" }, 1]);
	const alone = await registry.imageFacts(`${repository}:arm`, "linux/arm64");
	assert.deepEqual([alone?.digest, alone?.indexDigest], [arm.digest, undefined]);
	assert.equal(await registry.imageFacts(`${repository}:none`, "linux/arm64"), undefined);
	await assert.rejects(registry.imageFacts(`${repository}:both`, "linux/s390x"), /it has linux\/amd64, linux\/arm64/);

	const resolved = await registry.resolve(`${repository}:both`, "linux/arm64");
	assert.deepEqual(resolved, {
		pinned: `${repository}@${pushed.digest}`,
		digest: pushed.digest,
		platformDigest: arm.digest,
	});
	await assert.rejects(registry.resolve(`${repository}:none`), /registry\/not-found/);
});

test("a base image is resolved through its mirror, and the pin names the mirror", async () => {
	const base = openRegistry({ mirrors: new Map([["docker.io", repository]]) });
	const manifest = await registry.manifest(`${repository}:one`);
	assert.ok(manifest);
	const config =
		manifest.content.kind === "image" ? await registry.blob(repository, manifest.content.config.digest) : undefined;
	const copy = `${repository}/library/python`;
	await registry.putBlob(copy, config ?? Buffer.alloc(0));
	await registry.putBlob(copy, Buffer.from("a layer"));
	await registry.putManifest(`${copy}:3.11-slim`, manifest.bytes, mediaTypes.manifest);
	const { pinned, platformDigest } = await base.resolve("python:3.11-slim", "linux/arm64");
	assert.deepEqual([pinned, platformDigest], [`${copy}@${manifest.descriptor.digest}`, manifest.descriptor.digest]);
	assert.equal(base.mirrored("python:3.11-slim"), `${copy}:3.11-slim`);
});

test("an index over a manifest that is not there is refused with the registry's reason", async () => {
	const child = { mediaType: mediaTypes.manifest, digest: `sha256:${"0".repeat(64)}`, size: 2 };
	const index = json({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [child] });
	await assert.rejects(
		registry.putManifest(`${repository}:holes`, index, mediaTypes.index),
		/registry\/refused[\s\S]*MANIFEST_BLOB_UNKNOWN/,
	);
});
