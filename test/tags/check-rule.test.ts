import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { checkTagRule } from "../../src/model/tags/check-tag-rule.ts";

describe("a rule is invalid for every commit:", () => {
	const wrong = [
		"type=raw,value=-rf",
		"a b",
		"$(id)",
		"a/b",
		".a",
		"x".repeat(129),
		"type=sha,prefix=-",
		"type=sha,suffix=é",
	];
	for (const rule of [...wrong, `type=raw,prefix=${"x".repeat(100)},value=${"x".repeat(100)}`, "type=sha,form=long"])
		test(JSON.stringify(rule.slice(0, 40)), () => assert.ok(checkTagRule(rule)));

	test("but not if a commit may still give a valid tag", () => {
		for (const rule of ["{{branch}}", "type=sha,prefix={{branch}}-", "type=match,pattern=^v[/ ](.*)$,group=1"])
			assert.equal(checkTagRule(rule), undefined, rule);
	});
});

test("every rule in the documentation is valid", () => {
	const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/tags.md"), "utf8");
	const [, block = ""] = /```yaml\n(.*?)```/s.exec(page) ?? [];
	const { defaults } = parse(block) as { defaults: { tags: string[]; floating: string[] } };
	const spans = [...page.matchAll(/`("?type=[^`]*)`/g)].map(([, rule = ""]) => rule);
	assert.ok(spans.length >= 10);
	for (const rule of [...defaults.tags, ...defaults.floating, ...spans])
		assert.equal(checkTagRule(rule), undefined, rule);
});
