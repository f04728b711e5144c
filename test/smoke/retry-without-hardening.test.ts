import assert from "node:assert/strict";
import { test } from "node:test";
import { type FileChange, writtenPaths } from "../../src/stages/smoke/engine/file-changes.ts";
import { isServiceFault, readOnlyPathsIn, type Symptoms } from "../../src/stages/smoke/verdict/diagnose.ts";

for (const [what, diff, expected] of [
	["a created folder", "C /var\nC /var/lib\nA /var/lib/x\nA /var/lib/x/db\nA /var/lib/x/log", ["/var/lib/x"]],
	[
		"the folder of written files",
		"C /var\nC /var/lib\nC /var/lib/state\nA /var/lib/state/a\nA /var/lib/state/b",
		["/var/lib/state"],
	],
	["a file in a shared folder", "C /var\nC /var/log\nA /var/log/x.log", ["/var/log/x.log"]],
	["the folder of a changed file", "C /etc\nC /etc/app\nC /etc/app/conf", ["/etc/app"]],
	[
		"nothing for the files of runtimes",
		"C /usr\nC /usr/lib\nC /usr/lib/p\nA /usr/lib/p/__pycache__\nA /usr/lib/p/__pycache__/a.pyc\nA /tmp/x",
		[],
	],
	["nothing without changes", "", []],
] as const)
	test(`written paths are ${what}`, () => {
		const changes = diff.split("\n").map((line): FileChange => {
			return { kind: line.startsWith("A") ? "added" : "changed", path: line.slice(2) };
		});
		assert.deepEqual(writtenPaths(changes), expected);
	});

test("the read-only paths are found in the errors of Python, Node and a shell", () => {
	const log = [
		"OSError: [Errno 30] Read-only file system: '/var/lib/a'",
		"Error: EROFS: read-only file system, open '/data/db'",
		"mkdir: can't create directory '/cache/x': Read-only file system",
		"sh: /run/b.pid: Read-only file system",
		"Read-only file system",
	];
	assert.deepEqual(readOnlyPathsIn(log), ["/var/lib/a", "/data/db", "/cache/x", "/run/b.pid"]);
});

const exit = { exitCode: 1, outOfMemory: false };
for (const [what, symptoms, isFault] of [
	["a missing module", { exit, log: ["ModuleNotFoundError: No module named 'x'"] }, true],
	["too little memory", { exit: { exitCode: 137, outOfMemory: true } }, true],
	["an answer of 404", { probe: { error: "answered 404", status: 404 } }, true],
	["an answer of 503", { probe: { error: "answered 503", status: 503 } }, false],
	["flapping", { probe: { error: "flaps: 1 of 3 answers were good; x" } }, true],
	["another port", { probe: { error: "reset", port: 1 }, listeners: [{ address: "0.0.0.0", port: 2 }] }, true],
	["silence", { probe: { error: "reset", port: 1 }, listeners: [] }, false],
	["an exit without a log", { exit }, false],
	[
		"a permission error, whatever else the log says",
		{ exit, log: ["No module named 'y', going on", "Permission denied: '/x'"] },
		false,
	],
] as const)
	test(`${what} is ${isFault ? "never" : "possibly"} caused by hardening`, () =>
		assert.equal(isServiceFault({ log: [], ...symptoms } as Symptoms), isFault));
