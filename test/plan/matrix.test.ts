import assert from "node:assert/strict";
import { test } from "node:test";
import type { Decision, PlannedImage } from "../../src/model/documents/plan.ts";
import { toJobMatrix } from "../../src/model/job-matrix/matrix.ts";
import {
	type DurationHints,
	imageKey,
	pendingImages,
	type RunnerMode,
} from "../../src/model/job-matrix/pending-images.ts";
import type { Service } from "../../src/model/service/service.ts";
import { estimateCost } from "../../src/stages/plan/jobs/estimate.ts";
import { UserError } from "../../src/util/errors.ts";
import { anImage, aService, toBuild } from "../support/documents.ts";

const unchanged: Decision = { kind: "unchanged", reasons: [], digest: `sha256:${"0".repeat(64)}`, size: 1 };
const nothing: DurationHints = { seconds: new Map(), sizes: new Map() };

interface Case {
	readonly services: readonly Service[];
	readonly images: readonly PlannedImage[];
	readonly waves: readonly (readonly string[])[];
	readonly runners?: RunnerMode;
	readonly hints?: DurationHints;
	readonly maxJobs?: number;
}

function planned({ services, images, waves, runners = "native", hints = nothing, maxJobs }: Case) {
	const { work, by } = pendingImages(images, { services, waves, runners, hints });
	const { include, bins } = toJobMatrix(work, { maxJobs, selected: services.map(({ name }) => name) });
	return { include, bins, cost: estimateCost(bins, images, work, by) };
}

/** Services on these platforms, each FROM the first one with `base`. */
function many(count: number, platforms: readonly string[], base?: "base"): Case {
	const names = Array.from({ length: count }, (_, i) => `service-${i}`);
	const services = names.map((name) => aService({ name, platforms }));
	const images = services.flatMap((service, i) =>
		platforms.map((platform) => ({
			...anImage(service, platform, toBuild),
			...(base && i > 0 && { from: { base: "service-0" } }),
		})),
	);
	return { services, images, waves: [names.slice(0, 1), names.slice(1)].filter(({ length }) => length > 0) };
}

const covered = (include: ReturnType<typeof planned>["include"]) =>
	include.flatMap(({ service, platform }) => service.split(",").map((name) => `${name} ${platform}`));

test("a leg an image that has to be built, on a runner of its platform, bases first", () => {
	const services = [aService({ name: "api", phase: "3" }), aService({ name: "base" }), aService({ name: "same" })];
	const [api, base, same] = services as [Service, Service, Service];
	const images = [
		{ ...anImage(api, "linux/arm64", toBuild), from: { base: "base" } },
		anImage(base, "linux/amd64", toBuild),
		anImage(same, "linux/arm64", unchanged),
	];
	assert.deepEqual(planned({ services, images, waves: [["base", "same"], ["api"]] }).include, [
		{ name: "base (amd64)", service: "base", platform: "linux/amd64", runner: "ubuntu-24.04", phase: "", wave: 0 },
		{ name: "api (arm64)", service: "api", platform: "linux/arm64", runner: "ubuntu-24.04-arm", phase: "3", wave: 1 },
	]);
});

test("nothing to build is an empty list, not a missing one, and costs nothing", () => {
	const { include, cost } = planned({ services: [], images: [], waves: [] });
	assert.equal(JSON.stringify({ include }), '{"include":[]}');
	assert.deepEqual(cost.matrix, { jobs: 0, wallSeconds: 0, billedMinutes: 0 });
});

test("a runner is what the catalog says, a label or a set of them; else the platform's own, or the plain one when emulating", () => {
	const services = [
		aService({ name: "pi", runners: { "linux/arm64": ["self-hosted", "raspberry-pi"] } }),
		aService({ name: "big", runners: { "linux/arm64": "ubuntu-24.04-arm-16" } }),
		aService({ name: "api" }),
	];
	const images = services.map((service) => anImage(service, "linux/arm64", toBuild));
	const runnersOf = (runners: RunnerMode) =>
		planned({ services, images, waves: [["pi", "big", "api"]], runners }).include.map(({ runner }) => runner);
	assert.deepEqual(runnersOf("native"), [["self-hosted", "raspberry-pi"], "ubuntu-24.04-arm-16", "ubuntu-24.04-arm"]);
	assert.deepEqual(runnersOf("emulated"), [["self-hosted", "raspberry-pi"], "ubuntu-24.04-arm-16", "ubuntu-24.04"]);
	assert.deepEqual(
		planned({ ...many(1, ["linux/arm/v7", "linux/386"]) }).include.map(({ runner }) => runner),
		["ubuntu-24.04", "ubuntu-24.04"],
	);
});

for (const count of [0, 1, 128, 129, 255, 256, 257, 1000]) {
	test(`${count} services on two platforms: at most 256 legs, every image in exactly one, bases first, outputs that GitHub passes on`, () => {
		const one = many(count, ["linux/arm64", "linux/amd64"], "base");
		const { include } = planned(one);
		assert.equal(include.length, Math.min(256, count * 2));
		assert.deepEqual(
			covered(include).toSorted(),
			one.images.map(({ service, platform }) => `${service} ${platform}`).toSorted(),
		);
		const waves = include.map(({ wave }) => wave);
		assert.deepEqual(waves, waves.toSorted());
		for (const { service } of include)
			assert.ok(service.split(",").indexOf("service-0") <= 0, "a base before what is FROM it");
		assert.equal(new Set(include.map(({ name }) => name)).size, include.length, "names differ");
		for (const { name } of include) assert.ok(name.length <= 100, name);
		assert.ok(JSON.stringify({ include }).length < 450_000);
	});
}

