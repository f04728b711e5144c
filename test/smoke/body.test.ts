import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyMismatch } from "../../src/stages/smoke/probes/attempt.ts";

test("text, pattern and JSON must all match, and the error names the one that does not", () => {
	const body = '{"status": "healthy", "peers": 3}';
	const all = { body: "healthy", bodyMatches: '"peers": [1-9]', json: "$.peers >= 3" };
	assert.equal(bodyMismatch(all, body), undefined);
	assert.match(bodyMismatch({ ...all, body: "up" }, body) ?? "", /expected it to contain "up"$/);
	assert.match(bodyMismatch({ ...all, json: "$.peers > 3" }, body) ?? "", /in which it is 3; expected \$\.peers > 3$/);
	assert.match(bodyMismatch({ ...all, bodyMatches: "^ok" }, body) ?? "", /expected a match of \/\^ok\/u$/);
	assert.match(bodyMismatch({ json: "$.x" }, "<html>") ?? "", /which is not JSON; expected \$\.x$/);
	assert.match(bodyMismatch({ bodyMatches: "." }, "") ?? "", /^with an empty body/);
});

test("an expression that would backtrack without end has its result at once", () => {
	const body = `${"a".repeat(65_000)}!`;
	assert.match(bodyMismatch({ bodyMatches: "^(a+)+$" }, body) ?? "", /expected a match/);
	assert.equal(bodyMismatch({ bodyMatches: "^(a+)+!$" }, body), undefined);
});
