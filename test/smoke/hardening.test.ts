import assert from "node:assert/strict";
import { test } from "node:test";
import { type FileChange, writtenPaths } from "../../src/stages/smoke/engine/file-changes.ts";
import { isServiceFault, readOnlyPathsIn, type Symptoms } from "../../src/stages/smoke/verdict/diagnose.ts";

for (const [what, diff, wanted] of [
	["a folder that was made", "C /var\nC /var/lib\nA /var/lib/x\nA /var/lib/x/db\nA /var/lib/x/log", ["/var/lib/x"]],
	[
		"the folder of files that were written",
		"C /var\nC /var/lib\nC /var/lib/state\nA /var/lib/state/a\nA /var/lib/state/b",
		["/var/lib/state"],
	],
	["a file in a folder of everybody", "C /var\nC /var/log\nA /var/log/x.log", ["/var/log/x.log"]],
	["a file that was changed", "C /etc\nC /etc/app\nC /etc/app/conf", ["/etc/app"]],
	[
		"nothing of what runtimes leave behind",
		"C /usr\nC /usr/lib\nC /usr/lib/p\nA /usr/lib/p/__pycache__\nA /usr/lib/p/__pycache__/a.pyc\nA /tmp/x",
		[],
	],
	["nothing where nothing was written", "", []],
] as const)
	test(`what a container wrote is told as ${what}`, () => {
		const changes = diff.split("\n").map((line): FileChange => {
			return { kind: line.startsWith("A") ? "added" : "changed", path: line.slice(2) };
		});
		assert.deepEqual(writtenPaths(changes), wanted);
	});

test("a log names the paths that could not be written to, in the words of Python, Node and a shell", () => {
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
for (const [what, symptoms, own] of [
	["a module that is not there", { exit, log: ["ModuleNotFoundError: No module named 'x'"] }, true],
	["too little memory", { exit: { exitCode: 137, outOfMemory: true } }, true],
	["an answer of 404", { probe: { error: "answered 404", status: 404 } }, true],
	["an answer of 503", { probe: { error: "answered 503", status: 503 } }, false],
	["what flaps", { probe: { error: "flaps: 1 of 3 answers were good; x" } }, true],
	["another port", { probe: { error: "reset", port: 1 }, listeners: [{ address: "0.0.0.0", port: 2 }] }, true],
	["silence", { probe: { error: "reset", port: 1 }, listeners: [] }, false],
	["an exit without words", { exit }, false],
	[
		"a refusal, whatever else is said",
		{ exit, log: ["No module named 'y', going on", "Permission denied: '/x'"] },
		false,
	],
] as const)
	test(`${what} is ${own ? "no matter" : "perhaps a matter"} of hardening`, () =>
		assert.equal(isServiceFault({ log: [], ...symptoms } as Symptoms), own));
