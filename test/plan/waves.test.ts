import assert from "node:assert/strict";
import { test } from "node:test";
import { toWaves } from "../../src/stages/plan/jobs/waves.ts";
import { UserError } from "../../src/util/errors.ts";

const graph = (edges: Readonly<Record<string, readonly string[]>>) => (name: string) => edges[name] ?? [];

test("an image comes in the first wave after all that it is built from", () => {
	const edges = graph({ api: ["base"], web: ["api", "base"], tool: [] });
	assert.deepEqual(toWaves(["web", "api", "base", "tool"], edges), [["base", "tool"], ["api"], ["web"]]);
});

test("names outside of the list do not count, and no names give no wave", () => {
	assert.deepEqual(toWaves(["api"], graph({ api: ["base"] })), [["api"]]);
	assert.deepEqual(toWaves([], graph({})), []);
});

test("a circle is named from where it closes", () => {
	assert.throws(
		() => toWaves(["x", "a", "b"], graph({ x: ["a"], a: ["b"], b: ["a"] })),
		(error: unknown) =>
			error instanceof UserError && error.message.includes("a -> b -> a") && !error.message.includes("x ->"),
	);
});
