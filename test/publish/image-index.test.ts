import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImageFacts } from "../../src/model/oci/image-facts.ts";
import { readManifest } from "../../src/model/oci/manifest.ts";
import { hasSameImages, makeIndex } from "../../src/stages/publish/image-index.ts";

function facts(architecture: string, labels: Readonly<Record<string, string>> = {}, more: Partial<ImageFacts> = {}) {
	const digest = `sha256:${architecture.length % 10}${"0".repeat(63)}`;
	const image: ImageFacts = {
		ref: "r",
		digest,
		mediaType: "application/vnd.oci.image.manifest.v1+json",
		manifestSize: 500,
		attestations: [],
		platform: `linux/${architecture}`,
		os: "linux",
		architecture,
		env: {},
		exposedPorts: [],
		onbuild: [],
		labels,
		annotations: {},
		diffIds: [],
		history: [],
		settings: {},
		layers: [],
		size: 1,
		...more,
	};
	return image;
}

const read = (images: readonly ImageFacts[]) => JSON.parse(new TextDecoder().decode(makeIndex(images).bytes));

test("the order in which platforms are given does not change the digest", () => {
	const both = [facts("arm64"), facts("s390x-like")];
	assert.equal(makeIndex(both).digest, makeIndex(both.toReversed()).digest);
	assert.match(makeIndex(both).digest, /^sha256:[0-9a-f]{64}$/);
});

test("annotations come from the images' own labels, in one order, and only the known ones that are filled", () => {
	const oci = (key: string) => `org.opencontainers.image.${key}`;
	const labels = {
		[oci("title")]: "API",
		[oci("revision")]: "abc",
		[oci("vendor")]: "x",
		[oci("url")]: "",
		other: "y",
	};
	assert.deepEqual(Object.entries(read([facts("arm64", labels)]).annotations), [
		[oci("revision"), "abc"],
		[oci("title"), "API"],
	]);
	assert.equal(read([facts("arm64")]).annotations, undefined);
});

test("attestations stay with their images, after them", () => {
	const attestation = {
		mediaType: "application/vnd.oci.image.manifest.v1+json",
		digest: `sha256:${"e".repeat(64)}`,
		size: 9,
		platform: { os: "unknown", architecture: "unknown" },
		annotations: { "vnd.docker.reference.type": "attestation-manifest" },
	};
	const { manifests } = read([facts("arm64", {}, { attestations: [attestation], variant: "v8" }), facts("amd64")]);
	assert.deepEqual(
		manifests.map(({ platform }: { platform: object }) => platform),
		[
			{ architecture: "amd64", os: "linux" },
			{ architecture: "arm64", os: "linux", variant: "v8" },
			{ os: "unknown", architecture: "unknown" },
		],
	);
	assert.deepEqual(manifests[2], attestation);
});

test("what the images say of themselves is on the index, but not what holds for one platform alone", () => {
	const base = (digest: string) => ({
		"com.lucid.phase": "3",
		"com.acme.team": "x",
		"org.opencontainers.image.base.name": "docker.io/library/python:3.11-slim",
		"org.opencontainers.image.base.digest": digest,
	});
	const apart = read([facts("arm64", base("sha256:aa")), facts("amd64", base("sha256:bb"))]).annotations;
	assert.deepEqual(apart, {
		"org.opencontainers.image.base.name": "docker.io/library/python:3.11-slim",
		"com.lucid.phase": "3",
	});
	const alike = read([facts("arm64", base("sha256:aa")), facts("amd64", base("sha256:aa"))]).annotations;
	assert.equal(alike["org.opencontainers.image.base.digest"], "sha256:aa");
});

test("an index of the same images is recognized, also with other annotations and attestations", () => {
	const ours = makeIndex([facts("arm64"), facts("s390x-like")]);
	const other = makeIndex([facts("arm64", { "com.lucid.phase": "3" }), facts("s390x-like")]);
	const manifest = (index: typeof ours) => {
		const json = JSON.parse(new TextDecoder().decode(index.bytes));
		return { content: { kind: "index" as const, manifests: json.manifests, annotations: {} } };
	};
	assert.notEqual(ours.digest, other.digest);
	assert.equal(hasSameImages(manifest(other), ours), true);
	assert.equal(hasSameImages(manifest(makeIndex([facts("arm64")])), ours), false);
});

test("only the index of a release says a version, and it names the same images", () => {
	const key = "org.opencontainers.image.version";
	const image = facts("arm64", { [key]: "4f1c2aa" });
	assert.equal(read([image]).annotations, undefined, "a label of an image is not a version of a release");
	const release = makeIndex([image], "1.2.0");
	assert.deepEqual(JSON.parse(new TextDecoder().decode(release.bytes)).annotations, { [key]: "1.2.0" });
	const { bytes } = makeIndex([image]);
	const content = readManifest(JSON.parse(new TextDecoder().decode(bytes)));
	assert.ok(hasSameImages({ content }, release));
});
