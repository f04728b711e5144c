import assert from "node:assert/strict";
import { test } from "node:test";
import { StepLog } from "../../src/stages/build/log/step-log.ts";

const latin1 = (text: string) => Buffer.from(text).toString("latin1");

test("lines appear when they are complete, in any chunks", () => {
	const log = new StepLog();
	const bytes = latin1("Grüße\r\nzwei\n\ndrei");
	const written = [...bytes].flatMap((byte) => log.write(byte).lines);
	assert.deepEqual(written, ["Grüße", "zwei"]);
	assert.deepEqual(log.lines, ["Grüße", "zwei", "drei"]);
});

test("half a line is not shown, because it may be half of a secret", () => {
	const log = new StepLog();
	assert.deepEqual(log.write("before\ns3cr"), { lines: ["before"], last: "before" });
	assert.deepEqual(log.write("et\n"), { lines: ["s3cret"], last: "s3cret" });
});

test("a progress bar shows its current state and is kept in its last one", () => {
	const log = new StepLog();
	assert.deepEqual(log.write("\r 10 %"), { lines: [] });
	assert.deepEqual(log.write("\r 60 %\r"), { lines: [], last: " 60 %" });
	assert.deepEqual(log.write("\r100 %\ndone\n"), { lines: ["100 %", "done"], last: "done" });
	assert.deepEqual(log.lines, ["100 %", "done"]);
});

test("the end of a long output is kept in whole lines, and the rest is counted", () => {
	const log = new StepLog();
	for (let n = 0; n < 100; n++) log.write(`${n} ${"x".repeat(5000)}\n`.repeat(2));
	assert.ok(log.lines.join("").length <= 64 << 10);
	assert.equal(log.dropped + log.lines.length, 200);
	assert.ok(log.lines.every((line) => /^\d+ x{5000}$/.test(line)));
});

test("an endless line takes no more memory than all lines", () => {
	const log = new StepLog();
	for (let n = 0; n < 1000; n++) log.write("y".repeat(1000));
	assert.equal(log.lines.length, 1);
	assert.equal(log.lines[0]?.length, 64 << 10);
	assert.deepEqual(log.write("\nnext\n").lines.at(-1), "next");
});
