import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { exit, exitCodeOfError } from "../src/entrypoints/exit-code.ts";
import { parseOptions } from "../src/options/parse-options.ts";
import {
	cleanupSignal,
	isCancelled,
	openDeadline,
	StageTimeout,
	stoppedOutcome,
	timeoutMessage,
} from "../src/util/deadline.ts";

const never = () => new AbortController().signal;

test("a stage that times out fails with a reason; one that a person stops is cancelled", async () => {
	using deadline = openDeadline(never(), 1, "build");
	if (!deadline.signal.aborted) await once(deadline.signal, "abort");
	assert.ok(deadline.signal.reason instanceof StageTimeout);
	assert.equal(exitCodeOfError(deadline.signal.reason), exit.failed);
	assert.equal(isCancelled(deadline.signal), false);
	const message = "build did not finish within 0.001 s";
	assert.equal(timeoutMessage(deadline.signal), message);
	assert.deepEqual(stoppedOutcome(deadline.signal), { outcome: "failed", error: { message } });
	assert.equal(cleanupSignal(deadline.signal).aborted, false, "what was found can still be written down");

	const person = new AbortController();
	using other = openDeadline(person.signal, 3_600_000, "build");
	person.abort();
	assert.equal(isCancelled(other.signal), true);
	assert.deepEqual(stoppedOutcome(other.signal), { outcome: "cancelled" });
	assert.equal(cleanupSignal(other.signal).aborted, true);
});

test("without a timeout a stage has no deadline, and a person's stop is a cancellation", () => {
	const { signal } = new AbortController();
	using deadline = openDeadline(signal, undefined, "build");
	assert.equal(deadline.signal, signal);
	assert.equal(timeoutMessage(signal), undefined);
});

test("a timeout is a duration; anything else is an error that says how to write it", () => {
	const read = (timeout: string) => parseOptions({ timeout }, { env: {}, cwd: "/" }).timeout;
	assert.equal(read("58m"), 58 * 60_000);
	assert.equal(read("1h30m"), 90 * 60_000);
	assert.equal(read(""), undefined);
	for (const wrong of ["58", "0s", "soon", "-1m", "25h"]) assert.throws(() => read(wrong), /timeout/, wrong);
});
