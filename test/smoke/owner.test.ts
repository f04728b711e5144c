import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { currentOwner, isOwnerDead } from "../../src/stages/smoke/engine/owner.ts";

const mine = currentOwner("run");

test("a run of this process is alive", () => {
	assert.equal(isOwnerDead(mine), false);
});

test("a run whose process has ended is dead", async () => {
	const child = spawn(process.execPath, ["-e", "0"]);
	await once(child, "close");
	assert.equal(isOwnerDead({ host: mine.host, pid: `${child.pid}:1` }), true);
});

test("a process that got the number of one that ended does not keep its run alive", {
	skip: process.platform !== "linux",
}, () => {
	assert.equal(isOwnerDead({ host: mine.host, pid: `${process.pid}:1` }), true);
});

test("of another host, or of nobody we can name, nothing is said to be dead", () => {
	assert.equal(isOwnerDead({ host: "elsewhere/1", pid: "1:1" }), false);
	for (const pid of ["", "x", "0:0", "-5:1"]) assert.equal(isOwnerDead({ host: mine.host, pid }), false);
});
