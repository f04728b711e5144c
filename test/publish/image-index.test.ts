import assert from "node:assert/strict";
import { test } from "node:test";
import { makeIndex } from "../../src/publish/image-index.ts";
import type { ImageFacts } from "../../src/registry/registry.ts";

function facts(architecture: string, labels: Readonly<Record<string, string>> = {}, more: Partial<ImageFacts> = {}) {
	const digest = `sha256:${architecture.length}${"0".repeat(63)}`;
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
