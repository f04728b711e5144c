import assert from "node:assert/strict";
import { test } from "node:test";
import { computeTags } from "../../src/model/tags/compute-tags.ts";
import { source } from "./table.ts";

const tag = `${"a".repeat(200)}!`;
const tagsOf = (...immutable: string[]) =>
	computeTags({ immutable, floating: [] }, source({ kind: "tag", tag }), { name: "api", project: "acme" });

test("a pattern that is too large to compile is invalid", () => {
	const { problems } = tagsOf(`type=match,pattern=${"(?=a?)".repeat(30_000)}`);
	assert.match(problems[0]?.message ?? "", /invalid regular expression/);
});

// A process of its own: the time of all patterns together is limited too.
test("a pattern that backtracks without end is an error of its rule, and the other rules give their tags", () => {
	const { immutable, problems } = tagsOf(
		"type=match,pattern=(a+)+$",
		"type=match,group=1,pattern=(?<!b)(a{3})\\1(?=a)",
		"type=semver,pattern={{version}},match=(a|aa)+$",
		"type=match,pattern=((a*)*)*$",
		"type=match,pattern=(a+)+$",
	);
	assert.deepEqual(immutable, ["aaa"]);
	assert.deepEqual(
		problems.map(({ code, fix }) => [code, fix]),
		Array(4).fill(["tags/rule", "repeat no group that contains a repetition, as in (a+)+"]),
	);
	assert.match(problems[0]?.message ?? "", /tag rule "type=match,pattern=\(a\+\)\+\$".*takes too long on "aaa/);
});
