import assert from "node:assert/strict";
import { test } from "node:test";
import type { Service } from "../../src/model/service/service.ts";
import {
	changedCriteria,
	criteriaFields,
	imagesOfNeeds,
	smokeCriteria,
} from "../../src/model/service/smoke-criteria.ts";
import { defined } from "../../src/util/defined.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aHealth } from "./health.ts";

const port = (container: number, published?: number) =>
	({ container, protocol: "tcp", ...defined({ published }) }) as const;
const api = aService({
	name: "api",
	ports: [port(8080)],
	health: aHealth(),
	needs: ["b", "a"],
	env: { A: "1", B: "2" },
});
const trial = (own: Partial<Service> = {}) => {
	const one = { ...api, ...own };
	return smokeCriteria(aPlan([one]), one);
};

/** Another value for each field of a service. A field that is new has no value here, and this file no longer compiles. */
const others: { readonly [K in keyof Required<Service>]: Service[K] } = {
	...{ name: "x", title: "x", description: "x", phase: "x", image: "x", declaredImage: "x", copies: ["x"] },
	...{ dockerfile: "x", context: "x", target: "x", platforms: ["x"], runners: { x: "x" }, ttl: 1, args: { x: "x" } },
	...{
		secrets: [{ id: "x", from: "env", env: "x" }],
		ssh: [{ id: "x" }],
		contexts: { x: { kind: "path", path: "x" } },
	},
	...{
		created: "commit",
		compression: "zstd",
		rewriteTimestamp: false,
		tags: ["x"],
		floating: ["x"],
		flavor: ["x"],
		labels: { x: "x" },
		at: { file: "x" },
		problems: [],
	},
	...{ run: "job", command: ["x"], ports: [port(1)], health: { ...aHealth(), path: "/x" }, timing: aHealth().timing },
	...{ needs: ["x"], env: { A: "2" }, hardening: { ...api.hardening, pids: 1 }, verify: { labels: ["x"] } },
	...{ policy: { ...api.policy, stop: "required" }, lint: { rules: {} } },
};

test("a field of a service changes the trial if, and only if, a verdict depends on it", () => {
	for (const [field, value] of Object.entries(others)) {
		// How long what has no health check may take counts where there is none.
		const before = field === "timing" ? { health: undefined } : {};
		const one = { ...api, ...before } as Service;
		const changed = { ...one, [field]: value } as Service;
		const [then, now] = [one, changed].map((each) => smokeCriteria(aPlan([each]), each));
		assert.equal(then?.hash !== now?.hash, criteriaFields[field as keyof typeof criteriaFields] !== "none", field);
	}
});

test("all of a health check counts, its timing too, and fields that nobody has thought of", () => {
	const health = aHealth();
	const variants: readonly object[] = [
		{ ...health, status: [[200, 200]] },
		{ ...health, headers: { A: "b" } },
		{ ...health, timing: { ...health.timing, stable: 1 } },
		{ ...health, timing: { ...health.timing, invented: 1 } },
		{ ...health, invented: true },
	];
	const hashes = variants.map((one) => trial({ health: one as Service["health"] & object }).hash);
	assert.equal(new Set([trial().hash, ...hashes]).size, variants.length + 1);
});

test("ports on the host, the order of needs and of keys, and policies of other stages are no part of it", () => {
	const same: readonly Partial<Service>[] = [
		{ ports: [port(8080, 80)] },
		{ needs: ["a", "b"] },
		{ env: { B: "2", A: "1" } },
		{ policy: { ...api.policy, smoke: "advisory", verify: "advisory" } },
	];
	for (const own of same) assert.equal(trial(own).hash, trial().hash, JSON.stringify(own));
});

test("what changed is told in words", () => {
	assert.deepEqual(changedCriteria(trial(), trial({ health: aHealth({ path: "/x" }), env: {} })), [
		"health check",
		"environment",
	]);
	assert.deepEqual(changedCriteria(trial(), trial()), []);
});

test("the images of all needs are found, however far down, or it is said that they are not known", () => {
	const db = { name: "db", image: "postgres:16", env: {}, ports: [], needs: [], at: { file: "lucid.yml" } };
	const services = [aService({ name: "web", needs: ["auth"] }), aService({ name: "auth", needs: ["db"] })];
	const [web] = services;
	assert.ok(web);
	const plan = { services, externals: [db] };
	assert.deepEqual(
		imagesOfNeeds(plan, web, (name) => `digest of ${name}`),
		{ auth: "digest of auth", db: "postgres:16" },
	);
	assert.equal(
		imagesOfNeeds(plan, web, () => undefined),
		undefined,
	);
});
