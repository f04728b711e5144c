import assert from "node:assert/strict";
import { test } from "node:test";
import { computeTags } from "../../src/model/tags/compute-tags.ts";
import { source } from "./table.ts";

const tag = `${"a".repeat(200)}!`;
const tagsOf = (...immutable: string[]) =>
	computeTags({ immutable, floating: [] }, source({ kind: "tag", tag }), { name: "api", project: "acme" });

test("a pattern that would backtrack without end gives its result, and the other rules give their tags", () => {
	const { immutable, problems } = tagsOf(
		"type=match,pattern=(a+)+$",
		"type=match,group=1,pattern=(?<!b)(a{3})a",
		"type=semver,pattern={{version}},match=(a|aa)+$",
		"type=match,pattern=((a*)*)*b",
		"type=match,group=1,pattern=(a|aa)(?:a|aa)+!",
	);
	assert.deepEqual([problems, immutable.toSorted()], [[], ["a", "aaa"]]);
});

test("a lookahead or a back-reference, which only backtracking can match, is an error of its rule", () => {
	const { problems } = tagsOf("type=match,pattern=(?=a)a", "type=match,group=1,pattern=(a)\\1");
	assert.deepEqual(
		problems.map(({ code, message }) => [code, message]),
		[
			[
				"tags/rule",
				'tag rule "type=match,pattern=(?=a)a": invalid regular expression (?=a)a: invalid or unsupported Perl syntax: `(?=`',
			],
			[
				"tags/rule",
				'tag rule "type=match,group=1,pattern=(a)\\\\1": invalid regular expression (a)\\1: invalid escape sequence: `\\1`',
			],
		],
	);
	assert.match(problems[0]?.fix ?? "", /neither lookaheads nor back-references/);
});