test("longest first: the slowest image has a leg of its own, the others share evenly", () => {
	const services = ["slow", "a", "b", "c", "d"].map((name) => aService({ name }));
	const images = services.map((service) => anImage(service, "linux/arm64", toBuild));
	const times = { slow: 300, a: 100, b: 90, c: 80, d: 70 };
	const seconds = new Map(Object.entries(times).map(([name, time]) => [imageKey(name, "linux/arm64"), time]));
	const one: Case = { services, images, waves: [services.map(({ name }) => name)], maxJobs: 3 };
	const { bins, cost } = planned({ ...one, hints: { seconds, sizes: new Map() } });
	assert.deepEqual(bins.map((bin) => bin.seconds).toSorted(), [170, 170, 300]);
	assert.equal(cost.by, "times");
	// 330, 200 and 200 seconds with their overhead.
	assert.deepEqual(cost.matrix, { jobs: 3, wallSeconds: 330, billedMinutes: 6 + 4 + 4 });
	// 330, 130, 120, 110 and 100.
	assert.deepEqual(cost.jobEach, { jobs: 5, wallSeconds: 330, billedMinutes: 6 + 3 + 2 + 2 + 2 });
});

test("without times the size of the published image and emulation decide", () => {
	const services = ["large", "small"].map((name) => aService({ name }));
	const images = services.map((service) => anImage(service, "linux/arm64", toBuild));
	const sizes = new Map([
		[imageKey("large", "linux/arm64"), 400_000_000],
		[imageKey("small", "linux/arm64"), 40_000_000],
	]);
	const one: Case = { services, images, waves: [["large", "small"]], hints: { seconds: new Map(), sizes } };
	const native = planned(one);
	assert.equal(native.cost.by, "sizes");
	const [large = 0, small = 0] = native.bins.map(({ seconds }) => seconds);
	assert.equal(large, 10 * small);
	assert.equal(planned({ ...one, runners: "emulated" }).bins[0]?.seconds, 10 * large);
});

test("max-jobs packs on purpose, but never images of two platforms or two kinds of runner into one leg", () => {
	const two = many(20, ["linux/arm64", "linux/amd64"]);
	assert.equal(planned({ ...two, maxJobs: 8 }).include.length, 8);
	const { include } = planned({ ...two, maxJobs: 1 });
	assert.deepEqual(include.map(({ platform }) => platform).toSorted(), ["linux/amd64", "linux/arm64"]);
	assert.equal(covered(include).length, 40);
	assert.match(include[0]?.name ?? "", /^service-0, service-1, .* and \d+ more \(a..64\)$/);
});

test("a packed leg takes a base along with the first that needs it and builds it first; elsewhere it is built again", () => {
	const one = many(5, ["linux/arm64"], "base");
	const seconds = new Map(one.images.map(({ service, platform }) => [imageKey(service, platform), 100]));
	const { include, bins } = planned({ ...one, maxJobs: 2, hints: { seconds, sizes: new Map() } });
	assert.deepEqual(
		include.map(({ service, wave }) => [service.split(",").length, wave]),
		[
			[3, 0],
			[2, 1],
		],
	);
	assert.ok(include[0]?.service.startsWith("service-0,"));
	assert.deepEqual(
		bins.map((bin) => bin.seconds),
		[300, 300],
		"the second leg builds the base too",
	);
});

test("what no matrix can hold is refused with a way out, not cut", () => {
	const runners = Array.from({ length: 257 }, (_, i) =>
		aService({ name: `s${i}`, runners: { "linux/arm64": `r${i}` } }),
	);
	const apart: Case = {
		services: runners,
		images: runners.map((service) => anImage(service, "linux/arm64", toBuild)),
		waves: [runners.map(({ name }) => name)],
	};
	assert.throws(
		() => planned(apart),
		(error) => error instanceof UserError && error.problems[0]?.code === "plan/runners",
	);
	const long = Array.from({ length: 8000 }, (_, i) => aService({ name: `${"x".repeat(50)}-${i}` }));
	const large: Case = {
		services: long,
		images: long.map((service) => anImage(service, "linux/arm64", toBuild)),
		waves: [long.map(({ name }) => name)],
	};
	assert.throws(
		() => planned(large),
		(error) => error instanceof UserError && error.problems[0]?.code === "plan/matrix-size",
	);
});

test("against one job a service, only what has changed starts one", () => {
	const services = Array.from({ length: 35 }, (_, i) => aService({ name: `s${i}` }));
	const images = services.map((service, i) => anImage(service, "linux/arm64", i < 2 ? toBuild : unchanged));
	const { cost } = planned({ services, images, waves: [services.map(({ name }) => name)] });
	assert.deepEqual([cost.matrix.jobs, cost.jobEach.jobs], [2, 35]);
	assert.equal(cost.jobEach.billedMinutes - cost.matrix.billedMinutes, 33);
	assert.equal(cost.by, "guess");
});
