import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as tick } from "node:timers/promises";
import { type Admission, admissionQueue } from "../../src/stages/smoke/admission-queue.ts";

function queue(limits: Parameters<typeof admissionQueue>[0]) {
	const all = admissionQueue(limits);
	const inside = new Map<string, Admission>();
	return {
		inside,
		enter: (name: string, memory: number) => void all.acquire(memory).then((turn) => inside.set(name, turn)),
		names: async () => {
			await tick();
			return [...inside.keys()].join("");
		},
	};
}

test("no more are tried at once than there are slots", async () => {
	const { enter, inside, names } = queue({ slots: 2, memory: 100 });
	for (const name of ["a", "b", "c", "d"]) enter(name, 1);
	assert.equal(await names(), "ab");
	inside.get("a")?.releaseSlot();
	inside.get("a")?.releaseSlot();
	assert.equal(await names(), "abc");
	inside.get("b")?.release();
	assert.equal(await names(), "abcd");
});

test("what stays up keeps its memory, and a smaller one may pass", async () => {
	const { enter, inside, names } = queue({ slots: 9, memory: 100 });
	enter("a", 60);
	enter("b", 60);
	enter("c", 40);
	assert.equal(await names(), "ac");
	inside.get("c")?.releaseSlot();
	assert.equal(await names(), "ac");
	inside.get("c")?.release();
	inside.get("a")?.release();
	assert.equal(await names(), "acb");
});

test("one that fits nowhere is let in when nothing else is being tried, lest it wait for ever", async () => {
	const { enter, inside, names } = queue({ slots: 2, memory: 100 });
	enter("a", 90);
	enter("b", 500);
	assert.equal(await names(), "a");
	// It stays up, for b: without a rule of its own b would never start.
	inside.get("a")?.releaseSlot();
	assert.equal(await names(), "ab");
});
