import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyMismatch } from "../../src/stages/smoke/probes/attempt.ts";

const never = new AbortController().signal;

test("text, pattern and JSON must all match, and the error names the one that does not", async () => {
	const body = '{"status": "healthy", "peers": 3}';
	const all = { body: "healthy", bodyMatches: '"peers": [1-9]', json: "$.peers >= 3" };
	assert.equal(await bodyMismatch(all, body, never), undefined);
	assert.match((await bodyMismatch({ ...all, body: "up" }, body, never)) ?? "", /expected it to contain "up"$/);
	assert.match(
		(await bodyMismatch({ ...all, json: "$.peers > 3" }, body, never)) ?? "",
		/in which it is 3; expected \$\.peers > 3$/,
	);
	assert.match(
		(await bodyMismatch({ ...all, bodyMatches: "^ok" }, body, never)) ?? "",
		/expected a match of \/\^ok\/u$/,
	);
	assert.match((await bodyMismatch({ json: "$.x" }, "<html>", never)) ?? "", /which is not JSON; expected \$\.x$/);
	assert.match((await bodyMismatch({ bodyMatches: "." }, "", never)) ?? "", /^with an empty body/);
});

test("an expression that backtracks without end is stopped in time, and blocks nothing", async () => {
	const stop = new AbortController();
	let ticks = 0;
	const ticking = setInterval(() => {
		if (++ticks === 3) stop.abort(new Error("late"));
	}, 10);
	await assert.rejects(bodyMismatch({ bodyMatches: "^(a+)+$" }, `${"a".repeat(65_000)}!`, stop.signal), {
		message: "late",
	});
	clearInterval(ticking);
});
