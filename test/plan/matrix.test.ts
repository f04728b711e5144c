import assert from "node:assert/strict";
import { test } from "node:test";
import type { Decision, PlannedImage } from "../../src/documents/plan.ts";
import { toMatrix } from "../../src/plan/matrix.ts";
import { aService } from "../support/documents.ts";

const build: Decision = { kind: "build", reasons: [{ kind: "never-built", detail: "never published" }] };
const unchanged: Decision = { kind: "unchanged", reasons: [], digest: `sha256:${"0".repeat(64)}`, size: 1 };

function image(service: string, platform: string, decision: Decision = build): PlannedImage {
	return {
		service,
		platform,
		fingerprint: "",
		contentRef: "",
		components: [],
		bases: [],
		from: {},
		args: {},
		volatileArgs: [],
		decision,
	};
}

test("a leg an image that has to be built, on a runner of its platform, bases first", () => {
	const images = [image("api", "linux/arm64"), image("base", "linux/amd64"), image("same", "linux/arm64", unchanged)];
	const services = [aService({ name: "api", phase: "3" }), aService({ name: "base" }), aService({ name: "same" })];
	assert.deepEqual(toMatrix(images, services, [["base", "same"], ["api"]]).include, [
		{
			name: "base (linux/amd64)",
			service: "base",
			platform: "linux/amd64",
			runner: "ubuntu-24.04",
			phase: "",
			wave: 0,
		},
		{
			name: "api (linux/arm64)",
			service: "api",
			platform: "linux/arm64",
			runner: "ubuntu-24.04-arm",
			phase: "3",
			wave: 1,
		},
	]);
});

test("nothing to build is an empty list, not a missing one", () => {
	assert.deepEqual(toMatrix([], [], []), { include: [] });
});

for (const count of [1, 127, 128, 129, 1000]) {
	test(`${count} services on two platforms: at most 256 legs, and every image in exactly one`, () => {
		const names = Array.from({ length: count }, (_, i) => `service-${i}`);
		const images = names.flatMap((name) => [image(name, "linux/arm64"), image(name, "linux/amd64")]);
		const { include } = toMatrix(
			images,
			names.map((name) => aService({ name })),
			[names.slice(0, 1), names.slice(1)],
		);
		assert.ok(include.length <= 256, `${include.length} legs`);
		assert.ok(count > 128 || include.length === count * 2, "packed without need");
		const covered = include.flatMap(({ service, platform }) => service.split(",").map((name) => `${name} ${platform}`));
		assert.deepEqual(covered.toSorted(), images.map(({ service, platform }) => `${service} ${platform}`).toSorted());
	});
}
