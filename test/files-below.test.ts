import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { filesBelow } from "../src/adapters/files/files-below.ts";

describe("the files below a root", () => {
	const top = mkdtempSync(path.join(tmpdir(), "lucid-files-"));
	after(() => rmSync(top, { recursive: true, force: true }));
	const root = path.join(top, "root");
	mkdirSync(path.join(root, "folder"), { recursive: true });
	mkdirSync(path.join(top, "root-beside"));
	writeFileSync(path.join(root, "folder/file"), "");
	writeFileSync(path.join(top, "secret"), "");
	symlinkSync("folder/file", path.join(root, "to-file"));
	symlinkSync("../secret", path.join(root, "to-secret"));
	symlinkSync("../root-beside", path.join(root, "to-beside"));
	symlinkSync("loop", path.join(root, "loop"));
	execFileSync("mkfifo", [path.join(root, "pipe")]);
	const files = filesBelow(root);

	const expected: readonly (readonly [string, string])[] = [
		[".", "folder"],
		["folder", "folder"],
		["folder/file", "file"],
		["to-file", "file"],
		["pipe", "other"],
		["nowhere", "missing"],
		["folder/file/x", "missing"],
		["loop", "missing"],
		["a\0b", "missing"],
		["..", "outside"],
		["../secret", "outside"],
		["../root-beside", "outside"],
		["to-secret", "outside"],
		["to-beside", "outside"],
	];
	for (const [name, kind] of expected)
		test(`${JSON.stringify(name)} is ${kind}`, () => assert.equal(files.kindOf(name), kind));

	test("are listed in order, and nothing beyond the root is", () => {
		assert.deepEqual(files.list("folder"), ["file"]);
		assert.deepEqual(files.list("to-beside"), []);
		assert.deepEqual(files.list(".."), []);
		assert.deepEqual(files.list("nowhere"), []);
		assert.deepEqual(files.list("."), ["folder", "loop", "pipe", "to-beside", "to-file", "to-secret"]);
	});

	test("of a root that is a link itself are below what it leads to", () => {
		symlinkSync(root, path.join(top, "link"));
		assert.equal(filesBelow(path.join(top, "link")).kindOf("folder/file"), "file");
	});
});
