// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { expandVariables, type Variable } from "../../src/model/dockerfile/parse/expand-variables.ts";

const values: Readonly<Record<string, string>> = { x: "abc", empty: "", path: "a/b/c.tar.gz", star: "a*b" };
const lookup = (name: string): Variable =>
	name === "outside"
		? { kind: "unknown" }
		: name in values
			? { kind: "set", value: values[name] ?? "" }
			: { kind: "unset" };
const read = (text: string) => expandVariables(text, { escape: "\\", lookup });

const table: readonly (readonly [string, string])[] = [
	["plain", "plain"],
	["$x", "abc"],
	["${x}d", "abcd"],
	["$xd", ""],
	["$", "$"],
	["a$/b", "a$/b"],
	["\\$x", "$x"],
	["'$x'", "$x"],
	['"$x y"', "abc y"],
	['"\\$x \\q"', "$x \\q"],
	["\\a\\b", "ab"],
	["${no:-y}", "y"],
	["${no-y}", "y"],
	["${empty:-y}", "y"],
	["${empty-y}", ""],
	["${x:+y}", "y"],
	["${no:+y}", ""],
	["${empty+y}", "y"],
	["${empty:+y}", ""],
	["${no:-${x}}", "abc"],
	["${no:-a:b}", "a:b"],
	["${x?must}", "abc"],
	["${path%.*}", "a/b/c.tar"],
	["${path%%.*}", "a/b/c"],
	["${path#*/}", "b/c.tar.gz"],
	["${path##*/}", "c.tar.gz"],
	["${path/\\//-}", "a-b/c.tar.gz"],
	["${path//b/B}", "a/B/c.tar.gz"],
	["${star%\\*b}", "a"],
	["$1x", "x"],
	["${x}${x}", "abcabc"],
];

test("words expand as in the engine", () => {
	for (const [text, expected] of table) assert.equal(read(text).value, expected, text);
});

test("texts that the engine refuses are refused", () => {
	for (const text of ["${x", "${}", "${x!y}", "'open", '"open', "${no:?is needed}", "${empty:?}", "${x:-y"])
		assert.throws(() => read(text), text);
});

test("unset and unknown variables are distinguished", () => {
	const { unset, unknown, value } = read("$x $no ${outside:-y}");
	assert.deepEqual([...unset], ["no"]);
	assert.deepEqual([...unknown], ["outside"]);
	assert.equal(value, "abc  y");
});

test("a backtick can be the escape character", () => {
	assert.equal(expandVariables("`$x\\$x", { escape: "`", lookup }).value, "$x\\abc");
});
