import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublishedService, PublishResult } from "../../src/model/documents/publish.ts";
import { outputsOf } from "../../src/options/outputs.ts";
import { aPlan, aService } from "../support/documents.ts";

const row = (service: string): PublishedService => ({
	...{
		service,
		image: `ghcr.io/acme/${service}`,
		outcome: "published",
		digest: `sha256:${"a".repeat(64)}`,
		durationMs: 12,
	},
	platforms: ["linux/arm64", "linux/amd64"].map((platform) => ({
		platform,
		digest: `sha256:${"b".repeat(64)}`,
		size: 1000,
		layers: 3,
	})),
	tags: [
		{ tag: "4f1c2aa", kind: "immutable", state: "kept", previous: "x" },
		{ tag: "1.2.0", kind: "immutable", state: "written" },
		{ tag: "latest", kind: "floating", state: "held" },
	],
});

function published(count: number): string {
	const services = Array.from({ length: count }, (_, i) => row(`service-${i}`));
	const publish: PublishResult = { kind: "lucid.publish", version: 1, revision: "r", services, durationMs: 1 };
	return (
		outputsOf("publish")
			.find(({ name }) => name === "published")
			?.value({ publish }, "/out") ?? assert.fail()
	);
}

test("the output of publish has the tags of its digest, and the size and layers of all platforms", () => {
	const [first] = JSON.parse(published(1));
	assert.deepEqual([first.tags, first.size, first.layers, first.platforms.length], [["1.2.0"], 2000, 6, 2]);
	assert.equal(first.cut, undefined);
});

test("with a thousand services it stays below 450 KB, and marks what is left out", () => {
	const text = published(1000);
	assert.ok(text.length < 450_000, `${text.length} bytes`);
	const rows = JSON.parse(text);
	assert.equal(rows.length, 1000);
	assert.deepEqual([rows[0].cut, rows[0].platforms, rows[0].digest.length], [true, undefined, 71]);
});

test("plan lists the platforms of its images for setup, without duplicates", () => {
	const plan = aPlan([
		aService({ name: "api", platforms: ["linux/amd64", "linux/arm64"] }),
		aService({ name: "web", platforms: ["linux/amd64"] }),
	]);
	const value = outputsOf("plan")
		.find(({ name }) => name === "platforms")
		?.value({ plan }, "/out");
	assert.equal(value, "linux/amd64,linux/arm64");
});
