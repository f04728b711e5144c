import assert from "node:assert/strict";
import { test } from "node:test";
import { BuildAttempts } from "../../src/stages/build/retry-policy.ts";

const none = { kind: "none" } as const;
const emulator = { kind: "emulator" } as const;
const cache = { kind: "cache" } as const;

test("a crash of the emulator, and a cache that may be to blame, are each worth one more try", () => {
	const tries = new BuildAttempts(none);
	assert.deepEqual([tries.retryReason, tries.cache], [undefined, "with-cache"]);
	assert.ok(tries.shouldRetry(emulator));
	assert.match(tries.retryReason ?? "", /emulator crashed/);
	assert.ok(tries.shouldRetry(cache));
	assert.deepEqual([tries.retryReason, tries.cache], ["once more without the cache", "without-cache"]);
	assert.ok(!tries.shouldRetry(emulator));
	assert.ok(!tries.shouldRetry(cache));
	assert.equal(tries.cache, "without-cache", "a cache that was to blame is not used again");
});

test("what the first try with others came to counts", () => {
	const tries = new BuildAttempts(emulator);
	assert.match(tries.retryReason ?? "", /emulator crashed/);
	assert.ok(!tries.shouldRetry(emulator));
	assert.equal(new BuildAttempts(cache).cache, "without-cache");
});

for (const kind of ["registry", "lost"] as const)
	test(`what only needs time (${kind}) is tried four times, after a longer pause each time`, () => {
		const busy = { kind };
		const tries = new BuildAttempts(none);
		assert.deepEqual(
			[tries.shouldRetry(busy), tries.shouldRetry(busy), tries.shouldRetry(busy), tries.shouldRetry(busy)],
			[true, true, true, false],
		);
		const ms = tries.delayMs();
		assert.ok(ms >= 4000 && ms <= 8000, `${ms}`);
	});

test("a program that fails, and an engine that is gone, end it", () => {
	assert.ok(!new BuildAttempts(none).shouldRetry(none));
	assert.ok(!new BuildAttempts(none).shouldRetry({ kind: "engine-gone" }));
});
