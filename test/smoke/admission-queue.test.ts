import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as tick } from "node:timers/promises";
import { type Admission, admissionQueue } from "../../src/stages/smoke/admission-queue.ts";

function queue(limits: Parameters<typeof admissionQueue>[0]) {
	const admissions = admissionQueue(limits);
	const inside = new Map<string, Admission>();
	return {
		inside,
		enter: (name: string, memory: number) =>
			void admissions.acquire(memory).then((admission) => inside.set(name, admission)),
		names: async () => {
			await tick();
			return [...inside.keys()].join("");
		},
	};
}

test("no more services start at once than there are slots", async () => {
	const { enter, inside, names } = queue({ slots: 2, memory: 100 });
	for (const name of ["a", "b", "c", "d"]) enter(name, 1);
	assert.equal(await names(), "ab");
	inside.get("a")?.releaseSlot();
	inside.get("a")?.releaseSlot();
	assert.equal(await names(), "abc");
	inside.get("b")?.release();
	assert.equal(await names(), "abcd");
});

test("a service that stays up keeps its memory, and a smaller one may overtake", async () => {
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

test("a service larger than the limit is admitted when nothing else is starting", async () => {
	const { enter, inside, names } = queue({ slots: 2, memory: 100 });
	enter("a", 90);
	enter("b", 500);
	assert.equal(await names(), "a");
	// a stays up because b needs it: without this rule b would never start.
	inside.get("a")?.releaseSlot();
	assert.equal(await names(), "ab");
});
