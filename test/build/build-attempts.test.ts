import assert from "node:assert/strict";
import { test } from "node:test";
import { BuildAttempts } from "../../src/stages/build/build-attempts.ts";

const none = { kind: "none" } as const;
const emulator = { kind: "emulator" } as const;
const cache = { kind: "cache" } as const;

test("a crash of the emulator and a possibly damaged cache are each retried once", () => {
	const tries = new BuildAttempts(none);
	assert.deepEqual([tries.retryReason, tries.cache], [undefined, "with-cache"]);
	assert.ok(tries.shouldRetry(emulator));
	assert.match(tries.retryReason ?? "", /emulator crashed/);
	assert.ok(tries.shouldRetry(cache));
	assert.deepEqual([tries.retryReason, tries.cache], ["retrying without the cache", "without-cache"]);
	assert.ok(!tries.shouldRetry(emulator));
	assert.ok(!tries.shouldRetry(cache));
	assert.equal(tries.cache, "without-cache", "a cache that was to blame is not used again");
});

test("the result of the first attempt counts", () => {
	const tries = new BuildAttempts(emulator);
	assert.match(tries.retryReason ?? "", /emulator crashed/);
	assert.ok(!tries.shouldRetry(emulator));
	assert.equal(new BuildAttempts(cache).cache, "without-cache");
});

for (const kind of ["registry", "lost"] as const)
	test(`what only needs time (${kind}) is tried four times, with a longer delay each time`, () => {
		const busy = { kind };
		const tries = new BuildAttempts(none);
		assert.deepEqual(
			[tries.shouldRetry(busy), tries.shouldRetry(busy), tries.shouldRetry(busy), tries.shouldRetry(busy)],
			[true, true, true, false],
		);
		const ms = tries.delayMs();
		assert.ok(ms >= 4000 && ms <= 8000, `${ms}`);
	});

test("a failed program and an engine that is gone are not retried", () => {
	assert.ok(!new BuildAttempts(none).shouldRetry(none));
	assert.ok(!new BuildAttempts(none).shouldRetry({ kind: "engine-gone" }));
});
