import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../src/model/documents/plan.ts";
import { toJobMatrix } from "../../src/model/job-matrix/matrix.ts";
import { pendingImages } from "../../src/model/job-matrix/pending-images.ts";
import { splitIntoTwoWaves } from "../../src/model/job-matrix/two-waves.ts";
import type { Service } from "../../src/model/service/service.ts";
import { type SmokeLegRequest, smokeLegs } from "../../src/stages/plan/jobs/smoke-legs.ts";
import { toWaves } from "../../src/stages/plan/jobs/waves.ts";
import { anImage, aPlan, aService, toBuild } from "../support/documents.ts";

/** Services by name, each with what it is FROM; `unchanged` ones are in the registry. */
function planned(
	from: Readonly<Record<string, readonly string[]>>,
	{
		platforms = ["linux/arm64"],
		unchanged = [],
		maxJobs,
	}: { platforms?: readonly string[]; unchanged?: readonly string[]; maxJobs?: number } = {},
): Plan {
	const names = Object.keys(from);
	const services = names.map((name) => aService({ name, platforms }));
	const plan = aPlan(services);
	const images = services.flatMap((service) =>
		platforms.map((platform) => ({
			...anImage(
				service,
				platform,
				unchanged.includes(service.name)
					? { kind: "unchanged" as const, reasons: [], digest: "sha256:0", size: 1 }
					: toBuild,
			),
			from: Object.fromEntries((from[service.name] ?? []).map((name) => [name, name])),
		})),
	);
	const waves = toWaves(names, (name) => from[name] ?? []);
	const { work } = pendingImages(images, {
		...{ services, waves, runners: "native" },
		hints: { seconds: new Map(), sizes: new Map() },
	});
	const { include } = toJobMatrix(work, { maxJobs });
	return { ...plan, images, waves, matrix: { include } };
}

const names = (legs: readonly { readonly service: string }[]) => legs.map(({ service }) => service);

test("bases are in the first wave, all other images in the second, and every leg is in one of them", () => {
	const plan = planned({ base: [], api: ["base"], web: ["base"], tool: [] });
	const { first, second } = splitIntoTwoWaves(plan);
	assert.deepEqual(names(first), ["base"]);
	assert.deepEqual(names(second).toSorted(), ["api", "tool", "web"]);
});

test("however deep images go, bases that are FROM each other share one leg of the first wave, in order", () => {
	const plan = planned({ a: [], b: ["a"], c: ["b"], leaf: ["c"], x: [], y: ["x"] });
	const { first, second } = splitIntoTwoWaves(plan);
	assert.deepEqual(names(first).toSorted(), ["a,b,c", "x"]);
	assert.deepEqual(names(second).toSorted(), ["leaf", "y"]);
	assert.equal(first.find(({ service }) => service === "a,b,c")?.name, "a, b, c (arm64)");
});

test("each platform has its own legs, and an existing base needs none", () => {
	const { first } = splitIntoTwoWaves(
		planned({ base: [], api: ["base"] }, { platforms: ["linux/arm64", "linux/amd64"] }),
	);
	assert.deepEqual(first.map(({ name }) => name).toSorted(), ["base (amd64)", "base (arm64)"]);
	const again = splitIntoTwoWaves(planned({ base: [], api: ["base"] }, { unchanged: ["base"] }));
	assert.deepEqual([names(again.first), names(again.second)], [[], ["api"]]);
});

test("with few jobs a base shares a leg with what is made from it: nothing is built twice, nothing left out", () => {
	const from = Object.fromEntries([["base", []], ...Array.from({ length: 9 }, (_, i) => [`s${i}`, ["base"]])]);
	const { first, second } = splitIntoTwoWaves(planned(from, { maxJobs: 3 }));
	const all = [...first, ...second].flatMap(({ service }) => service.split(","));
	assert.deepEqual(all.toSorted(), Object.keys(from).toSorted());
	assert.equal(first.length, 1);
	assert.ok(first[0]?.service.split(",").includes("base"));
});

test("of a thousand services on two platforms each wave has at most 256 legs, and every image is in one of them", () => {
	const from = Object.fromEntries(
		Array.from({ length: 1000 }, (_, i) => [`s${i}`, i < 20 ? [] : i < 40 ? [`s${i - 20}`] : [`s${20 + (i % 20)}`]]),
	);
	const platforms = ["linux/arm64", "linux/amd64"];
	const { first, second } = splitIntoTwoWaves(planned(from, { platforms }));
	assert.ok(first.length > 0 && first.length <= 256 && second.length <= 256, `${first.length}, ${second.length}`);
	const all = [...first, ...second].flatMap(({ service, platform }) =>
		service.split(",").map((name) => name + platform),
	);
	assert.equal(new Set(all).size, 2000);
	assert.equal(all.length, 2000);
});

const health = { kind: "tcp", port: 1 } as unknown as NonNullable<Service["health"]>;
const ask = (plan: Plan, own: Partial<SmokeLegRequest> = {}) =>
	smokeLegs(plan, { which: "changed", runner: undefined, runners: "native", passed: () => false, ...own });

function running(unchanged: readonly string[] = []): Plan {
	const services = ["api", "web", "library"].map((name) =>
		aService({ name, platforms: ["linux/arm64", "linux/amd64"], ...(name !== "library" && { health }) }),
	);
	return aPlan(services, ({ name }) =>
		unchanged.includes(name) ? { kind: "unchanged", reasons: [], digest: "sha256:0", size: 1 } : toBuild,
	);
}

test("smoke has a job for each platform on its own runner, and what has nothing to ask is not sent there", () => {
	assert.deepEqual(
		ask(running()).map(({ name, service, runner }) => [name, service, runner]),
		[
			["smoke api, web (arm64)", "api,web", "ubuntu-24.04-arm"],
			["smoke api, web (amd64)", "api,web", "ubuntu-24.04"],
		],
	);
});

test("what has passed is not tried again, what is unchanged and never passed is; no job where nothing is left", () => {
	const plan = running(["api", "web"]);
	assert.deepEqual(ask(plan, { passed: () => true }), []);
	assert.deepEqual(
		ask(plan, { passed: ({ service, platform }) => service === "api" || platform === "linux/amd64" }).map(
			({ service, platform }) => `${service} ${platform}`,
		),
		["web linux/arm64"],
	);
});

test("all means all; with dependents, all that share a platform with something to try; a machine of one's own takes everything", () => {
	const plan = running(["api", "web"]);
	assert.deepEqual(names(ask(plan, { which: "all", passed: () => true })), ["api,web", "api,web"]);
	assert.deepEqual(names(ask(plan, { which: "dependents", passed: ({ service }) => service === "api" })), [
		"api,web",
		"api,web",
	]);
	const runner = ["self-hosted", "pi5"];
	assert.deepEqual(
		ask(plan, { runner }).map((leg) => leg.runner),
		[runner, runner],
	);
});

test("a service whose policy turns smoke off is not tried", () => {
	const plan = running();
	const services = plan.services.map((service) => ({
		...service,
		policy: { ...service.policy, smoke: "off" as const },
	}));
	assert.deepEqual(ask({ ...plan, services }), []);
});
