import assert from "node:assert/strict";
import { test } from "node:test";
import { Tries } from "../../src/stages/build/retry-policy.ts";

const none = { kind: "none" } as const;
const emulator = { kind: "emulator" } as const;
const cache = { kind: "cache" } as const;

test("a crash of the emulator, and a cache that may be to blame, are each worth one more try", () => {
	const tries = new Tries(none);
	assert.deepEqual([tries.why, tries.cache], [undefined, "with-cache"]);
	assert.ok(tries.again(emulator));
	assert.match(tries.why ?? "", /emulator crashed/);
	assert.ok(tries.again(cache));
	assert.deepEqual([tries.why, tries.cache], ["once more without the cache", "without-cache"]);
	assert.ok(!tries.again(emulator));
	assert.ok(!tries.again(cache));
	assert.equal(tries.cache, "without-cache", "a cache that was to blame is not used again");
});

test("what the first try with others came to counts", () => {
	const tries = new Tries(emulator);
	assert.match(tries.why ?? "", /emulator crashed/);
	assert.ok(!tries.again(emulator));
	assert.equal(new Tries(cache).cache, "without-cache");
});

for (const kind of ["registry", "lost"] as const)
	test(`what only needs time (${kind}) is tried four times, after a longer pause each time`, () => {
		const busy = { kind };
		const tries = new Tries(none);
		assert.deepEqual(
			[tries.again(busy), tries.again(busy), tries.again(busy), tries.again(busy)],
			[true, true, true, false],
		);
		const ms = tries.pauseMs();
		assert.ok(ms >= 4000 && ms <= 8000, `${ms}`);
	});

test("a program that fails, and an engine that is gone, end it", () => {
	assert.ok(!new Tries(none).again(none));
	assert.ok(!new Tries(none).again({ kind: "engine-gone" }));
});
