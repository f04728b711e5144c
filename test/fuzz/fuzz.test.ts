import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzz } from "./fuzz.ts";
import type { FuzzResult } from "./fuzz-worker.ts";
import type { Target } from "./hostile-case.ts";

/** Generous, since a test machine may be busy: what does not end in linear time takes minutes. */
const limitMs = 20_000;
const limitMb = 300;

async function failuresOf(
	target: Target,
	reader: "lint" | "parsers",
	{ from, count }: { readonly from: number; readonly count: number },
): Promise<readonly string[]> {
	const results: FuzzResult[] = [];
	const seeds = Array.from({ length: count }, (_, i) => from + i);
	const failures = await fuzz({ target, reader, seeds, limitMs, limitMb, onResult: (one) => results.push(one) });
	assert.equal(results.length + failures.filter((failure) => failure.includes("ends its thread")).length, count);
	return failures;
}

test("2,500 hostile Dockerfiles are read or refused with a place, without a hang, a crash or much memory", async () => {
	assert.deepEqual(await failuresOf("dockerfile", "parsers", { from: 0, count: 2250 }), []);
	assert.deepEqual(await failuresOf("dockerfile", "lint", { from: 2250, count: 250 }), []);
});

test("2,500 hostile ignore files are read or refused with a place, without a hang, a crash or much memory", async () => {
	assert.deepEqual(await failuresOf("ignore", "parsers", { from: 0, count: 2500 }), []);
});

test("files as large as they may be are linted in linear time", async () => {
	assert.deepEqual(await failuresOf("large", "lint", { from: 0, count: 12 }), []);
});
