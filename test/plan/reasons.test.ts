import assert from "node:assert/strict";
import { test } from "node:test";
import { whyBuild } from "../../src/stages/plan/decide/reasons.ts";
import { ttlPart } from "../../src/stages/plan/decide/ttl-window.ts";
import { fingerprintOf, hashJson, toComponent } from "../../src/stages/plan/fingerprint/fingerprint.ts";

const files = (value: unknown) => toComponent({ kind: "files", name: "COPY api/", hash: hashJson(value) });
const base = (value: unknown) => toComponent({ kind: "base", name: "python:3.11-slim", hash: hashJson(value) });
const details = (...args: Parameters<typeof whyBuild>) => whyBuild(...args).map(({ detail }) => detail);
const revision = "4f1c2aa".padEnd(40, "0");

test("an image that was never published has no other reason", () => {
	assert.deepEqual(
		details([files(1)], undefined, () => undefined),
		["never published"],
	);
});

test("files that changed are named, and counted when there are many", () => {
	const previous = { components: { "COPY api/": files(1).hash }, revision };
	const changed = ["api/routes.py", "api/main.py"];
	assert.deepEqual(
		details([files(2)], previous, () => changed),
		["COPY api/ -> 2 files changed since 4f1c2aa (routes.py, main.py)"],
	);
	assert.deepEqual(
		details([files(2)], previous, () => ["a", "b", "c", "d", "e"]),
		["COPY api/ -> 5 files changed since 4f1c2aa (a, b, c, and 2 more)"],
	);
	assert.deepEqual(
		details([files(2)], previous, () => undefined),
		["COPY api/ -> changed since 4f1c2aa (a commit that this clone does not have: the files are unknown)"],
	);
});

test("a base that moved, a new part and a removed part are each a reason", () => {
	const previous = { components: { "python:3.11-slim": base("old").hash, "COPY gone/": "0" } };
	assert.deepEqual(
		details([base("new"), files(1)], previous, () => []),
		["FROM python:3.11-slim moved", "COPY api/ is new", "COPY gone/ is gone"],
	);
});

test("an image of an earlier window of its time-to-live is stale, and the window it was of is not a reason of its own", () => {
	const [due] = ttlPart("2026-11-19T00:00:00Z").map(({ kind, name, value }) =>
		toComponent({ kind, name, hash: hashJson(value) }),
	);
	assert.ok(due);
	const previous = { components: { "since 2026-11-12T00:00:00Z": "0", "COPY api/": files(1).hash }, revision };
	const reasons = whyBuild([files(1), due], previous, () => []);
	assert.deepEqual(reasons, [
		{
			kind: "stale",
			component: "since 2026-11-19T00:00:00Z",
			detail: "stale: due for a new build since 2026-11-19 (ttl)",
		},
	]);
	assert.deepEqual(
		whyBuild([files(2), due], previous, () => []).map(({ kind }) => kind),
		["changed", "stale"],
	);
});

test("a fingerprint does not depend on the order of its parts, and does on each of them", () => {
	const parts = [
		{ kind: "files", name: "a", hash: hashJson({ x: 1 }) },
		{ kind: "files", name: "b", hash: hashJson([1, 2]) },
	] as const;
	assert.equal(fingerprintOf(parts), fingerprintOf(parts.toReversed()));
	assert.notEqual(fingerprintOf(parts), fingerprintOf(parts.slice(1)));
	assert.match(fingerprintOf(parts), /^[0-9a-f]{64}$/);
});

test("a value that is baked into a layer is reported with the previous value", () => {
	const arg = (value: string) => toComponent({ kind: "baked", name: "ARG VERSION", hash: hashJson(value) });
	const reasonsFor = (before: readonly string[], was: Record<string, string>, now: string | undefined, value: string) =>
		details(
			now === undefined ? [] : [arg(now)],
			{ components: Object.fromEntries(before.map((one) => ["ARG VERSION", arg(one).hash])), baked: was },
			() => undefined,
			{ VERSION: value },
		);
	assert.deepEqual(reasonsFor([], { VERSION: "4f1c2aa" }, "1.2.0", "1.2.0"), [
		"VERSION is baked into a layer: 1.2.0, was 4f1c2aa",
	]);
	assert.deepEqual(reasonsFor(["1.1.0"], { VERSION: "1.1.0" }, "1.2.0", "1.2.0"), [
		"VERSION is baked into a layer: 1.2.0, was 1.1.0",
	]);
	assert.deepEqual(reasonsFor([], {}, "1.2.0", "1.2.0"), ["VERSION is baked into a layer: 1.2.0"]);
	assert.deepEqual(reasonsFor(["1.1.0"], { VERSION: "1.1.0" }, undefined, "0.0.0"), [
		"VERSION is baked into a layer: 0.0.0, was 1.1.0",
	]);
});
