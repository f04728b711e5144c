import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { currentOwner, isOwnerDead } from "../../src/stages/smoke/engine/owner.ts";

const own = currentOwner("run");

test("a run of this process is alive", () => {
	assert.equal(isOwnerDead(own), false);
});

test("a run whose process has ended is dead", async () => {
	const child = spawn(process.execPath, ["-e", "0"]);
	await once(child, "close");
	assert.equal(isOwnerDead({ host: own.host, pid: `${child.pid}:1` }), true);
});

test("a reused pid does not keep a run alive", {
	skip: process.platform !== "linux",
}, () => {
	assert.equal(isOwnerDead({ host: own.host, pid: `${process.pid}:1` }), true);
});

test("a run of another host or an unknown process is not dead", () => {
	assert.equal(isOwnerDead({ host: "elsewhere/1", pid: "1:1" }), false);
	for (const pid of ["", "x", "0:0", "-5:1"]) assert.equal(isOwnerDead({ host: own.host, pid }), false);
});
