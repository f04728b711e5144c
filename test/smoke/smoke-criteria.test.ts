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
const criteria = (own: Partial<Service> = {}) => {
	const one = { ...api, ...own };
	return smokeCriteria(aPlan([one]), one);
};

/** Another value for each field of a service; a new field must be added for this file to compile. */
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

test("a field of a service changes the hash exactly if a verdict depends on it", () => {
	for (const [field, value] of Object.entries(others)) {
		// `timing` counts only without a health check.
		const before = field === "timing" ? { health: undefined } : {};
		const one = { ...api, ...before } as Service;
		const changed = { ...one, [field]: value } as Service;
		const [then, now] = [one, changed].map((each) => smokeCriteria(aPlan([each]), each));
		assert.equal(then?.hash !== now?.hash, criteriaFields[field as keyof typeof criteriaFields] !== "none", field);
	}
});

test("every field of a health check changes the hash, its timing and unknown fields too", () => {
	const health = aHealth();
	const variants: readonly object[] = [
		{ ...health, status: [[200, 200]] },
		{ ...health, headers: { A: "b" } },
		{ ...health, timing: { ...health.timing, stable: 1 } },
		{ ...health, timing: { ...health.timing, invented: 1 } },
		{ ...health, invented: true },
	];
	const hashes = variants.map((one) => criteria({ health: one as Service["health"] & object }).hash);
	assert.equal(new Set([criteria().hash, ...hashes]).size, variants.length + 1);
});

test("host ports, the order of needs and keys, and policies of other stages do not change the hash", () => {
	const same: readonly Partial<Service>[] = [
		{ ports: [port(8080, 80)] },
		{ needs: ["a", "b"] },
		{ env: { B: "2", A: "1" } },
		{ policy: { ...api.policy, smoke: "advisory", verify: "advisory" } },
	];
	for (const own of same) assert.equal(criteria(own).hash, criteria().hash, JSON.stringify(own));
});

test("changed criteria are named", () => {
	assert.deepEqual(changedCriteria(criteria(), criteria({ health: aHealth({ path: "/x" }), env: {} })), [
		"health check",
		"environment",
	]);
	assert.deepEqual(changedCriteria(criteria(), criteria()), []);
});

test("the images of all direct and indirect needs are found, or undefined if one is unknown", () => {
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
