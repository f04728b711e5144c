import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConfigFacts } from "../../src/model/image-checks/check-config.ts";
import { verifyConfig } from "../../src/model/image-checks/check-config.ts";
import { aSource } from "../build/support.ts";
import { aService } from "../support/documents.ts";

const good: ConfigFacts = {
	platform: "linux/arm64",
	user: "65532:65532",
	labels: { "org.opencontainers.image.revision": aSource.revision, "com.lucid.phase": "3" },
	size: 42_000_000,
	exposedPorts: ["53/udp", "8080/tcp"],
	entrypoint: ["/usr/bin/python3"],
};
const service = aService({
	name: "api",
	ports: [
		{ container: 8080, protocol: "tcp" },
		{ container: 53, protocol: "udp" },
	],
	verify: { user: "65532:65532", maxSize: 50_000_000, labels: ["com.lucid.phase"] },
});

const built = { platform: "linux/arm64", outcome: "built" } as const;
const failed = (facts: Partial<ConfigFacts>, more = {}) =>
	verifyConfig({ facts: { ...good, ...facts }, service, source: aSource, ...{ ...built, ...more } })
		.filter(({ ok }) => !ok)
		.map(({ name, expected, actual }) => `${name}: ${expected}, not ${actual}`);

test("a correct image passes every check", () => {
	const checks = verifyConfig({ facts: good, service, source: aSource, ...built });
	assert.deepEqual(
		checks.map(({ name, ok }) => [name, ok]),
		[
			["platform", true],
			["user", true],
			["label com.lucid.phase", true],
			["revision", true],
			["labels expanded", true],
			["size", true],
			["port 8080/tcp", true],
			["port 53/udp", true],
			["entrypoint", true],
		],
	);
});

test("each deviation fails its own check", () => {
	assert.deepEqual(failed({ platform: "linux/amd64" }), ["platform: linux/arm64, not linux/amd64"]);
	assert.deepEqual(failed({ user: "root" }), ["user: 65532:65532, not root"]);
	assert.deepEqual(failed({ user: "65532" }), ["user: 65532:65532, not 65532"]);
	assert.deepEqual(failed({ size: 51_000_000 }), ["size: at most 50.0 MB, not 51.0 MB"]);
	assert.deepEqual(failed({ exposedPorts: ["8080/tcp"] }), ["port 53/udp: exposed, not 8080/tcp"]);
	assert.deepEqual(failed({ entrypoint: [] }), ["entrypoint: filled, not none"]);
	const labels = { ...good.labels, "com.lucid.phase": " ", made: `by \${VCS_REF}` };
	assert.deepEqual(failed({ labels }), [
		"label com.lucid.phase: filled, not  ",
		`labels expanded: no $ left, not made=by \${VCS_REF}`,
	]);
});

test("the check of the user reports root for an image without a user", () => {
	const { user: _, ...without } = good;
	const check = verifyConfig({ facts: without, service, source: aSource, ...built }).find(
		({ name }) => name === "user",
	);
	assert.deepEqual(check, { id: "user", name: "user", ok: false, expected: "65532:65532", actual: "root" });
});

test("a user declared without a group is compared without one", () => {
	const lax = aService({ name: "api", verify: { user: "65532", labels: [] } });
	const checks = verifyConfig({ facts: good, service: lax, source: aSource, ...built });
	assert.ok(checks.every(({ ok }) => ok));
});

test("a new image must have this commit, an unchanged one any", () => {
	const labels = { ...good.labels, "org.opencontainers.image.revision": "older" };
	assert.deepEqual(failed({ labels }), [`revision: ${aSource.revision}, not older`]);
	assert.deepEqual(failed({ labels }, { outcome: "unchanged" }), []);
	const { "org.opencontainers.image.revision": _, ...without } = good.labels;
	assert.deepEqual(failed({ labels: without }, { outcome: "unchanged" }), ["revision: filled, not none"]);
});

test("a price is not a placeholder", () => {
	assert.deepEqual(failed({ labels: { ...good.labels, price: "$5, 10$" } }), []);
});

test("an image that is not started needs no entrypoint", () => {
	const base = aService({ name: "base" });
	const { entrypoint: _, ...without } = good;
	assert.ok(verifyConfig({ facts: without, service: base, source: aSource, ...built }).every(({ ok }) => ok));
});
