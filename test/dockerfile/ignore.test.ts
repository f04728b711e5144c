import assert from "node:assert/strict";
import { test } from "node:test";
import { parseIgnoreFile } from "../../src/model/dockerfile/dockerfile.ts";
import { UserError } from "../../src/util/errors.ts";

/** Ignore file, path, whether it is excluded. test/engine/dockerfile.test.ts compares with the engine. */
const table: readonly (readonly [string, string, boolean])[] = [
	["a", "a", true],
	["a", "a/b/c", true],
	["a", "b/a", false],
	["a", "A", false],
	["/a", "a", true],
	["a/", "a/b", true],
	["./a/../b", "b", true],
	["*", "a/b", true],
	["*.md", "a.md", true],
	["*.md", "d/a.md", false],
	["**/*.md", "a.md", true],
	["**/*.md", "d/e/a.md", true],
	["**.log", "d/x.log", true],
	["**", "x", true],
	["a/**", "a", false],
	["a/**", "a/b", true],
	["a/**/b", "a/b", true],
	["a/**/b", "a/x/y/b", true],
	["**/b/**", "a/b/c", true],
	["**/b", "xb", false],
	["?", "a", true],
	["?", "/", false],
	["[a-c]x", "bx", true],
	["[^a]x", "ax", false],
	["a+b", "a+b", true],
	["a{1}b*", "a{1}bx", false],
	["a{2}*", "aax", true],
	["a|b*", "zbx", true],
	["(a)*", "(a)x", true],
	["\\*", "*", true],
	["\\*", "x", false],
	["# a", "# a", false],
	[" # a", "# a", true],
	["  a  ", "a", true],
	["a\n!a/b", "a/b", false],
	["a\n!a/b", "a/c", true],
	["!a\na", "a", true],
	["a/b/c\n!a/b", "a/b/c", true],
	["! a", "a", false],
	["a\n! a/b", "a/b", false],
	["a\r\nb\r\n", "a", true],
	["\uFEFFa", "a", true],
	["/", "a", false],
	[".", "a", false],
];

test("paths are excluded like in the engine", () => {
	for (const [text, path, expected] of table)
		assert.equal(parseIgnoreFile(text, ".dockerignore").ignores(path), expected, JSON.stringify([text, path]));
});

test("every malformed pattern is reported with its line", () => {
	assert.throws(
		() => parseIgnoreFile("ok\n!\n[a-\n# [\na\\\n[]x]\n", "x.dockerignore"),
		(error) => {
			assert.ok(error instanceof UserError);
			assert.deepEqual(
				error.problems.map(({ at, code }) => [at?.file, at?.line, code]),
				[
					["x.dockerignore", 2, "dockerfile/ignore-pattern"],
					["x.dockerignore", 3, "dockerfile/ignore-pattern"],
					["x.dockerignore", 5, "dockerfile/ignore-pattern"],
					["x.dockerignore", 6, "dockerfile/ignore-pattern"],
				],
			);
			return true;
		},
	);
});
