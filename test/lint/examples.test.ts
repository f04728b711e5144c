import assert from "node:assert/strict";
import { test } from "node:test";
import { examples } from "../../script/generate/lint-examples.ts";
import { type RuleId, ruleIds } from "../../src/model/service/lint-rule-ids.ts";
import { rules } from "../../src/stages/lint/rules/all.ts";
import { found } from "./support.ts";

for (const [rule, example] of Object.entries(examples))
	test(`the documentation of ${rule} has an example with a finding, and one without`, async () => {
		const { reported, clean } = example;
		assert.ok((await found(reported, rule)).length > 0, "reported");
		assert.deepEqual(await found(clean, rule), [], "clean");
	});

test("the list of ids names every rule, and no other", () => {
	assert.deepEqual(rules.map(({ id }) => id).sort(), [...ruleIds].sort());
});

test("every rule that needs no index and no engine has an example", () => {
	const outside = [
		"unknown-package",
		"unknown-version",
		"not-installable",
		"no-wheel",
		"source-only",
		"yanked-version",
	];
	const without = ruleIds.filter((id: RuleId) => examples[id] === undefined && !id.startsWith("buildkit-"));
	assert.deepEqual(without, outside);
});
